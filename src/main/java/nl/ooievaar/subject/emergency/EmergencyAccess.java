package nl.ooievaar.subject.emergency;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.party.Party;

/**
 * One emergency access to the records about one person, as it was opened.
 *
 * @param id as the access log names it
 * @param recipient who opened it
 * @param sources the custodians it reaches: those whose privacy officer was told, and no other
 * @param classes the classes that were asked for
 * @param basis the legal basis
 * @param start first moment it holds
 * @param end first moment it no longer holds
 */
public record EmergencyAccess(
        String id,
        Party recipient,
        Set<Party> sources,
        Set<DataClass> classes,
        EmergencyBasis basis,
        Instant start,
        Instant end) {

    public EmergencyAccess {
        Objects.requireNonNull(basis);
        sources = Set.copyOf(sources);
        classes = Set.copyOf(classes);
    }

    boolean covers(EmergencyQuestion question) {
        return recipient.equals(question.recipient())
                && sources.contains(question.source())
                && classes.contains(question.dataClass())
                && !question.now().isBefore(start)
                && question.now().isBefore(end);
    }
}
