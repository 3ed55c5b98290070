package nl.ooievaar.mappings.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.ooievaar.mappings.birthcare.BirthCareTable;
import nl.ooievaar.mappings.dossier.Declaration;
import nl.ooievaar.mappings.dossier.Row;
import org.junit.jupiter.api.Test;

/** The maps of the package say what the tables say; mvn -pl mappings compile exec:java@maps, then profiles/regenerate makes them so. */
class ConceptMapsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PUBLISHED = Path.of("../profiles/src/main/fhir");
    private static final Path SOURCES = Path.of("../profiles/fsh/input/fsh/maps");

    @Test
    void what_is_published_is_what_the_tables_say() throws IOException {
        for (CodeMap map : ConceptMaps.all()) {
            JsonNode published = JSON.readTree(
                    PUBLISHED.resolve("ConceptMap-" + map.id() + ".json").toFile());
            List<CodeMap.Group> groups = new ArrayList<>();
            published.path("group").forEach(one -> groups.add(group(one)));
            assertEquals(map.groups(), groups, map.id());
            assertEquals(map.title().nl(), published.path("title").asText());
            assertEquals(map.about().en(), published.path("description").asText());
        }
    }

    @Test
    void the_source_of_a_published_map_is_the_one_that_is_made() throws IOException {
        for (CodeMap map : ConceptMaps.all()) {
            assertEquals(Fsh.of(map), Files.readString(SOURCES.resolve(map.id() + ".fsh")));
        }
    }

    private static CodeMap.Group group(JsonNode group) {
        List<CodeMap.Entry> entries = new ArrayList<>();
        for (JsonNode element : group.path("element")) {
            List<CodeMap.Target> targets = new ArrayList<>();
            for (JsonNode one : element.path("target")) {
                Optional<String> code = Optional.of(one.path("code").asText()).filter(it -> !it.isEmpty());
                targets.add(new CodeMap.Target(
                        code,
                        one.path("equivalence").asText(),
                        one.path("comment").asText()));
            }
            entries.add(new CodeMap.Entry(element.path("code").asText(), targets));
        }
        return new CodeMap.Group(
                group.path("source").asText(), group.path("target").asText(), entries);
    }

    @Test
    void every_field_with_a_value_every_risk_factor_and_every_element_of_the_bds_has_its_row_once() {
        Set<String> fields = codes(BirthCareMaps.fields());
        BirthCareTable.rows().stream().filter(row -> row.part().equals("value")).forEach(row -> {
            assertTrue(row.two().isEmpty() || fields.contains(row.two()), row.fact());
            assertTrue(row.three().isEmpty() || fields.contains(row.three()), row.fact());
        });
        Set<String> factors = new TreeSet<>();
        targets(BirthCareMaps.factors()).forEach(one -> factors.add(one.code().orElseThrow()));
        BirthCareTable.factors().forEach(one -> assertTrue(factors.contains(one.factor()), one.factor()));
        Set<String> elements = new TreeSet<>();
        targets(DossierMaps.bds()).forEach(one -> elements.add(one.code().orElseThrow()));
        for (Row row : Declaration.table().rows()) {
            for (String number : row.bds().isEmpty() ? new String[0] : row.bds().split(" ")) {
                assertTrue(elements.contains(number), row.path() + " " + number);
            }
        }
    }

    private static List<CodeMap.Target> targets(CodeMap map) {
        return map.groups().stream()
                .flatMap(group -> group.entries().stream())
                .flatMap(entry -> entry.targets().stream())
                .toList();
    }

    private static Set<String> codes(CodeMap map) {
        Set<String> all = new HashSet<>();
        for (CodeMap.Group group : map.groups()) {
            Set<String> seen = new HashSet<>();
            group.entries().forEach(entry -> assertTrue(seen.add(entry.code()), map.id() + " " + entry.code()));
            all.addAll(seen);
        }
        return all;
    }
}
