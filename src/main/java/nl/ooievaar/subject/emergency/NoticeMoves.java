package nl.ooievaar.subject.emergency;

import static nl.ooievaar.subject.referral.TaskState.ACCEPTED;
import static nl.ooievaar.subject.referral.TaskState.COMPLETED;
import static nl.ooievaar.subject.referral.TaskState.IN_PROGRESS;
import static nl.ooievaar.subject.referral.TaskState.ON_HOLD;
import static nl.ooievaar.subject.referral.TaskState.RECEIVED;
import static nl.ooievaar.subject.referral.TaskState.REQUESTED;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.referral.TaskState;

/**
 * How the privacy officer moves the notice of an emergency access: it ends when she was told, and can only be put off until
 * then. There is no state in which she is never told.
 */
public final class NoticeMoves {

    private static final Set<TaskState> LEGAL = EnumSet.of(RECEIVED, ACCEPTED, IN_PROGRESS, ON_HOLD, COMPLETED);

    private NoticeMoves() {}

    /** What a move of one officer does to the notice that she finds where she signs in. */
    public enum ForHer {
        /** It is kept from her until it is taken up again. */
        KEPT,
        /** It was put off and is taken up again, so that she finds it where no other officer still puts it off. */
        SHOWN,
        /** It stays as it is: whoever told her in another way does not open it where that was not safe. */
        UNCHANGED
    }

    /** What this move does to the notice that she finds where she signs in. */
    public static ForHer forHer(TaskState from, TaskState to) {
        if (to == ON_HOLD) {
            return ForHer.KEPT;
        }
        return from == ON_HOLD && to != COMPLETED ? ForHer.SHOWN : ForHer.UNCHANGED;
    }

    /** Refuses an illegal move and names the legal ones; putting it off once more is none. */
    public static Optional<Refusal> check(TaskState from, TaskState to) {
        if (from == to && from != COMPLETED || from != COMPLETED && to != REQUESTED && LEGAL.contains(to)) {
            return Optional.empty();
        }
        Refusal no = from == COMPLETED
                ? Refusal.of(Reason.NO_LEGAL_MOVE, from.code(), to.code())
                : Refusal.of(
                        Reason.ILLEGAL_MOVE,
                        from.code(),
                        to.code(),
                        LEGAL.stream().map(TaskState::code).collect(Collectors.joining(", ")));
        return Optional.of(no.at("Task.status"));
    }
}
