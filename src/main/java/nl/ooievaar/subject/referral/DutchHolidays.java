package nl.ooievaar.subject.referral;

import static java.time.DayOfWeek.SUNDAY;

import java.time.LocalDate;
import java.time.Month;
import java.util.SortedSet;
import java.util.TreeSet;

/** The days that the Dutch general extension-of-terms law treats as Sundays (Algemene termijnenwet, article 3). */
public final class DutchHolidays {

    private DutchHolidays() {}

    /** The holidays of one year, in order; some fall on a Saturday or Sunday. */
    public static SortedSet<LocalDate> of(int year) {
        LocalDate easter = easter(year);
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(LocalDate.of(year, Month.JANUARY, 1));
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(kingsDay(year));
        days.add(LocalDate.of(year, Month.MAY, 5));
        days.add(easter.plusDays(39));
        days.add(easter.plusDays(50));
        days.add(LocalDate.of(year, Month.DECEMBER, 25));
        days.add(LocalDate.of(year, Month.DECEMBER, 26));
        return days;
    }

    // When the birthday is a Sunday it is celebrated the day before.
    private static LocalDate kingsDay(int year) {
        LocalDate birthday = LocalDate.of(year, Month.APRIL, 27);
        return birthday.getDayOfWeek() == SUNDAY ? birthday.minusDays(1) : birthday;
    }

    /** Easter Sunday: the first Sunday after the first church full moon on or after 21 March. */
    static LocalDate easter(int year) {
        int century = year / 100;
        // The Gregorian calendar drops leap days and shifts the moon tables at the turn of most centuries.
        int leapDaysDropped = century - century / 4;
        int moonShift = (8 * century + 13) / 25;
        int yearOfMoonCycle = year % 19;
        int moon = Math.floorMod(19 * yearOfMoonCycle + leapDaysDropped - moonShift + 15, 30);
        // The church moon is never later than 18 April, and not twice on one date within a cycle.
        boolean tooLate = moon == 29 || (moon == 28 && yearOfMoonCycle > 10);
        LocalDate fullMoon = LocalDate.of(year, Month.MARCH, 21).plusDays(tooLate ? moon - 1 : moon);
        return fullMoon.plusDays(SUNDAY.getValue() - fullMoon.getDayOfWeek().getValue() % 7);
    }
}
