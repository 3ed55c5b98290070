package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.mappings.dossier.MapSteps.At;

/** Writes the rules of one group: each place of what is made is made once, for what of the source stands in it. */
final class MapPlaces {
    private final MapDirection direction;
    private final MapSteps steps;
    private final MapTargets targets;

    /**
     * @param whole the shared types whose groups need the whole source
     * @param extended the elements of the source that may have extensions and no value
     */
    MapPlaces(MapDirection direction, MapNames names, Set<String> whole, Set<String> extended) {
        this.direction = direction;
        this.steps = new MapSteps(direction, names, extended);
        this.targets = new MapTargets(direction, names, whole, steps);
    }

    void within(Place place, At at, String target) {
        Optional<Way> silent = place.all()
                .filter(way -> !way.discussed())
                .filter(way -> place.all().anyMatch(Way::discussed))
                .findFirst();
        ArrayNode discussed = null;
        for (Place one : place.inOrder()) {
            boolean told = silent.isPresent() && one.all().allMatch(Way::discussed);
            if (told && discussed == null) {
                String said =
                        steps.path(silent.get().from().from(at.path().size()).steps());
                discussed = MapRule.in(at.rules(), "discussed")
                        .from(at.variable())
                        .where(said + ".where($this = true).empty()")
                        .rules();
            }
            At there = told ? new At(at.variable(), at.path(), discussed) : at;
            place(one, inWordsOnly(one, place.structured(one), there), target, place);
        }
    }

    /** What is there otherwise is not said in words as well: R4 has one value. */
    private At inWordsOnly(Place words, List<Place> structured, At at) {
        if (direction != MapDirection.TO_R4 || structured.isEmpty()) {
            return at;
        }
        String none = structured.stream()
                .flatMap(one -> one.fields().stream())
                .map(way -> steps.path(way.from().from(at.path().size()).steps()) + ".empty()")
                .collect(Collectors.joining(" and "));
        ArrayNode rules = MapRule.in(at.rules(), MapSteps.name(words.step()) + "-only")
                .from(at.variable())
                .where(none)
                .rules();
        return new At(at.variable(), at.path(), rules);
    }

    private void place(Place place, At at, String target, Place around) {
        List<Way> fields = place.fields();
        if (fields.isEmpty()) {
            targets.said(place, at, target);
        } else if (place.each()) {
            each(place, at, target, around);
        } else if (place.all().count() == 1 && lists(fields.get(0).to()) == lists(at.path())) {
            alone(place, fields.get(0), at, target);
        } else {
            together(place, fields, at, target, around);
        }
    }

    private static long lists(Path path) {
        return path.steps().stream().filter(step -> step.index() == Path.EACH).count();
    }

    /** Each of a list of the source is one of a list of what is made. */
    private void each(Place place, At at, String target, Place around) {
        Way first = place.fields().get(0);
        int size = at.path().size() + 1;
        while (first.from().steps().get(size - 1).index() != Path.EACH) {
            size++;
        }
        Path path = first.from().to(size);
        boolean leaf = !place.ways().isEmpty();
        boolean whole = leaf && first.from().size() == size;
        At above = steps.down(at, path.to(size - 1));
        MapRule rule = MapRule.in(above.rules(), MapSteps.name(path.last()));
        String condition = whole ? steps.guard(first) : leaf ? "" : direction.any(place, path);
        String variable = steps.enter(rule, above, path.last(), condition);
        if (around.within().values().stream().anyMatch(other -> other != place && other.same(place))) {
            rule.listed("not_first");
        }
        if (whole) {
            targets.leaf(rule, first, place, variable, target);
        } else if (leaf) {
            alone(place, first, new At(variable, path, rule.rules()), target);
        } else {
            String made = targets.make(rule, place, target);
            within(place, new At(variable, path, rule.rules()), made);
        }
    }

    /** One field and all that it stands in, in one rule. */
    private void alone(Place place, Way way, At at, String target) {
        boolean here = way.from().size() == at.path().size();
        At above = here ? at : steps.down(at, way.from().to(way.from().size() - 1), Optional.of(way));
        Path.Step last = way.from().last();
        MapRule rule = MapRule.in(
                above.rules(),
                MapSteps.name(direction == MapDirection.TO_R4 ? last : way.to().last()));
        String variable = here ? at.variable() : steps.enter(rule, above, last, steps.guard(way));
        if (here) {
            rule.from(variable);
        }
        Place deep = place;
        String made = target;
        while (deep.ways().isEmpty()) {
            made = targets.make(rule, deep, made);
            deep = deep.within().values().iterator().next();
        }
        targets.leaf(rule, way, deep, variable, made);
    }

    /** What several fields stand in. */
    private void together(Place place, List<Way> fields, At at, String target, Place around) {
        boolean always = place.all().anyMatch(way -> !way.field() && way.from().size() == 0);
        int shared = always ? at.path().size() : shared(fields, at.path().size());
        List<Way> rest = around.within().values().stream()
                .filter(other -> other != place && other.each() && other.same(place))
                .flatMap(other -> other.ways().stream())
                .toList();
        String variable = at.variable();
        Path path = fields.get(0).from().to(shared);
        MapRule rule;
        if (shared == at.path().size()) {
            rule = MapRule.in(at.rules(), MapSteps.name(place.step())).from(at.variable());
            String there = rest.isEmpty()
                    ? ""
                    : steps.path(rest.get(0).from().from(shared).steps()) + ".exists() or ";
            rule.where(always ? "" : there + direction.any(place, at.path()));
        } else {
            At above = steps.down(at, path.to(shared - 1));
            rule = MapRule.in(above.rules(), MapSteps.name(place.step()));
            variable = steps.enter(rule, above, path.last(), direction.any(place, path));
        }
        String made = targets.make(rule, place, target);
        At there = new At(variable, path, rule.rules());
        place.ways().forEach(way -> value(way, there, made, ""));
        rest.forEach(way -> value(way, there, made, "first"));
        within(place, there, made);
    }

    /** The value of a primitive that has extensions. */
    private void value(Way way, At at, String target, String mode) {
        At above = steps.down(at, way.from().to(way.from().size() - 1));
        MapRule rule = MapRule.in(above.rules(), way.from().last().name());
        String variable = steps.enter(rule, above, way.from().last(), "");
        if (!mode.isEmpty()) {
            rule.listed(mode);
        }
        rule.copy(target, "value", variable);
    }

    /** How long the way is that all fields have in common and none ends at, outside lists. */
    private static int shared(List<Way> fields, int from) {
        Path first = fields.get(0).from();
        int size = from;
        while (true) {
            int next = size + 1;
            boolean all = fields.stream()
                    .allMatch(way -> way.from().size() > next
                            && way.from().to(next).equals(first.to(next))
                            && way.from().steps().get(next - 1).index() != Path.EACH);
            if (!all) {
                return size;
            }
            size = next;
        }
    }
}
