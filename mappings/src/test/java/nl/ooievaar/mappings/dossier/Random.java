package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Dossiers as the declaration allows them, each from its own seed; as {@link FromDossier} states their normal form. */
final class Random {
    private static final String FORM = "http://ooievaar.example/fhir/Questionnaire/";
    private final java.util.Random dice;
    private final Declaration declaration = Declaration.table();
    private int keys;

    Random(long seed) {
        dice = new java.util.Random(seed);
    }

    ObjectNode dossier() {
        ObjectNode made = (ObjectNode) group(declaration.root().own(), "");
        made.put("version", Declaration.VERSION);
        ObjectNode person = made.withObject("/person").put("reference", "urn:uuid:woman");
        person.put("active", true);
        if (made.has("partner")) {
            made.withObject("/partner/person")
                    .put("reference", "urn:uuid:partner")
                    .put("active", dice.nextBoolean());
        }
        return made;
    }

    private JsonNode group(Map<String, Node> children, String around) {
        ObjectNode made = Json.MAPPER.createObjectNode();
        for (int attempt = 0;
                made.isEmpty() || made.size() == 1 && made.has("reference") && around.isEmpty();
                attempt++) {
            for (Map.Entry<String, Node> one : children.entrySet()) {
                boolean always =
                        one.getValue().row().required() || one.getKey().equals("reference") && around.isEmpty();
                if (always || dice.nextInt(100) < 30 + 10 * attempt) {
                    made.set(one.getKey(), field(one.getKey(), one.getValue(), around));
                }
            }
        }
        return one(made);
    }

    /** One value where R4 has one, in words or otherwise, and a theme that was not discussed says no more. */
    private ObjectNode one(ObjectNode made) {
        if (Stream.of("system", "version", "code", "display").anyMatch(made::has)) {
            made.remove("text");
        }
        if (made.has("author")) {
            made.remove("authorName");
        }
        if (made.has("scheduledPeriod")) {
            made.remove("scheduled");
        }
        if (made.path("notDiscussed").asBoolean()) {
            made.retain("notDiscussed");
        }
        return made;
    }

    private JsonNode field(String name, Node node, String around) {
        if (!node.row().repeats()) {
            return single(name, node, around);
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (int i = dice.nextInt(3); i >= 0; i--) {
            list.add(single(name, node, around));
        }
        return list;
    }

    private JsonNode single(String name, Node node, String around) {
        if (name.equals("questionnaire")) {
            return Json.text(FORM + form(node.row().path()) + (dice.nextBoolean() ? "|0.1.0" : ""));
        }
        if (name.equals("reference") && node.row().r4().equals("fullUrl")) {
            return Json.text("urn:uuid:" + keys++);
        }
        return node.value()
                .map(this::value)
                .orElseGet(() -> group(declaration.children(node), node.shared().orElse("")));
    }

    private static String form(String path) {
        return path.startsWith("familyProfiles")
                ? "phb-family-profile"
                : path.startsWith("evaluations") ? "phb-evaluation" : "phb-findings";
    }

    JsonNode value(Primitive type) {
        return switch (type) {
            case STRING -> Json.text(words());
            case CODE -> Json.text("code-" + dice.nextInt(5));
            case URI -> Json.text("http://example.org/" + dice.nextInt(9));
            case BOOLEAN -> Json.MAPPER.getNodeFactory().booleanNode(dice.nextBoolean());
            case COUNT -> Json.MAPPER.getNodeFactory().numberNode(dice.nextInt(9));
            case SCORE -> Json.MAPPER.getNodeFactory().numberNode(1 + dice.nextInt(10));
            case DECIMAL -> type.read(List.of("0", "1.50", "12", "0.10", "-3").get(dice.nextInt(5)));
            case DATE -> Json.text(date());
            case DATE_TIME ->
                Json.text(
                        dice.nextBoolean()
                                ? date()
                                : "2026-11-2" + dice.nextInt(9) + "T23:59:59"
                                        + (dice.nextBoolean() ? "Z" : ".120+01:00"));
        };
    }

    private String date() {
        return List.of("2026", "2026-02", "2024-02-29", "1999-12-31").get(dice.nextInt(4));
    }

    private String words() {
        StringBuilder text = new StringBuilder(" a");
        for (int i = dice.nextInt(12); i >= 0; i--) {
            text.appendCodePoint(List.of(0x3c, 0x26, 0x22, 0xd, 0xa, 0x9, 0x20, 0x1f476, 0xeb, 0x5d, 0x3e, 0x41)
                    .get(dice.nextInt(12)));
        }
        return text.toString();
    }
}
