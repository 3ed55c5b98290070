package nl.ooievaar.subject.birth;

import java.util.Optional;
import nl.ooievaar.subject.referral.Mover;
import nl.ooievaar.subject.referral.TaskKind;
import nl.ooievaar.subject.referral.TaskMoves;
import nl.ooievaar.subject.referral.TaskState;

/**
 * How work ends when a pregnancy ends: within the youth health care service it is cancelled and closed, and the requester sees
 * handled, as after a visit, a refusal or no answer. Nothing of it says why.
 */
public final class NeutralEnd {
    /** What the work task says of its progress then (phb-business-status). */
    public static final String PROGRESS = "afgesloten";

    private NeutralEnd() {}

    /** The state a task moves to; empty when it has ended before. */
    public static Optional<TaskState> of(TaskKind kind, TaskState from) {
        TaskState end =
                switch (kind) {
                    case WORK, CANCELLATION -> TaskState.CANCELLED;
                    case REFERRAL -> TaskState.COMPLETED;
                };
        return TaskMoves.legalMoves(kind, from, Mover.SERVER).contains(end) ? Optional.of(end) : Optional.empty();
    }
}
