package nl.ooievaar.subject.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossierPartTest {
    @ParameterizedTest
    @CsvSource({
        "Patient, phb-woman, PERSON",
        "QuestionnaireResponse, phb-family-profile, FAMILY_PROFILE",
        "QuestionnaireResponse, phb-findings, FINDINGS",
        "Observation, phb-vulnerability, FINDINGS",
        "Observation, phb-risk-factor, REASON",
        "RelatedPerson, '', INVOLVED",
        "CareTeam, '', INVOLVED",
        "CarePlan, phb-care-plan, AGREEMENTS",
        "Goal, '', AGREEMENTS",
        "Communication, phb-feedback, CONCLUSION",
        "Encounter, '', EXECUTION",
    })
    void each_resource_stands_under_its_main_item(String type, String profile, DossierPart part) {
        assertEquals(Optional.of(part), DossierPart.of(type, Set.of(profile)));
    }

    @Test
    void tasks_consents_and_files_are_no_part_of_the_record() {
        for (String type : new String[] {"Task", "Consent", "Provenance", "Binary", "Composition", "EpisodeOfCare"}) {
            assertEquals(Optional.empty(), DossierPart.of(type, Set.of()), type);
        }
    }

    @Test
    void the_codes_are_those_of_the_contract() {
        assertEquals("family-profile", DossierPart.FAMILY_PROFILE.code());
    }
}
