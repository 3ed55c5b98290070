package nl.ooievaar.mappings.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a bundle of the birth-care resources of FHIR STU3.
 *
 * <p>A leaf is a primitive value. What is one field of a record is one leaf: a Coding, a Quantity, an Identifier, a Reference; a
 * primitive that is missing with why, too. What only says how the resource is built is none: its id and profiles, the address of an
 * extension, the narrative, and the code that says what an Observation or a component is about. The woman, each child and anyone else
 * stand in parts of their own; a leaf about another than the woman has no element, but in a child's own Patient. Thread safe.
 */
final class Stu3Reader {
    private static final String ADDRESS_USE = "2.16.840.1.113883.5.1119";
    private static final Map<String, String> USES = Map.of("home", "HP", "work", "WP", "temp", "TMP");
    private static final int PATIENT = 675;

    /** What the dataset calls the parts that hold what these types of resource do. */
    private static final Map<String, String> PARTS = Map.of(
            "Patient", "patient",
            "RelatedPerson", "contactpersoon",
            "Practitioner", "zorgverlener",
            "PractitionerRole", "zorgverlener",
            "Organization", "zorgaanbieder",
            "Location", "zorgaanbieder",
            "Coverage", "betaler");

    private final Limits limits;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final Map<String, Group> others = new HashMap<>();
    private final Stu3People people;

    private Stu3Reader(Limits limits, Stu3People people) {
        this.limits = limits;
        this.people = people;
    }

    /** @throws Unreadable when it is no bundle, or none of its resources says that it is birth care's */
    static SourceRecord read(Node bundle, Limits limits, String sha256) {
        if (!bundle.name.equals("Bundle")) {
            throw new Unreadable(Unreadable.Reason.UNKNOWN_FORM, bundle.line, bundle.column, 0);
        }
        List<Stu3Resource> all = Stu3Resource.in(bundle);
        if (all.stream().flatMap(it -> it.profiles().stream()).noneMatch(it -> it.startsWith("bc-"))) {
            throw new Unreadable(Unreadable.Reason.UNKNOWN_DATASET, bundle.line, bundle.column, 0);
        }
        Stu3Reader reader = new Stu3Reader(limits, Stu3People.in(all));
        reader.bundle(bundle, all.iterator());
        return new SourceRecord(
                SourceRecord.Format.FHIR_STU3, bundle.name, Dataset.PWD_3, List.copyOf(reader.leaves), sha256);
    }

    /** @param path to a node from its part, repeats counted; @param at the same, not counted, as the table has it */
    private record Place(Stu3Resource of, String part, Group group, boolean hers, String path, String at) {
        Place to(Node node, int index, String step) {
            String own = node.name + (index > 0 ? "[" + index + "]" : "");
            return new Place(
                    of,
                    part,
                    group,
                    hers,
                    path.isEmpty() ? own : path + "." + own,
                    step.isEmpty() ? at : at.isEmpty() ? step : at + "/" + step);
        }

        /** The same, but of which the table knows nothing. */
        Place nobody() {
            return new Place(of, part, group, false, path, at);
        }

        Place in(Group other) {
            return new Place(of, part, other, hers, "", at);
        }
    }

    /** @param resources in the order in which the bundle holds them */
    private void bundle(Node bundle, Iterator<Stu3Resource> resources) {
        Group whole = new Group(Optional.empty(), bundle.name, 0, Optional.empty(), "");
        Stu3Resource itself = Stu3Resource.of(bundle);
        int index = 0;
        for (Node child : bundle.children) {
            if (!child.name.equals("entry")) {
                node(child, bundle, 0, new Place(itself, "", whole, false, "", ""));
                continue;
            }
            for (Node in : child.children) {
                if (in.name.equals("resource") && !in.children.isEmpty()) {
                    resource(resources.next(), whole);
                } else if (!in.name.equals("fullUrl")) {
                    node(in, child, 0, new Place(itself, "", whole, false, "entry[" + index + "]", "entry"));
                }
            }
            index++;
        }
    }

    private void resource(Stu3Resource one, Group whole) {
        boolean patient = one.type().equals("Patient");
        boolean hers = people.hers(one);
        // The part about a person has its number for her and for a child: so that neither is taken for the other.
        boolean numbered = patient && (hers || people.child(one));
        Optional<Stu3Table.Row> row = Stu3Table.group(one, "", "").filter(it -> hers);
        String part = row.map(Stu3Table.Row::group).orElse("");
        String name = part.isEmpty() ? PARTS.getOrDefault(one.type(), one.type()) : part;
        Optional<Element> element =
                numbered ? Optional.of(new Element(Dataset.PWD_3, PATIENT)) : row.flatMap(Stu3Table.Row::element);
        Group around = people.another(one) ? other(one, whole) : whole;
        Group own = group(around, name, element, one.id());
        children(one.node(), new Place(one, part, own, hers || numbered, "", ""));
    }

    /** A child, and what is told of it, in a part for each; what is told of anyone else who is not the woman in another. */
    private Group other(Stu3Resource one, Group whole) {
        String name = people.child(one) ? "kind" : "contactpersoon";
        return others.computeIfAbsent(people.about(one), of -> group(whole, name, Optional.empty(), ""));
    }

    private Group group(Group in, String name, Optional<Element> element, String id) {
        int index = groups.merge(in.path() + "/" + name, 1, Integer::sum) - 1;
        return new Group(Optional.of(in), name, index, element, id);
    }

    private void children(Node of, Place in) {
        children(of, in, child -> true);
    }

    private void children(Node of, Place in, Predicate<Node> which) {
        // Most hold one.
        boolean several = of.children.size() > 1;
        Map<String, Integer> seen = several ? new HashMap<>() : Map.of();
        for (Node child : of.children) {
            int index = several ? seen.merge(child.name, 1, Integer::sum) - 1 : 0;
            if (which.test(child)) {
                node(child, of, index, in);
            }
        }
    }

    private void node(Node node, Node parent, int index, Place in) {
        if (Stu3Step.built(node, parent, in.of())) {
            return;
        }
        String step = Stu3Step.of(node);
        Place place = in.to(node, index, step);
        Optional<Stu3Table.Row> part = in.hers() ? Stu3Table.group(in.of(), in.part(), place.at()) : Optional.empty();
        if (part.isPresent()) {
            children(
                    node,
                    place.in(group(in.group(), part.get().group(), part.get().element(), "")));
        } else if (node.children.isEmpty() || node.has("value") || Stu3Step.missing(node)) {
            primitive(node, place);
        } else if (Stu3Step.coding(node)) {
            coding(node, parent, place);
        } else if (node.name.endsWith("Quantity") || node.name.equals("quantity")) {
            whole(node, place, node.primitive("value"), Optional.empty(), Set.of("value", "unit", "system", "code"));
        } else if (node.name.endsWith("dentifier") && node.first("value").isPresent()) {
            Optional<String> root = node.primitive("system").map(Stu3Table::oid);
            // One that repeats the id of its resource is the exchange's, not the record's.
            boolean own = !node.primitive("value").equals(Optional.of(in.of().id()));
            whole(node, own ? place : place.nobody(), node.primitive("value"), root, Set.of("value", "system"));
        } else if (node.first("reference").isPresent()) {
            pointer(node, place);
        } else {
            children(node, place);
        }
    }

    private void primitive(Node node, Place place) {
        Optional<Stu3Table.Row> row = row(place);
        Optional<String> value = node.attribute("value");
        Optional<Leaf.Coded> code =
                row.filter(it -> !it.form().isEmpty()).flatMap(it -> value.flatMap(said -> coded(it.form(), said)));
        boolean unused = row.filter(it -> it.form().equals("use")).isPresent() && code.isEmpty();
        put(place, node, unused ? Optional.empty() : row, value, code, Optional.empty(), Optional.empty(), false);
        children(node, place, it -> !Stu3Step.whyNot(it) || node.has("value"));
    }

    private static Optional<Leaf.Coded> coded(String form, String said) {
        return form.equals("use")
                ? Optional.ofNullable(USES.get(said))
                        .map(code -> new Leaf.Coded(code, ADDRESS_USE, Optional.empty(), Optional.empty()))
                : Optional.of(new Leaf.Coded(said, form, Optional.empty(), Optional.empty()));
    }

    private void coding(Node node, Node parent, Place place) {
        Optional<Leaf.Coded> code = Optional.of(new Leaf.Coded(
                node.primitive("code").orElse(""),
                node.primitive("system").map(Stu3Table::oid).orElse(""),
                node.primitive("display"),
                node.name.equals("coding") ? parent.primitive("text") : Optional.empty()));
        put(place, node, row(place), Optional.empty(), code, Optional.empty(), Optional.empty(), false);
        children(node, place, it -> it.name.equals("extension"));
    }

    private void whole(Node node, Place place, Optional<String> value, Optional<String> root, Set<String> folded) {
        boolean amount = root.isEmpty() && folded.contains("unit");
        Optional<String> unit = amount ? node.primitive("code").or(() -> node.primitive("unit")) : Optional.empty();
        put(place, node, row(place), value, Optional.empty(), unit, root, false);
        children(node, place, it -> !folded.contains(it.name));
        for (Node part : node.children) {
            if (folded.contains(part.name)) {
                children(part, place.to(part, 0, part.name), it -> !Stu3Step.whyNot(it));
            }
        }
    }

    private void pointer(Node node, Place place) {
        put(
                place,
                node,
                Optional.empty(),
                node.primitive("reference"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        children(node, place, it -> !it.name.equals("reference") && !it.name.equals("display"));
    }

    private static Optional<Stu3Table.Row> row(Place place) {
        return place.hers() ? Stu3Table.leaf(place.of(), place.part(), place.at()) : Optional.empty();
    }

    private void put(
            Place place,
            Node node,
            Optional<Stu3Table.Row> row,
            Optional<String> value,
            Optional<Leaf.Coded> code,
            Optional<String> unit,
            Optional<String> root,
            boolean pointer) {
        if (leaves.size() >= limits.leaves()) {
            throw new Unreadable(Unreadable.Reason.TOO_MANY, node.line, node.column, limits.leaves());
        }
        leaves.add(new Leaf(
                place.group(),
                place.path(),
                0,
                row.flatMap(Stu3Table.Row::element),
                value,
                code,
                unit,
                root,
                pointer,
                node.line,
                node.column));
    }
}
