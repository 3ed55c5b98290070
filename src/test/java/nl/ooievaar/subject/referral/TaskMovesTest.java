package nl.ooievaar.subject.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskMovesTest {

    @ParameterizedTest(name = "{0} task, {1} by {2}: {3}")
    @CsvSource({
        "REFERRAL, requested,   FULFILLER, received accepted in-progress rejected",
        "REFERRAL, requested,   REQUESTER, cancelled",
        "REFERRAL, received,    FULFILLER, accepted in-progress rejected",
        "REFERRAL, received,    REQUESTER, cancelled",
        "REFERRAL, accepted,    FULFILLER, in-progress on-hold",
        "REFERRAL, accepted,    SERVER,    in-progress completed cancelled",
        "REFERRAL, accepted,    REQUESTER, cancelled",
        "REFERRAL, in-progress, FULFILLER, on-hold completed",
        "REFERRAL, in-progress, REQUESTER, ",
        "REFERRAL, in-progress, SERVER,    completed cancelled",
        "REFERRAL, on-hold,     FULFILLER, accepted in-progress",
        "REFERRAL, on-hold,     REQUESTER, ",
        "WORK,     in-progress, FULFILLER, on-hold completed cancelled failed",
        "WORK,     on-hold,     FULFILLER, accepted in-progress cancelled",
        "WORK,     requested,   REQUESTER, ",
    })
    void each_mover_has_its_own_moves(TaskKind kind, String from, Mover mover, String expected) {
        Set<String> codes = expected == null ? Set.of() : Set.of(expected.split(" "));
        assertEquals(
                codes,
                TaskMoves.legalMoves(kind, TaskState.of(from).orElseThrow(), mover).stream()
                        .map(TaskState::code)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void what_has_ended_stays_ended(TaskState state) {
        boolean moves = Arrays.stream(TaskKind.values()).anyMatch(kind -> Arrays.stream(Mover.values())
                .anyMatch(mover -> !TaskMoves.legalMoves(kind, state, mover).isEmpty()));
        assertEquals(!state.ended(), moves);
    }

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void a_withdrawal_ends_a_task_from_every_state_it_can_be_in(TaskState state) {
        for (TaskKind kind : TaskKind.values()) {
            assertEquals(
                    !state.ended() && reached(kind).contains(state),
                    TaskMoves.legalMoves(kind, state, Mover.SERVER).contains(TaskState.CANCELLED));
        }
    }

    private static Set<TaskState> reached(TaskKind kind) {
        Set<TaskState> reached = EnumSet.copyOf(TaskMoves.starts(kind));
        for (int i = 0; i < TaskState.values().length; i++) {
            TaskMoves.table().stream()
                    .filter(it -> it.kind() == kind && reached.contains(it.from()))
                    .forEach(it -> reached.addAll(it.to()));
        }
        return reached;
    }

    @ParameterizedTest
    @EnumSource(Mover.class)
    void nobody_can_make_the_shared_task_tell_a_failure(Mover mover) {
        for (TaskState from : TaskState.values()) {
            assertFalse(TaskMoves.legalMoves(TaskKind.REFERRAL, from, mover).contains(TaskState.FAILED));
        }
    }

    @Test
    void the_requester_never_touches_the_work_task() {
        assertTrue(TaskMoves.table().stream()
                .noneMatch(it -> it.kind() == TaskKind.WORK && it.mover() == Mover.REQUESTER));
    }

    @Test
    void an_illegal_move_is_refused_and_names_the_legal_ones() {
        Refusal refusal = TaskMoves.check(TaskKind.REFERRAL, TaskState.ACCEPTED, TaskState.COMPLETED, Mover.FULFILLER)
                .orElseThrow();
        assertEquals(Reason.ILLEGAL_MOVE, refusal.reason());
        assertEquals(Optional.of("Task.status"), refusal.expression());
        assertEquals(
                "The task cannot move from accepted to completed; from accepted you can move it to in-progress, on-hold.",
                Messages.render(refusal, Locale.ENGLISH));
    }

    @Test
    void one_who_may_move_nothing_is_told_so() {
        Refusal refusal = TaskMoves.check(
                        TaskKind.REFERRAL, TaskState.IN_PROGRESS, TaskState.CANCELLED, Mover.REQUESTER)
                .orElseThrow();
        assertEquals(Reason.NO_LEGAL_MOVE, refusal.reason());
    }

    @Test
    void changing_something_else_than_the_status_is_no_move() {
        assertTrue(TaskMoves.check(TaskKind.REFERRAL, TaskState.COMPLETED, TaskState.COMPLETED, Mover.REQUESTER)
                .isEmpty());
    }

    @Test
    void a_referral_begins_as_requested() {
        assertTrue(TaskMoves.checkStart(TaskKind.REFERRAL, TaskState.REQUESTED).isEmpty());
        assertEquals(
                Reason.ILLEGAL_START,
                TaskMoves.checkStart(TaskKind.REFERRAL, TaskState.ACCEPTED)
                        .orElseThrow()
                        .reason());
        assertTrue(TaskMoves.checkStart(TaskKind.WORK, TaskState.ACCEPTED).isEmpty());
    }

    @Test
    void every_state_is_found_by_its_fhir_code() {
        for (TaskState state : TaskState.values()) {
            assertEquals(Optional.of(state), TaskState.of(state.code()));
        }
        assertTrue(TaskState.of("entered-in-error").isEmpty());
        assertEquals(Optional.of(TaskKind.WORK), TaskKind.of("work"));
        assertEquals(Optional.of(Route.WARM_HANDOVER), Route.of("warm-handover"));
    }
}
