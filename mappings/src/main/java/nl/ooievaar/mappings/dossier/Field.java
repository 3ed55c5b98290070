package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.ooievaar.mappings.account.Line;

/**
 * One value of a tree: a leaf.
 *
 * @param named where it stands in words: a key that is not of ours is a value of the source, and shown as its place in the list
 * @param line from 1, 0 where the source has none
 */
record Field(Path path, String named, JsonNode value, int line, int column) {

    Field(Path path, JsonNode value, int line, int column) {
        this(path, path.text(), value, line, column);
    }

    Line.Place place() {
        return new Line.Place(named, line, column);
    }

    /** The values of a resource of FHIR, in their order. Items and extensions are told apart by their key. */
    static List<Field> of(JsonNode tree) {
        List<Field> fields = new ArrayList<>();
        new Walk(Declaration.table().keys(), fields).collect(tree, List.of(), "");
        return fields;
    }

    /** Which field tells those of a list apart; empty where only their order does. */
    static String key(String list) {
        return switch (list) {
            case "item" -> "linkId";
            case "extension" -> "url";
            default -> "";
        };
    }

    private record Walk(Set<String> keys, List<Field> into) {

        void collect(JsonNode node, List<Path.Step> at, String named) {
            if (node.isObject()) {
                node.properties().forEach(one -> field(one.getKey(), one.getValue(), at, named));
            } else if (node.isArray()) {
                // No form has a list in a list; what stands in one still has its line.
                for (int i = 0; i < node.size(); i++) {
                    collect(node.get(i), with(at, new Path.Step("", "", i)), named + ".[" + i + "]");
                }
            } else if (!node.isNull()) {
                into.add(new Field(new Path(List.copyOf(at)), named, node, 0, 0));
            }
        }

        private void field(String name, JsonNode value, List<Path.Step> at, String named) {
            String above = named.isEmpty() ? "" : named + ".";
            if (!value.isArray()) {
                collect(value, with(at, new Path.Step(name, "", Path.NONE)), above + name);
                return;
            }
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < value.size(); i++) {
                String key =
                        key(name).isEmpty() ? "" : value.get(i).path(key(name)).asText();
                Path.Step step = new Path.Step(name, key, seen.merge(key, 1, Integer::sum) - 1);
                String shown = keys.contains(key) ? step.text() : name + "[" + i + "]";
                collect(value.get(i), with(at, step), above + shown);
            }
        }

        private static List<Path.Step> with(List<Path.Step> at, Path.Step step) {
            List<Path.Step> steps = new ArrayList<>(at);
            steps.add(step);
            return steps;
        }
    }
}
