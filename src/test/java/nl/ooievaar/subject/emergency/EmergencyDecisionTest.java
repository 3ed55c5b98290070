package nl.ooievaar.subject.emergency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Period;
import nl.ooievaar.subject.party.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmergencyDecisionTest {

    private static final String URA = "http://fhir.nl/fhir/NamingSystem/ura";
    private static final Party WARD = new Party(URA, "90000501", "90000501-verloskunde");
    private static final Party MIDWIFE = new Party(URA, "90000101", "90000101-verloskunde");
    private static final Party DESK = new Party(URA, "90000201", "90000201-phb");
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofHours(4));

    private static final EmergencyAccess OPEN = new EmergencyAccess(
            "1", WARD, Set.of(MIDWIFE), EmergencyDecision.OPENABLE, EmergencyBasis.VITAL_INTEREST, NOW, END);

    @Test
    void it_opens_its_classes_of_the_custodians_it_reaches_and_nothing_else() {
        assertTrue(opens(MIDWIFE, WARD, DataClass.CONTACT, NOW));
        assertFalse(opens(DESK, WARD, DataClass.CONTACT, NOW), "a custodian whose officer was not told");
        assertFalse(opens(MIDWIFE, DESK, DataClass.CONTACT, NOW), "somebody else");
    }

    @Test
    void it_ends_by_itself() {
        assertFalse(opens(MIDWIFE, WARD, DataClass.CONTACT, NOW.minusNanos(1)));
        assertTrue(opens(MIDWIFE, WARD, DataClass.CONTACT, END.minusNanos(1)));
        assertFalse(opens(MIDWIFE, WARD, DataClass.CONTACT, END));
    }

    @ParameterizedTest
    @EnumSource(DataClass.class)
    void notes_on_safety_at_home_and_the_work_of_a_service_open_in_no_emergency(DataClass dataClass) {
        EmergencyAccess all = new EmergencyAccess(
                "1", WARD, Set.of(MIDWIFE), EnumSet.allOf(DataClass.class), EmergencyBasis.VITAL_INTEREST, NOW, END);
        boolean opens = EmergencyDecision.decide(List.of(all), List.of(), asked(MIDWIFE, WARD, dataClass, NOW))
                .isPresent();
        assertEquals(EmergencyDecision.OPENABLE.contains(dataClass), opens);
        if (dataClass == DataClass.SAFEGUARDING || dataClass == DataClass.WORK || dataClass == DataClass.CONSENT) {
            assertFalse(opens);
        }
    }

    @Test
    void any_objection_that_speaks_to_the_caller_the_class_or_all_keeps_it_closed() {
        assertFalse(opens(objection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
        assertFalse(opens(objection(Optional.of(WARD), Optional.empty(), Optional.empty(), Optional.empty())));
        assertFalse(
                opens(objection(Optional.empty(), Optional.of(URA + "|90000501"), Optional.empty(), Optional.empty())));
        assertFalse(opens(
                objection(Optional.of(WARD), Optional.empty(), Optional.of(MIDWIFE), Optional.of(DataClass.CONTACT))));
    }

    @Test
    void an_objection_against_another_for_another_class_or_against_another_source_leaves_it_open() {
        assertTrue(opens(objection(Optional.of(DESK), Optional.empty(), Optional.empty(), Optional.empty())));
        assertTrue(
                opens(objection(Optional.empty(), Optional.of(URA + "|90000201"), Optional.empty(), Optional.empty())));
        assertTrue(
                opens(objection(Optional.of(WARD), Optional.empty(), Optional.empty(), Optional.of(DataClass.PLAN))));
        assertTrue(opens(objection(Optional.of(WARD), Optional.empty(), Optional.of(DESK), Optional.empty())));
    }

    @Test
    void an_objection_recorded_while_it_is_open_closes_from_that_moment() {
        StandingObjection later = new StandingObjection(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW.plusSeconds(60),
                Period.OPEN_END);
        assertTrue(EmergencyDecision.decide(
                        List.of(OPEN), List.of(later), asked(MIDWIFE, WARD, DataClass.CONTACT, NOW.plusSeconds(59)))
                .isPresent());
        assertFalse(EmergencyDecision.decide(
                        List.of(OPEN), List.of(later), asked(MIDWIFE, WARD, DataClass.CONTACT, NOW.plusSeconds(60)))
                .isPresent());
    }

    @ParameterizedTest
    @EnumSource(EmergencyBasis.class)
    void every_basis_is_found_by_its_code(EmergencyBasis basis) {
        assertEquals(Optional.of(basis), EmergencyBasis.of(basis.code()));
    }

    private static boolean opens(Party source, Party recipient, DataClass dataClass, Instant now) {
        return EmergencyDecision.decide(List.of(OPEN), List.of(), asked(source, recipient, dataClass, now))
                .isPresent();
    }

    private static boolean opens(StandingObjection objection) {
        return EmergencyDecision.decide(List.of(OPEN), List.of(objection), asked(MIDWIFE, WARD, DataClass.CONTACT, NOW))
                .isPresent();
    }

    private static EmergencyQuestion asked(Party source, Party recipient, DataClass dataClass, Instant now) {
        return new EmergencyQuestion(source, recipient, dataClass, now);
    }

    private static StandingObjection objection(
            Optional<Party> recipient, Optional<String> organization, Optional<Party> source, Optional<DataClass> of) {
        return new StandingObjection(recipient, organization, source, of, NOW, Period.OPEN_END);
    }
}
