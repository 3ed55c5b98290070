package nl.ooievaar.mappings.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What ADA Lite and the oldest records leave unsaid because the dataset says it: the code system of a coded field, the numbering of
 * an identifier and the unit of an amount. The codes are those of the value sets of PWD 2.3 (tables {@code lite.csv} and
 * {@code unsaid.csv}).
 */
final class Unsaid {
    private record Concept(String code, String system, String display) {}

    private static final Map<Integer, List<Concept>> CODES = new HashMap<>();
    private static final Map<Integer, String> ROOTS = new HashMap<>();
    private static final Map<Integer, String> UNITS = new HashMap<>();

    static {
        for (List<String> row : Rows.of("lite.csv")) {
            for (String number : row.get(0).split("\\+")) {
                CODES.merge(
                        Integer.valueOf(number),
                        List.of(new Concept(row.get(1), row.get(2), row.get(3))),
                        (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream())
                                .toList());
            }
        }
        for (List<String> row : Rows.of("unsaid.csv")) {
            if (!row.get(1).isEmpty()) {
                ROOTS.put(Integer.valueOf(row.get(0)), row.get(1));
            }
            if (!row.get(2).isEmpty()) {
                UNITS.put(Integer.valueOf(row.get(0)), row.get(2));
            }
        }
    }

    private Unsaid() {}

    /** By what is shown, since a position in a pick list differs between systems; by the code where nothing is shown. */
    static Optional<Leaf.Coded> code(Element element, Map<String, String> told) {
        List<Concept> known =
                element.dataset() == Dataset.PWD_2 ? CODES.getOrDefault(element.number(), List.of()) : List.of();
        String shown = told.getOrDefault("displayName", "").strip();
        String value = told.getOrDefault("value", told.getOrDefault("enum", "")).strip();
        Optional<Concept> found = shown.isEmpty()
                ? known.stream().filter(it -> it.code().equals(value)).findFirst()
                : known.stream()
                        .filter(it -> same(it.display(), shown))
                        .findFirst()
                        .or(() -> known.stream()
                                .filter(it ->
                                        it.code().equals(value) && it.code().matches("\\d{6,}|[A-Z]+"))
                                .findFirst());
        return found.map(it -> new Leaf.Coded(
                it.code(),
                it.system(),
                shown.isEmpty() ? Optional.of(it.display()) : Optional.of(shown),
                Optional.ofNullable(told.get("originalText"))));
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    static Optional<String> root(Element element) {
        return element.dataset() == Dataset.PWD_2 ? Optional.ofNullable(ROOTS.get(element.number())) : Optional.empty();
    }

    static Optional<String> unit(Element element) {
        return element.dataset() == Dataset.PWD_2 ? Optional.ofNullable(UNITS.get(element.number())) : Optional.empty();
    }
}
