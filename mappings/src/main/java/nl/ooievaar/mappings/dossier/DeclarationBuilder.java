package nl.ooievaar.mappings.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of the table into parts with rules, and into the tree of the forms. */
final class DeclarationBuilder {
    private static final String PROFILE = "http://ooievaar.example/fhir/StructureDefinition/";
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String TYPE = ":";
    private static final String PART = ":part";
    private static final String ANY = "part";

    private final List<Row> rows;
    private final Map<String, Node> types = new LinkedHashMap<>();
    private final Node root = Node.group("dossier", Row.of("dossier;1..1;group;;Ouderdossier;Parent dossier;;;;"));
    private final List<Part> parts = new ArrayList<>();
    private int order;

    DeclarationBuilder(List<Row> rows) {
        this.rows = rows;
    }

    Declaration build() {
        rows.stream().filter(row -> !row.type().equals("implied")).forEach(this::place);
        for (Row row : rows) {
            if (row.type().equals(ANY)) {
                part(row, row.path());
            } else if (row.type().equals("like")) {
                part(find(row.r4()), row.path());
            }
        }
        return new Declaration(List.copyOf(rows), List.copyOf(parts), root, types);
    }

    private Row find(String path) {
        return rows.stream().filter(row -> row.path().equals(path)).findFirst().orElseThrow();
    }

    private void place(Row row) {
        String[] names =
                row.path().substring(row.path().startsWith(TYPE) ? 1 : 0).split("\\.");
        Node at = root;
        if (row.path().startsWith(TYPE)) {
            at = types.computeIfAbsent(names[0], name -> Node.group(name, row));
        }
        for (int i = row.path().startsWith(TYPE) ? 1 : 0; i < names.length - 1; i++) {
            at = at.own().computeIfAbsent(names[i], name -> Node.group(name, row));
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

    /** @param as where it stands in the dossier, its own place or that of the partner's */
    private void part(Row row, String as) {
        List<Rule> rules = new ArrayList<>();
        List<Rule.Implied> implied = new ArrayList<>();
        expand(PART, new Path(List.of()), new Path(List.of()), rules, implied);
        for (Row one : rows) {
            if (one.path().equals(row.path()) && one.type().equals("implied")) {
                implied.add(implied(one, new Path(List.of()), new Path(List.of())));
            } else if (one.path().startsWith(row.path() + ".")) {
                field(one, pattern(one.path(), row.path()), rules, implied);
            }
        }
        String[] words = row.r4().split(" ");
        Optional<Part.Discriminator> named = Arrays.stream(words)
                .filter(word -> word.contains("="))
                .map(word -> new Part.Discriminator(
                        word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)))
                .findFirst();
        List<String> profiles = Arrays.stream(words)
                .skip(1)
                .filter(word -> !word.contains("="))
                .map(PROFILE::concat)
                .toList();
        parts.add(Part.of(pattern(as, ""), words[0], profiles, named, rules, implied));
    }

    private void field(Row row, Path dossier, List<Rule> rules, List<Rule.Implied> implied) {
        Path r4 = row.type().equals("implied") ? new Path(List.of()) : Path.parse(address(row.r4()));
        if (row.type().equals("implied")) {
            implied.add(implied(row, dossier, r4));
        } else {
            fill(row, dossier, r4, rules, implied);
        }
    }

    private void fill(Row row, Path dossier, Path r4, List<Rule> rules, List<Rule.Implied> implied) {
        Optional<Primitive> value = Primitive.of(row.type());
        if (value.isPresent()) {
            rules.add(new Rule(dossier, r4, value.get(), row, order++));
        } else if (!row.type().equals("group")) {
            expand(TYPE + row.type(), dossier, r4, rules, implied);
        }
    }

    private void expand(String type, Path dossier, Path r4, List<Rule> rules, List<Rule.Implied> implied) {
        Path group = type.equals(":theme") ? new Path(List.of(r4.last())) : r4;
        String theme = type.equals(":theme") ? r4.last().key() : "";
        for (Row row : rows) {
            if (row.path().startsWith(type + ".")) {
                Row one = new Row(
                        row.path(),
                        row.cardinality(),
                        row.type(),
                        row.r4().replace("{theme}", theme),
                        row.nl(),
                        row.en(),
                        row.main(),
                        row.bds(),
                        row.icf(),
                        row.note());
                String name = row.path().substring(type.length() + 1) + (row.repeats() ? "*" : "");
                Path at = dossier.then(name);
                if (one.type().equals("implied")) {
                    implied.add(implied(one, at, group));
                } else {
                    fill(one, at, group.then(address(one.r4())), rules, implied);
                }
            }
        }
    }

    private Rule.Implied implied(Row row, Path anchor, Path under) {
        String[] said = address(row.r4()).split("=", 2);
        return new Rule.Implied(anchor, under.then(said[0]), said[1], order++);
    }

    private static String address(String r4) {
        return r4.replace("{hl7}", CORE).replace("{phb}", PROFILE);
    }

    /** The path with each where a field or a group around it repeats, from what stands above it. */
    private Path pattern(String path, String above) {
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
