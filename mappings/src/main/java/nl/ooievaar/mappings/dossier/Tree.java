package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds a tree of JSON from its values. A list closes its gaps: what was left behind leaves no empty place. */
final class Tree {
    private final Map<String, Tree> fields = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, Tree>> keyed = new LinkedHashMap<>();
    private JsonNode value;

    void put(Path path, JsonNode leaf) {
        Tree at = this;
        for (Path.Step step : path.steps()) {
            at = at.next(step);
        }
        at.value = leaf;
    }

    private Tree next(Path.Step step) {
        Tree named = fields.computeIfAbsent(step.name(), name -> new Tree());
        return step.index() == Path.NONE
                ? named
                : named.keyed
                        .computeIfAbsent(step.key(), key -> new TreeMap<>())
                        .computeIfAbsent(step.index(), index -> new Tree());
    }

    ObjectNode json() {
        return (ObjectNode) json("");
    }

    /** @param name of the field it stands in: the key of those in a list depends on it */
    private JsonNode json(String name) {
        if (value != null) {
            return value;
        }
        JsonNodeFactory make = Json.MAPPER.getNodeFactory();
        if (!keyed.isEmpty()) {
            ArrayNode list = make.arrayNode();
            keyed.forEach((key, all) -> all.values().forEach(one -> list.add(element(name, key, one))));
            return list;
        }
        ObjectNode object = make.objectNode();
        fields.forEach((field, tree) -> object.set(field, tree.json(field)));
        return object;
    }

    private static JsonNode element(String list, String key, Tree tree) {
        JsonNode made = tree.json(list);
        if (key.isEmpty()) {
            return made;
        }
        ObjectNode first = Json.MAPPER.getNodeFactory().objectNode().put(Field.key(list), key);
        first.setAll((ObjectNode) made);
        return first;
    }

    /** Where a path ended up, its gaps closed. */
    Path where(Path path) {
        List<Path.Step> steps = new ArrayList<>();
        Tree at = this;
        for (Path.Step step : path.steps()) {
            Tree named = at.fields.get(step.name());
            if (step.index() == Path.NONE || named == null) {
                steps.add(step);
                at = named == null ? new Tree() : named;
            } else {
                TreeMap<Integer, Tree> all = named.keyed.getOrDefault(step.key(), new TreeMap<>());
                steps.add(new Path.Step(
                        step.name(), step.key(), all.headMap(step.index()).size()));
                at = all.getOrDefault(step.index(), new Tree());
            }
        }
        return new Path(List.copyOf(steps));
    }
}
