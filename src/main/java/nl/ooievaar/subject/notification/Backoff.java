package nl.ooievaar.subject.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When an endpoint that did not answer well is tried again: soon, then ever less often, for a week. */
public final class Backoff {
    /** How long an endpoint may fail without a break. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3));

    private Backoff() {}

    /**
     * @param failures in a row, this one included
     * @param since when the first of them was
     * @return empty when it is not tried again by itself
     */
    public static Optional<Instant> next(int failures, Instant since, Instant now) {
        if (!now.isBefore(since.plus(PATIENCE))) {
            return Optional.empty();
        }
        return Optional.of(now.plus(WAITS.get(Math.min(failures, WAITS.size()) - 1)));
    }
}
