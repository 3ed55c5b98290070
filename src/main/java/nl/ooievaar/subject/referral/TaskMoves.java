package nl.ooievaar.subject.referral;

import static nl.ooievaar.subject.referral.Mover.FULFILLER;
import static nl.ooievaar.subject.referral.Mover.REQUESTER;
import static nl.ooievaar.subject.referral.Mover.SERVER;
import static nl.ooievaar.subject.referral.TaskKind.CANCELLATION;
import static nl.ooievaar.subject.referral.TaskKind.REFERRAL;
import static nl.ooievaar.subject.referral.TaskKind.WORK;
import static nl.ooievaar.subject.referral.TaskState.ACCEPTED;
import static nl.ooievaar.subject.referral.TaskState.CANCELLED;
import static nl.ooievaar.subject.referral.TaskState.COMPLETED;
import static nl.ooievaar.subject.referral.TaskState.FAILED;
import static nl.ooievaar.subject.referral.TaskState.IN_PROGRESS;
import static nl.ooievaar.subject.referral.TaskState.ON_HOLD;
import static nl.ooievaar.subject.referral.TaskState.RECEIVED;
import static nl.ooievaar.subject.referral.TaskState.REJECTED;
import static nl.ooievaar.subject.referral.TaskState.REQUESTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * Who may move a task from which state to which: the order workflow of the Dutch notified-pull draft (coordination task),
 * with received before accepted and a pause by the fulfiller. Two departures keep outcomes from the requester: the referral
 * task knows no failed, and the work task is moved by its own desk alone.
 */
public final class TaskMoves {

    private static final String STATUS = "Task.status";

    // The server cancels from any state: she withdrew her consent, which is no request of the requester (guideline
    // 8.2).
    private static final List<Move> TABLE = List.of(
            move(REFERRAL, REQUESTED, FULFILLER, RECEIVED, ACCEPTED, IN_PROGRESS, REJECTED),
            move(REFERRAL, REQUESTED, REQUESTER, CANCELLED),
            move(REFERRAL, REQUESTED, SERVER, RECEIVED, ACCEPTED, IN_PROGRESS, COMPLETED, REJECTED, CANCELLED),
            move(REFERRAL, RECEIVED, FULFILLER, ACCEPTED, IN_PROGRESS, REJECTED),
            move(REFERRAL, RECEIVED, REQUESTER, CANCELLED),
            move(REFERRAL, RECEIVED, SERVER, ACCEPTED, IN_PROGRESS, COMPLETED, REJECTED, CANCELLED),
            move(REFERRAL, ACCEPTED, FULFILLER, IN_PROGRESS, ON_HOLD),
            move(REFERRAL, ACCEPTED, REQUESTER, CANCELLED),
            move(REFERRAL, ACCEPTED, SERVER, IN_PROGRESS, COMPLETED, CANCELLED),
            move(REFERRAL, IN_PROGRESS, FULFILLER, COMPLETED, ON_HOLD),
            // Once work has begun the requester asks by a cancellation task; the server acts when the desk agreed.
            move(REFERRAL, IN_PROGRESS, SERVER, COMPLETED, CANCELLED),
            move(REFERRAL, ON_HOLD, FULFILLER, ACCEPTED, IN_PROGRESS),
            move(REFERRAL, ON_HOLD, SERVER, ACCEPTED, IN_PROGRESS, COMPLETED, CANCELLED),
            move(WORK, REQUESTED, FULFILLER, RECEIVED, ACCEPTED, IN_PROGRESS, REJECTED, CANCELLED),
            move(WORK, REQUESTED, SERVER, CANCELLED),
            move(WORK, RECEIVED, FULFILLER, ACCEPTED, IN_PROGRESS, REJECTED, CANCELLED),
            move(WORK, RECEIVED, SERVER, CANCELLED),
            move(WORK, ACCEPTED, FULFILLER, IN_PROGRESS, ON_HOLD, CANCELLED),
            move(WORK, ACCEPTED, SERVER, CANCELLED),
            move(WORK, IN_PROGRESS, FULFILLER, COMPLETED, FAILED, ON_HOLD, CANCELLED),
            move(WORK, IN_PROGRESS, SERVER, CANCELLED),
            move(WORK, ON_HOLD, FULFILLER, ACCEPTED, IN_PROGRESS, CANCELLED),
            move(WORK, ON_HOLD, SERVER, CANCELLED),
            move(CANCELLATION, REQUESTED, FULFILLER, COMPLETED, REJECTED),
            move(CANCELLATION, REQUESTED, REQUESTER, CANCELLED),
            move(CANCELLATION, REQUESTED, SERVER, CANCELLED));

    private TaskMoves() {}

    /** The whole table, for those who publish it. */
    public static List<Move> table() {
        return TABLE;
    }

    /** The states this mover may move a task to. */
    public static Set<TaskState> legalMoves(TaskKind kind, TaskState from, Mover mover) {
        return TABLE.stream()
                .filter(it -> it.kind() == kind && it.from() == from && it.mover() == mover)
                .flatMap(it -> it.to().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaskState.class)));
    }

    /** Refuses an illegal move and names the legal ones; staying where it is, is not a move. */
    public static Optional<Refusal> check(TaskKind kind, TaskState from, TaskState to, Mover mover) {
        Set<TaskState> legal = legalMoves(kind, from, mover);
        if (from == to || legal.contains(to)) {
            return Optional.empty();
        }
        return Optional.of(
                legal.isEmpty()
                        ? Refusal.of(Reason.NO_LEGAL_MOVE, from.code(), to.code())
                                .at(STATUS)
                        : Refusal.of(Reason.ILLEGAL_MOVE, from.code(), to.code(), codes(legal))
                                .at(STATUS));
    }

    /** The states in which a task can be created. */
    public static Set<TaskState> starts(TaskKind kind) {
        return switch (kind) {
            case REFERRAL, CANCELLATION -> EnumSet.of(REQUESTED);
            case WORK -> EnumSet.of(REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS);
        };
    }

    /** Refuses a new task that does not begin at the beginning. */
    public static Optional<Refusal> checkStart(TaskKind kind, TaskState state) {
        Set<TaskState> starts = starts(kind);
        return starts.contains(state)
                ? Optional.empty()
                : Optional.of(Refusal.of(Reason.ILLEGAL_START, state.code(), codes(starts))
                        .at(STATUS));
    }

    private static String codes(Set<TaskState> states) {
        return states.stream().map(TaskState::code).collect(Collectors.joining(", "));
    }

    private static Move move(TaskKind kind, TaskState from, Mover mover, TaskState... to) {
        return new Move(kind, from, mover, List.of(to));
    }

    /** One line of the table. */
    public record Move(TaskKind kind, TaskState from, Mover mover, List<TaskState> to) {}
}
