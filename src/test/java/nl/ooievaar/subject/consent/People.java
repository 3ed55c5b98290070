package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.party.Party;

/** Sanne's midwife, the desk that visits her, her maternity care, and an outsider who must never see anything. */
final class People {

    static final String URA = "http://fhir.nl/fhir/NamingSystem/ura";
    static final Party MIDWIFE = new Party(URA, "90000101", "90000101-verloskunde");
    static final Party HOSPITAL = new Party(URA, "90000501", "90000501-gynaecologie");
    static final Party DESK = new Party(URA, "90000201", "90000201-phb");
    static final Party SAFE_HOME = new Party(URA, "90000201", "90000201-veilig-thuis");
    static final Party MATERNITY = new Party(URA, "90000301", "90000301-kraamzorg");
    static final Party OUTSIDER = new Party(URA, "90000901", "90000901-phb");
    /** In whose name somebody acts who signed in. */
    static final Party CITIZEN = new Party("urn:person", "1", "herself");

    static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");
    static final Instant END = Instant.parse("2027-08-01T00:00:00Z");

    static final String SANNE = "sanne";
    static final String MOTHER = "her mother";

    private People() {}

    /** A girl who has this age all through the story. */
    static Person aged(int years) {
        return new Person(SANNE, Optional.of(BirthDate.of(LocalDate.of(2026 - years, 6, 1))), List.of());
    }

    static Person grown() {
        return Person.grown(SANNE);
    }

    static Circumstances about(Person person, Said... said) {
        return about(person, List.of(), List.of(), said);
    }

    static Circumstances about(
            Person person, List<CareRelation> relations, List<Representation> representations, Said... said) {
        return new Circumstances(person, Arrays.stream(said).map(Said::told).toList(), relations, representations);
    }

    static CareRelation coordinates(Party statedBy, Party holder, Instant start, Instant end) {
        return new CareRelation(statedBy, CareRole.COORDINATING_OBSTETRIC_PROVIDER, holder, new Period(start, end));
    }

    /** A record of the midwife. */
    static StoredRecord kept(DataClass dataClass) {
        return kept(MIDWIFE, "r1", dataClass);
    }

    static StoredRecord kept(Party custodian, String id, DataClass dataClass, StoredRecord.Mark... marks) {
        Set<String> refersTo =
                dataClass == DataClass.FEEDBACK ? Set.of("the referral", service(HOSPITAL)) : Set.of("the referral");
        return new StoredRecord(id, custodian, custodian, dataClass, refersTo, Set.of(marks), Set.of());
    }

    /** By which records name a party; feedback is addressed to the hospital. */
    static String service(Party party) {
        return "the service " + party.service();
    }

    static Question asks(Party party, StoredRecord record) {
        return new Question(record, Question.Caller.of(party, service(party)), Optional.empty(), NOON);
    }

    static Question asks(String person, StoredRecord record) {
        return new Question(
                record, new Question.Caller(CITIZEN, Optional.empty(), Optional.of(person)), Optional.empty(), NOON);
    }

    /** What the desk asks of the midwife. */
    static Question desk(DataClass dataClass) {
        return asks(DESK, kept(dataClass));
    }
}
