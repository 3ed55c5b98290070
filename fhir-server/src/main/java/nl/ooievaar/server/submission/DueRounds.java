package nl.ooievaar.server.submission;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.ooievaar.server.start.DatabaseClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks each minute, on every node, what is due by now; the clock is that of the database, which they share. */
@Component
class DueRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DueRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final DueTasks due;
    private final DatabaseClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "due-tasks");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean running;
    private volatile boolean failing;

    DueRounds(DueTasks due, DatabaseClock clock) {
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A round that throws would be the last one: a failure is told once and tried again. */
    private void look() {
        try {
            due.announce(clock.instant());
            failing = false;
        } catch (DataAccessException | TransactionException e) {
            if (!failing) {
                LOG.warn(
                        "What is due can't be looked up now, and is tried again ({})",
                        e.getClass().getSimpleName());
            }
            failing = true;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
