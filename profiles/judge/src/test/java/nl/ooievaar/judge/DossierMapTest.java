package nl.ooievaar.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ooievaar.judge.Judge.Finding;
import nl.ooievaar.mappings.dossier.Declaration;
import nl.ooievaar.mappings.dossier.Dossiers;
import nl.ooievaar.mappings.dossier.FromDossier;
import nl.ooievaar.mappings.dossier.ToDossier;
import org.hl7.fhir.r5.model.OperationOutcome.IssueSeverity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The published maps of the parent dossier, run by an engine that is not ours (that of the official validator): what it makes is what the
 * server makes, but for the differences of {@code map-differences.csv}. The same validator judges dossiers by the published model.
 */
class DossierMapTest {
    private static final String BASE = "http://ooievaar.example/fhir/";
    private static final String TO_R4 = "phb-parent-dossier-to-r4";
    private static final String FROM_R4 = "phb-r4-to-parent-dossier";
    private static final String LABELS = BASE + "CodeSystem/";
    private static final int RANDOM = 96 * Integer.getInteger("depth", 1);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ToDossier TO = new ToDossier(Declaration.table());
    private static final FromDossier FROM = new FromDossier(Declaration.table());

    private static Judge judge;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void prepare() throws Exception {
        files = Judge.files();
        judge = new Judge(Known.all());
    }

    @Test
    void another_engine_makes_of_a_dossier_what_the_server_makes() throws Exception {
        Map<String, String> found = new TreeMap<>();
        int leaves = 0;
        for (var dossier : dossiers().entrySet()) {
            JsonNode wanted = FROM.map(dossier.getValue()).result();
            leaves += leaves(wanted).size();
            compare(dossier.getKey(), wanted, made(dossier.getValue(), TO_R4), found);
        }
        assertTrue(leaves > 10000, "values compared: " + leaves);
        onlyListed(TO_R4, found);
    }

    @Test
    void another_engine_makes_of_records_what_the_server_makes() throws Exception {
        Map<String, String> found = new TreeMap<>();
        int leaves = 0;
        for (var bundle : bundles().entrySet()) {
            JsonNode wanted = TO.map(bundle.getValue()).result();
            leaves += leaves(wanted).size();
            compare(bundle.getKey(), wanted, made(bundle.getValue(), FROM_R4), found);
        }
        assertTrue(leaves > 10000, "values compared: " + leaves);
        onlyListed(FROM_R4, found);
    }

    @Test
    void every_field_of_the_dossier_is_in_what_was_compared() throws Exception {
        TreeSet<String> fields = new TreeSet<>();
        for (JsonNode dossier : dossiers().values()) {
            leaves(dossier).keySet().forEach(path -> fields.add(place(path)));
        }
        TreeSet<String> absent = new TreeSet<>();
        JsonNode model = JSON.readTree(files.get("StructureDefinition-phb-parent-dossier.json"));
        for (JsonNode element : model.at("/differential/element")) {
            String path = element.path("path").asText().replace("phb-parent-dossier", "");
            if (fields.stream().noneMatch(one -> (one.replace("[]", "") + ".").startsWith(path + "."))) {
                absent.add(path);
            }
        }
        assertEquals(new TreeSet<>(), absent);
    }

    /** The hard cases of a dossier, each by what it is. */
    private static Map<String, JsonNode> hardDossiers() throws Exception {
        Map<String, JsonNode> hard = new LinkedHashMap<>();
        for (String[] label : new String[][] {
            {"phb-data-class", "safeguarding"}, {"phb-data-class", "withheld-address"}, {"phb-withheld", "informant"}
        }) {
            for (String reference : List.of("", "https://jgz.example/fhir/", "/_history/3")) {
                ObjectNode dossier = dossier("case-1-findings", "case-1-plan");
                ObjectNode findings = (ObjectNode) dossier.at("/findings/0");
                findings.put("reference", "QuestionnaireResponse/f1");
                label(findings.withArray("/security"), label);
                ObjectNode named = (ObjectNode) dossier.at("/plans/0/supportingInfo/0");
                named.put("display", "closed words");
                named.put(
                        "reference",
                        reference.startsWith("http")
                                ? reference + "QuestionnaireResponse/f1"
                                : "QuestionnaireResponse/f1" + reference);
                hard.put(label[1] + " " + reference, dossier);
            }
        }
        ObjectNode open = dossier("case-1-findings", "case-1-plan");
        label(((ObjectNode) open.at("/findings/0")).withArray("/security"), "phb-data-class", "wellbeing");
        hard.put("another label", open);
        ObjectNode silent = dossier("case-1-findings");
        ((ObjectNode) silent.at("/findings/0/themes/motivation")).put("notDiscussed", true);
        hard.put("a score beside not discussed", silent);
        ObjectNode spoken = dossier("case-1-findings");
        ((ObjectNode) spoken.at("/findings/0/themes/motivation")).put("notDiscussed", false);
        hard.put("discussed all the same", spoken);
        ObjectNode alone =
                TO.map(JSON.readTree(files.get("example/case-3-partner.json"))).result();
        hard.put("a partner", alone.deepCopy());
        ObjectNode unnamed = alone.deepCopy();
        ((ObjectNode) unnamed.at("/partner/person")).remove("reference");
        hard.put("a partner without a key", unnamed);
        ObjectNode closed = alone.deepCopy();
        label(((ObjectNode) closed.at("/partner/person")).withArray("/security"), "phb-withheld", "informant");
        hard.put("a partner who is closed", closed);
        ((ObjectNode) alone.path("partner")).remove("person");
        hard.put("a partner without himself", alone);
        ObjectNode her = dossier("woman", "case-1-findings");
        ((ObjectNode) her.path("person")).remove("reference");
        hard.put("her without a key", her);
        ObjectNode only = JSON.createObjectNode().put("version", Declaration.VERSION);
        only.withObject("/person").put("reference", "Patient/1");
        hard.put("a key and no more", only);
        ObjectNode other = dossier("case-1-findings");
        ((ObjectNode) other.at("/findings/0")).put("questionnaire", BASE + "Questionnaire/phb-evaluation");
        hard.put("another form", other);
        ((ObjectNode) (other = dossier("case-1-findings")).at("/findings/0"))
                .put("questionnaire", BASE + "Questionnaire/phb-findings|0.1.0");
        hard.put("a version of the form", other);
        return hard;
    }

    @Test
    void what_is_closed_or_contradicts_stays_where_it_is_by_the_map_as_well() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (var dossier : hardDossiers().entrySet()) {
            JsonNode made = made(dossier.getValue(), TO_R4);
            assertFalse(made.toString().contains("closed words"), dossier.getKey());
            compare(dossier.getKey(), FROM.map(dossier.getValue()).result(), made, found);
        }
        assertEquals(Map.of(), found);
        for (var dossier : hardDossiers().entrySet()) {
            if (dossier.getKey().startsWith("safeguarding")) {
                assertFalse(made(dossier.getValue(), TO_R4).toString().contains("\"QuestionnaireResponse\""));
            }
        }
    }

    /** The hard cases of records, each by what it is. */
    private static Map<String, JsonNode> hardRecords() throws Exception {
        Map<String, JsonNode> hard = new LinkedHashMap<>();
        for (var dossier : hardDossiers().entrySet()) {
            hard.put(dossier.getKey(), FROM.map(dossier.getValue()).result());
        }
        for (String[] label : new String[][] {
            {"phb-data-class", "safeguarding"}, {"phb-data-class", "withheld-address"}, {"phb-withheld", "informant"}
        }) {
            for (String reference : List.of("", "https://jgz.example/fhir/", "/_history/3")) {
                ObjectNode bundle = bundle("woman", "case-1-findings", "case-1-plan");
                ObjectNode findings = (ObjectNode) bundle.at("/entry/1/resource");
                label(findings.put("id", "f1").withObject("/meta").withArray("/security"), label);
                ((ObjectNode) bundle.at("/entry/2/resource/supportingInfo/0"))
                        .put("display", "closed words")
                        .put(
                                "reference",
                                reference.startsWith("http")
                                        ? reference + "QuestionnaireResponse/f1"
                                        : "QuestionnaireResponse/f1" + reference);
                hard.put("record " + label[1] + " " + reference, bundle);
            }
        }
        ObjectNode secret = bundle("woman");
        ((ObjectNode) secret.at("/entry/0/resource/address/0"))
                .put("city", "closed words")
                .withArray("/extension")
                .addObject()
                .put("url", "http://hl7.org/fhir/StructureDefinition/iso21090-AD-use")
                .put("valueCode", "CONF");
        hard.put("a secret address", secret);
        ObjectNode voice = bundle("case-1-findings");
        ((ObjectNode) voice.at("/entry/0/resource/item/2/item/0/extension/0/valueReference"))
                .put("reference", "PractitionerRole/example");
        hard.put("a score in the voice of another", voice);
        ObjectNode two = bundle("case-1-findings", "case-1-plan");
        ((ObjectNode) two.at("/entry/1/resource/subject")).put("reference", "Patient/another");
        hard.put("two women and nobody herself", two);
        ObjectNode another = bundle("woman", "case-1-findings", "case-1-plan");
        ((ObjectNode) another.at("/entry/2/resource/subject")).put("reference", "Patient/another");
        hard.put("a record of another woman", another);
        ObjectNode partner = (ObjectNode) JSON.readTree(files.get("example/case-3-visit.json"));
        JSON.readTree(files.get("example/case-3-partner.json")).path("entry").forEach(((ArrayNode)
                partner.path("entry"))::add);
        hard.put("hers and the partner's", partner);
        return hard;
    }

    @Test
    void of_records_that_are_closed_or_of_another_the_map_makes_nothing_either() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (var records : hardRecords().entrySet()) {
            ObjectNode made = (ObjectNode) made(records.getValue(), FROM_R4);
            made.remove("resourceType");
            assertFalse(made.toString().contains("closed words"), records.getKey());
            compare(records.getKey(), TO.map(records.getValue()).result(), made, found);
        }
        assertEquals(Map.of(), found);
    }

    @Test
    void a_dossier_of_another_version_is_not_mapped() throws Exception {
        ObjectNode dossier = dossier("case-1-findings").put("version", "9.9.9");
        assertThrows(Exception.class, () -> made(dossier, TO_R4));
    }

    @Test
    void the_official_validator_accepts_a_dossier_by_the_model_and_refuses_what_the_model_does_not_know()
            throws Exception {
        for (var dossier : dossiers().entrySet()) {
            if (dossier.getKey().startsWith("example/")) {
                assertEquals(List.of(), errors(dossier.getValue()), dossier.getKey());
            }
        }
        ObjectNode wrong = dossier("case-1-findings");
        ((ObjectNode) wrong.at("/findings/0/themes/motivation")).put("score", 11);
        assertEquals(1, errors(wrong).size());
        ObjectNode unknown = dossier("case-1-findings");
        unknown.put("religion", "x");
        assertEquals(1, errors(unknown).size());
        ObjectNode lacking = dossier("case-1-findings");
        ((ObjectNode) lacking.at("/findings/0")).remove("status");
        assertEquals(1, errors(lacking).size());
    }

    private static List<Finding> errors(JsonNode dossier) throws Exception {
        byte[] json = dossier.toString().getBytes(StandardCharsets.UTF_8);
        return judge.of("dossier", json, BASE + "StructureDefinition/phb-parent-dossier").stream()
                .filter(one -> one.severity() != IssueSeverity.WARNING)
                .toList();
    }

    /** The records of the examples, and those of dossiers of every form. */
    private static Map<String, JsonNode> bundles() throws Exception {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (var file : files.entrySet()) {
            if (file.getKey().startsWith("example/")) {
                JsonNode source = JSON.readTree(file.getValue());
                boolean bundle = source.path("resourceType").asText().equals("Bundle");
                all.put(file.getKey(), bundle ? source : bundle(List.of(source)));
            }
        }
        for (int seed = 0; seed < RANDOM; seed++) {
            all.put(
                    "random " + seed,
                    JSON.readTree(FROM.map(Dossiers.random(seed)).result().toString()));
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

    private static ObjectNode dossier(String... examples) throws Exception {
        return TO.map(bundle(examples)).result();
    }

    private static ObjectNode bundle(String... examples) throws Exception {
        List<JsonNode> resources = new java.util.ArrayList<>();
        for (String example : examples) {
            ObjectNode resource = (ObjectNode) JSON.readTree(files.get("example/" + example + ".json"));
            resources.add(example.equals("woman") ? resource.put("id", "example") : resource);
        }
        return bundle(resources);
    }

    private static ObjectNode bundle(List<JsonNode> resources) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        resources.forEach(one -> bundle.withArray("/entry").addObject().set("resource", one));
        return bundle;
    }

    private static void label(ArrayNode into, String... label) {
        into.addObject().put("system", LABELS + label[0]).put("code", label[1]);
    }

    private static JsonNode made(JsonNode source, String map) throws Exception {
        return JSON.readTree(
                judge.transform(source.toString().getBytes(StandardCharsets.UTF_8), BASE + "StructureMap/" + map));
    }

    /** Each difference is in the list with its reason, and each of the list still occurs. */
    private static void onlyListed(String map, Map<String, String> found) throws Exception {
        TreeSet<String> listed = Table.read("map-differences.csv", 3).stream()
                .filter(row -> row.get(0).equals(map))
                .map(row -> row.get(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> unlisted = new TreeMap<>(found);
        unlisted.keySet().removeAll(listed);
        assertEquals("", String.join("\n", unlisted.values()));
        listed.removeAll(found.keySet());
        assertEquals(new TreeSet<>(), listed, "differs no longer: take it out of map-differences.csv");
    }

    /** @param into one for each place, whatever the number in a list */
    private static void compare(String name, JsonNode wanted, JsonNode made, Map<String, String> into) {
        Map<String, String> left = leaves(wanted);
        Map<String, String> right = leaves(made);
        TreeSet<String> paths = new TreeSet<>(left.keySet());
        paths.addAll(right.keySet());
        for (String path : paths) {
            String one = left.getOrDefault(path, "absent");
            String other = right.getOrDefault(path, "absent");
            if (!one.equals(other)) {
                into.putIfAbsent(place(path), name + " " + path + " is " + one + ", made " + other);
            }
        }
    }

    private static String place(String path) {
        return path.replaceAll("\\[[0-9]+]", "[]");
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
        } else if (!node.isNull()) {
            // A null only keeps the place of a value without an extension.
            into.put(path, node.toString());
        }
    }
}
