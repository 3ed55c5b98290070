package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.People.DESK;
import static nl.ooievaar.subject.consent.People.END;
import static nl.ooievaar.subject.consent.People.HOSPITAL;
import static nl.ooievaar.subject.consent.People.MATERNITY;
import static nl.ooievaar.subject.consent.People.MIDWIFE;
import static nl.ooievaar.subject.consent.People.MOTHER;
import static nl.ooievaar.subject.consent.People.NOON;
import static nl.ooievaar.subject.consent.People.OUTSIDER;
import static nl.ooievaar.subject.consent.People.SAFE_HOME;
import static nl.ooievaar.subject.consent.People.SANNE;
import static nl.ooievaar.subject.consent.People.START;
import static nl.ooievaar.subject.consent.People.about;
import static nl.ooievaar.subject.consent.People.aged;
import static nl.ooievaar.subject.consent.People.asks;
import static nl.ooievaar.subject.consent.People.coordinates;
import static nl.ooievaar.subject.consent.People.desk;
import static nl.ooievaar.subject.consent.People.grown;
import static nl.ooievaar.subject.consent.People.kept;
import static nl.ooievaar.subject.consent.Said.no;
import static nl.ooievaar.subject.consent.Said.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.ooievaar.subject.consent.Representation.Ground;
import nl.ooievaar.subject.consent.StoredRecord.Mark;
import nl.ooievaar.subject.party.CareRole;
import org.junit.jupiter.api.Test;

/**
 * The truth table in the docs is what the rule answers; {@code -Dtruth.table=write} writes it anew.
 */
class TruthTableTest {
    private static final Path TABLE = Path.of("docs/truth-table.md");
    private static final CareRole COORDINATING = CareRole.COORDINATING_OBSTETRIC_PROVIDER;
    private static final String HEAD =
            """
            # Who may have what

            The decisions of the gate, one situation a row. The table is written by `TruthTableTest` from the rule itself, which fails when it is stale
            (`mvn -pl src test -Dtest=TruthTableTest -Dtruth.table=write` writes it). The desk asks for a record of the midwife, unless told otherwise.
            Beats: a party by name before a role, a record before a class before all, a context before none; on a tie, and where neither is more precise
            everywhere, the objection wins. Purposes are weighed apart.

            | Situation | Decision | Rule | In words | In het Nederlands |
            |---|---|---|---|---|
            """;

    private record Situation(String words, Circumstances known, Question question, List<StoredRecord> told) {

        Situation of(StoredRecord... told) {
            return new Situation(words, known, question, List.of(told));
        }

        Decision decision() {
            return ConsentDecision.decide(known, question, told);
        }

        String row() {
            Decision decision = decision();
            return String.join(
                    " | ",
                    "| " + words,
                    decision.permit() ? "**open**" : "closed",
                    "`" + decision.ruleId() + "`",
                    decision.sentence(Locale.ENGLISH),
                    decision.sentence(Locale.forLanguageTag("nl")) + " |\n");
        }
    }

    @Test
    void the_table_in_the_docs_is_what_the_rule_answers() throws IOException {
        StringBuilder table = new StringBuilder(HEAD);
        situations().forEach(it -> table.append(it.row()));
        if ("write".equals(System.getProperty("truth.table"))) {
            Files.writeString(TABLE, table);
        }
        assertEquals(table.toString(), Files.readString(TABLE));
    }

    @Test
    void every_rule_has_a_row() {
        Set<Rule> told = EnumSet.noneOf(Rule.class);
        situations().forEach(it -> told.add(it.decision().rule()));
        assertEquals(EnumSet.allOf(Rule.class), told);
    }

    private static List<Situation> situations() {
        Question referral = desk(DataClass.REFERRAL);
        StoredRecord feedback = kept(DESK, "r1", DataClass.FEEDBACK);
        StoredRecord plan = kept(DESK, "r1", DataClass.PLAN);
        StoredRecord delivered =
                new StoredRecord("r1", MIDWIFE, MIDWIFE, DataClass.REFERRAL, Set.of(), Set.of(), Set.of(DESK));
        StoredRecord consent = kept(MIDWIFE, "hers", DataClass.CONSENT);
        StoredRecord origin = kept(MIDWIFE, "p1", DataClass.ORIGIN);
        StoredRecord byHospital =
                new StoredRecord("r1", MIDWIFE, HOSPITAL, DataClass.BIRTH_CARE, Set.of(), Set.of(), Set.of());
        StoredRecord withheld = new StoredRecord(
                "r1", DESK, DESK, DataClass.FINDINGS, Set.of(), Set.of(StoredRecord.Mark.WITHHELD), Set.of());
        StoredRecord written = new StoredRecord("r1", MIDWIFE, DESK, DataClass.REFERRAL, Set.of(), Set.of(), Set.of());
        List<CareRelation> handedOver =
                List.of(coordinates(DESK, MIDWIFE, START, NOON), coordinates(DESK, HOSPITAL, NOON, END));
        Said toCoordinating = yes("y").purpose(Purpose.FEEDBACK_COORDINATING_PROVIDER)
                .from(DESK)
                .to(COORDINATING);
        Said conference = yes("y").purpose(Purpose.CASE_CONFERENCE).from(DESK);
        Said hers = yes("hers");
        Said his = yes("his").by(Giver.AUTHORITY_HOLDER);
        Person alone = new Person(SANNE, aged(14).birth(), List.of(new Period(START, END)));
        Representation authority =
                new Representation(MOTHER, MIDWIFE, Ground.PARENTAL_AUTHORITY, new Period(START, END));
        Representation mentor = new Representation(MOTHER, MIDWIFE, Ground.MENTORSHIP, new Period(START, END));
        Question byMother = asks(MOTHER, kept(DataClass.FINDINGS));
        return List.of(
                it("Nothing was said", referral),
                it("The midwife asks for what she keeps herself", asks(MIDWIFE, kept(DataClass.REFERRAL))),
                it("The desk wrote this version in the midwife's file", asks(DESK, written)),
                it("Yes to the referral", referral, hers),
                it(
                        "Yes to the referral; another service under the roof of the desk asks",
                        asks(SAFE_HOME, kept(DataClass.REFERRAL)),
                        hers),
                it("Yes to the referral; a desk elsewhere asks", asks(OUTSIDER, kept(DataClass.REFERRAL)), hers),
                it("Yes to the referral, withdrawn", referral, yes("y").withdrawn()),
                it(
                        "Yes to the referral, withdrawn; this version was delivered before",
                        asks(DESK, delivered),
                        yes("y").withdrawn()),
                it("Yes to the referral, ended", referral, yes("y").during(START, NOON)),
                it("Yes to the referral, not begun", referral, yes("y").during(NOON.plusSeconds(1), END)),
                it("Yes to the referral; birth care data outside it", desk(DataClass.BIRTH_CARE), hers),
                it(
                        "Yes to birth care data; birth care data",
                        desk(DataClass.BIRTH_CARE),
                        yes("y").purpose(Purpose.BIRTH_CARE_DATA)),
                it(
                        "Yes to contact details only; contact details",
                        desk(DataClass.CONTACT),
                        yes("y").purpose(Purpose.CONTACT_DETAILS)),
                it("Yes to the referral; an address that she keeps secret", desk(DataClass.WITHHELD_ADDRESS), hers),
                it(
                        "Yes to the referral, naming withheld addresses; an address that she keeps secret",
                        desk(DataClass.WITHHELD_ADDRESS),
                        yes("y").classes(DataClass.WITHHELD_ADDRESS)),
                it(
                        "Yes to contact details only, naming this record; an address that she keeps secret",
                        desk(DataClass.WITHHELD_ADDRESS),
                        yes("y").purpose(Purpose.CONTACT_DETAILS).named("r1")),
                it(
                        "Yes to what belongs to this referral; an address that she keeps secret",
                        desk(DataClass.WITHHELD_ADDRESS),
                        yes("y").contexts("the referral")),
                it(
                        "No to all, yes naming withheld addresses; an address that she keeps secret",
                        desk(DataClass.WITHHELD_ADDRESS),
                        no("n"),
                        yes("y").classes(DataClass.WITHHELD_ADDRESS)),
                it("Yes to contact details only; the referral", referral, yes("y").purpose(Purpose.CONTACT_DETAILS)),
                it("Yes to the referral; findings of the visit", desk(DataClass.FINDINGS), hers),
                it(
                        "Yes to linking to the child's dossier; the plan",
                        asks(OUTSIDER, plan),
                        yes("y").purpose(Purpose.CHILD_DOSSIER).from(DESK).to(OUTSIDER)),
                it(
                        "Yes to a transfer to the JGZ of where she moves; findings of the visit",
                        asks(OUTSIDER, kept(DESK, "r1", DataClass.FINDINGS)),
                        yes("y").purpose(Purpose.TRANSFER).from(DESK).to(OUTSIDER)),
                it(
                        "Yes to a transfer; a finding withheld from her to protect another",
                        asks(OUTSIDER, withheld),
                        yes("y").purpose(Purpose.TRANSFER).from(DESK).to(OUTSIDER)),
                it(
                        "Yes to a transfer; the work of the desk that she leaves",
                        asks(OUTSIDER, kept(DESK, "r1", DataClass.WORK)),
                        yes("y").purpose(Purpose.TRANSFER).from(DESK).to(OUTSIDER)),
                it(
                        "Yes to a transfer; a note on safety",
                        asks(OUTSIDER, kept(DESK, "r1", DataClass.SAFEGUARDING)),
                        yes("y").purpose(Purpose.TRANSFER).from(DESK).to(OUTSIDER)),
                it(
                        "Yes to monitoring; feedback",
                        asks(OUTSIDER, feedback),
                        yes("y").purpose(Purpose.MONITORING).from(DESK).to(OUTSIDER)),
                it("Yes, naming the note; a note on safety", desk(DataClass.SAFEGUARDING), yes("y").named("r1")),
                it("Yes and no, equally precise", referral, hers, no("n")),
                it("No to all, yes to this class", referral, no("n"), yes("y").classes(DataClass.REFERRAL)),
                it("Yes to all, no to this class", referral, hers, no("n").classes(DataClass.REFERRAL)),
                it(
                        "No to this class, yes to this record",
                        referral,
                        no("n").classes(DataClass.REFERRAL),
                        yes("y").named("r1")),
                it(
                        "No to all, yes to what belongs to this referral",
                        referral,
                        no("n"),
                        yes("y").contexts("the referral")),
                it(
                        "No to this class, yes to what belongs to this referral: neither is more precise",
                        referral,
                        no("n").classes(DataClass.REFERRAL),
                        yes("y").contexts("the referral")),
                it("No for another purpose", referral, hers, no("n").purpose(Purpose.FEEDBACK)),
                it("No, of which no source was told", referral, hers, no("n").fromAnybody()),
                it(
                        "Yes to feedback to the coordinating obstetric provider; the hospital took over and asks",
                        about(grown(), handedOver, List.of(), toCoordinating),
                        asks(HOSPITAL, feedback)),
                it(
                        "The same; the midwife before it asks",
                        about(grown(), handedOver, List.of(), toCoordinating),
                        asks(MIDWIFE, feedback)),
                it(
                        "The outsider says that she said yes to the referral to the outsider",
                        asks(OUTSIDER, kept(DataClass.REFERRAL)),
                        yes("y").to(OUTSIDER).recordedBy(OUTSIDER)),
                it(
                        "Yes to feedback to two; one asks for what is addressed to the other",
                        asks(MATERNITY, feedback),
                        yes("y").purpose(Purpose.FEEDBACK)
                                .from(DESK)
                                .to(HOSPITAL)
                                .to(MATERNITY)),
                it(
                        "No to that role, yes to the hospital by name",
                        about(
                                grown(),
                                handedOver,
                                List.of(),
                                no("n").purpose(Purpose.FEEDBACK).from(DESK).to(COORDINATING),
                                yes("y").purpose(Purpose.FEEDBACK).from(DESK).to(HOSPITAL)),
                        asks(HOSPITAL, feedback)),
                it(
                        "Yes to a case conference with the hospital by name; the plan",
                        about(grown(), conference.to(HOSPITAL)),
                        asks(HOSPITAL, plan)),
                it(
                        "Yes to a case conference with a role; the plan",
                        about(
                                grown(),
                                handedOver,
                                List.of(),
                                yes("y").purpose(Purpose.CASE_CONFERENCE)
                                        .from(DESK)
                                        .to(COORDINATING)),
                        asks(HOSPITAL, plan)),
                it("She herself asks for what is about her", asks(SANNE, kept(DataClass.FINDINGS))),
                it(
                        "She asks for a part withheld to protect another",
                        asks(SANNE, kept(MIDWIFE, "r1", DataClass.FINDINGS, Mark.WITHHELD))),
                it("She asks for a note on safety", asks(SANNE, kept(DataClass.SAFEGUARDING))),
                it("She asks for the address that she keeps secret", asks(SANNE, kept(DataClass.WITHHELD_ADDRESS))),
                it("Her partner asks", asks("her partner", kept(DataClass.FINDINGS))),
                it("Yes to the referral; where that consent comes from", asks(DESK, origin), hers)
                        .of(consent),
                it(
                                "Yes to the referral; where that consent and a record outside the referral come from",
                                asks(DESK, origin),
                                hers)
                        .of(consent, kept(MIDWIFE, "r2", DataClass.BIRTH_CARE)),
                it("The hospital asks where a record comes from that it wrote itself", asks(HOSPITAL, origin))
                        .of(byHospital),
                it("She asks where a record about her comes from", asks(SANNE, origin))
                        .of(kept(DataClass.FINDINGS)),
                it("She asks where a note on safety comes from", asks(SANNE, origin))
                        .of(kept(DataClass.SAFEGUARDING)),
                it("Yes to the referral; a draft of another one", desk(DataClass.DRAFT), hers),
                it("She asks for a draft of a referral", asks(SANNE, kept(DataClass.DRAFT))),
                it(
                        "Yes to the referral; the record was made for the wrong woman",
                        asks(DESK, kept(MIDWIFE, "r1", DataClass.REFERRAL, Mark.ENTERED_IN_ERROR)),
                        hers),
                it("She is 14; her yes", about(aged(14), hers), referral),
                it("She is 14; an authority holder's yes", about(aged(14), his), referral),
                it("She is 14; both say yes", about(aged(14), hers, his), referral),
                it(
                        "She is 14; both say yes, and he objects",
                        about(aged(14), hers, his, no("n").by(Giver.AUTHORITY_HOLDER)),
                        referral),
                it(
                        "She is 14 and decides alone; her yes, his no",
                        about(alone, hers, no("n").by(Giver.AUTHORITY_HOLDER)),
                        referral),
                it("She is 11; an authority holder's yes", about(aged(11), his), referral),
                it("She is 11; her yes", about(aged(11), hers), referral),
                it("She is 16; her yes, his no", about(aged(16), hers, no("n").by(Giver.AUTHORITY_HOLDER)), referral),
                it(
                        "She is 30; a representative's yes, nobody recorded that she is not capable",
                        about(aged(30), yes("y").by(Giver.REPRESENTATIVE)),
                        referral),
                it(
                        "She is 30; a representative's yes, her incapacity for it was recorded",
                        about(aged(30), yes("y").by(Giver.REPRESENTATIVE_OF_INCAPABLE)),
                        referral),
                it(
                        "She is 30; the same, and she objects",
                        about(aged(30), yes("y").by(Giver.REPRESENTATIVE_OF_INCAPABLE), no("n")),
                        referral),
                it(
                        "She is 14; her mother, who has authority, asks",
                        about(aged(14), List.of(), List.of(authority)),
                        byMother),
                it(
                        "She is 14; her mother, who has authority, asks for the address that she keeps secret",
                        about(aged(14), List.of(), List.of(authority)),
                        asks(MOTHER, kept(DataClass.WITHHELD_ADDRESS))),
                it(
                        "She is 14 and decides alone; her mother asks",
                        about(alone, List.of(), List.of(authority)),
                        byMother),
                it("She is 16; her mother asks", about(aged(16), List.of(), List.of(authority)), byMother),
                it("She is 30; her mentor asks", about(aged(30), List.of(), List.of(mentor)), byMother));
    }

    private static Situation it(String words, Question question, Said... said) {
        return new Situation(words, about(grown(), said), question, List.of());
    }

    private static Situation it(String words, Circumstances known, Question question) {
        return new Situation(words, known, question, List.of());
    }
}
