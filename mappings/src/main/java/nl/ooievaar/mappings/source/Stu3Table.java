package nl.ooievaar.mappings.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which element of PWD 3.2 a leaf of a birth-care resource of STU3 is (table {@code stu3.csv}): by the type of its resource, by its
 * code, profile or part of the dataset, and by the way to it. After the mapping that Nictiz publishes with the profiles, and records
 * of birth care that exist in both forms.
 */
final class Stu3Table {
    private static final Map<String, Map<String, Map<String, Row>>> ROWS = new HashMap<>();
    private static final Map<String, String> OIDS = new HashMap<>();

    static {
        for (List<String> row : Rows.of("stu3.csv")) {
            for (String which : row.get(1).split("\\+", -1)) {
                ROWS.computeIfAbsent(row.get(0), type -> new HashMap<>())
                        .computeIfAbsent(row.get(2), at -> new HashMap<>())
                        .put(which, new Row(row.get(3), row.get(4), row.get(5)));
            }
        }
        Rows.of("stu3-systems.csv").forEach(row -> OIDS.put(row.get(0), row.get(1)));
    }

    private Stu3Table() {}

    /**
     * @param form how what is no Coding in STU3 is one in the dataset: its code system, or {@code use} for the use of an address
     * @param group what a part is called in the dataset; empty for a leaf
     */
    record Row(String number, String form, String group) {
        Optional<Element> element() {
            return number.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Element(Dataset.PWD_3, Integer.parseInt(number)));
        }
    }

    static Optional<Row> leaf(Stu3Resource of, String part, String at) {
        return row(of, part, at).filter(it -> it.group().isEmpty());
    }

    static Optional<Row> group(Stu3Resource of, String part, String at) {
        return row(of, part, at).filter(it -> !it.group().isEmpty());
    }

    private static Optional<Row> row(Stu3Resource of, String part, String at) {
        Map<String, Row> here = ROWS.getOrDefault(of.type(), Map.of()).getOrDefault(at, Map.of());
        if (here.isEmpty()) {
            return Optional.empty();
        }
        Optional<Row> own = part.isEmpty() ? Optional.empty() : Optional.ofNullable(here.get(part));
        return own.or(
                () -> of.names().stream().filter(here::containsKey).findFirst().map(here::get));
    }

    /** The OID by which birth care names a system that STU3 names by an address; the address where it has none. */
    static String oid(String address) {
        return OIDS.getOrDefault(address, address.startsWith("urn:oid:") ? address.substring(8) : address);
    }
}
