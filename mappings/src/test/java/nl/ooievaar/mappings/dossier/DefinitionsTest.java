package nl.ooievaar.mappings.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parent dossier as it is published; mvn -pl mappings compile exec:java@maps makes it what the table says. */
class DefinitionsTest {
    private static final Path PUBLISHED = Path.of("../profiles/src/main/fhir/dossier");
    private static final String MODEL = "StructureDefinition-phb-parent-dossier.json";

    private static JsonNode made(String file) throws IOException {
        return Json.MAPPER.readTree(Definitions.all().get(file));
    }

    @Test
    void what_is_published_is_what_the_table_says_to_the_byte() throws IOException {
        Map<String, String> published = new TreeMap<>();
        try (Stream<Path> files = Files.list(PUBLISHED)) {
            for (Path file : files.toList()) {
                published.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        assertEquals(Definitions.all().keySet(), published.keySet());
        Definitions.all().forEach((name, text) -> assertEquals(text, published.get(name), name));
    }

    @Test
    void every_field_is_in_the_model_with_its_number_and_codes() throws IOException {
        Map<String, JsonNode> elements = new HashMap<>();
        made(MODEL)
                .at("/differential/element")
                .forEach(one -> elements.put(one.path("path").asText(), one));
        for (DossierTable.Field field : DossierTable.fields()) {
            if (field.path().startsWith(":")) {
                continue;
            }
            JsonNode element = elements.get("phb-parent-dossier." + field.path());
            assertTrue(element != null, field.path());
            assertEquals(
                    field.cardinality(),
                    element.path("min").asInt() + ".." + element.path("max").asText());
            Set<String> said = new HashSet<>();
            element.path("mapping").forEach(one -> said.add(one.path("map").asText()));
            assertTrue(said.containsAll(field.bds()) && said.containsAll(field.icf()), field.path());
        }
    }

    @Test
    void a_child_dossier_requires_its_version_and_no_more() throws IOException {
        made("StructureDefinition-phb-child-dossier.json")
                .at("/differential/element")
                .forEach(one -> assertEquals(
                        one.path("path").asText().endsWith("-dossier.version") ? 1 : 0,
                        one.path("min").asInt(),
                        one.path("path").asText()));
    }

    /** Each field of the tables is read by its name in one map and made by its name in the other. */
    @Test
    void every_field_has_its_rule_in_both_maps() throws IOException {
        Set<String> read = new HashSet<>();
        rules(made("StructureMap-phb-parent-dossier-to-r4.json"), "source", read);
        Set<String> written = new HashSet<>();
        rules(made("StructureMap-phb-r4-to-parent-dossier.json"), "target", written);
        for (DossierTable.Field field : DossierTable.fields()) {
            if (!field.type().equals("group") || !field.r4().isEmpty()) {
                String name = field.path().substring(field.path().lastIndexOf('.') + 1);
                assertTrue(read.contains(name), "to R4: " + field.path());
                assertTrue(written.contains(name), "from R4: " + field.path());
            }
        }
    }

    private static void rules(JsonNode node, String side, Set<String> into) {
        for (JsonNode rule : node.path(node.has("group") ? "group" : "rule")) {
            rule.path(side).forEach(one -> into.add(one.path("element").asText()));
            rules(rule, side, into);
        }
    }

    /** Every variable that a rule names was given to its group, or by a rule around it. */
    @Test
    void no_rule_names_what_it_was_not_given() throws IOException {
        for (String file :
                List.of("StructureMap-phb-parent-dossier-to-r4.json", "StructureMap-phb-r4-to-parent-dossier.json")) {
            JsonNode map = made(file);
            Map<String, JsonNode> groups = new HashMap<>();
            map.path("group").forEach(one -> groups.put(one.path("name").asText(), one));
            for (JsonNode group : map.path("group")) {
                Set<String> known = new HashSet<>();
                group.path("input").forEach(one -> known.add(one.path("name").asText()));
                scoped(group, known, groups);
            }
        }
    }

    private static void scoped(JsonNode around, Set<String> above, Map<String, JsonNode> groups) {
        for (JsonNode rule : around.path("rule")) {
            Set<String> known = new HashSet<>(above);
            for (String side : List.of("source", "target")) {
                for (JsonNode one : rule.path(side)) {
                    assertTrue(known.contains(one.path("context").asText()), one.toString());
                    known.add(one.path("variable").asText());
                    one.path("parameter")
                            .findValues("valueId")
                            .forEach(id -> assertTrue(known.contains(id.asText()), one.toString()));
                }
            }
            for (JsonNode next : rule.path("dependent")) {
                JsonNode group = groups.get(next.path("name").asText());
                assertTrue(group != null, next.toString());
                assertEquals(group.path("input").size(), next.path("variable").size(), next.toString());
                next.path("variable").forEach(one -> assertTrue(known.contains(one.asText()), next.toString()));
            }
            scoped(rule, known, groups);
        }
    }
}
