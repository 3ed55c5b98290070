package nl.ooievaar.server.audit;

import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down when a row of the access log waits for its seal for a minute. It is no part of readiness: what is written is still protected
 * by its own MAC, and no request depends on the seal.
 */
@Component
class AuditSealHealthIndicator implements HealthIndicator {
    private static final Duration LATE = Duration.ofMinutes(1);

    private final AuditSealer sealer;

    AuditSealHealthIndicator(AuditSealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Health health() {
        Duration lag = sealer.lag();
        return (lag.compareTo(LATE) < 0 ? Health.up() : Health.down())
                .withDetail("lagSeconds", lag.toSeconds())
                .build();
    }
}
