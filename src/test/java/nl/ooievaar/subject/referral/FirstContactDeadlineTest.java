package nl.ooievaar.subject.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstContactDeadlineTest {

    @ParameterizedTest(name = "received {0}, last day {1}: {2}")
    @CsvSource({
        "2026-11-23T10:00, 2026-11-30, an ordinary Monday",
        "2026-11-20T16:59, 2026-11-27, a Friday",
        "2026-11-21T10:00, 2026-11-27, a Saturday counts from Monday",
        "2026-12-23T10:00, 2026-12-31, Christmas on a Friday and a Saturday",
        "2026-12-28T10:00, 2027-01-05, New Year",
        "2024-12-24T10:00, 2025-01-03, Christmas midweek and New Year",
        "2026-04-01T10:00, 2026-04-10, Good Friday and Easter Monday",
        "2026-04-24T10:00, 2026-05-04, King's Day on a Monday",
        "2025-04-24T10:00, 2025-05-01, King's Day on a Sunday moves to Saturday",
        "2026-05-01T10:00, 2026-05-11, Liberation Day",
        "2026-05-12T10:00, 2026-05-20, Ascension Day",
        "2026-05-22T10:00, 2026-06-01, Whit Monday",
    })
    void counts_five_working_days_after_the_day_of_receipt(LocalDateTime received, LocalDate lastDay, String why) {
        Instant instant = received.atZone(FirstContactDeadline.ZONE).toInstant();
        assertEquals(lastDay, FirstContactDeadline.lastDay(instant), why);
    }

    @Test
    void the_day_of_receipt_is_the_day_in_the_netherlands() {
        // Half past eleven at night in London is already Tuesday in Amsterdam.
        assertEquals(LocalDate.of(2026, 12, 1), FirstContactDeadline.lastDay(Instant.parse("2026-11-23T23:30:00Z")));
    }

    @Test
    void overdue_begins_when_the_last_day_is_over_in_the_netherlands() {
        assertEquals(
                Instant.parse("2026-11-30T23:00:00Z"),
                FirstContactDeadline.overdueFrom(Instant.parse("2026-11-23T09:00:00Z")));
        assertEquals(
                Instant.parse("2026-07-13T22:00:00Z"),
                FirstContactDeadline.overdueFrom(Instant.parse("2026-07-06T09:00:00Z")));
    }

    @Property
    void exactly_five_working_days_lie_between(@ForAll @IntRange(max = 40_000) int day) {
        LocalDate received = LocalDate.of(2000, 1, 1).plusDays(day);
        LocalDate last = FirstContactDeadline.lastDay(
                received.atTime(12, 0).atZone(FirstContactDeadline.ZONE).toInstant());
        assertTrue(FirstContactDeadline.isWorkingDay(last));
        assertEquals(
                5,
                Stream.iterate(received.plusDays(1), it -> it.plusDays(1))
                        .takeWhile(it -> !it.isAfter(last))
                        .filter(FirstContactDeadline::isWorkingDay)
                        .count());
    }

    @Test
    void weekends_are_no_working_days() {
        assertFalse(FirstContactDeadline.isWorkingDay(LocalDate.of(2026, 11, 21)));
        assertFalse(FirstContactDeadline.isWorkingDay(LocalDate.of(2026, 11, 22)));
        assertEquals(DayOfWeek.MONDAY, LocalDate.of(2026, 11, 23).getDayOfWeek());
    }
}
