package nl.ooievaar.mappings.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of the forms as a tree; each group has a row of its own before what stands in it. */
final class FormTree {
    private static final String TYPE = ":";
    private static final String ANY = "part";

    private final Map<String, Node> types = new LinkedHashMap<>();
    private final Node root = Node.group("dossier", Row.of("dossier;1..1;group;;Ouderdossier;Parent dossier;;;;"));

    FormTree(List<Row> rows) {
        rows.stream().filter(row -> !row.type().equals("implied")).forEach(this::place);
    }

    Node root() {
        return root;
    }

    Map<String, Node> types() {
        return types;
    }

    private void place(Row row) {
        boolean shared = row.path().startsWith(TYPE);
        String[] names = row.path().substring(shared ? 1 : 0).split("\\.");
        Node at = shared ? types.computeIfAbsent(names[0], name -> Node.group(name, row)) : root;
        for (int i = shared ? 1 : 0; i < names.length - 1; i++) {
            at = at.own().get(names[i]);
        }
        String name = names[names.length - 1];
        at.own().put(name, node(name, row));
    }

    private Node node(String name, Row row) {
        Optional<Primitive> value = Primitive.of(row.type());
        if (value.isPresent()) {
            return Node.value(name, row, value.get());
        }
        return switch (row.type()) {
            case "group" -> Node.group(name, row);
            case ANY -> part(name, row);
            case "like" ->
                new Node(
                        name,
                        row,
                        Optional.empty(),
                        Optional.empty(),
                        child(row.r4()).own());
            default -> Node.shared(name, row, row.type());
        };
    }

    private Node part(String name, Row row) {
        Node node = Node.group(name, row);
        Row key = Row.of(row.path() + ".reference;0..1;uri;fullUrl;Sleutel;Key;" + row.main() + ";;;");
        node.own().put("reference", Node.value("reference", key, Primitive.URI));
        types.get(ANY).own().forEach(node.own()::put);
        return node;
    }

    private Node child(String path) {
        Node at = root;
        for (String name : path.split("\\.")) {
            at = at.own().get(name);
        }
        return at;
    }

    /** The path with each where a field or a group around it repeats, from what stands above it. */
    Path pattern(String path, String above) {
        StringBuilder made = new StringBuilder();
        Node at = root;
        String so = "";
        for (String name : path.split("\\.")) {
            at = at.own().get(name);
            so = so.isEmpty() ? name : so + "." + name;
            if (so.length() > above.length()) {
                made.append(made.isEmpty() ? "" : ".")
                        .append(name)
                        .append(at.row().repeats() ? "*" : "");
            }
        }
        return Path.parse(made.toString());
    }
}
