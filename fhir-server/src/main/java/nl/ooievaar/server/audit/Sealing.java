package nl.ooievaar.server.audit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Lets the sealer work every second on every node, and tells the log the head of the chain each hour and at the end: a copy of the
 * log then shows when the end of the access log was cut off.
 */
@Component
class Sealing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final Duration TOLD = Duration.ofHours(1);

    private final AuditSealer sealer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "audit-sealer");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean running;
    private volatile boolean failing;
    private Optional<SealHead> told = Optional.empty();

    Sealing(AuditSealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::seal, 1, 1, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(this::tell, TOLD.toSeconds(), TOLD.toSeconds(), TimeUnit.SECONDS);
    }

    /** Seals what the last requests wrote, for the doors are closed by now. */
    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (thread.awaitTermination(10, TimeUnit.SECONDS)) {
                seal();
                tell();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A task that throws would be the last one: a failure is told once, shows as lag in the health, and is tried again. */
    private void seal() {
        try {
            sealer.sealAll();
            failing = false;
        } catch (DataAccessException | TransactionException e) {
            if (!failing) {
                LOG.warn(
                        "The access log can't be sealed now, and is tried again ({})",
                        e.getClass().getSimpleName());
            }
            failing = true;
        }
    }

    private void tell() {
        if (failing) {
            return;
        }
        Optional<SealHead> head = sealer.head();
        if (!head.equals(told)) {
            head.ifPresent(
                    now -> LOG.info("The access log is sealed up to {}: keep this line outside the database", now));
            told = head;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started before the doors open and stopped after they are closed. */
    @Override
    public int getPhase() {
        return 0;
    }
}
