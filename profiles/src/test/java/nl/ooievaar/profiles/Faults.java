package nl.ooievaar.profiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The resources of the examples, and random faults in them, the same for the same seed. */
public final class Faults {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<JsonNode> resources = new ArrayList<>();
    private final Random random;

    public Faults(PhbPackage phb, long seed) {
        random = new Random(seed);
        for (String example : phb.examples().values()) {
            JsonNode read = json(example);
            if (read.has("entry")) {
                read.path("entry").forEach(entry -> resources.add(entry.path("resource")));
            } else {
                resources.add(read);
            }
        }
    }

    /** One of the resources with one or two faults. */
    public JsonNode next() {
        JsonNode tried = resources.get(random.nextInt(resources.size())).deepCopy();
        for (int faults = 1 + random.nextInt(2); faults > 0; faults--) {
            change(tried);
        }
        return tried;
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes one place: takes it away, gives it a value met elsewhere or an odd one, doubles it, or names it otherwise. */
    private void change(JsonNode resource) {
        List<JsonNode> places = new ArrayList<>();
        collect(resource, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        JsonNode value = random.nextInt(3) == 0 ? odd() : met();
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(NAMES.get(random.nextInt(NAMES.size())), value);
                case 2 -> object.set(NAMES.get(random.nextInt(NAMES.size())), object.get(name));
                default -> object.set(name, like(object.get(name)));
            }
        } else if (place instanceof ArrayNode array) {
            switch (random.nextInt(4)) {
                case 0 -> array.remove(random.nextInt(array.size()));
                case 1 -> array.add(value);
                case 2 -> array.add(like(array.get(0)));
                default -> array.add(array.get(random.nextInt(array.size())).deepCopy());
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode() && !node.isEmpty()) {
            places.add(node);
        }
        node.forEach(child -> collect(child, places));
    }

    /** A value of the same JSON kind from somewhere in the examples. */
    private JsonNode like(JsonNode given) {
        for (int i = 0; i < 20; i++) {
            JsonNode other = random.nextInt(4) == 0 ? odd() : met();
            if (other.getNodeType() == given.getNodeType()) {
                return other;
            }
        }
        return given;
    }

    private JsonNode met() {
        List<JsonNode> places = new ArrayList<>();
        collect(resources.get(random.nextInt(resources.size())), places);
        JsonNode place = places.get(random.nextInt(places.size()));
        List<JsonNode> values = new ArrayList<>();
        place.forEach(values::add);
        return values.get(random.nextInt(values.size())).deepCopy();
    }

    private JsonNode odd() {
        return json(ODD.get(random.nextInt(ODD.size())));
    }

    private static final List<String> NAMES = List.of(
            "id",
            "extension",
            "language",
            "text",
            "contained",
            "status",
            "code",
            "value",
            "system",
            "display",
            "use",
            "type",
            "subject",
            "reference",
            "identifier",
            "coding",
            "category",
            "note",
            "name",
            "period",
            "start",
            "end",
            "valueString",
            "valueQuantity",
            "valueCodeableConcept",
            "valueDateTime",
            "unit",
            "comparator",
            "author",
            "telecom",
            "address",
            "gender",
            "birthDate",
            "deceasedBoolean",
            "reasonCode",
            "reasonReference",
            "url",
            "recorded",
            "intent",
            "priority",
            "authoredOn",
            "lastModified",
            "supportingInfo",
            "policyRule",
            "version",
            "userSelected",
            "rank",
            "modifierExtension",
            "_status",
            "focus",
            "owner",
            "requester",
            "component",
            "dataAbsentReason",
            "interpretation",
            "bodySite",
            "quantityQuantity",
            "occurrenceDateTime",
            "meta",
            "unknown");

    private static final List<String> ODD = List.of(
            "\"\"",
            "\" \"",
            "\"a \"",
            "\"x\"",
            "\"active\"",
            "\"final\"",
            "\"<b>\"",
            "\"http://loinc.org\"",
            "\"http://snomed.info/sct\"",
            "\"http://unitsofmeasure.org\"",
            "\"wk\"",
            "\"nl\"",
            "\"urn:ietf:bcp:47\"",
            "\"Patient/1\"",
            "\"Task/1\"",
            "\"Patient?identifier=x|1\"",
            "\"#a\"",
            "\"urn:uuid:1\"",
            "\"urn:oid:1.2\"",
            "\"urn:uuid:7a1f3c1e-9a4e-4c1a-8b57-0d9c6f1f4a10\"",
            "\"2026-02-30\"",
            "\"2026-02\"",
            "\"2026\"",
            "\"1826\"",
            "\"2026-11-23T10:00:00+01:00\"",
            "\"2026-11-23T10:00:00\"",
            "\"2026-11-23T25:00:00Z\"",
            "\"2026-11-23\"",
            "\"999911120\"",
            "\"999999999\"",
            "0",
            "1",
            "-1",
            "1.0",
            "1e3",
            "12345678901234567890",
            "true",
            "false",
            "null",
            "{}",
            "[]",
            "[null]",
            "{\"a\":1}",
            "\"contact-details\"",
            "\"other\"",
            "\"home\"",
            "\"old\"",
            "\"http://hl7.org/fhir/ValueSet/task-status\"",
            "\"http://terminology.hl7.org/CodeSystem/v3-ActCode\"",
            "\"http://hl7.org/fhir/task-status\"",
            "\"http://hl7.org/fhir/StructureDefinition/bmi\"",
            "\"http://ooievaar.example/fhir/StructureDefinition/phb-nothing\"",
            "\"http://ooievaar.example/fhir/StructureDefinition/phb-woman\"",
            "\"http://ooievaar.example/fhir/StructureDefinition/phb-woman|0.1.0\"",
            "\"http://ooievaar.example/fhir/StructureDefinition/phb-woman|9\"",
            "{\"reference\":\"Patient/1\"}",
            "{\"reference\":\"Consent/1\"}",
            "{\"reference\":\"Organization/1\"}",
            "{\"display\":\"someone\"}",
            "{\"text\":\"words\"}",
            "{\"start\":\"2026-01-02\",\"end\":\"2026-01-01\"}",
            "{\"start\":\"2026-01-02\"}",
            "{\"start\":\"2026-01-02\",\"end\":\"2026-01-02T10:00:00Z\"}",
            "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"11778-8\"}]}",
            "{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"77386006\",\"display\":\"zwanger\"}]}",
            "{\"coding\":[{\"code\":\"x\"}]}",
            "{\"system\":\"http://loinc.org\",\"code\":\"11778-8\",\"version\":\"2\"}",
            "{\"system\":\"http://unitsofmeasure.org\",\"code\":\"wk\",\"value\":1.50}",
            "{\"value\":1,\"code\":\"wk\"}",
            "{\"value\":1,\"unit\":\"weken\"}",
            "{\"value\":1,\"unit\":\"x\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"[bad\"}",
            "[{\"reference\":\"Patient/1\"}]",
            "[{\"text\":\"words\"}]",
            "[\"http://nl.example/foreign\"]");
}
