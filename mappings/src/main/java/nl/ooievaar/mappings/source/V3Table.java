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
    private static final Map<String, Row> ROWS = new HashMap<>();

    static {
        for (List<String> row : Rows.of("v3.csv")) {
            for (String message : row.get(0).split("\\+")) {
                for (String statement : row.get(1).split("\\+")) {
                    ROWS.put(message + " " + statement + " " + row.get(2), new Row(row.get(3), row.get(4)));
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
        for (String name : statement.names()) {
            String key = message + " " + name + " " + at;
            Row row = ROWS.getOrDefault(key + "@" + by, ROWS.get(key));
            if (row != null && row.group().isEmpty()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    static Optional<Row> group(String message, V3Statement statement, String at, Node node) {
        for (String name : statement.names()) {
            Row row = ROWS.get(message + " " + name + " " + at);
            if (row != null && !row.group().isEmpty() && !node.children.isEmpty()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
