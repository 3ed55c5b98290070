package nl.ooievaar.mappings.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table says what the published contract says. */
class ContractTest {
    private static JsonNode published(String name) throws IOException {
        return Json.MAPPER.readTree(
                Files.readAllBytes(ExamplesTest.EXAMPLES.getParent().resolve(name)));
    }

    @Test
    void every_question_of_the_contract_has_a_field() throws IOException {
        Set<String> asked = Declaration.table().parts().stream()
                .flatMap(part -> part.rules().stream())
                .flatMap(rule -> rule.r4().steps().stream())
                .filter(step -> step.name().equals("item"))
                .map(Path.Step::key)
                .collect(Collectors.toSet());
        for (String form : List.of("phb-findings", "phb-family-profile", "phb-evaluation")) {
            List<String> questions = new ArrayList<>();
            questions(published("Questionnaire-" + form + ".json"), questions);
            assertTrue(questions.size() > 8);
            assertEquals(
                    List.of(),
                    questions.stream().filter(it -> !asked.contains(it)).toList());
        }
    }

    private static void questions(JsonNode around, List<String> into) {
        for (JsonNode item : around.path("item")) {
            into.add(item.path("linkId").asText());
            questions(item, into);
        }
    }

    @Test
    void a_theme_relates_to_the_icf_as_the_published_map_says() throws IOException {
        for (JsonNode element : published("ConceptMap-phb-theme-to-icf.json").at("/group/0/element")) {
            String theme = element.path("code").asText();
            Row row = Declaration.table().rows().stream()
                    .filter(one -> one.type().equals("theme") && one.r4().equals("item(" + theme + ")"))
                    .findFirst()
                    .orElseThrow();
            List<String> codes = new ArrayList<>();
            element.path("target")
                    .forEach(target -> codes.add(target.path("code").asText()));
            assertEquals(String.join(" ", codes), row.icf(), theme);
        }
    }

    @Test
    void every_field_has_a_name_in_two_languages_and_fields_a_main_item_of_the_guideline() throws IOException {
        List<String> items = new ArrayList<>();
        published("CodeSystem-phb-dossier-section.json")
                .path("concept")
                .forEach(one -> items.add(one.path("code").asText()));
        for (Row row : Declaration.table().rows()) {
            if (!row.type().equals("implied")) {
                assertTrue(!row.nl().isEmpty() && !row.en().isEmpty(), row::path);
                assertTrue(
                        row.path().startsWith(":") || row.path().equals("version") || items.contains(row.main()),
                        row::path);
            }
        }
    }
}
