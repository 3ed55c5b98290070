package nl.ooievaar.server.notification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks each second, on every node, what is to be told; a few at once, so that a slow endpoint does not hold up the others. */
@Component
class DeliveryRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 4;

    private final Delivery delivery;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "notifications-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    DeliveryRounds(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < AT_ONCE; i++) {
            threads.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.shutdown();
        try {
            threads.awaitTermination(RestHook.LONGEST.toSeconds() + 5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A round that throws would be the last one: a failure is told once and tried again; its message could quote what was sent. */
    private void look() {
        try {
            delivery.all();
            failing.set(false);
        } catch (RuntimeException e) {
            if (running && !failing.getAndSet(true)) {
                LOG.warn(
                        "Notifications can't be sent now, and are tried again ({})",
                        e.getClass().getSimpleName());
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
