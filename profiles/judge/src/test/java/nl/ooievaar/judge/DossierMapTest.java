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
    private static Judge judge;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void prepare() throws Exception {
        files = Judge.files();
        judge = new Judge(Known.all());
    }

    private static Map<String, ObjectNode> dossiers() throws Exception {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        for (var file : files.entrySet()) {
            if (file.getKey().startsWith("example/")) {
                JsonNode source = JSON.readTree(file.getValue());
                ObjectNode dossier =
                        new ToDossier(Declaration.table()).map(source).result();
                if (dossier.size() > 1) {
                    all.put(file.getKey(), dossier);
                }
            }
        }
        for (int seed = 0; seed < 12; seed++) {
            all.put("random " + seed, Dossiers.random(seed));
        }
        return all;
    }

    @Test
    void another_engine_makes_of_a_dossier_what_the_server_makes() throws Exception {
        FromDossier ours = new FromDossier(Declaration.table());
        List<String> differences = new ArrayList<>();
        for (var dossier : dossiers().entrySet()) {
            JsonNode wanted =
                    JSON.readTree(ours.map(dossier.getValue()).result().toString());
            byte[] made = judge.transform(
                    dossier.getValue().toString().getBytes(StandardCharsets.UTF_8), MAP + "phb-parent-dossier-to-r4");
            compare(dossier.getKey(), wanted, JSON.readTree(made), differences);
        }
        Files.write(Path.of("target", "maps.txt"), differences, StandardCharsets.UTF_8);
        assertEquals("", String.join("\n", differences.subList(0, Math.min(40, differences.size()))));
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
