package nl.ooievaar.subject.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShadowTest {

    @Test
    void a_visit_a_refusal_no_answer_and_a_withdrawal_look_the_same() {
        Set<TaskState> shown = Stream.of(TaskState.COMPLETED, TaskState.FAILED, TaskState.CANCELLED)
                .map(Shadow::of)
                .collect(Collectors.toSet());
        assertEquals(Set.of(TaskState.COMPLETED), shown);
    }

    @Test
    void a_pause_does_not_show() {
        assertEquals(Shadow.of(TaskState.IN_PROGRESS), Shadow.of(TaskState.ON_HOLD));
        assertEquals(Optional.empty(), Shadow.next(TaskState.ON_HOLD, TaskState.IN_PROGRESS));
    }

    @Test
    void the_wrong_desk_shows_so_that_the_requester_can_turn_elsewhere() {
        assertEquals(Optional.of(TaskState.REJECTED), Shadow.next(TaskState.REJECTED, TaskState.RECEIVED));
    }

    @Test
    void it_follows_the_work_and_may_skip_steps() {
        assertEquals(Optional.of(TaskState.ACCEPTED), Shadow.next(TaskState.ACCEPTED, TaskState.REQUESTED));
        assertEquals(Optional.of(TaskState.COMPLETED), Shadow.next(TaskState.FAILED, TaskState.ACCEPTED));
        assertEquals(Optional.of(TaskState.COMPLETED), Shadow.next(TaskState.COMPLETED, TaskState.ON_HOLD));
    }

    @Property
    void it_only_makes_legal_moves_and_never_goes_back(@ForAll TaskState work, @ForAll TaskState referral) {
        Shadow.next(work, referral).ifPresent(next -> {
            assertTrue(TaskMoves.check(TaskKind.REFERRAL, referral, next, Mover.SERVER)
                    .isEmpty());
            assertTrue(next.compareTo(referral) > 0);
        });
    }
}
