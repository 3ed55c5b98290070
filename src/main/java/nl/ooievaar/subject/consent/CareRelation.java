package nl.ooievaar.subject.consent;

import java.util.Objects;
import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.party.Party;

/**
 * Which party does what around one woman, and when, as one custodian keeps it in its care team. It tells who is meant by a
 * consent that names a role, and opens nothing by itself. For records of another custodian it says nothing: whoever discloses
 * must know to whom, so nobody can write himself into the records of others.
 *
 * @param statedBy the custodian that keeps the care team
 * @param role what the party does
 * @param holder the party that does it
 * @param period when
 */
public record CareRelation(Party statedBy, CareRole role, Party holder, Period period) {

    public CareRelation {
        Objects.requireNonNull(statedBy);
        Objects.requireNonNull(role);
        Objects.requireNonNull(holder);
        Objects.requireNonNull(period);
    }
}
