package nl.ooievaar.subject.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.subject.visit.VisitAppointment.Attention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitTest {
    private static final Instant BEGAN = Instant.parse("2026-12-03T12:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "in-progress, in-progress, true",
        "in-progress, completed, true",
        "completed, amended, true",
        "amended, amended, true",
        "completed, entered-in-error, true",
        "completed, completed, false",
        "completed, in-progress, false",
        "amended, completed, false",
        "completed, stopped, false"
    })
    void what_was_completed_is_amended_and_never_overwritten(String before, String after, boolean allowed) {
        assertEquals(allowed, FindingsVersions.check(before, after).isEmpty());
    }

    @Test
    void the_time_of_a_visit_is_that_of_all_contacts_that_took_place() {
        Optional<Instant> later = Optional.of(BEGAN.plus(Duration.ofMinutes(75)));
        assertEquals(Duration.ZERO, VisitContact.total(List.of()));
        assertEquals(
                Duration.ofMinutes(75 + 100),
                VisitContact.total(List.of(
                        new VisitContact(true, Optional.empty(), BEGAN, later),
                        new VisitContact(true, Optional.of(Duration.ofMinutes(100)), BEGAN, later),
                        new VisitContact(false, Optional.of(Duration.ofMinutes(30)), BEGAN, later))));
    }

    @Test
    void an_appointment_in_the_past_is_not_planned_for_ever() {
        Optional<Instant> end = Optional.of(BEGAN);
        VisitAppointment booked = new VisitAppointment("booked", end, false);
        assertEquals(Optional.empty(), booked.attention(BEGAN));
        assertEquals(Optional.of(Attention.APPOINTMENT_PAST), booked.attention(BEGAN.plusMillis(1)));
        assertEquals(
                Optional.of(Attention.APPOINTMENT_WITHOUT_CONTACT),
                new VisitAppointment("fulfilled", end, false).attention(BEGAN));
        for (String settled : List.of("noshow", "cancelled", "fulfilled")) {
            assertEquals(Optional.empty(), new VisitAppointment(settled, end, true).attention(BEGAN.plusSeconds(9)));
        }
        assertEquals(Optional.empty(), new VisitAppointment("proposed", Optional.empty(), false).attention(BEGAN));
    }

    @Test
    void a_missed_appointment_is_met_by_no_contact() {
        assertFalse(new VisitAppointment("noshow", Optional.empty(), false).mayBeMet());
        assertFalse(new VisitAppointment("cancelled", Optional.empty(), false).mayBeMet());
        assertTrue(new VisitAppointment("booked", Optional.empty(), false).mayBeMet());
    }
}
