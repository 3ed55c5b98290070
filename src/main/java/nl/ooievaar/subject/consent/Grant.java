package nl.ooievaar.subject.consent;

import java.time.Instant;
import nl.ooievaar.subject.party.Party;

/**
 * One consequence of a consent, ready to be joined by a query: within this period this recipient may have this class of
 * data from this source.
 *
 * @param source the custodian whose records are open
 * @param recipient who may have them
 * @param dataClass what kind of data
 * @param purpose what for
 * @param consentId the consent behind it
 * @param consentVersion the version of that consent
 * @param start first moment it holds
 * @param end first moment it no longer holds
 */
public record Grant(
        Party source,
        Party recipient,
        DataClass dataClass,
        Purpose purpose,
        String consentId,
        int consentVersion,
        Instant start,
        Instant end) {

    /** Whether this row answers the question with yes. */
    public boolean covers(Question question) {
        return source.equals(question.source())
                && recipient.equals(question.recipient())
                && dataClass == question.dataClass()
                && !question.now().isBefore(start)
                && question.now().isBefore(end);
    }

    boolean continuedBy(Grant next) {
        return end.equals(next.start) && consentId.equals(next.consentId) && consentVersion == next.consentVersion;
    }

    Grant until(Instant laterEnd) {
        return new Grant(source, recipient, dataClass, purpose, consentId, consentVersion, start, laterEnd);
    }
}
