package nl.ooievaar.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each finding names its rule and the paragraph that holds it, and that paragraph exists. */
class FindingTest {
    private static final PhbPackage PHB = PhbPackage.load();
    private static final PhbValidation ENGLISH = PhbValidation.shared(Locale.ENGLISH);
    private static final Map<Rows, List<Finding>> TOLD = new LinkedHashMap<>();
    private static final PhbValidation DUTCH = PhbValidation.shared(Locale.forLanguageTag("nl"));

    @BeforeAll
    static void judge() {
        for (Rows row : Rows.of("/invalid.csv")) {
            TOLD.put(row, ENGLISH.findings(row.resource(PHB), Optional.empty()));
        }
    }

    @Test
    void every_error_of_the_table_has_a_rule_and_a_paragraph_that_exists() {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> links = new TreeMap<>();
        for (var row : TOLD.entrySet()) {
            for (Finding found : row.getValue()) {
                String link = found.paragraph().orElse("");
                links.merge(link.replaceAll("[/#].*", ""), 1, Integer::sum);
                boolean exists = link.startsWith("http://hl7.org/fhir/R4/") || anchors(link);
                if (found.error() && (found.rule().equals("invalid") || !exists)) {
                    wrong.add(row.getKey().text() + " -> " + found);
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(links.get("profiles") > 300, links.toString());
    }

    @Test
    void a_rule_of_ours_links_to_its_key_on_the_page_of_its_profile() {
        for (List<Finding> told : TOLD.values()) {
            for (Finding found : told) {
                if (found.rule().startsWith("phb-")) {
                    assertTrue(found.paragraph().orElse("").endsWith(".html#" + found.rule()), found.toString());
                    assertTrue(anchors(found.paragraph().orElseThrow()), found.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "case-1-referral.json#ServiceRequest, '-/reasonReference;;-/note', phb-ref-1, profiles/phb-referral.html#phb-ref-1",
                "case-1-referral.json#ServiceRequest, '-/identifier', Validation_VAL_Profile_Minimum, profiles/phb-referral.html#ServiceRequest.identifier",
                "case-1-referral.json#ServiceRequest, '-/category', Validation_VAL_Profile_Minimum_SLICE, profiles/phb-referral.html#ServiceRequest.category:route",
                "case-1-referral.json#ServiceRequest, '/category/0/coding/0/code=\"by-post\"', Terminology_TX_NoValid_1_CC, profiles/phb-referral.html#ServiceRequest.category:route",
                "case-1-referral.json#ServiceRequest, '/intent=\"plan\"', _DT_Fixed_Wrong, profiles/phb-referral.html#ServiceRequest.intent",
                "case-1-referral.json#Patient, '/birtdate=\"1990-01-01\"', Unrecognised_property_, profiles/phb-woman.html#Patient",
                "case-1-referral.json#Patient, '/birthDate=\"12-04-1990\"', Type_Specific_Checks_DT_Date_Valid, profiles/phb-woman.html#Patient.birthDate",
                "case-1-appointment.json, '-/start;;-/end', app-3, http://hl7.org/fhir/R4/appointment.html"
            })
    void a_finding_is_about(String base, String edit, String rule, String paragraph) {
        String sent = Edited.of(PHB, base, edit);
        for (PhbValidation language : List.of(ENGLISH, DUTCH)) {
            assertTrue(
                    language.findings(sent, Optional.empty()).stream()
                            .anyMatch(found -> found.error()
                                    && found.rule().equals(rule)
                                    && found.paragraph().equals(Optional.of(paragraph))),
                    () -> language.findings(sent, Optional.empty()).toString());
        }
    }

    @Test
    void an_entry_of_a_bundle_is_judged_by_its_own_profile_and_told_in_plain_fhirpath() {
        String bundle = Edited.of(PHB, "case-1-referral.json", "-/entry/0/resource/name");
        Finding found = ENGLISH.findings(bundle, Optional.empty()).get(0);
        assertEquals("Bundle.entry[0].resource", found.expression());
        assertEquals(Optional.of("profiles/phb-woman.html#Patient.name"), found.paragraph());
    }

    @Test
    void an_unknown_element_of_xml_is_told_in_fhirpath_with_its_name() {
        String xml = "<Patient xmlns=\"http://hl7.org/fhir\"><contact><famly value=\"x\"/></contact></Patient>";
        for (PhbValidation language : List.of(ENGLISH, DUTCH)) {
            Finding found = language.findings(xml, Optional.empty()).get(0);
            assertEquals("Patient.contact", found.expression());
            assertEquals(Optional.of("famly"), found.unknown());
            assertEquals(
                    Optional.of("http://hl7.org/fhir/R4/patient-definitions.html#Patient.contact"), found.paragraph());
        }
    }

    /** Whether the page is one of ours and has the anchor: the key of a rule or the id of an element. */
    private static boolean anchors(String link) {
        String id = link.replaceAll("^[a-z]+/|\\.html.*$", "");
        if (link.startsWith("questionnaires/")) {
            return PHB.definitions().stream()
                    .anyMatch(one -> one.fhirType().equals("Questionnaire")
                            && id.equals(one.getIdElement().getIdPart()));
        }
        String anchor = link.substring(link.indexOf('#') + 1);
        return PHB.find(StructureDefinition.class, PhbPackage.profile(id)).stream()
                .flatMap(one -> one.getSnapshot().getElement().stream())
                .anyMatch(one -> anchor.equals(one.getId())
                        || one.getConstraint().stream().anyMatch(rule -> anchor.equals(rule.getKey())));
    }
}
