package nl.ooievaar.subject.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When the plan is evaluated: in between on a day that was agreed, or six weeks after birth, which until the birth is known
 * means six weeks after the due date (PHB guideline, step 6).
 */
public final class EvaluationDue {
    /** Six weeks, in calendar days. */
    public static final int DAYS_AFTER_BIRTH = 42;

    /** Where the days are counted. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private EvaluationDue() {}

    /** The day of birth: that of the clock on the wall, whatever the offset it was sent with. */
    public static LocalDate dayOf(Instant birth) {
        return birth.atZone(ZONE).toLocalDate();
    }

    /** Six weeks after this day; days are counted and not hours, so no summer time moves it. */
    public static LocalDate sixWeeksAfter(LocalDate birth) {
        return birth.plusDays(DAYS_AFTER_BIRTH);
    }

    /**
     * The day on which the evaluation is due.
     *
     * @param agreed a day in between that was agreed with her
     * @param birth the day of birth, once it is known; of more children the last
     * @param dueDate when the child is expected
     * @return empty when nothing of it is known
     */
    public static Optional<LocalDate> day(
            Optional<LocalDate> agreed, Optional<LocalDate> birth, Optional<LocalDate> dueDate) {
        return agreed.or(() -> birth.or(() -> dueDate).map(EvaluationDue::sixWeeksAfter));
    }

    /** The first moment at which an evaluation that did not take place is overdue. */
    public static Instant overdueFrom(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
