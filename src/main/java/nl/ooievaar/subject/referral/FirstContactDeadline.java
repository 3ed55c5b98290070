package nl.ooievaar.subject.referral;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The recommended longest time between receipt at the desk and first contact: five working days (PHB guideline, 7.1). Past it
 * a referral is overdue, which is a signal and not an error.
 */
public final class FirstContactDeadline {

    /** Where the days are counted. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final int WORKING_DAYS = 5;

    private FirstContactDeadline() {}

    /** The last day on which first contact is in time; the day of receipt does not count. */
    public static LocalDate lastDay(Instant received) {
        LocalDate day = received.atZone(ZONE).toLocalDate();
        for (int counted = 0; counted < WORKING_DAYS; ) {
            day = day.plusDays(1);
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** The first moment at which a referral without contact is overdue. */
    public static Instant overdueFrom(Instant received) {
        return lastDay(received).plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** Monday to Friday, except the holidays of the general extension-of-terms law. */
    public static boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != SATURDAY
                && weekday != SUNDAY
                && !DutchHolidays.of(day.getYear()).contains(day);
    }
}
