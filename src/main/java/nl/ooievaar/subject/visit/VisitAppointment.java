package nl.ooievaar.subject.visit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An appointment for a visit and what became of it: planned, kept, missed or called off. Kept is one that a contact refers to;
 * none stays planned for ever (PHB guideline, chapter 6, step 3).
 *
 * @param status of the Appointment (FHIR R4, AppointmentStatus)
 * @param end when it was to end; empty when that is not settled
 * @param met whether a finished contact refers to it
 */
public record VisitAppointment(String status, Optional<Instant> end, boolean met) {
    private static final Set<String> OPEN = Set.of("booked", "arrived", "checked-in");
    private static final Set<String> NOT_KEPT = Set.of("noshow", "cancelled", "entered-in-error");

    /** What somebody has to look at, kindly; it is no error, and nothing is kept of it. */
    public enum Attention {
        /** It should have been, and nobody said what became of it. */
        APPOINTMENT_PAST,
        /** It was kept, and no contact tells of it. */
        APPOINTMENT_WITHOUT_CONTACT;

        /** In lower case with hyphens. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether a contact can refer to it. */
    public boolean mayBeMet() {
        return !NOT_KEPT.contains(status);
    }

    public Optional<Attention> attention(Instant now) {
        if (OPEN.contains(status) && end.filter(now::isAfter).isPresent()) {
            return Optional.of(Attention.APPOINTMENT_PAST);
        }
        return status.equals("fulfilled") && !met
                ? Optional.of(Attention.APPOINTMENT_WITHOUT_CONTACT)
                : Optional.empty();
    }
}
