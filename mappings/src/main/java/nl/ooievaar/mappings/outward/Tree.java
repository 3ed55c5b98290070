package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree as it is put together; lists close the gaps of what did not go. Used by one thread. */
final class Tree {
    private final Map<String, TreeMap<Integer, Tree>> children = new LinkedHashMap<>();
    private JsonNode value;

    /** One value of a tree, with its place. */
    record Leaf(Path path, JsonNode value) {}

    static List<Leaf> leaves(JsonNode tree) {
        List<Leaf> leaves = new ArrayList<>();
        collect(tree, Path.ROOT, leaves);
        return leaves;
    }

    private static void collect(JsonNode node, Path at, List<Leaf> into) {
        if (node.isObject()) {
            node.properties().forEach(one -> {
                if (!one.getValue().isArray()) {
                    collect(one.getValue(), at.then(one.getKey()), into);
                    return;
                }
                for (int i = 0; i < one.getValue().size(); i++) {
                    collect(one.getValue().get(i), at.then(new Path.Step(one.getKey(), i)), into);
                }
            });
        } else if (node.isArray()) {
            // No form has a list in a list; what stands in one still has its line.
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at.then(new Path.Step("", i)), into);
            }
        } else if (!node.isNull()) {
            into.add(new Leaf(at, node));
        }
    }

    void put(Path path, JsonNode leaf) {
        if (path.size() == 0) {
            value = leaf;
            return;
        }
        Path.Step step = path.steps().get(0);
        children.computeIfAbsent(step.name(), name -> new TreeMap<>())
                .computeIfAbsent(step.index(), index -> new Tree())
                .put(path.from(1), leaf);
    }

    void put(String path, String text) {
        put(Path.of(path), JsonNodeFactory.instance.textNode(text));
    }

    /** Where a value stands once the gaps are closed. */
    Path where(Path path) {
        if (path.size() == 0) {
            return path;
        }
        Path.Step step = path.steps().get(0);
        TreeMap<Integer, Tree> list = children.get(step.name());
        int index = step.index() == Path.NONE || aligned(step.name(), list)
                ? step.index()
                : list.headMap(step.index()).size();
        return new Path(List.of(new Path.Step(step.name(), index)))
                .then(list.get(step.index()).where(path.from(1)));
    }

    JsonNode json() {
        return value == null ? object() : value;
    }

    ObjectNode object() {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        children.forEach((name, list) -> {
            if (list.containsKey(Path.NONE)) {
                made.set(name, list.get(Path.NONE).json());
            } else {
                array(name, list, made.putArray(name));
            }
        });
        return made;
    }

    private static void array(String name, TreeMap<Integer, Tree> list, ArrayNode made) {
        list.forEach((index, one) -> {
            while (aligned(name, list) && made.size() < index) {
                made.addNull();
            }
            made.add(one.json());
        });
    }

    /** A primitive and what is said of it stand at the same place in two lists (FHIR R4, 2.6.2.3). */
    private static boolean aligned(String name, TreeMap<Integer, Tree> list) {
        return name.startsWith("_") || list.values().stream().allMatch(one -> one.value != null);
    }
}
