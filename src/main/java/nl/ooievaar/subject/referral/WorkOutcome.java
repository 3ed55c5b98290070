package nl.ooievaar.subject.referral;

import java.util.Optional;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/** What the work task must tell besides its state: why she declined, and when she is asked again (PHB guideline, 5.4.1). */
public final class WorkOutcome {

    private WorkOutcome() {}

    /**
     * @param reason whether a reason is given
     * @param askAgain whether a day is given from which she is asked again
     */
    public static Optional<Refusal> check(TaskState state, Progress progress, boolean reason, boolean askAgain) {
        if (progress == Progress.GEWEIGERD_DOOR_ZWANGERE && !reason) {
            return Optional.of(
                    Refusal.of(Reason.OUTCOME_REASON, progress.code()).at("Task.statusReason"));
        }
        return state == TaskState.ON_HOLD && !askAgain
                ? Optional.of(Refusal.of(Reason.ASK_AGAIN_ON).at("Task.restriction.period.start"))
                : Optional.empty();
    }
}
