package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes what a StructureMap goes between, and its groups. */
final class MapGroups {
    private final ObjectNode map;

    MapGroups(ObjectNode head) {
        this.map = head;
    }

    ObjectNode map() {
        return map;
    }

    /** The shared types that name other parts. */
    static Set<String> whole(Map<String, List<Way>> types) {
        return types.entrySet().stream()
                .filter(type -> type.getValue().stream().anyMatch(Way::reference))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void model(String mode, String id, String alias) {
        structure(Definitions.url("StructureDefinition", id), mode, alias);
    }

    void r4(String mode, String type) {
        structure("http://hl7.org/fhir/StructureDefinition/" + type, mode, type);
    }

    private void structure(String url, String mode, String alias) {
        map.withArray("structure").addObject().put("url", url).put("mode", mode).put("alias", alias);
    }

    Group of(String name) {
        return new Group(map.withArray("group").addObject().put("name", name).put("typeMode", "none"));
    }

    /** One group of rules with what it is given. */
    record Group(ObjectNode group) {

        /** @param type empty where it has no name */
        Group source(String name, String type) {
            return input(name, type, "source");
        }

        Group target(String name, String type) {
            return input(name, type, "target");
        }

        private Group input(String name, String type, String mode) {
            ObjectNode one = group.withArray("input").addObject().put("name", name);
            if (!type.isEmpty()) {
                one.put("type", type);
            }
            one.put("mode", mode);
            return this;
        }

        ArrayNode rules() {
            return group.withArray("rule");
        }
    }
}
