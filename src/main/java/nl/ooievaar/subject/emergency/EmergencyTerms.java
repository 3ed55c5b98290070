package nl.ooievaar.subject.emergency;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.party.Party;

/**
 * On which terms a node lets emergency access be opened.
 *
 * @param enabled off unless a node says otherwise
 * @param services business ids of the services that may
 * @param standard how long, when the caller does not say
 * @param longest how long at most
 * @param mostOpen how many one service may have open at once
 */
public record EmergencyTerms(boolean enabled, Set<String> services, Duration standard, Duration longest, int mostOpen) {

    /** A reason shorter than this says nothing; a longer one than the other tells the record instead. */
    public static final int SHORTEST_REASON = 10;

    public static final int LONGEST_REASON = 500;

    /** What a token says it asks for when it breaks the glass (HL7 v3 ActReason, BTG). */
    public static final String PURPOSE = "BTG";

    public EmergencyTerms {
        services = Set.copyOf(services);
        if (standard.isZero() || standard.isNegative() || standard.compareTo(longest) > 0 || mostOpen < 1) {
            throw new IllegalArgumentException(
                    "Emergency access needs a standard duration that is at most the longest");
        }
    }

    /**
     * Refuses whoever may not ask at all, before any data is looked at.
     *
     * @param person whether a person calls for herself
     * @param user the acting professional, as the token names one
     * @param purpose what the token says it asks for
     */
    public Optional<Refusal> check(Party caller, boolean person, Optional<String> user, Optional<String> purpose) {
        boolean may = enabled
                && !person
                && caller.mayUseBsn()
                && services.contains(caller.service())
                && purpose.map(PURPOSE::equals).orElse(true);
        if (!may) {
            return Optional.of(Refusal.of(Reason.EMERGENCY_NOT_OPEN_TO_CALLER));
        }
        return user.isPresent() ? Optional.empty() : Optional.of(Refusal.of(Reason.EMERGENCY_NEEDS_USER));
    }

    /** Refuses a class that never opens in an emergency. */
    public static Optional<Refusal> checkClass(Optional<DataClass> asked) {
        return asked.filter(EmergencyDecision.OPENABLE::contains).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Reason.EMERGENCY_CLASS,
                        EmergencyDecision.OPENABLE.stream().map(DataClass::code).collect(Collectors.joining(", "))));
    }

    /** Refuses a reason that is none, or a whole record. */
    public static Optional<Refusal> checkReason(String reason) {
        int length = reason.strip().length();
        return length >= SHORTEST_REASON && length <= LONGEST_REASON
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Reason.EMERGENCY_REASON, Integer.toString(SHORTEST_REASON), Integer.toString(LONGEST_REASON)));
    }

    /** Refuses a duration beyond the longest. */
    public Optional<Refusal> checkDuration(Duration asked) {
        return !asked.isZero() && !asked.isNegative() && asked.compareTo(longest) <= 0
                ? Optional.empty()
                : Optional.of(Refusal.of(Reason.EMERGENCY_DURATION, Long.toString(longest.toMinutes())));
    }
}
