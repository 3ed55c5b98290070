package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.party.Party;

/** Sanne's midwife, the desk that visits her, her maternity care, and an outsider who must never see anything. */
final class People {

    static final String URA = "http://fhir.nl/fhir/NamingSystem/ura";
    static final Party MIDWIFE = new Party(URA, "90000101", "90000101-verloskunde");
    static final Party DESK = new Party(URA, "90000201", "90000201-phb");
    static final Party SAFE_HOME = new Party(URA, "90000201", "90000201-veilig-thuis");
    static final Party MATERNITY = new Party(URA, "90000301", "90000301-kraamzorg");
    static final Party OUTSIDER = new Party(URA, "90000901", "90000901-phb");

    static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");
    static final Instant END = Instant.parse("2027-08-01T00:00:00Z");

    private People() {}

    /** Sanne lets the desk have what the midwife knows for the referral. */
    static ConsentStatement permit(String id, DataClass... classes) {
        return statement(id, Effect.PERMIT, Purpose.REFERRAL, Set.of(classes), START, END);
    }

    static ConsentStatement deny(String id, DataClass... classes) {
        return statement(id, Effect.DENY, Purpose.REFERRAL, Set.of(classes), START, END);
    }

    static ConsentStatement statement(
            String id, Effect effect, Purpose purpose, Set<DataClass> classes, Instant start, Instant end) {
        return new ConsentStatement(
                id, 1, true, effect, purpose, Optional.of(MIDWIFE), Set.of(DESK), classes, start, end);
    }

    static ConsentStatement withdrawn(ConsentStatement it) {
        return new ConsentStatement(
                it.id(),
                it.version() + 1,
                false,
                it.effect(),
                it.purpose(),
                it.source(),
                it.recipients(),
                it.classes(),
                it.start(),
                it.end());
    }

    static Question desk(DataClass dataClass) {
        return new Question(MIDWIFE, DESK, dataClass, NOON);
    }
}
