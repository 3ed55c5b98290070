package nl.ooievaar.subject.emergency;

import java.time.Instant;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.party.Party;

/**
 * May this recipient have this class of data out of the records of this source in an emergency, now?
 *
 * @param source the custodian of the records
 * @param recipient who asks
 * @param dataClass what kind of data
 * @param now the moment of the request
 */
public record EmergencyQuestion(Party source, Party recipient, DataClass dataClass, Instant now) {}
