package nl.ooievaar.subject.birth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nl.ooievaar.subject.referral.Shadow;
import nl.ooievaar.subject.referral.TaskKind;
import nl.ooievaar.subject.referral.TaskState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeutralEndTest {

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void whatever_went_on_ends_and_the_requester_sees_handled(TaskState from) {
        Optional<TaskState> work = NeutralEnd.of(TaskKind.WORK, from);
        Optional<TaskState> referral = NeutralEnd.of(TaskKind.REFERRAL, from);
        assertEquals(from.ended() ? Optional.empty() : Optional.of(TaskState.CANCELLED), work);
        assertEquals(from.ended() ? Optional.empty() : Optional.of(TaskState.COMPLETED), referral);
        assertEquals(work.map(Shadow::of), referral, "as the shadow of that work");
    }
}
