package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.People.DESK;
import static nl.ooievaar.subject.consent.People.END;
import static nl.ooievaar.subject.consent.People.MATERNITY;
import static nl.ooievaar.subject.consent.People.MIDWIFE;
import static nl.ooievaar.subject.consent.People.NOON;
import static nl.ooievaar.subject.consent.People.OUTSIDER;
import static nl.ooievaar.subject.consent.People.SAFE_HOME;
import static nl.ooievaar.subject.consent.People.START;
import static nl.ooievaar.subject.consent.People.deny;
import static nl.ooievaar.subject.consent.People.desk;
import static nl.ooievaar.subject.consent.People.permit;
import static nl.ooievaar.subject.consent.People.statement;
import static nl.ooievaar.subject.consent.People.withdrawn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.consent.Decision.ConsentVersion;
import nl.ooievaar.subject.party.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentDecisionTest {

    @ParameterizedTest(name = "permit all {0}, permit named {1}, deny all {2}, deny named {3}: {4}")
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
            String permitAll, String permitNamed, String denyAll, String denyNamed, Rule expected) {
        List<ConsentStatement> statements = new ArrayList<>();
        add(statements, permitAll, permit("permit-all"));
        add(statements, permitNamed, permit("permit-named", DataClass.REFERRAL));
        add(statements, denyAll, deny("deny-all"));
        add(statements, denyNamed, deny("deny-named", DataClass.REFERRAL));
        Decision decision = ConsentDecision.decide(statements, desk(DataClass.REFERRAL));
        assertEquals(expected, decision.rule());
        assertEquals(expected.permits(), decision.permit());
    }

    @Test
    void the_decision_names_the_consent_version_behind_it() {
        Decision decision = ConsentDecision.decide(List.of(permit("c1")), desk(DataClass.CONTACT));
        assertEquals(Optional.of(new ConsentVersion("c1", 1)), decision.consent());
        assertEquals("consent", decision.ruleId());
        assertEquals("decision.consent", decision.sentenceKey());
    }

    @Test
    void withdrawal_closes_at_once() {
        assertFalse(permits(withdrawn(permit("c1")), desk(DataClass.REFERRAL)));
    }

    @Test
    void a_permission_holds_from_its_start_until_just_before_its_end() {
        assertFalse(permits(permit("c1"), at(START.minusMillis(1))));
        assertTrue(permits(permit("c1"), at(START)));
        assertTrue(permits(permit("c1"), at(END.minusMillis(1))));
        assertFalse(permits(permit("c1"), at(END)));
    }

    @Test
    void another_service_under_the_same_roof_sees_nothing() {
        assertFalse(permits(permit("c1"), new Question(MIDWIFE, SAFE_HOME, DataClass.REFERRAL, NOON)));
        assertFalse(permits(permit("c1"), new Question(MIDWIFE, OUTSIDER, DataClass.REFERRAL, NOON)));
    }

    @Test
    void a_permission_opens_only_the_records_of_its_source() {
        assertFalse(permits(permit("c1"), new Question(MATERNITY, DESK, DataClass.REFERRAL, NOON)));
    }

    @Test
    void a_permission_of_which_nobody_told_the_source_opens_nothing() {
        ConsentStatement nameless = without(permit("c1"));
        assertFalse(permits(nameless, desk(DataClass.REFERRAL)));
        assertTrue(permits(nameless.recordedBy(MIDWIFE), desk(DataClass.REFERRAL)));
    }

    @Test
    void an_objection_of_which_nobody_told_the_source_stands_against_all() {
        assertEquals(
                Rule.OBJECTION,
                ConsentDecision.decide(List.of(permit("c1"), without(deny("c2"))), desk(DataClass.CONTACT))
                        .rule());
    }

    @Test
    void the_third_route_opens_contact_details_and_nothing_else() {
        ConsentStatement contact = statement("c1", Effect.PERMIT, Purpose.CONTACT_DETAILS, Set.of(), START, END);
        for (DataClass dataClass : DataClass.values()) {
            assertEquals(dataClass == DataClass.CONTACT, permits(contact, desk(dataClass)), dataClass.code());
        }
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void naming_safeguarding_notes_opens_them_for_no_purpose(Purpose purpose) {
        ConsentStatement all = statement("c1", Effect.PERMIT, purpose, Set.of(DataClass.values()), START, END);
        assertEquals(
                Rule.SAFEGUARDING,
                ConsentDecision.decide(List.of(all), desk(DataClass.SAFEGUARDING))
                        .rule());
        assertEquals(
                Rule.CLOSED_CLASS,
                ConsentDecision.decide(List.of(all), desk(DataClass.FINDINGS)).rule());
    }

    @Test
    void naming_only_a_class_outside_the_purpose_opens_nothing_at_all() {
        assertFalse(permits(permit("c1", DataClass.FINDINGS), desk(DataClass.REFERRAL)));
        assertFalse(permits(permit("c1", DataClass.FINDINGS), desk(DataClass.FINDINGS)));
    }

    @Test
    void an_objection_for_one_purpose_leaves_the_other_purpose_open() {
        ConsentStatement contact = statement("c1", Effect.PERMIT, Purpose.CONTACT_DETAILS, Set.of(), START, END);
        List<ConsentStatement> statements = List.of(contact, deny("c2", DataClass.CONTACT, DataClass.REFERRAL));
        assertTrue(ConsentDecision.decide(statements, desk(DataClass.CONTACT)).permit());
        assertFalse(ConsentDecision.decide(statements, desk(DataClass.REFERRAL)).permit());
    }

    private static void add(List<ConsentStatement> statements, String present, ConsentStatement statement) {
        if ("yes".equals(present)) {
            statements.add(statement);
        }
    }

    private static boolean permits(ConsentStatement statement, Question question) {
        return ConsentDecision.decide(List.of(statement), question).permit();
    }

    private static Question at(Instant now) {
        return new Question(MIDWIFE, DESK, DataClass.REFERRAL, now);
    }

    private static ConsentStatement without(ConsentStatement it) {
        Optional<Party> nobody = Optional.empty();
        return new ConsentStatement(
                it.id(),
                1,
                true,
                it.effect(),
                it.purpose(),
                nobody,
                it.recipients(),
                it.classes(),
                it.start(),
                it.end());
    }
}
