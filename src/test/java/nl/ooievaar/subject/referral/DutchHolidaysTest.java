package nl.ooievaar.subject.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DutchHolidaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2024-03-31",
                "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25",
                "2049-04-18", "2076-04-19"
            })
    void easter_falls_where_the_calendar_of_the_churches_has_it(LocalDate expected) {
        assertEquals(expected, DutchHolidays.easter(expected.getYear()));
    }

    @Test
    void easter_agrees_with_the_published_algorithm_of_the_anonymous_correspondent_for_every_year() {
        for (int year = 1583; year <= 4099; year++) {
            assertEquals(anonymous(year), DutchHolidays.easter(year));
        }
    }

    @Test
    void a_year_has_the_nine_days_of_the_law() {
        assertEquals(
                dates(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-04-27",
                        "2026-05-05",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-12-25",
                        "2026-12-26"),
                DutchHolidays.of(2026));
    }

    @Test
    void kings_day_on_a_sunday_is_celebrated_on_saturday() {
        Set<LocalDate> days = DutchHolidays.of(2025);
        assertTrue(days.contains(LocalDate.of(2025, 4, 26)));
        assertFalse(days.contains(LocalDate.of(2025, 4, 27)));
    }

    @Test
    void a_year_in_which_ascension_meets_liberation_day_has_one_day_less() {
        assertEquals(8, DutchHolidays.of(2016).size());
    }

    private static Set<LocalDate> dates(String... texts) {
        Set<LocalDate> dates = new TreeSet<>();
        for (String text : texts) {
            dates.add(LocalDate.parse(text));
        }
        return dates;
    }

    // Nature, 1876; another way to the same day, to check ours by.
    private static LocalDate anonymous(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
