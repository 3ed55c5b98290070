package nl.ooievaar.subject.consent;

import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.party.Party;

/** To whom a statement applies: a party by name, or whoever holds a role when it comes to disclosure. */
public sealed interface Recipient {

    /** One party; more specific than a role. */
    record Named(Party party) implements Recipient {}

    /** Whoever holds the role at that moment, as the custodian of the records keeps it. */
    record InRole(CareRole role) implements Recipient {}
}
