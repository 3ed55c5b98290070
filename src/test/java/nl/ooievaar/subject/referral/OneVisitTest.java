package nl.ooievaar.subject.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneVisitTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void a_second_signaller_joins_work_that_did_not_end(TaskState state) {
        assertEquals(!state.ended(), OneVisit.joins(Optional.of(state), NOW.minus(Duration.ofDays(100)), NOW));
    }

    @Test
    void work_older_than_a_pregnancy_is_of_an_earlier_one() {
        Optional<TaskState> open = Optional.of(TaskState.IN_PROGRESS);
        assertEquals(true, OneVisit.joins(open, NOW.minus(Duration.ofDays(293)), NOW));
        assertEquals(false, OneVisit.joins(open, NOW.minus(Duration.ofDays(294)), NOW));
    }
}
