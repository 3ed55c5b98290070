package nl.ooievaar.subject.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a second referral is about the visit that is under way: more than one may signal in one pregnancy (step 2). */
public final class OneVisit {
    /** Longer than forty-two weeks no pregnancy lasts, so older work is of an earlier one. */
    private static final Duration LONGEST = Duration.ofDays(294);

    private OneVisit() {}

    /**
     * @param work the state of the work task; empty when it is none of ours
     * @param begun when the work task was written
     */
    public static boolean joins(Optional<TaskState> work, Instant begun, Instant now) {
        return work.filter(state -> !state.ended()).isPresent()
                && begun.plus(LONGEST).isAfter(now);
    }
}
