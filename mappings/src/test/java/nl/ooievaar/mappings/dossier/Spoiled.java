package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spoils what is right in ways that happen: a value of another kind, a field nobody knows, a mark, another person, noise between. */
final class Spoiled {
    static final String SECRET = "closed-words";

    private Spoiled() {}

    /** How many records were marked. */
    static int records(JsonNode bundle, Random dice) {
        int closed = 0;
        for (JsonNode entry : bundle.path("entry")) {
            ObjectNode resource = (ObjectNode) entry.path("resource");
            boolean person = resource.path("resourceType").asText().equals("Patient");
            int fate = dice.nextInt(6);
            if (fate == 0 && !person) {
                resource.withObject("/meta")
                        .withArray("/security")
                        .addObject()
                        .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-data-class")
                        .put("code", "safeguarding");
                resource.put("title", SECRET).putObject("description").put("text", SECRET);
                closed++;
            } else if (fate == 1 && resource.has("subject")) {
                resource.putObject("subject").put("reference", "Patient/another");
            } else if (fate == 2) {
                resource.put("unheardOf", true)
                        .withArray("/extension")
                        .addObject()
                        .put("url", "http://else.example/x");
            } else if (fate == 3) {
                values(resource, dice);
            }
        }
        ((ArrayNode) bundle.withArray("/entry"))
                .addObject()
                .withObject("/resource")
                .put("resourceType", "Consent")
                .put("status", "active");
        return closed;
    }

    static void values(JsonNode node, Random dice) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> one : List.copyOf(object.properties())) {
                if (!one.getValue().isContainerNode() && dice.nextInt(8) == 0) {
                    object.set(one.getKey(), wrong(dice));
                }
                values(one.getValue(), dice);
            }
        } else if (node instanceof ArrayNode list) {
            list.forEach(one -> values(one, dice));
        }
    }

    private static JsonNode wrong(Random dice) {
        return switch (dice.nextInt(5)) {
            case 0 -> Json.MAPPER.getNodeFactory().numberNode(-7);
            case 1 -> Json.text("");
            case 2 -> Json.text("\u0001");
            case 3 -> Json.MAPPER.createObjectNode().put("else", "x");
            default -> Json.text("2026-02-30");
        };
    }
}
