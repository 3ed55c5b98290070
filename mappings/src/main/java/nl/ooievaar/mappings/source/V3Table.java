package nl.ooievaar.mappings.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which element of a dataset a leaf of HL7 version 3 is (table {@code v3.csv}): by its message, its statement, and the way to it from
 * there. Learnt from records of birth care that exist in both forms.
 */
final class V3Table {
    private static final Map<String, Map<String, Row>> LEAVES = new HashMap<>();
    private static final Map<String, Map<String, Row>> GROUPS = new HashMap<>();

    static {
        for (List<String> row : Rows.of("v3.csv")) {
            for (String message : row.get(0).split("\\+")) {
                for (String statement : row.get(1).split("\\+")) {
                    (row.get(4).isEmpty() ? LEAVES : GROUPS)
                            .computeIfAbsent(message + " " + row.get(2), at -> new HashMap<>())
                            .put(statement, new Row(row.get(3), row.get(4)));
                }
            }
        }
    }

    private V3Table() {}

    /** @param group what a part is called in the dataset; empty for a leaf */
    record Row(String number, String group) {
        Optional<Element> element(Dataset dataset) {
            return number.isEmpty() ? Optional.empty() : Optional.of(new Element(dataset, Integer.parseInt(number)));
        }
    }

    /** @param by the numbering of an identifier or the scheme of an address, which may tell one element from another */
    static Optional<Row> leaf(String message, V3Statement statement, String at, String by) {
        return first(LEAVES.get(message + " " + at + "@" + by), statement)
                .or(() -> first(LEAVES.get(message + " " + at), statement));
    }

    static Optional<Row> group(String message, V3Statement statement, String at) {
        return first(GROUPS.get(message + " " + at), statement);
    }

    private static Optional<Row> first(Map<String, Row> here, V3Statement statement) {
        return here == null
                ? Optional.empty()
                : statement.names().stream()
                        .filter(here::containsKey)
                        .findFirst()
                        .map(here::get);
    }
}
