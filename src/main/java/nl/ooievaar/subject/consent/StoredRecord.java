package nl.ooievaar.subject.consent;

import java.util.Objects;
import java.util.Set;
import nl.ooievaar.subject.party.Party;

/**
 * What the gate must know of one stored version.
 *
 * @param id the id of the resource
 * @param custodian the party that keeps it
 * @param author the party whose request made this version
 * @param dataClass what kind of data it is
 * @param refersTo ids of the resources it refers to
 * @param marks what was said about it that closes it
 * @param deliveredTo the parties that keep this very version because a permitted disclosure delivered it
 */
public record StoredRecord(
        String id,
        Party custodian,
        Party author,
        DataClass dataClass,
        Set<String> refersTo,
        Set<Mark> marks,
        Set<Party> deliveredTo) {

    public StoredRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(custodian);
        Objects.requireNonNull(author);
        Objects.requireNonNull(dataClass);
        refersTo = Set.copyOf(refersTo);
        marks = Set.copyOf(marks);
        deliveredTo = Set.copyOf(deliveredTo);
    }

    /** Whether it is this resource or refers to it. */
    boolean standsIn(String context) {
        return id.equals(context) || refersTo.contains(context);
    }

    /** What closes a record, besides its class. */
    public enum Mark {
        /** The custodian keeps it from her to protect another person (article 7:456 BW). */
        WITHHELD,
        /** It was recorded for the wrong person, so only its author still sees it. */
        ENTERED_IN_ERROR
    }
}
