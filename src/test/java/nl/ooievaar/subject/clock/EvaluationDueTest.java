package nl.ooievaar.subject.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationDueTest {
    private static final Optional<LocalDate> UNKNOWN = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        // Over a leap day, and over the same days of a year without one.
        "2028-01-20, 2028-03-02",
        "2027-01-20, 2027-03-03",
        "2028-02-29, 2028-04-11",
        // Over the night in which summer time begins, and over that in which it ends.
        "2027-03-01, 2027-04-12",
        "2026-10-01, 2026-11-12",
        // Over the turn of the year.
        "2026-12-01, 2027-01-12"
    })
    void it_is_six_weeks_after_birth_on_the_same_day_of_the_week(LocalDate birth, LocalDate evaluation) {
        assertEquals(evaluation, EvaluationDue.sixWeeksAfter(birth));
        assertEquals(birth.getDayOfWeek(), evaluation.getDayOfWeek());
    }

    @ParameterizedTest
    @CsvSource({
        // Shortly after midnight in the Netherlands it is still the day before in UTC: one hour in winter, two in
        // summer.
        "2027-01-09T23:30:00Z, 2027-01-10",
        "2027-07-09T22:30:00Z, 2027-07-10",
        "2027-07-09T21:59:59Z, 2027-07-09",
        // Both hours of the night in which the clock goes back.
        "2026-10-25T00:30:00Z, 2026-10-25",
        "2026-10-25T01:30:00Z, 2026-10-25"
    })
    void a_birth_belongs_to_the_day_in_the_netherlands(Instant birth, LocalDate day) {
        assertEquals(day, EvaluationDue.dayOf(birth));
    }

    @Test
    void until_the_birth_is_known_it_follows_the_due_date_and_then_the_birth() {
        Optional<LocalDate> due = Optional.of(LocalDate.of(2027, 6, 1));
        assertEquals(Optional.of(LocalDate.of(2027, 7, 13)), EvaluationDue.day(UNKNOWN, UNKNOWN, due));
        assertEquals(
                Optional.of(LocalDate.of(2027, 6, 24)),
                EvaluationDue.day(UNKNOWN, Optional.of(LocalDate.of(2027, 5, 13)), due));
    }

    @Test
    void a_day_agreed_in_between_goes_before_either() {
        Optional<LocalDate> agreed = Optional.of(LocalDate.of(2027, 2, 1));
        assertEquals(
                agreed,
                EvaluationDue.day(
                        agreed, Optional.of(LocalDate.of(2027, 5, 13)), Optional.of(LocalDate.of(2027, 6, 1))));
    }

    @Test
    void what_is_not_known_has_no_day() {
        assertEquals(UNKNOWN, EvaluationDue.day(UNKNOWN, UNKNOWN, UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-27, 2027-03-27T23:00:00Z",
        "2027-03-28, 2027-03-28T22:00:00Z",
        "2026-10-25, 2026-10-25T23:00:00Z"
    })
    void it_is_overdue_from_the_midnight_after_its_day(LocalDate day, Instant from) {
        assertEquals(from, EvaluationDue.overdueFrom(day));
    }
}
