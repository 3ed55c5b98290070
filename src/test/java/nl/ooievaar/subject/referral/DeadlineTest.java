package nl.ooievaar.subject.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineTest {
    private static final Optional<LocalDate> FROM = Optional.of(LocalDate.of(2027, 1, 18));
    private static final Optional<LocalDate> UNTIL = Optional.of(LocalDate.of(2027, 2, 1));

    @ParameterizedTest(name = "last day {0}, at {1}: {2}")
    @CsvSource({
        "2027-01-18, 2027-01-17T22:59:59Z, ",
        "2027-01-18, 2027-01-17T23:00:00Z, due",
        "2027-01-18, 2027-01-18T22:59:59Z, due",
        "2027-01-18, 2027-01-18T23:00:00Z, overdue",
        // The day on which summer time begins has 23 hours, and that on which it ends has 25.
        "2027-03-28, 2027-03-27T22:59:59Z, ",
        "2027-03-28, 2027-03-27T23:00:00Z, due",
        "2027-03-28, 2027-03-28T21:59:59Z, due",
        "2027-03-28, 2027-03-28T22:00:00Z, overdue",
        "2027-10-31, 2027-10-30T21:59:59Z, ",
        "2027-10-31, 2027-10-30T22:00:00Z, due",
        "2027-10-31, 2027-10-31T22:59:59Z, due",
        "2027-10-31, 2027-10-31T23:00:00Z, overdue",
        "2026-12-31, 2026-12-31T22:59:59Z, due",
        "2026-12-31, 2026-12-31T23:00:00Z, overdue",
        "2028-02-29, 2028-02-29T12:00:00Z, due",
        "2028-02-29, 2028-03-01T00:00:00Z, overdue",
    })
    void a_deadline_is_due_on_its_last_dutch_day_and_overdue_after_it(LocalDate last, Instant now, String told) {
        Optional<Deadline.Event> event = new Deadline(Deadline.Kind.FIRST_CONTACT, last).now(now);
        assertEquals(Optional.ofNullable(told), event.map(it -> it.code().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void what_has_ended_has_no_clock(TaskState state) {
        boolean runs = Arrays.stream(Progress.values())
                .anyMatch(progress -> Deadline.of(state, progress, FROM, UNTIL).isPresent());
        assertEquals(!state.ended(), runs);
    }

    @Test
    void contact_stops_the_first_clock_and_a_planned_evaluation_starts_another() {
        assertEquals(
                Optional.of(new Deadline(Deadline.Kind.FIRST_CONTACT, UNTIL.get())),
                Deadline.of(TaskState.ACCEPTED, Progress.AANGEMELD, FROM, UNTIL));
        for (Progress after : EnumSet.range(Progress.CONTACT_GELEGD, Progress.TERUGKOPPELING_VERZONDEN)) {
            assertTrue(Deadline.of(TaskState.IN_PROGRESS, after, FROM, UNTIL).isEmpty(), after.code());
        }
        assertEquals(
                Optional.of(new Deadline(Deadline.Kind.EVALUATION, UNTIL.get())),
                Deadline.of(TaskState.IN_PROGRESS, Progress.EVALUATIE_GEPLAND, FROM, UNTIL));
    }

    @Test
    void a_pause_puts_its_own_day_in_the_place_of_every_other_clock() {
        for (Progress progress : Progress.values()) {
            assertEquals(
                    Optional.of(new Deadline(Deadline.Kind.ASK_AGAIN, FROM.get())),
                    Deadline.of(TaskState.ON_HOLD, progress, FROM, UNTIL));
        }
    }
}
