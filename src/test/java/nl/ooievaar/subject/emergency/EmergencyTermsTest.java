package nl.ooievaar.subject.emergency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.party.Party;
import nl.ooievaar.subject.referral.TaskState;
import org.junit.jupiter.api.Test;

class EmergencyTermsTest {

    private static final Party WARD =
            new Party("http://fhir.nl/fhir/NamingSystem/ura", "90000501", "90000501-verloskunde");
    private static final Optional<String> DOCTOR = Optional.of("arts-1");
    private static final EmergencyTerms TERMS = terms(true);

    @Test
    void it_is_for_listed_services_of_care_providers_where_a_node_turned_it_on() {
        assertEquals(Optional.empty(), TERMS.check(WARD, false, DOCTOR, Optional.empty()));
        assertEquals(Optional.empty(), TERMS.check(WARD, false, DOCTOR, Optional.of("BTG")));
        Party other = new Party(WARD.organizationSystem(), "90000501", "90000501-poli");
        Party noCare = new Party("http://fhir.nl/fhir/NamingSystem/kvk", "90000501", WARD.service());
        assertEquals(not(), TERMS.check(other, false, DOCTOR, Optional.empty()));
        assertEquals(not(), TERMS.check(noCare, false, DOCTOR, Optional.empty()));
        assertEquals(not(), TERMS.check(WARD, true, DOCTOR, Optional.empty()), "a person by herself");
        assertEquals(not(), TERMS.check(WARD, false, DOCTOR, Optional.of("referral")), "another purpose");
        assertEquals(not(), terms(false).check(WARD, false, DOCTOR, Optional.empty()), "off");
    }

    @Test
    void it_is_an_act_of_somebody() {
        assertEquals(
                Optional.of(Refusal.of(Reason.EMERGENCY_NEEDS_USER)),
                TERMS.check(WARD, false, Optional.empty(), Optional.empty()));
    }

    @Test
    void the_refused_class_names_what_can_be_asked() {
        Refusal no =
                EmergencyTerms.checkClass(Optional.of(DataClass.SAFEGUARDING)).orElseThrow();
        assertEquals(java.util.List.of("contact, referral, findings, plan, feedback"), no.arguments());
        assertTrue(EmergencyTerms.checkClass(Optional.empty()).isPresent());
        assertFalse(EmergencyTerms.checkClass(Optional.of(DataClass.PLAN)).isPresent());
    }

    @Test
    void a_reason_is_a_sentence_and_no_record() {
        assertTrue(EmergencyTerms.checkReason("  spoed!   ").isPresent());
        assertFalse(
                EmergencyTerms.checkReason("buiten bewustzijn binnengebracht").isPresent());
        assertTrue(EmergencyTerms.checkReason("x".repeat(501)).isPresent());
    }

    @Test
    void it_lasts_no_longer_than_the_node_allows() {
        assertFalse(TERMS.checkDuration(Duration.ofHours(12)).isPresent());
        assertTrue(TERMS.checkDuration(Duration.ofHours(12).plusMinutes(1)).isPresent());
        assertTrue(TERMS.checkDuration(Duration.ZERO).isPresent());
        assertTrue(TERMS.checkDuration(Duration.ofHours(-1)).isPresent());
    }

    @Test
    void a_notice_ends_when_she_was_told_and_is_put_off_until_then() {
        for (TaskState from : TaskState.values()) {
            if (from == TaskState.COMPLETED) {
                assertTrue(NoticeMoves.check(from, TaskState.ON_HOLD).isPresent());
                continue;
            }
            assertFalse(NoticeMoves.check(from, TaskState.COMPLETED).isPresent());
            assertFalse(NoticeMoves.check(from, TaskState.ON_HOLD).isPresent());
            for (TaskState never : Set.of(TaskState.REJECTED, TaskState.CANCELLED, TaskState.FAILED)) {
                assertEquals(from != never, NoticeMoves.check(from, never).isPresent());
            }
        }
    }

    @Test
    void what_she_finds_is_kept_from_her_while_it_is_put_off_and_shown_when_it_is_taken_up_again() {
        for (TaskState state : TaskState.values()) {
            assertEquals(NoticeMoves.ForHer.KEPT, NoticeMoves.forHer(state, TaskState.ON_HOLD));
            boolean ends = state == TaskState.COMPLETED;
            if (state != TaskState.ON_HOLD) {
                assertEquals(
                        ends ? NoticeMoves.ForHer.UNCHANGED : NoticeMoves.ForHer.SHOWN,
                        NoticeMoves.forHer(TaskState.ON_HOLD, state));
                assertEquals(NoticeMoves.ForHer.UNCHANGED, NoticeMoves.forHer(TaskState.REQUESTED, state));
            }
        }
    }

    private static EmergencyTerms terms(boolean enabled) {
        return new EmergencyTerms(enabled, Set.of(WARD.service()), Duration.ofHours(4), Duration.ofHours(12), 5);
    }

    private static Optional<Refusal> not() {
        return Optional.of(Refusal.of(Reason.EMERGENCY_NOT_OPEN_TO_CALLER));
    }
}
