package nl.ooievaar.server.promise;

import java.util.HashSet;
import java.util.Set;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.StoredRecord.Mark;
import nl.ooievaar.subject.party.Party;

/**
 * One stored version, as the matrix knows it: by what the test itself sent, never by asking the database.
 *
 * @param type of the resource
 * @param custodian whose file it stands in
 * @param author who wrote this version
 * @param person whom it is about, as a test BSN
 * @param dataClass as the rule in the subject tells it
 * @param marks what its custodian said of it that closes it
 * @param told ids of the records of which it tells the origin
 * @param current whether no later version follows
 * @param words the planted words that stand in it
 */
record LeakVersion(
        String type,
        String id,
        int number,
        Party custodian,
        Party author,
        String person,
        DataClass dataClass,
        Set<Mark> marks,
        Set<String> told,
        boolean current,
        Set<String> words) {

    @Override
    public boolean equals(Object other) {
        return other instanceof LeakVersion that && id.equals(that.id) && number == that.number;
    }

    @Override
    public int hashCode() {
        return id.hashCode() + number;
    }

    String reference() {
        return type + "/" + id;
    }

    LeakVersion superseded() {
        return new LeakVersion(type, id, number, custodian, author, person, dataClass, marks, told, false, words);
    }

    /** The same, recorded for the wrong person. */
    LeakVersion inError() {
        Set<Mark> more = new HashSet<>(marks);
        more.add(Mark.ENTERED_IN_ERROR);
        return new LeakVersion(
                type, id, number, custodian, author, person, dataClass, Set.copyOf(more), told, current, words);
    }
}
