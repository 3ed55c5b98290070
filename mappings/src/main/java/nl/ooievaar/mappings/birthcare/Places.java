package nl.ooievaar.mappings.birthcare;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.ooievaar.mappings.source.Dataset;
import nl.ooievaar.mappings.source.Element;
import nl.ooievaar.mappings.source.Group;
import nl.ooievaar.mappings.source.Leaf;
import nl.ooievaar.mappings.source.Rows;
import nl.ooievaar.mappings.source.SourceRecord;

/**
 * Where in a record a fact stands, so that it is found again in a newer version of that record, whatever was put before it or left out.
 * A part that occurs several times is known by its own id; without one by what tells it from the others, which is its date and its
 * kind (table {@code repeats.csv}); and by its order only among parts of which that is the same or not told.
 */
final class Places {
    /** The numbers of the fields that tell parts of one name from each other, and where in the key of the part each stands. */
    private static final Map<String, Map<Element, Integer>> KEYS = new HashMap<>();

    private static final Set<Element> TELLING = new HashSet<>();

    static {
        for (List<String> row : Rows.of("repeats.csv")) {
            Map<Element, Integer> fields = KEYS.computeIfAbsent(row.get(0), part -> new HashMap<>());
            fields(Dataset.PWD_2, row.get(1), fields);
            fields(Dataset.PWD_3, row.get(2), fields);
            TELLING.addAll(fields.keySet());
        }
    }

    private final Map<Group, String> names = new HashMap<>();

    Places(SourceRecord source) {
        Map<Group, TreeMap<Integer, String>> keys = new HashMap<>();
        source.leaves()
                .forEach(leaf ->
                        leaf.element().filter(TELLING::contains).ifPresent(element -> read(leaf, element, keys)));
        Map<String, Integer> equals = new HashMap<>();
        source.leaves().forEach(leaf -> name(leaf.group(), keys, equals));
    }

    private static void fields(Dataset dataset, String cell, Map<Element, Integer> fields) {
        if (!cell.isEmpty()) {
            for (String number : cell.split("\\+")) {
                fields.put(new Element(dataset, Integer.parseInt(number)), fields.size());
            }
        }
    }

    private static void read(Leaf leaf, Element element, Map<Group, TreeMap<Integer, String>> keys) {
        for (Optional<Group> at = Optional.of(leaf.group());
                at.isPresent();
                at = at.get().parent()) {
            Integer place = KEYS.getOrDefault(at.get().name(), Map.of()).get(element);
            if (place != null) {
                keys.computeIfAbsent(at.get(), group -> new TreeMap<>()).putIfAbsent(place, said(leaf));
            }
        }
    }

    private static String said(Leaf leaf) {
        return leaf.code()
                .map(code -> code.system() + "|" + code.code())
                .or(leaf::value)
                .orElse("")
                .strip();
    }

    /** Parts around come first, in the order of the source. */
    private String name(Group group, Map<Group, TreeMap<Integer, String>> keys, Map<String, Integer> equals) {
        String known = names.get(group);
        if (known != null) {
            return known;
        }
        // The name of the message says nothing of where in it.
        String around = group.parent().map(above -> name(above, keys, equals)).orElse("");
        String name = group.parent().isEmpty()
                ? ""
                : (around.isEmpty() ? "" : around + "/") + own(around, group, keys, equals);
        names.put(group, name);
        return name;
    }

    private static String own(
            String around, Group group, Map<Group, TreeMap<Integer, String>> keys, Map<String, Integer> equals) {
        if (!group.id().isEmpty()) {
            return group.name() + "[" + group.id() + "]";
        }
        TreeMap<Integer, String> key = keys.getOrDefault(group, new TreeMap<>());
        // What it is known by may tell of her, and stands in no address as it was.
        String digest = key.isEmpty()
                ? ""
                : UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8))
                        .toString();
        int order = equals.merge(around + "/" + group.name() + " " + digest, 1, Integer::sum) - 1;
        return group.name() + "[" + (digest.isEmpty() ? order : order == 0 ? digest : digest + "." + order) + "]";
    }

    /** @param group the part in which a field of the fact stands */
    String of(Fact fact, Group group) {
        if (fact.single()) {
            return "";
        }
        for (String name : fact.per()) {
            for (Optional<Group> at = Optional.of(group);
                    at.isPresent();
                    at = at.get().parent()) {
                if (at.get().name().equals(name)) {
                    return names.get(at.get());
                }
            }
        }
        return names.get(group);
    }
}
