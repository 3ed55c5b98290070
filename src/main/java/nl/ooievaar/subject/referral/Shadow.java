package nl.ooievaar.subject.referral;

import java.util.Optional;

/**
 * What the referral task shows of the work task: received, taken up, handled. A visit, a refusal, no answer and a withdrawal
 * all look the same, because the difference is health data and belongs in the feedback, with her consent.
 */
public final class Shadow {

    private Shadow() {}

    /** The state a requester may see while the work task is in this state. */
    public static TaskState of(TaskState work) {
        return switch (work) {
            case REQUESTED, RECEIVED -> TaskState.RECEIVED;
            case ACCEPTED -> TaskState.ACCEPTED;
            // A pause tells that she wanted to wait.
            case IN_PROGRESS, ON_HOLD -> TaskState.IN_PROGRESS;
            case COMPLETED, CANCELLED, FAILED -> TaskState.COMPLETED;
            // The wrong desk: administrative, and the requester must know to send it elsewhere.
            case REJECTED -> TaskState.REJECTED;
        };
    }

    /** The state the referral task must move to now, if any; it never moves back, and a pause the desk
     * chose to show lasts until the desk or the end lifts it. */
    public static Optional<TaskState> next(TaskState work, TaskState referral) {
        TaskState shadow = of(work);
        boolean legal =
                TaskMoves.legalMoves(TaskKind.REFERRAL, referral, Mover.SERVER).contains(shadow);
        return legal && shadow.compareTo(referral) > 0 ? Optional.of(shadow) : Optional.empty();
    }
}
