package nl.ooievaar.mappings.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads HL7 version 3: the kernset for Perined, the acute handover, and the CDA of neonatology.
 *
 * <p>A leaf is an element that holds something of its own: a value, a code, an identifier, a unit, why it has none, or text; and
 * {@code negationInd}, which is the answer of a statement that has no other. What only says how the message is built is none: the
 * ids of templates and types, the code that says what a statement is about, and the other attributes. The narrative of a section is
 * one leaf. Leaves of which {@code v3.csv} knows the element have its number. Thread safe.
 */
final class V3Reader {
    private static final String NULL_FLAVOR = "2.16.840.1.113883.5.1008";
    private static final Set<String> BUILD = Set.of("templateId", "typeId");
    private static final Set<String> TOLD = Set.of("value", "code", "extension", "root", "nullFlavor", "unit");
    private static final Set<String> TIMES =
            Set.of("effectiveTime", "low", "high", "center", "birthTime", "deceasedTime", "creationTime", "time");

    private static final Map<String, V3Reader> ALL = Map.of(
            "REPC_IN004014NL", new V3Reader("kernset", "76", SourceRecord.Format.HL7V3, Dataset.PWD_2),
            "REPC_IN002120NL", new V3Reader("acute", "63", SourceRecord.Format.HL7V3, Dataset.PWD_2),
            "ClinicalDocument", new V3Reader("neonatology", "901181", SourceRecord.Format.CDA, Dataset.NEONATOLOGY));

    private final String message;
    private final String template;
    private final SourceRecord.Format format;
    private final Dataset dataset;

    private V3Reader(String message, String template, SourceRecord.Format format, Dataset dataset) {
        this.message = message;
        this.template = template;
        this.format = format;
        this.dataset = dataset;
    }

    /** For a message with this outermost element; empty when it is none of ours. */
    static Optional<V3Reader> of(String root) {
        return Optional.ofNullable(ALL.get(root));
    }

    /** @throws Unreadable when it was made to the template of another version */
    SourceRecord read(Node root, Limits limits, String sha256) {
        if (!holds(root)) {
            throw new Unreadable(Unreadable.Reason.UNKNOWN_DATASET, root.line, root.column, 0);
        }
        Reading reading = new Reading(limits);
        Group whole = new Group(Optional.empty(), root.name, 0, Optional.empty(), "");
        V3Statement outermost = V3Statement.of(root).orElseGet(V3Statement::none);
        reading.children(root, new Place(whole, outermost, "", ""));
        return new SourceRecord(format, root.name, dataset, List.copyOf(reading.leaves), sha256);
    }

    private boolean holds(Node node) {
        return V3Statement.of(node).filter(it -> it.template().equals(template)).isPresent()
                || node.children.stream().anyMatch(this::holds);
    }

    /**
     * Where an element stands.
     *
     * @param path to it from its part, repeats counted, with a slash at its end
     * @param at to it from its statement, repeats not counted
     */
    private record Place(Group group, V3Statement statement, String path, String at) {}

    private final class Reading {
        private final Limits limits;
        private final List<Leaf> leaves = new ArrayList<>();
        private final Map<String, Integer> groups = new HashMap<>();

        Reading(Limits limits) {
            this.limits = limits;
        }

        void children(Node of, Place in) {
            Map<String, Integer> seen = new HashMap<>();
            for (Node child : of.children) {
                int index = seen.merge(child.name, 1, Integer::sum) - 1;
                boolean about = child.name.equals("code") && V3Statement.of(of).isPresent();
                if (!BUILD.contains(child.name) && !about) {
                    node(child, of, index, in);
                }
            }
        }

        private void node(Node node, Node parent, int index, Place in) {
            String path = in.path() + node.name + (index > 0 ? "[" + index + "]" : "");
            String at = in.at().isEmpty() ? node.name : in.at() + "/" + node.name;
            Optional<V3Statement> begun = V3Statement.of(node).map(it -> it.in(in.statement()));
            V3Statement statement = begun.orElse(in.statement());
            String own = begun.isPresent() ? "" : at;
            Place place = new Place(in.group(), statement, path, own);
            if (node.name.equals("text") && parent.name.equals("section")) {
                add(node, place, Optional.of(node.allText()));
                return;
            }
            if (told(node)) {
                add(node, place, Optional.empty());
            }
            node.attribute("negationInd").ifPresent(said -> negation(node, place, said));
            Optional<V3Table.Row> group =
                    node.children.isEmpty() ? Optional.empty() : V3Table.group(message, statement, own);
            children(
                    node,
                    group.isEmpty()
                            ? new Place(in.group(), statement, path + "/", own)
                            : new Place(group(in.group(), group.get()), statement, "", own));
        }

        private boolean told(Node node) {
            return !node.name.equals("originalText")
                    && (TOLD.stream().anyMatch(node::has)
                            || !node.text().isEmpty()
                            || node.first("originalText").isPresent());
        }

        private Group group(Group in, V3Table.Row row) {
            int index = groups.merge(in.path() + "/" + row.group(), 1, Integer::sum) - 1;
            return new Group(Optional.of(in), row.group(), index, row.element(dataset), "");
        }

        private void negation(Node node, Place place, String said) {
            String at = place.at().isEmpty() ? "@negationInd" : place.at() + "/@negationInd";
            Optional<V3Table.Row> row = V3Table.leaf(message, place.statement(), at, "");
            // The element asks whether it is so; the statement says whether it is not.
            String value = row.isPresent() && (said.equals("true") || said.equals("false"))
                    ? Boolean.toString(said.equals("false"))
                    : said;
            put(new Leaf(
                    place.group(),
                    place.path() + "/@negationInd",
                    0,
                    row.flatMap(it -> it.element(dataset)),
                    Optional.of(value),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    node.line,
                    node.column));
        }

        private void add(Node node, Place place, Optional<String> text) {
            String value = node.attribute("value").orElse("");
            String scheme =
                    value.contains(":") && node.name.equals("telecom") ? value.substring(0, value.indexOf(':')) : "";
            String by = scheme.isEmpty()
                    ? node.attribute("root")
                            .or(() -> node.attribute("qualifier"))
                            .orElse("")
                            .replace(' ', '_')
                    : scheme;
            Optional<V3Table.Row> row = V3Table.leaf(message, place.statement(), place.at(), by);
            put(new Leaf(
                    place.group(),
                    place.path(),
                    0,
                    row.flatMap(it -> it.element(dataset)),
                    text.or(() -> value(node, scheme)),
                    code(node),
                    node.attribute("unit"),
                    node.attribute("root"),
                    false,
                    node.line,
                    node.column));
        }

        private Optional<String> value(Node node, String scheme) {
            boolean time = node.attribute("type").orElse("").startsWith("TS") || TIMES.contains(node.name);
            return node.attribute("value")
                    .map(it -> time ? Times.iso(it) : scheme.isEmpty() ? it : it.substring(scheme.length() + 1))
                    .or(() -> node.attribute("extension"))
                    .or(() -> Optional.of(node.text()).filter(it -> !it.isEmpty()))
                    .or(() -> code(node).isPresent()
                            ? Optional.empty()
                            : node.first("originalText").map(Node::allText));
        }

        private Optional<Leaf.Coded> code(Node node) {
            Optional<String> original = node.first("originalText").map(Node::allText);
            Optional<Leaf.Coded> none = node.attribute("nullFlavor")
                    .map(it -> new Leaf.Coded(it, NULL_FLAVOR, node.attribute("displayName"), original));
            return node.attribute("code")
                    .map(it -> new Leaf.Coded(
                            it, node.attribute("codeSystem").orElse(""), node.attribute("displayName"), original))
                    .or(() -> none);
        }

        private void put(Leaf leaf) {
            if (leaves.size() >= limits.leaves()) {
                throw new Unreadable(Unreadable.Reason.TOO_MANY, leaf.line(), leaf.column(), limits.leaves());
            }
            leaves.add(leaf);
        }
    }
}
