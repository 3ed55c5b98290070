package nl.ooievaar.subject.emergency;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.party.Party;

/**
 * An objection of hers as emergency access meets it: whatever purpose it was recorded for, it stands. What it leaves open it
 * says about all: no recipient is everybody, no source is every custodian, no class is every class.
 *
 * @param recipient the party it speaks about
 * @param organization the organisation it speaks about with all its services, as {@code system|number}
 * @param source the custodian whose records it closes
 * @param dataClass the class it closes
 * @param start first moment it holds
 * @param end first moment it no longer holds
 */
public record StandingObjection(
        Optional<Party> recipient,
        Optional<String> organization,
        Optional<Party> source,
        Optional<DataClass> dataClass,
        Instant start,
        Instant end) {

    public StandingObjection {
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
    }

    boolean speaksTo(EmergencyQuestion question) {
        Party asking = question.recipient();
        boolean about = recipient.isEmpty() && organization.isEmpty()
                || recipient.filter(asking::equals).isPresent()
                || organization
                        .filter((asking.organizationSystem() + "|" + asking.organizationValue())::equals)
                        .isPresent();
        return about
                && source.map(question.source()::equals).orElse(true)
                && dataClass.map(it -> it == question.dataClass()).orElse(true)
                && !question.now().isBefore(start)
                && question.now().isBefore(end);
    }
}
