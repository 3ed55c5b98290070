package nl.ooievaar.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private final Refusal refusal = Refusal.of(Reason.PROFILE_REQUIRED, "Task", "phb-referral-task");

    @Test
    void tells_its_status_and_stable_code() {
        assertEquals(422, refusal.status());
        assertEquals("profile-required", refusal.key());
    }

    @Test
    void points_at_an_element_only_when_one_is_to_blame() {
        assertEquals(Optional.empty(), refusal.expression());
        assertEquals(Optional.of("Task.meta"), refusal.at("Task.meta").expression());
    }

    @Test
    void travels_as_exception_without_the_cost_of_a_stack_trace() {
        RefusedException thrown = assertThrows(RefusedException.class, () -> {
            throw refusal.exception();
        });
        assertSame(refusal, thrown.refusal());
        assertEquals(0, thrown.getStackTrace().length);
    }
}
