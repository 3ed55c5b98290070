package nl.ooievaar.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message tells each mistake once, and what would be right where that is known. */
class SuggestionTest {
    private static final PhbPackage PHB = PhbPackage.load();
    private static final PhbValidation ENGLISH = PhbValidation.shared(Locale.ENGLISH);
    private static final PhbValidation DUTCH = PhbValidation.shared(Locale.forLanguageTag("nl"));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "case-1-appointment.json, '/appointmentType/coding/0/code=\"hom\"', home (",
                "case-1-care-team.json, '/participant/1/role/0/coding/0/code=\"jgz-nurs\"', jgz-nurse (",
                "case-1-evaluation.json, '/item/0/answer/0/valueCoding/code=\"interims\"', interim (",
                "case-1-evaluation.json, '/item/1/linkId=\"plann\"', plan?",
                "case-1-care-team.json, '/meta/profile/0=\"http://ooievaar.example/fhir/StructureDefinition/phb-careteam\"', StructureDefinition/phb-care-team?",
                "case-1-referral.json#Observation:2, '/valueCodeableConcept/coding/0/code=\"younger-than-2\"', younger-than-20 ("
            })
    void a_typing_error_is_told_once_with_what_was_meant(String base, String edit, String right) {
        String wrong = Edited.of(PHB, base, edit);
        List<SingleValidationMessage> english = ENGLISH.validate(wrong).getMessages();
        assertEquals(1, english.size(), () -> english.toString());
        assertTrue(
                english.get(0).getMessage().contains("Did you mean "),
                english.get(0).getMessage());
        assertTrue(english.get(0).getMessage().contains(right), english.get(0).getMessage());
        List<SingleValidationMessage> dutch = DUTCH.validate(wrong).getMessages();
        assertEquals(1, dutch.size(), () -> dutch.toString());
        assertTrue(
                dutch.get(0).getMessage().contains("Bedoelt u "), dutch.get(0).getMessage());
        assertTrue(dutch.get(0).getMessage().contains(right), dutch.get(0).getMessage());
    }

    @Test
    void a_code_like_none_is_told_with_all_that_are_possible_when_they_are_few() {
        String message = only("case-1-appointment.json", "/appointmentType/coding/0/code=\"by-boat\"");
        assertTrue(message.endsWith("Possible are: home, digital, elsewhere, jgz-location, phone."), message);
        String many = only("case-1-referral.json#Observation:2", "/valueCodeableConcept/coding/0/code=\"by-boat\"");
        assertFalse(many.contains("Possible are"), many);
        assertFalse(many.contains("Did you mean"), many);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "case-1-referral.json#Patient, '/birtdate=\"1990-01-01\"', 'birthDate?'",
                "case-1-referral.json#Patient, '/name/0/famly=\"x\"', 'family?'",
                "case-1-referral.json, '/entry/0/resource/multipleBirthBoolea=true', 'multipleBirthBoolean?'",
                "case-1-referral.json#ServiceRequest, '/category/0/coding/0/system=\"http://ooievaar.example/fhir/CodeSystem/phb-rout\"', 'CodeSystem/phb-route?'",
                "case-1-referral.json#ServiceRequest, '/meta/profile/0=\"http://ooievaar.example/fhir/StructureDefinition/PhbReferral\"', 'StructureDefinition/phb-referral?'",
                "case-1-referral.json#ServiceRequest, '/meta/profile/0=\"https://elsewhere.example/phb-referral\"', 'StructureDefinition/phb-referral?'",
                "case-1-referral.json#Patient, '/identifier/0/system=\"http://fhir.nl/fhir/NamingSystem/bns\"', 'http://fhir.nl/fhir/NamingSystem/bsn?'",
                "case-1-referral.json#Patient, '/identifier/0/system=\"https://fhir.nl/fhir/NamingSystem/BSN/\"', 'http://fhir.nl/fhir/NamingSystem/bsn?'",
                "case-1-referral.json#Patient, '/identifier/0/system=\"urn:oid:2.16.840.1.113883.2.4.6.3\"', 'http://fhir.nl/fhir/NamingSystem/bsn?'",
                "case-1-referral.json, '/entry/0/resource/identifier/0/system=\"http://fhir.nl/fhir/NamingSystem/bsm\"', 'http://fhir.nl/fhir/NamingSystem/bsn?'",
                "case-1-referral.json#Observation:2, '/valueCodeableConcept/coding/-={\"system\":\"http://snomed.info/stc\",\"code\":\"160933000\"}', 'http://snomed.info/sct?'",
                "case-1-referral.json#ServiceRequest, '/category/0/coding/0={\"system\":\"http://ooievaar.example/fhir/CodeSystem/phb-route\",\"code\":\"The woman contacts the JGZ herself\"}', 'self ('",
                "case-1-referral.json#ServiceRequest, '/category/0/coding/0={\"system\":\"http://ooievaar.example/fhir/CodeSystem/phb-route\",\"code\":\"De zwangere neemt zelf contact op\"}', 'self ('"
            })
    void what_was_meant_is_told_of_elements_systems_profiles_and_names_of_codes(
            String base, String edit, String right) {
        String wrong = Edited.of(PHB, base, edit);
        assertTrue(
                said(ENGLISH, wrong).matches("(?s).*Did you mean [^?]*" + Pattern.quote(right) + ".*"),
                said(ENGLISH, wrong));
        assertTrue(
                said(DUTCH, wrong).matches("(?s).*Bedoelt u [^?]*" + Pattern.quote(right) + ".*"), said(DUTCH, wrong));
    }

    @Test
    void a_numbering_that_is_almost_one_is_doubted_at_its_place_and_accepted_and_any_other_is_left_alone() {
        String wrong = Edited.of(
                PHB,
                "case-1-referral.json",
                "/entry/0/resource/identifier/0/system=\"http://fhir.nl/fhir/NamingSystem/bsm\"");
        Finding found = ENGLISH.findings(wrong, Optional.empty()).stream()
                .filter(one -> one.message().equals(IdentifierSystems.MESSAGE))
                .findFirst()
                .orElseThrow();
        assertEquals("Bundle.entry[0].resource.identifier[0].system", found.expression());
        assertFalse(found.error());
        for (String other : List.of(
                "http://midwife.example/id/woman",
                "http://fhir.nl/fhir/NamingSystem/lvr-instellingid",
                "urn:oid:2.16.840.1.113883.2.4.6.7")) {
            String own = Edited.of(
                    PHB,
                    "case-1-referral.json#Patient",
                    "/identifier/-={\"system\":\"" + other + "\",\"value\":\"1\"}");
            assertFalse(said(ENGLISH, own).contains("numbering"), other);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "case-1-referral.json#ServiceRequest, '/performer/0={\"reference\":\"Organization/2\"}'",
                "case-1-referral.json#Task, '/owner={\"reference\":\"Organization/2\"}'"
            })
    void a_referral_to_no_desk_is_told_once(String base, String edit) {
        String wrong = Edited.of(PHB, base, edit);
        for (PhbValidation language : List.of(ENGLISH, DUTCH)) {
            assertEquals(
                    1,
                    language.findings(wrong, Optional.empty()).stream()
                            .filter(Finding::error)
                            .count(),
                    said(language, wrong));
        }
    }

    private static String said(PhbValidation language, String wrong) {
        return language.findings(wrong, Optional.empty()).stream()
                .map(Finding::text)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "case-1-referral.json#ServiceRequest, /subject/reference=\"Group/12\", ServiceRequest.subject is a Patient",
        "case-1-referral.json#ServiceRequest, /performer/0/reference=\"Practitioner/12\", 'ServiceRequest.performer is a HealthcareService, not a Practitioner'",
        "case-1-referral.json#ServiceRequest, /requester/reference=\"https://x.example/fhir/Location/12\", not a Location",
        "case-1-goal.json, /subject/reference=\"Practitioner?identifier=a%7Cb\", 'Goal.subject is a Patient, not a Practitioner'"
    })
    void a_reference_to_a_type_that_does_not_fit_is_told_by_its_address_alone(String base, String edit, String right) {
        String wrong = Edited.of(PHB, base, edit);
        assertTrue(said(ENGLISH, wrong).contains(right), said(ENGLISH, wrong));
        assertFalse(PhbValidation.accepted(ENGLISH.validate(wrong)));
        assertFalse(ENGLISH.surelyAccepted(wrong.getBytes(StandardCharsets.UTF_8)));
    }

    /** Every text of the table in Dutch, without what is quoted, addresses, codes and names of elements. */
    @Test
    void no_case_of_the_table_is_told_in_english_when_dutch_is_asked() {
        Pattern english = Pattern.compile(
                "\\b(the|this|must|found|unknown|required|should|not|with|from|and|for|could|allowed|defined|but|only|"
                        + "invalid|value|error|does|when|either|least)\\b",
                Pattern.CASE_INSENSITIVE);
        Set<String> spoken = new TreeSet<>();
        for (Rows row : Rows.of("/invalid.csv")) {
            for (Finding found : DUTCH.findings(row.resource(PHB), Optional.empty())) {
                String plain = found.text()
                        .replaceAll("'[^']*'|\\(\\S*\\)|https?://\\S+|\\S+-\\S+|\\S+[.:]\\S+|\\[[^]]*]", "");
                if (english.matcher(plain).find()) {
                    spoken.add(found.message() + ": " + found.text());
                }
            }
        }
        assertEquals("", String.join("\n", spoken));
    }

    @Test
    void the_gravest_comes_first() {
        List<SingleValidationMessage> told = ENGLISH.validate(Edited.of(
                        PHB,
                        "case-1-care-team.json",
                        "/meta/profile/-=\"http://elsewhere.example/StructureDefinition/x\";;-/subject"))
                .getMessages();
        assertTrue(told.size() > 1, told.toString());
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i - 1).getSeverity().compareTo(told.get(i).getSeverity()) >= 0, told.toString());
        }
    }

    private static String only(String base, String edit) {
        List<SingleValidationMessage> told =
                ENGLISH.validate(Edited.of(PHB, base, edit)).getMessages();
        assertEquals(1, told.size(), () -> told.toString());
        return told.get(0).getMessage();
    }
}
