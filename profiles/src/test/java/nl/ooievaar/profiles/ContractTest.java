package nl.ooievaar.profiles;

import static org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind.LOGICAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every rule of the contract, with what satisfies it (valid.csv) and what breaks it (invalid.csv). */
class ContractTest {
    private static PhbPackage phb;
    private static PhbValidation english;

    @BeforeAll
    static void load() {
        phb = PhbPackage.load();
        english = PhbValidation.shared(Locale.ENGLISH);
    }

    @Test
    void every_example_is_accepted() {
        assertTrue(phb.examples().size() >= 13);
        phb.examples().forEach((name, text) -> assertEquals(List.of(), errors(english.validate(text)), name));
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvFileSource(resources = "/valid.csv", numLinesToSkip = 1, quoteCharacter = '\'')
    void is_accepted(String base, String edit, String profile, String why) {
        String resource = Edited.of(phb, base, edit);
        assertProfile(profile, resource);
        assertEquals(List.of(), errors(english.validate(resource)), why);
    }

    @ParameterizedTest(name = "{0} {1}: {6}")
    @CsvFileSource(resources = "/invalid.csv", numLinesToSkip = 1, quoteCharacter = '\'')
    void is_refused(
            String base, String edit, String profile, String severity, String location, String message, String why) {
        String resource = Edited.of(phb, base, edit);
        assertProfile(profile, resource);
        ValidationResult result = english.validate(resource);
        assertFalse(PhbValidation.accepted(result), why);
        assertTrue(
                result.getMessages().stream()
                        .anyMatch(found -> found.getSeverity() == ResultSeverityEnum.valueOf(severity)
                                && String.valueOf(found.getLocationString()).startsWith(location)
                                && found.getMessage().contains(message)),
                () -> why + ": " + describe(result));
    }

    @Test
    void every_rule_has_a_case_that_breaks_it() throws IOException {
        String cases = text("/invalid.csv");
        for (var definition : phb.definitions()) {
            if (definition instanceof StructureDefinition structure) {
                for (var element : structure.getDifferential().getElement()) {
                    for (var rule : element.getConstraint()) {
                        assertTrue(
                                !rule.getKey().startsWith("phb-") || cases.contains("(" + rule.getKey() + ")"),
                                rule.getKey());
                    }
                }
            }
        }
    }

    @Test
    void every_profile_has_an_accepted_case() throws IOException {
        String cases = text("/valid.csv");
        for (var definition : phb.definitions()) {
            if (definition instanceof StructureDefinition structure
                    && structure.getKind() != LOGICAL
                    && !structure.getType().equals("Extension")) {
                String id = structure.getIdElement().getIdPart();
                assertTrue(cases.contains("," + id + ","), id);
            }
        }
    }

    @Test
    void a_rule_speaks_dutch_when_asked() {
        var dutch = PhbValidation.shared(Locale.forLanguageTag("nl"));
        var result = dutch.validate(Edited.of(phb, "case-1-referral.json#Consent", "/status=\"draft\""));
        assertTrue(describe(result).contains("Een toestemming is active of inactive"), describe(result));
    }

    @Test
    void a_profile_of_another_publisher_is_kept_and_not_checked() {
        var result = english.validate(Edited.of(phb, "desk.json", "/meta/profile/-=\"http://nl.example/foreign\""));
        assertTrue(PhbValidation.accepted(result), describe(result));
        assertTrue(describe(result).contains("INFORMATION"), describe(result));
    }

    @Test
    void a_code_of_an_unknown_system_is_not_an_error_where_the_contract_does_not_require_one() {
        var result = english.validate(phb.examples().get("organization.json"));
        assertTrue(PhbValidation.accepted(result), describe(result));
        assertTrue(describe(result).contains("unknown and can't be validated"), describe(result));
    }

    private static void assertProfile(String profile, String resource) {
        if (profile != null) {
            assertTrue(
                    JsonParser.parseString(resource)
                            .getAsJsonObject()
                            .getAsJsonObject("meta")
                            .getAsJsonArray("profile")
                            .toString()
                            .contains("/" + profile + "\""),
                    profile);
        }
    }

    private static List<String> errors(ValidationResult result) {
        return result.getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(ContractTest::describe)
                .toList();
    }

    private static String describe(ValidationResult result) {
        return result.getMessages().stream().map(ContractTest::describe).collect(Collectors.joining("\n"));
    }

    private static String describe(SingleValidationMessage message) {
        return message.getSeverity() + " " + message.getLocationString() + " " + message.getMessage();
    }

    private static String text(String resource) throws IOException {
        try (var stream = ContractTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
