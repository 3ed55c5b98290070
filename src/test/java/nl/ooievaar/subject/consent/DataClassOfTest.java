package nl.ooievaar.subject.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.subject.referral.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataClassOfTest {

    @ParameterizedTest
    @CsvSource({"Appointment, REFERRAL", "Encounter, REFERRAL", "CarePlan, PLAN", "Communication, WORK"})
    void the_meeting_of_a_warm_handover_belongs_to_the_referral_it_comes_with(String type, DataClass expected) {
        assertEquals(expected, DataClassOf.of(new RecordFacts(type, Set.of(), Optional.empty(), true, false)));
    }

    @ParameterizedTest(name = "{0} {1} {2} is {3}")
    @CsvSource({
        "Patient, phb-contact-details, , CONTACT",
        "Patient, phb-woman, , REFERRAL",
        "Patient, phb-contact-details phb-woman, , REFERRAL",
        "Patient, phb-partner, , REFERRAL",
        "Patient, phb-child, , REFERRAL",
        "Patient, , , REFERRAL",
        "ServiceRequest, phb-referral, contact-details, CONTACT",
        "ServiceRequest, phb-referral, together, REFERRAL",
        "ServiceRequest, phb-referral, , REFERRAL",
        "Task, phb-referral-task, contact-details, CONTACT",
        "Task, phb-referral-task, warm-handover, REFERRAL",
        "Task, phb-work-task, contact-details, WORK",
        "Task, phb-referral-task phb-work-task, contact-details, WORK",
        "Task, , , WORK",
        "Observation, phb-risk-factor, , REFERRAL",
        "Observation, phb-protective-factor, , REFERRAL",
        "Observation, phb-vulnerability, , FINDINGS",
        "Observation, phb-due-date, , BIRTH_CARE",
        "Observation, , , BIRTH_CARE",
        "Observation, phb-withheld-address, , WITHHELD_ADDRESS",
        "Observation, phb-withheld-address phb-risk-factor, , WITHHELD_ADDRESS",
        "Condition, , , BIRTH_CARE",
        "RelatedPerson, , , REFERRAL",
        "RelatedPerson, phb-representative, , CONSENT",
        "DocumentReference, , , REFERRAL",
        "Consent, phb-consent, , CONSENT",
        "Provenance, phb-consent-provenance, , ORIGIN",
        "ServiceRequest, phb-referral-proposal, , DRAFT",
        "QuestionnaireResponse, phb-findings, , FINDINGS",
        "QuestionnaireResponse, phb-family-profile, , FINDINGS",
        "QuestionnaireResponse, phb-evaluation, , WORK",
        "QuestionnaireResponse, , , WORK",
        "CarePlan, phb-care-plan, , PLAN",
        "Goal, phb-goal, , PLAN",
        "CareTeam, , , PLAN",
        "Communication, phb-feedback, , FEEDBACK",
        "Communication, , , WORK",
        "Encounter, phb-contact, , WORK",
        "Appointment, , , WORK",
        "Basic, , , WORK",
    })
    void every_type_has_one_class_and_doubt_opens_less(String type, String profiles, String route, DataClass expected) {
        Set<String> ids =
                profiles == null ? Set.of() : Arrays.stream(profiles.split(" ")).collect(Collectors.toSet());
        Optional<Route> way = Optional.ofNullable(route).flatMap(Route::of);
        assertEquals(expected, DataClassOf.of(new RecordFacts(type, ids, way, false, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Observation", "Encounter", "ServiceRequest", "Consent", "Communication", "Basic"})
    void what_its_author_marked_as_safeguarding_is_that_whatever_its_type(String type) {
        assertEquals(
                DataClass.SAFEGUARDING, DataClassOf.of(new RecordFacts(type, Set.of(), Optional.empty(), true, true)));
    }

    @Test
    void an_address_that_she_keeps_secret_stays_that_in_a_referral() {
        Set<String> withheld = Set.of("phb-withheld-address");
        assertEquals(
                DataClass.WITHHELD_ADDRESS,
                DataClassOf.of(new RecordFacts("Observation", withheld, Optional.empty(), true, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Observation", "Condition"})
    void what_goes_with_a_referral_opens_with_it(String type) {
        assertEquals(
                DataClass.REFERRAL, DataClassOf.of(new RecordFacts(type, Set.of(), Optional.empty(), true, false)));
    }
}
