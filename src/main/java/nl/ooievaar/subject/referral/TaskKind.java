package nl.ooievaar.subject.referral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two tasks of one referral (code system phb-task-code). */
public enum TaskKind {
    /** Shared with the requester; says only received or handled. */
    REFERRAL,
    /** Inside the youth health care service's own file; carries planning and outcome. */
    WORK,
    /** By which the requester asks, once work has begun, that it stops; the desk agrees or not. */
    CANCELLATION;

    /** The code in phb-task-code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this code, if there is one. */
    public static Optional<TaskKind> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
