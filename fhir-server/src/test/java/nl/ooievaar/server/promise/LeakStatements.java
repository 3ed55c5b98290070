package nl.ooievaar.server.promise;

import io.restassured.response.Response;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts what the database driver of the shared server says to the database while it answers a request, and how many rows come
 * back. The driver tells this itself, at its finest level; threads of the server's own housekeeping are not counted.
 */
final class LeakStatements extends Handler implements AutoCloseable {
    private final Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private final AtomicInteger executed = new AtomicInteger();
    private final AtomicInteger rows = new AtomicInteger();
    private final boolean inherited;
    private final Level before;

    /** @param executed statements; @param rows that came back */
    record Count(int executed, int rows) {}

    LeakStatements() {
        inherited = driver.getUseParentHandlers();
        before = driver.getLevel();
        driver.setUseParentHandlers(false);
        driver.addHandler(this);
        driver.setLevel(Level.FINEST);
    }

    Count during(Supplier<Response> request) {
        executed.set(0);
        rows.set(0);
        request.get();
        return new Count(executed.get(), rows.get());
    }

    @Override
    public void publish(LogRecord said) {
        if (Thread.currentThread().getName().startsWith("http-nio")) {
            String message = said.getMessage();
            if (message.contains("FE=> Execute")) {
                executed.incrementAndGet();
            } else if (message.contains("<=BE DataRow")) {
                rows.incrementAndGet();
            }
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        driver.removeHandler(this);
        driver.setUseParentHandlers(inherited);
        driver.setLevel(before);
    }
}
