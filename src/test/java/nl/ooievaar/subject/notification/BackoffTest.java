package nl.ooievaar.subject.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant SINCE = Instant.parse("2026-11-26T10:00:00Z");

    @Test
    void an_endpoint_that_stays_away_is_tried_ever_less_often_for_a_week_and_no_longer() {
        Instant now = SINCE;
        Duration before = Duration.ZERO;
        int failures = 1;
        Optional<Instant> next = Backoff.next(failures, SINCE, now);
        while (next.isPresent()) {
            Duration wait = Duration.between(now, next.get());
            assertTrue(wait.compareTo(before) >= 0, "never sooner than before");
            assertTrue(wait.compareTo(Duration.ofHours(3)) <= 0, "it is still noticed within hours that it is back");
            before = wait;
            now = next.get();
            next = Backoff.next(++failures, SINCE, now);
        }
        assertTrue(!now.isBefore(SINCE.plus(Backoff.PATIENCE)));
        assertTrue(failures > 50 && failures < 80, "not without end");
    }

    @Test
    void the_first_time_is_soon() {
        assertEquals(Optional.of(SINCE.plusSeconds(5)), Backoff.next(1, SINCE, SINCE));
    }
}
