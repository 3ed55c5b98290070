package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.ooievaar.mappings.account.Line;

/**
 * One value of a tree: a leaf.
 *
 * @param line from 1, 0 where the source has none
 */
record Field(Path path, JsonNode value, int line, int column) {

    Line.Place place() {
        return new Line.Place(path.text(), line, column);
    }

    Field at(Path path) {
        return new Field(path, value, line, column);
    }

    /** The values of a resource of FHIR, in their order. Items and extensions are told apart by their key. */
    static List<Field> of(JsonNode tree) {
        List<Field> fields = new ArrayList<>();
        collect(tree, List.of(), fields);
        return fields;
    }

    private static void collect(JsonNode node, List<Path.Step> at, List<Field> into) {
        if (node.isObject()) {
            node.properties().forEach(one -> named(one.getKey(), one.getValue(), at, into));
        } else if (node.isArray()) {
            // No form has a list in a list; what stands in one still has its line.
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), with(at, new Path.Step("", "", i)), into);
            }
        } else if (!node.isNull()) {
            into.add(new Field(new Path(List.copyOf(at)), node, 0, 0));
        }
    }

    private static void named(String name, JsonNode value, List<Path.Step> at, List<Field> into) {
        if (!value.isArray()) {
            collect(value, with(at, new Path.Step(name, "", Path.NONE)), into);
            return;
        }
        Map<String, Integer> seen = new HashMap<>();
        for (JsonNode one : value) {
            String key = key(name).isEmpty() ? "" : one.path(key(name)).asText();
            int index = seen.merge(key, 1, Integer::sum) - 1;
            collect(one, with(at, new Path.Step(name, key, index)), into);
        }
    }

    /** Which field tells those of a list apart; empty where only their order does. */
    static String key(String list) {
        return switch (list) {
            case "item" -> "linkId";
            case "extension" -> "url";
            default -> "";
        };
    }

    private static List<Path.Step> with(List<Path.Step> at, Path.Step step) {
        List<Path.Step> steps = new ArrayList<>(at);
        steps.add(step);
        return steps;
    }
}
