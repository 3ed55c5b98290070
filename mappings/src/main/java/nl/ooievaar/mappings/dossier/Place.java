package nl.ooievaar.mappings.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A place in what is made with what stands in it, so that what stands together is made once. A primitive and its extensions are one place.
 *
 * @param ways that end here
 * @param within the places in it, by how they are told apart
 */
record Place(Path.Step step, List<Way> ways, Map<String, Place> within) {

    static Place of(List<Way> ways) {
        Place root = new Place(new Path.Step("", "", Path.NONE));
        ways.forEach(way -> root.add(way, 0));
        return root;
    }

    private Place(Path.Step step) {
        this(step, new ArrayList<>(), new LinkedHashMap<>());
    }

    private void add(Way way, int depth) {
        if (depth == way.to().size()) {
            ways.add(way);
            return;
        }
        Path.Step said = way.to().steps().get(depth);
        String name = said.name().startsWith("_") ? said.name().substring(1) : said.name();
        Path.Step step = new Path.Step(name, said.key(), said.index());
        within.computeIfAbsent(step.text() + step.index(), text -> new Place(step))
                .add(way, depth + 1);
    }

    /** All that stands here and deeper. */
    Stream<Way> all() {
        return Stream.concat(ways.stream(), within.values().stream().flatMap(Place::all));
    }

    /** The fields that stand here and deeper. */
    List<Way> fields() {
        return all().filter(Way::field).toList();
    }

    /** Those in it, the first of a list before each of it. */
    List<Place> inOrder() {
        List<Place> all = new ArrayList<>(within.values());
        all.sort(Comparator.comparing(
                one -> one.each() && within.values().stream().anyMatch(other -> other != one && other.same(one))));
        return all;
    }

    /** Whether it is of the same list. */
    boolean same(Place other) {
        return step.name().equals(other.step.name()) && step.key().equals(other.step.key());
    }

    /** Those in it that say otherwise than in words what one of them says in words. */
    List<Place> structured(Place words) {
        return Part.choice(words.step).stream()
                .flatMap(name -> within.values().stream()
                        .filter(other -> other != words && other.step.name().startsWith(name)))
                .toList();
    }

    /** What makes it the one it is, besides its place. */
    String keyed() {
        return step.key().isEmpty() ? "" : Field.key(step.name());
    }

    /** Whether each of a list stands here. */
    boolean each() {
        return step.index() == Path.EACH;
    }
}
