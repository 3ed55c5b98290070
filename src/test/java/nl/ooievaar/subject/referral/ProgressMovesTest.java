package nl.ooievaar.subject.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressMovesTest {
    private static final Set<Progress> ENDS = EnumSet.of(
            Progress.AFGESLOTEN, Progress.GEEN_GEHOOR, Progress.GEWEIGERD_DOOR_ZWANGERE, Progress.INGETROKKEN);

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void every_state_has_a_progress_that_goes_with_it(TaskState state) {
        assertEquals(
                1,
                ProgressMoves.states().stream()
                        .filter(it -> it.state() == state)
                        .count());
        assertTrue(Arrays.stream(Progress.values())
                .anyMatch(progress -> ProgressMoves.check(state, progress).isEmpty()));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "completed, aangemeld",
        "completed, uitgevoerd",
        "completed, geen-gehoor",
        "failed,    geweigerd-door-zwangere",
        "in-progress, afgesloten",
        "on-hold,   uitgevoerd",
        "cancelled, contact-gelegd",
    })
    void a_progress_that_does_not_go_with_the_state_is_refused_and_those_that_do_are_named(
            String state, String progress) {
        TaskState in = TaskState.of(state).orElseThrow();
        Refusal refusal =
                ProgressMoves.check(in, Progress.of(progress).orElseThrow()).orElseThrow();
        assertEquals("Task.businessStatus", refusal.at());
        Set<String> named = Set.of(refusal.arguments().get(2).split(", "));
        assertEquals(
                Arrays.stream(Progress.values())
                        .filter(one -> ProgressMoves.check(in, one).isEmpty())
                        .map(Progress::code)
                        .collect(Collectors.toSet()),
                named);
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("nl")}) {
            assertTrue(Messages.render(refusal, language).contains(state));
        }
    }

    @ParameterizedTest
    @EnumSource(Progress.class)
    void an_outcome_is_the_last_word_and_nothing_else_is(Progress progress) {
        boolean ends = Arrays.stream(Progress.values())
                .allMatch(to ->
                        to == progress || ProgressMoves.check(progress, to).isPresent());
        assertEquals(ENDS.contains(progress), ends);
    }

    @ParameterizedTest
    @EnumSource(Progress.class)
    void whatever_took_place_is_not_taken_back(Progress to) {
        Set<Progress> before = EnumSet.of(
                Progress.AANGEMELD,
                Progress.WACHT_OP_TOESTEMMING,
                Progress.CONTACT_GELEGD,
                Progress.NIET_VERSCHENEN,
                Progress.AFGEZEGD,
                Progress.GEEN_GEHOOR,
                Progress.GEWEIGERD_DOOR_ZWANGERE);
        for (Progress from : Progress.values()) {
            if (from.visited() && before.contains(to)) {
                assertTrue(ProgressMoves.check(from, to).isPresent(), from + " to " + to);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Progress.class)
    void from_every_progress_that_is_no_end_an_end_is_reached(Progress from) {
        Set<Progress> reached = EnumSet.of(from);
        for (int i = 0; i < Progress.values().length; i++) {
            for (Progress to : Progress.values()) {
                if (reached.stream()
                        .anyMatch(one -> ProgressMoves.check(one, to).isEmpty())) {
                    reached.add(to);
                }
            }
        }
        assertTrue(reached.stream().anyMatch(ENDS::contains));
        assertTrue(ENDS.contains(from) || reached.contains(Progress.INGETROKKEN), "she can always withdraw");
    }

    @Test
    void a_refusal_without_its_reason_and_a_pause_without_its_day_are_refused() {
        assertEquals(
                "Task.statusReason",
                WorkOutcome.check(TaskState.COMPLETED, Progress.GEWEIGERD_DOOR_ZWANGERE, false, true)
                        .orElseThrow()
                        .at());
        assertEquals(
                "Task.restriction.period.start",
                WorkOutcome.check(TaskState.ON_HOLD, Progress.CONTACT_GELEGD, true, false)
                        .orElseThrow()
                        .at());
        assertFalse(WorkOutcome.check(TaskState.COMPLETED, Progress.GEWEIGERD_DOOR_ZWANGERE, true, false)
                .isPresent());
        assertFalse(WorkOutcome.check(TaskState.ON_HOLD, Progress.CONTACT_GELEGD, true, true)
                .isPresent());
        assertFalse(WorkOutcome.check(TaskState.COMPLETED, Progress.AFGESLOTEN, false, false)
                .isPresent());
    }

    @ParameterizedTest(name = "visited {0}, told {1}: {2}")
    @CsvSource({"true, true, completed", "true, false, completed", "false, true, revoked", "false, false, completed"})
    void who_is_not_told_the_outcome_can_not_read_it_from_the_request(boolean visited, boolean told, String status) {
        assertEquals(status, RequestEnd.of(visited, told).code());
    }
}
