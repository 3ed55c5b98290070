package nl.ooievaar.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.ooievaar.mappings.dossier.Declaration;
import nl.ooievaar.mappings.dossier.Dossiers;
import nl.ooievaar.mappings.dossier.FromDossier;
import nl.ooievaar.mappings.dossier.ToDossier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The published maps of the parent dossier, run by an engine that is not ours: what it makes is what the server makes, but for the
 * differences of {@code map-differences.csv}.
 */
class DossierMapTest {
    private static final String MAP = "http://ooievaar.example/fhir/StructureMap/";
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int RANDOM = 12;
    private static final ToDossier TO = new ToDossier(Declaration.table());
    private static final FromDossier FROM = new FromDossier(Declaration.table());
    private static Judge judge;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void prepare() throws Exception {
        files = Judge.files();
        judge = new Judge(Known.all());
    }

    /** The records of the examples, and those of dossiers of every form. */
    private static Map<String, JsonNode> bundles() throws Exception {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (var file : files.entrySet()) {
            if (file.getKey().startsWith("example/")) {
                JsonNode source = JSON.readTree(file.getValue());
                if (!source.path("resourceType").asText().equals("Bundle")) {
                    ObjectNode bundle = JSON.createObjectNode()
                            .put("resourceType", "Bundle")
                            .put("type", "collection");
                    bundle.putArray("entry").addObject().set("resource", source);
                    source = bundle;
                }
                all.put(file.getKey(), source);
            }
        }
        for (int seed = 0; seed < RANDOM; seed++) {
            all.put("random " + seed, FROM.map(Dossiers.random(seed)).result());
        }
        return all;
    }

    private static Map<String, JsonNode> dossiers() throws Exception {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (var bundle : bundles().entrySet()) {
            all.put(bundle.getKey(), TO.map(bundle.getValue()).result());
        }
        return all;
    }

    @Test
    void another_engine_makes_of_a_dossier_what_the_server_makes() throws Exception {
        List<String> differences = new ArrayList<>();
        for (var dossier : dossiers().entrySet()) {
            compare(
                    dossier.getKey(),
                    FROM.map(dossier.getValue()).result(),
                    made(dossier.getValue(), "phb-parent-dossier-to-r4"),
                    differences);
        }
        Files.write(Path.of("target", "maps-1.txt"), differences, StandardCharsets.UTF_8);
        assertEquals("", String.join("\n", differences.subList(0, Math.min(40, differences.size()))));
    }

    @Test
    void another_engine_makes_of_records_what_the_server_makes() throws Exception {
        List<String> differences = new ArrayList<>();
        for (var bundle : bundles().entrySet()) {
            compare(
                    bundle.getKey(),
                    TO.map(bundle.getValue()).result(),
                    made(bundle.getValue(), "phb-r4-to-parent-dossier"),
                    differences);
        }
        Files.write(Path.of("target", "maps-2.txt"), differences, StandardCharsets.UTF_8);
        assertEquals("", String.join("\n", differences.subList(0, Math.min(40, differences.size()))));
    }

    private static JsonNode made(JsonNode source, String map) throws Exception {
        return JSON.readTree(judge.transform(source.toString().getBytes(StandardCharsets.UTF_8), MAP + map));
    }

    private static void compare(String name, JsonNode wanted, JsonNode made, List<String> into) {
        Map<String, String> left = leaves(wanted);
        Map<String, String> right = leaves(made);
        left.forEach((path, value) -> {
            if (!value.equals(right.get(path))) {
                into.add(name + " " + path + " is " + value + ", made " + right.get(path));
            }
        });
        right.forEach((path, value) -> {
            if (!left.containsKey(path)) {
                into.add(name + " " + path + " is absent, made " + value);
            }
        });
    }

    private static Map<String, String> leaves(JsonNode tree) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", tree, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(one -> collect(path + "." + one.getKey(), one.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), into);
            }
        } else {
            into.put(path, node.toString());
        }
    }
}
