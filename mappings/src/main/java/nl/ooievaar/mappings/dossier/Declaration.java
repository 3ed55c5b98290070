package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.mappings.account.Why;

/**
 * The parent dossier after guideline chapter 8, as one table: {@code dossier.csv} says of each field where it stands in R4, and both
 * directions, the schemas of both forms and the published table follow from it. Immutable.
 */
public final class Declaration {
    /** Of the logical model; a dossier names the one it was written by. */
    public static final String VERSION = "0.1.0";

    private static final Declaration TABLE = load();

    private final List<Row> rows;
    private final List<Part> parts;
    private final Node root;
    private final Map<String, Node> types;
    private final Map<String, Primitive> values = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    Declaration(List<Row> rows, List<Part> parts, Node root, Map<String, Node> types) {
        this.rows = rows;
        this.parts = parts;
        this.root = root;
        this.types = types;
        walk("", root);
        parts.stream()
                .flatMap(part -> Stream.concat(
                        part.rules().stream().map(Rule::r4),
                        part.implied().stream().map(Rule.Implied::r4)))
                .flatMap(path -> path.steps().stream())
                .map(Path.Step::key)
                .filter(key -> !key.isEmpty())
                .forEach(keys::add);
    }

    private void walk(String above, Node node) {
        children(node).forEach((name, child) -> {
            child.value().ifPresent(type -> values.put(above + name, type));
            walk(above + name + ".", child);
        });
    }

    /**
     * What is wrong with a value of a dossier, if anything.
     *
     * @param field its path without places in lists
     */
    public Optional<Why> wrong(String field, JsonNode value) {
        Primitive type = values.get(field);
        return type == null ? Optional.of(Why.UNKNOWN_ELEMENT) : type.wrong(value);
    }

    public static Declaration table() {
        return TABLE;
    }

    private static Declaration load() {
        try (InputStream in = Declaration.class.getResourceAsStream("dossier.csv")) {
            List<Row> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Row::of)
                    .toList();
            return new DeclarationBuilder(rows).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every field once, in the order of the forms. */
    public List<Row> rows() {
        return rows;
    }

    /** The types of R4 that a dossier is made of. */
    public Set<String> resourceTypes() {
        return parts.stream().map(Part::resourceType).collect(Collectors.toUnmodifiableSet());
    }

    List<Part> parts() {
        return parts;
    }

    /** The linkIds and extensions that it names. */
    Set<String> keys() {
        return keys;
    }

    Node root() {
        return root;
    }

    Map<String, Node> types() {
        return types;
    }

    /** What may stand in a group. */
    Map<String, Node> children(Node node) {
        return node.shared().map(types::get).map(Node::own).orElse(node.own());
    }
}
