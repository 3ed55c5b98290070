package nl.ooievaar.subject.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The one clock that runs on a work task: until the first contact, until she is asked again, or until the evaluation. Days are
 * Dutch days; past the last one the work is overdue, which is a signal and not an error (PHB guideline, 7.1).
 *
 * @param last the last day on which it is in time
 */
public record Deadline(Kind kind, LocalDate last) {
    /** Where the days are counted. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** What is waited for. */
    public enum Kind {
        FIRST_CONTACT,
        ASK_AGAIN,
        EVALUATION
    }

    /** What is told of a deadline. */
    public enum Event {
        /** Its last day has begun. */
        DUE,
        /** Its last day is over. */
        OVERDUE;

        /** The word in the outbox. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The progress in which a clock runs while the work is open. */
    public static Set<Progress> running() {
        return EnumSet.of(Progress.AANGEMELD, Progress.WACHT_OP_TOESTEMMING, Progress.EVALUATIE_GEPLAND);
    }

    /**
     * Which clock runs, if any: contact stops the first one, a pause puts another in its place, and what has ended has none.
     *
     * @param from the first day of the period of the task
     * @param until its last day
     */
    public static Optional<Deadline> of(
            TaskState state, Progress progress, Optional<LocalDate> from, Optional<LocalDate> until) {
        return switch (state) {
            case COMPLETED, REJECTED, CANCELLED, FAILED -> Optional.empty();
            case ON_HOLD -> from.map(day -> new Deadline(Kind.ASK_AGAIN, day));
            case REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS ->
                switch (progress) {
                    case AANGEMELD, WACHT_OP_TOESTEMMING -> until.map(day -> new Deadline(Kind.FIRST_CONTACT, day));
                    case EVALUATIE_GEPLAND -> until.map(day -> new Deadline(Kind.EVALUATION, day));
                    default -> Optional.empty();
                };
        };
    }

    /** What is to be told of it now: nothing before its last day, once on that day, once after it. */
    public Optional<Event> now(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        if (today.isBefore(last)) {
            return Optional.empty();
        }
        return Optional.of(today.isAfter(last) ? Event.OVERDUE : Event.DUE);
    }
}
