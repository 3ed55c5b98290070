package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Her Patient as a newer source makes it: what that tells of her is as it tells it, all else stays as it was. Of a list the items stay
 * that it does not speak of; a name is brought up to date part by part, an address as a whole, for half of an old one would be false.
 */
final class JoinedPatient {
    private static final String QUALIFIER = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier";

    /** By what two items of a list are one: any of these, each a number of places that say the same. */
    private static final Map<String, List<List<String>>> SAME = Map.of(
            "name", List.of(List.of("/use")),
            "telecom", List.of(List.of("/id"), List.of("/system", "/use"), List.of("/system", "/value")),
            "address", List.of(List.of("/use")),
            "communication", List.of(List.of("/language/coding/0/code")),
            "identifier", List.of(List.of("/system", "/value")),
            "extension", List.of(List.of("/url")));

    /** What is meant where no use is told. */
    private static final Map<String, String> USUAL = Map.of("name", "official", "address", "home");

    /** Of these what is there already is not said anew: who says it again may know less of it. */
    private static final Set<String> KEPT = Set.of("identifier", "extension");

    private JoinedPatient() {}

    static ObjectNode of(ObjectNode there, JsonNode told) {
        ObjectNode joined = there.deepCopy();
        told.fieldNames().forEachRemaining(name -> {
            if (name.equals("meta")) {
                profiles(joined.withObject("/meta"), told.get("meta"));
            } else if (SAME.containsKey(name)) {
                list(joined.withArray(name), name, told.get(name));
            } else if (!name.startsWith("_") && !lessPrecise(name, there, told)) {
                value(joined, name, told);
            }
        });
        return joined;
    }

    private static void profiles(ObjectNode meta, JsonNode told) {
        ArrayNode profiles = meta.withArray("profile");
        told.path("profile").forEach(one -> {
            if (StreamSupport.stream(profiles.spliterator(), false).noneMatch(one::equals)) {
                profiles.add(one);
            }
        });
    }

    /** A year tells nothing against a day in it. */
    private static boolean lessPrecise(String name, ObjectNode there, JsonNode told) {
        return name.equals("birthDate")
                && there.path(name).asText().startsWith(told.get(name).asText());
    }

    /** With what stands beside it (FHIR R4, 2.6.2): what was said beside the old value is not said of the new one. */
    private static void value(ObjectNode joined, String name, JsonNode told) {
        joined.set(name, told.get(name));
        joined.remove("_" + name);
        if (told.has("_" + name)) {
            joined.set("_" + name, told.get("_" + name));
        }
    }

    private static void list(ArrayNode all, String name, JsonNode told) {
        List<JsonNode> before = new ArrayList<>();
        all.forEach(before::add);
        all.removeAll();
        List<JsonNode> more = new ArrayList<>();
        told.forEach(more::add);
        if (name.equals("name")) {
            more.removeIf(one -> !one.has("family") && !one.has("given") && !before.isEmpty());
        }
        for (JsonNode one : before) {
            List<JsonNode> newer =
                    more.stream().filter(it -> same(name, it, one)).toList();
            if (newer.isEmpty() || KEPT.contains(name)) {
                all.add(one);
            } else {
                newer.forEach(it -> all.add(joined(name, one, it)));
            }
            more.removeAll(newer);
        }
        more.forEach(all::add);
    }

    private static boolean same(String name, JsonNode one, JsonNode other) {
        return SAME.get(name).stream().anyMatch(places -> places.stream()
                .allMatch(place -> said(name, one, place).equals(said(name, other, place))
                        && !(place.equals("/id") && said(name, one, place).isEmpty())));
    }

    private static String said(String name, JsonNode item, String place) {
        String said = item.at(place).asText();
        return said.isEmpty() && place.equals("/use") ? USUAL.getOrDefault(name, "") : said;
    }

    private static JsonNode joined(String name, JsonNode there, JsonNode told) {
        if (!name.equals("name") && !name.equals("communication")) {
            return told;
        }
        ObjectNode joined = there.deepCopy();
        // In words it said what it no longer says.
        joined.remove("text");
        told.fieldNames().forEachRemaining(part -> {
            if (part.equals("given")) {
                given(joined, there, told);
            } else if (!part.startsWith("_")) {
                value(joined, part, told);
            }
        });
        return joined;
    }

    /** Initials tell nothing against a first name, nor the other way round. */
    private static void given(ObjectNode joined, JsonNode there, JsonNode told) {
        Map<String, List<String>> kinds = kinds(there);
        kinds.putAll(kinds(told));
        if (kinds.equals(kinds(there))) {
            return;
        }
        ArrayNode given = joined.putArray("given");
        ArrayNode beside = joined.putArray("_given");
        kinds.forEach((kind, names) -> names.forEach(one -> {
            given.add(one);
            ObjectNode qualified = beside.addObject();
            qualified.putArray("extension").addObject().put("url", QUALIFIER).put("valueCode", kind);
        }));
    }

    private static Map<String, List<String>> kinds(JsonNode name) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < name.path("given").size(); i++) {
            String kind = name.at("/_given/" + i + "/extension/0/valueCode").asText("BR");
            kinds.computeIfAbsent(kind.isEmpty() ? "BR" : kind, it -> new ArrayList<>())
                    .add(name.path("given").get(i).asText());
        }
        return kinds;
    }
}
