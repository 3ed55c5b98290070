package nl.ooievaar.subject.referral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The states a task of ours can be in, a subset of FHIR R4 Task.status in the order of the loop. */
public enum TaskState {
    REQUESTED,
    RECEIVED,
    ACCEPTED,
    IN_PROGRESS,
    ON_HOLD,
    COMPLETED,
    REJECTED,
    CANCELLED,
    FAILED;

    /** The code in Task.status. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the task has ended and cannot move any more. */
    public boolean ended() {
        return compareTo(COMPLETED) >= 0;
    }

    /** The state with this code, if we use it. */
    public static Optional<TaskState> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
