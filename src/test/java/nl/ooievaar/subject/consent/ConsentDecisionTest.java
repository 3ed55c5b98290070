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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.consent.Decision.ConsentVersion;
import nl.ooievaar.subject.consent.StoredRecord.Mark;
import nl.ooievaar.subject.party.CareRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentDecisionTest {
    private static final CareRole ROLE = CareRole.COORDINATING_OBSTETRIC_PROVIDER;

    @ParameterizedTest(name = "permit all {0}, permit class {1}, deny all {2}, deny class {3}: {4}")
    @CsvSource({
        "no,  no,  no,  no,  NO_CONSENT",
        "no,  no,  no,  yes, SPECIFIC_OBJECTION",
        "no,  no,  yes, no,  OBJECTION",
        "no,  no,  yes, yes, SPECIFIC_OBJECTION",
        "no,  yes, no,  no,  SPECIFIC_CONSENT",
        "no,  yes, no,  yes, SPECIFIC_OBJECTION",
        "no,  yes, yes, no,  SPECIFIC_CONSENT",
        "no,  yes, yes, yes, SPECIFIC_OBJECTION",
        "yes, no,  no,  no,  CONSENT",
        "yes, no,  no,  yes, SPECIFIC_OBJECTION",
        "yes, no,  yes, no,  OBJECTION",
        "yes, no,  yes, yes, SPECIFIC_OBJECTION",
        "yes, yes, no,  no,  SPECIFIC_CONSENT",
        "yes, yes, no,  yes, SPECIFIC_OBJECTION",
        "yes, yes, yes, no,  SPECIFIC_CONSENT",
        "yes, yes, yes, yes, SPECIFIC_OBJECTION",
    })
    void more_specific_prevails_and_objection_wins_a_tie(
            String permitAll, String permitClass, String denyAll, String denyClass, Rule expected) {
        List<Said> said = new ArrayList<>();
        add(said, permitAll, yes("permit-all"));
        add(said, permitClass, yes("permit-class").classes(DataClass.REFERRAL));
        add(said, denyAll, no("deny-all"));
        add(said, denyClass, no("deny-class").classes(DataClass.REFERRAL));
        Decision decision = decide(desk(DataClass.REFERRAL), said.toArray(Said[]::new));
        assertEquals(expected, decision.rule());
        assertEquals(expected.permits(), decision.permit());
    }

    @Test
    void a_named_party_named_data_and_a_context_each_beat_what_is_broader() {
        var feedback = asks(HOSPITAL, kept(DESK, "r1", DataClass.FEEDBACK));
        List<CareRelation> relations = List.of(coordinates(DESK, HOSPITAL, START, END));
        Said noToRole = no("n").purpose(Purpose.FEEDBACK).from(DESK).to(ROLE);
        Said yesToParty = yes("y").purpose(Purpose.FEEDBACK).from(DESK).to(HOSPITAL);
        assertTrue(decide(about(grown(), relations, List.of(), noToRole, yesToParty), feedback)
                .permit());
        assertTrue(decide(desk(DataClass.REFERRAL), no("n").classes(DataClass.REFERRAL), yes("y").named("r1"))
                .permit());
        assertTrue(decide(desk(DataClass.REFERRAL), no("n"), yes("y").contexts("the referral"))
                .permit());
        assertFalse(decide(desk(DataClass.REFERRAL), no("n").named("r1"), yes("y").classes(DataClass.REFERRAL))
                .permit());
    }

    @Test
    void two_that_are_each_more_precise_somewhere_are_a_tie_and_the_objection_wins() {
        Said yesInContext = yes("y").contexts("the referral");
        Said noToClass = no("n").classes(DataClass.REFERRAL);
        assertEquals(
                Rule.SPECIFIC_OBJECTION,
                decide(desk(DataClass.REFERRAL), yesInContext, noToClass).rule());
        Said both = yes("z").classes(DataClass.REFERRAL).contexts("the referral");
        assertTrue(
                decide(desk(DataClass.REFERRAL), yesInContext, noToClass, both).permit());
    }

    @Test
    void named_data_opens_nothing_beyond_the_purpose_and_nothing_else() {
        assertFalse(decide(desk(DataClass.FINDINGS), yes("y").named("r1")).permit());
        assertFalse(decide(desk(DataClass.REFERRAL), yes("y").named("r2")).permit());
        assertFalse(decide(desk(DataClass.REFERRAL), yes("y").named("r1").contexts("another"))
                .permit());
    }

    @Test
    void a_role_means_whoever_holds_it_at_that_moment_as_the_discloser_keeps_it() {
        Said said = yes("y").purpose(Purpose.FEEDBACK_COORDINATING_PROVIDER)
                .from(DESK)
                .to(ROLE);
        List<CareRelation> relations =
                List.of(coordinates(DESK, MIDWIFE, START, NOON), coordinates(DESK, HOSPITAL, NOON, END));
        Circumstances known = about(grown(), relations, List.of(), said);
        StoredRecord feedback = kept(DESK, "r1", DataClass.FEEDBACK);
        assertEquals(Rule.ROLE_CONSENT, decide(known, asks(HOSPITAL, feedback)).rule());
        assertFalse(decide(known, asks(MIDWIFE, feedback)).permit());
        List<CareRelation> byOther = List.of(coordinates(OUTSIDER, OUTSIDER, START, END));
        assertFalse(decide(about(grown(), byOther, List.of(), said), asks(OUTSIDER, feedback))
                .permit());
    }

    @Test
    void a_case_conference_is_for_parties_named_one_by_one() {
        List<CareRelation> relations = List.of(coordinates(DESK, HOSPITAL, START, END));
        Said toRole = yes("y").purpose(Purpose.CASE_CONFERENCE).from(DESK).to(ROLE);
        StoredRecord plan = kept(DESK, "r1", DataClass.PLAN);
        assertFalse(decide(about(grown(), relations, List.of(), toRole), asks(HOSPITAL, plan))
                .permit());
        Said toParty = yes("y").purpose(Purpose.CASE_CONFERENCE).from(DESK).to(HOSPITAL);
        assertTrue(decide(about(grown(), toParty), asks(HOSPITAL, plan)).permit());
    }

    @Test
    void only_the_purpose_that_is_asked_for_counts() {
        StoredRecord contact = kept(DataClass.CONTACT);
        Question forContact =
                new Question(contact, Question.Caller.of(DESK), Optional.of(Purpose.CONTACT_DETAILS), NOON);
        assertFalse(decide(forContact, yes("y")).permit());
        assertTrue(decide(forContact, yes("y").purpose(Purpose.CONTACT_DETAILS)).permit());
    }

    @Test
    void the_decision_names_the_consent_version_behind_it_and_says_why() {
        Decision decision = decide(desk(DataClass.CONTACT), yes("c1"));
        assertEquals(Optional.of(new ConsentVersion("c1", 1)), decision.consent());
        assertEquals("consent", decision.ruleId());
        assertTrue(decision.sentence(Locale.forLanguageTag("nl")).startsWith("Een toestemming"));
        assertTrue(decision.sentence(Locale.ENGLISH).startsWith("A consent"));
    }

    @Test
    void withdrawal_closes_at_once() {
        assertFalse(decide(desk(DataClass.REFERRAL), yes("c1").withdrawn()).permit());
    }

    @Test
    void a_permission_holds_from_its_start_until_just_before_its_end() {
        assertFalse(permitsAt(START.minusMillis(1)));
        assertTrue(permitsAt(START));
        assertTrue(permitsAt(END.minusMillis(1)));
        assertFalse(permitsAt(END));
    }

    @Test
    void another_service_under_the_same_roof_sees_nothing() {
        assertFalse(decide(asks(SAFE_HOME, kept(DataClass.REFERRAL)), yes("c1")).permit());
        assertFalse(decide(asks(OUTSIDER, kept(DataClass.REFERRAL)), yes("c1")).permit());
    }

    @Test
    void a_permission_opens_only_the_records_of_its_source() {
        assertFalse(decide(asks(DESK, kept(MATERNITY, "r1", DataClass.REFERRAL)), yes("c1"))
                .permit());
        assertTrue(decide(desk(DataClass.REFERRAL), yes("c1").fromAnybody()).permit());
        assertFalse(decide(
                        asks(DESK, kept(MATERNITY, "r1", DataClass.REFERRAL)),
                        yes("c1").fromAnybody())
                .permit());
    }

    @Test
    void an_objection_of_which_nobody_told_the_source_stands_against_all() {
        assertEquals(
                Rule.OBJECTION,
                decide(desk(DataClass.CONTACT), yes("c1"), no("c2").fromAnybody())
                        .rule());
        assertEquals(
                Rule.OBJECTION,
                decide(
                                asks(DESK, kept(MATERNITY, "r1", DataClass.CONTACT)),
                                yes("c1").from(MATERNITY),
                                no("c2").fromAnybody())
                        .rule());
    }

    @Test
    void the_third_route_opens_contact_details_and_nothing_else() {
        for (DataClass dataClass : DataClass.values()) {
            Decision decision = decide(desk(dataClass), yes("c1").purpose(Purpose.CONTACT_DETAILS));
            assertEquals(dataClass == DataClass.CONTACT, decision.permit(), dataClass.code());
        }
    }

    @Test
    void an_address_that_she_keeps_secret_opens_only_where_she_named_it() {
        Question address = desk(DataClass.WITHHELD_ADDRESS);
        for (Purpose purpose : Purpose.values()) {
            Said all = yes("c1").purpose(purpose);
            boolean may = purpose.carriesReferral();
            assertFalse(decide(address, all).permit(), purpose.code());
            assertFalse(decide(address, all.contexts("the referral")).permit(), purpose.code());
            assertEquals(may, decide(address, all.named("r1")).permit(), purpose.code());
            Said named = yes("c1").purpose(purpose).classes(DataClass.WITHHELD_ADDRESS);
            assertEquals(may, decide(address, named).permit(), purpose.code());
            assertFalse(decide(address, named, no("c2").purpose(purpose).classes(DataClass.WITHHELD_ADDRESS))
                    .permit());
        }
        assertFalse(decide(address, yes("c1").classes(DataClass.CONTACT, DataClass.REFERRAL))
                .permit());
        assertFalse(decide(desk(DataClass.REFERRAL), yes("c1").classes(DataClass.WITHHELD_ADDRESS))
                .permit());
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void naming_safeguarding_notes_opens_them_for_no_purpose(Purpose purpose) {
        Said all = yes("c1").purpose(purpose).classes(DataClass.values());
        Said named = yes("c2").purpose(purpose).named("r1");
        assertEquals(
                Rule.SAFEGUARDING,
                decide(desk(DataClass.SAFEGUARDING), all, named).rule());
        assertEquals(Rule.CLOSED_CLASS, decide(desk(DataClass.WORK), all, named).rule());
    }

    @Test
    void naming_only_a_class_outside_the_purpose_opens_nothing_at_all() {
        assertFalse(decide(desk(DataClass.REFERRAL), yes("c1").classes(DataClass.FINDINGS))
                .permit());
        assertFalse(decide(desk(DataClass.FINDINGS), yes("c1").classes(DataClass.FINDINGS))
                .permit());
    }

    @Test
    void an_objection_for_one_purpose_leaves_the_other_purpose_open() {
        Said contact = yes("c1").purpose(Purpose.CONTACT_DETAILS);
        Said none = no("c2").classes(DataClass.CONTACT, DataClass.REFERRAL);
        assertTrue(decide(desk(DataClass.CONTACT), contact, none).permit());
        assertFalse(decide(desk(DataClass.REFERRAL), contact, none).permit());
    }

    @Test
    void a_partys_word_that_she_agreed_opens_its_own_records_and_what_another_addresses() {
        Said claimed = yes("y").to(OUTSIDER).recordedBy(OUTSIDER);
        assertFalse(decide(asks(OUTSIDER, kept(DataClass.REFERRAL)), claimed).permit());
        assertTrue(decide(asks(OUTSIDER, kept(DataClass.REFERRAL)), yes("y").to(OUTSIDER))
                .permit());
        assertTrue(
                decide(desk(DataClass.REFERRAL), yes("y").recordedBy(MIDWIFE)).permit());
        Said told = yes("y").purpose(Purpose.FEEDBACK).from(DESK).to(HOSPITAL).recordedBy(HOSPITAL);
        assertTrue(decide(asks(HOSPITAL, kept(DESK, "r1", DataClass.FEEDBACK)), told)
                .permit());
    }

    @Test
    void feedback_goes_to_whom_it_is_addressed_and_not_to_another_who_gets_feedback_too() {
        Said both = yes("y").purpose(Purpose.FEEDBACK).from(DESK).to(HOSPITAL).to(MATERNITY);
        StoredRecord toHospital = kept(DESK, "r1", DataClass.FEEDBACK);
        assertTrue(decide(asks(HOSPITAL, toHospital), both).permit());
        assertFalse(decide(asks(MATERNITY, toHospital), both).permit());
        Said conference = yes("c").purpose(Purpose.CASE_CONFERENCE).from(DESK).to(MATERNITY);
        assertTrue(decide(asks(MATERNITY, toHospital), both, conference).permit());
    }

    @Test
    void a_permission_is_itself_open_to_those_it_speaks_of_until_all_is_objected_to() {
        Said feedback = yes("c1").purpose(Purpose.FEEDBACK).from(DESK).to(HOSPITAL);
        StoredRecord itself = kept(MIDWIFE, "c1", DataClass.CONSENT);
        assertTrue(decide(asks(HOSPITAL, itself), feedback).permit());
        assertTrue(decide(asks(DESK, itself), feedback).permit());
        assertFalse(decide(asks(OUTSIDER, itself), feedback).permit());
        assertFalse(decide(asks(HOSPITAL, kept(MIDWIFE, "c9", DataClass.CONSENT)), feedback)
                .permit());
        Said refused = no("c2").purpose(Purpose.FEEDBACK).fromAnybody().to(HOSPITAL);
        assertFalse(decide(asks(HOSPITAL, itself), feedback, refused).permit());
    }

    @Test
    void she_sees_what_is_about_her_but_what_protects_another_and_the_notes_on_safety() {
        assertEquals(Rule.SUBJECT, decide(asks(SANNE, kept(DataClass.FINDINGS))).rule());
        assertEquals(
                Rule.WITHHELD,
                decide(asks(SANNE, kept(MIDWIFE, "r1", DataClass.FINDINGS, Mark.WITHHELD)))
                        .rule());
        assertEquals(
                Rule.SAFEGUARDING,
                decide(asks(SANNE, kept(DataClass.SAFEGUARDING))).rule());
        assertFalse(decide(asks("her partner", kept(DataClass.FINDINGS))).permit());
    }

    @Test
    void what_was_recorded_for_the_wrong_woman_is_closed_to_all_but_its_author() {
        StoredRecord wrong = new StoredRecord(
                "r1", MIDWIFE, DESK, DataClass.REFERRAL, Set.of(), Set.of(Mark.ENTERED_IN_ERROR), Set.of(HOSPITAL));
        for (Question question :
                List.of(asks(MIDWIFE, wrong), asks(HOSPITAL, wrong), asks(SANNE, wrong), asks(MATERNITY, wrong))) {
            assertEquals(
                    Rule.ENTERED_IN_ERROR,
                    decide(question, yes("c1").to(MATERNITY)).rule());
        }
        assertEquals(Rule.AUTHOR, decide(asks(DESK, wrong)).rule());
    }

    @Test
    void a_delivered_version_stays_with_its_recipient() {
        StoredRecord delivered =
                new StoredRecord("r1", MIDWIFE, MIDWIFE, DataClass.REFERRAL, Set.of(), Set.of(), Set.of(DESK));
        assertEquals(
                Rule.DELIVERED,
                decide(asks(DESK, delivered), yes("c1").withdrawn()).rule());
    }

    @Test
    void from_twelve_to_fifteen_she_and_an_authority_holder_must_both_consent() {
        Said hers = yes("hers");
        Said his = yes("his").by(Giver.AUTHORITY_HOLDER);
        Question question = desk(DataClass.REFERRAL);
        assertEquals(
                Rule.SECOND_CONSENT, decide(about(aged(14), hers), question).rule());
        assertEquals(Rule.SECOND_CONSENT, decide(about(aged(14), his), question).rule());
        Decision both = decide(about(aged(14), hers, his), question);
        assertTrue(both.permit());
        assertEquals("hers", both.consent().orElseThrow().id());
        assertFalse(decide(
                        about(
                                aged(14),
                                hers,
                                yes("his").by(Giver.AUTHORITY_HOLDER).classes(DataClass.CONTACT)),
                        question)
                .permit());
        assertFalse(decide(
                        about(
                                aged(14),
                                hers.classes(DataClass.REFERRAL),
                                his,
                                no("his-no").by(Giver.AUTHORITY_HOLDER)),
                        question)
                .permit());
    }

    @Test
    void who_is_alone_in_deciding_follows_from_her_age_and_a_professional() {
        Said hers = yes("hers");
        Said his = yes("his").by(Giver.AUTHORITY_HOLDER);
        Said hisNo = no("his-no").by(Giver.AUTHORITY_HOLDER);
        Question question = desk(DataClass.REFERRAL);
        assertTrue(decide(about(aged(11), his), question).permit());
        assertFalse(decide(about(aged(11), hers), question).permit());
        assertTrue(decide(about(aged(11), his, no("her-no")), question).permit());
        assertTrue(decide(about(aged(16), hers, hisNo), question).permit());
        assertFalse(decide(about(aged(16), his), question).permit());
        Person alone = new Person(SANNE, aged(14).birth(), List.of(new Period(START, END)));
        assertTrue(decide(about(alone, hers, hisNo), question).permit());
        assertFalse(decide(about(aged(14), hers, his, hisNo), question).permit());
        assertFalse(decide(about(aged(14), hers, his, no("her-no")), question).permit());
    }

    @Test
    void a_birthday_changes_the_answer_at_midnight_in_amsterdam_without_a_write() {
        Person girl = new Person(SANNE, Optional.of(BirthDate.of(LocalDate.of(2010, 11, 20))), List.of());
        Circumstances known = about(girl, yes("hers"));
        Instant midnight = Instant.parse("2026-11-19T23:00:00Z");
        assertFalse(decide(known, at(midnight.minusMillis(1))).permit());
        assertTrue(decide(known, at(midnight)).permit());
    }

    @Test
    void of_an_uncertain_birth_date_the_doubt_closes() {
        Person girl = new Person(
                SANNE, Optional.of(new BirthDate(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 31))), List.of());
        assertFalse(decide(about(girl, yes("hers")), desk(DataClass.REFERRAL)).permit());
        Representation authority =
                new Representation(MOTHER, MIDWIFE, Representation.Ground.PARENTAL_AUTHORITY, Period.ALWAYS);
        assertFalse(girl.seenBy(authority, NOON));
    }

    @Test
    void a_representative_of_an_adult_counts_only_where_her_incapacity_was_recorded() {
        Question question = desk(DataClass.REFERRAL);
        assertFalse(decide(about(aged(30), yes("his").by(Giver.REPRESENTATIVE)), question)
                .permit());
        Said his = yes("his").by(Giver.REPRESENTATIVE_OF_INCAPABLE);
        assertTrue(decide(about(aged(30), his), question).permit());
        assertFalse(decide(about(aged(30), his, no("her-no")), question).permit());
        assertFalse(decide(about(aged(14), his), question).permit());
    }

    @Test
    void who_represents_her_sees_what_she_may_see_while_it_lasts() {
        Period year = new Period(START, END);
        var authority = new Representation(MOTHER, MIDWIFE, Representation.Ground.PARENTAL_AUTHORITY, year);
        var mentor = new Representation(MOTHER, MIDWIFE, Representation.Ground.MENTORSHIP, year);
        Question question = asks(MOTHER, kept(DataClass.FINDINGS));
        assertEquals(Rule.REPRESENTATIVE, seen(aged(14), authority, question));
        assertEquals(Rule.NO_CONSENT, seen(aged(16), authority, question));
        assertEquals(Rule.REPRESENTATIVE, seen(aged(30), mentor, question));
        assertEquals(Rule.NO_CONSENT, seen(aged(14), mentor, question));
        Person alone = new Person(SANNE, aged(14).birth(), List.of(year));
        assertEquals(Rule.NO_CONSENT, seen(alone, authority, question));
        var ended =
                new Representation(MOTHER, MIDWIFE, Representation.Ground.PARENTAL_AUTHORITY, new Period(START, NOON));
        assertEquals(Rule.NO_CONSENT, seen(aged(14), ended, question));
        assertEquals(
                Rule.WITHHELD,
                seen(aged(14), authority, asks(MOTHER, kept(MIDWIFE, "r1", DataClass.FINDINGS, Mark.WITHHELD))));
        // What another recorded about it shows what that other keeps, and no more.
        var elsewhere = new Representation(MOTHER, OUTSIDER, Representation.Ground.PARENTAL_AUTHORITY, year);
        assertEquals(Rule.NO_CONSENT, seen(aged(14), elsewhere, question));
    }

    private static Rule seen(Person person, Representation representation, Question question) {
        return decide(about(person, List.of(), List.of(representation)), question)
                .rule();
    }

    private static void add(List<Said> said, String present, Said one) {
        if ("yes".equals(present)) {
            said.add(one);
        }
    }

    private static Decision decide(Question question, Said... said) {
        return decide(about(grown(), said), question);
    }

    private static Decision decide(Circumstances known, Question question) {
        return ConsentDecision.decide(known, question);
    }

    private static boolean permitsAt(Instant now) {
        return decide(at(now), yes("c1")).permit();
    }

    private static Question at(Instant now) {
        return new Question(kept(DataClass.REFERRAL), Question.Caller.of(DESK), Optional.empty(), now);
    }
}
