package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the rules of one group: each place of what is made is made once, for what of the source stands in it. */
final class MapPlaces {
    private final MapDirection direction;
    private final MapNames names;
    private final Set<String> whole;
    private final Set<String> extended;
    private final Map<ArrayNode, Map<String, At>> known = new IdentityHashMap<>();

    /**
     * @param whole the shared types whose groups need the whole source
     * @param extended the elements of the source that may have extensions and no value
     */
    MapPlaces(MapDirection direction, MapNames names, Set<String> whole, Set<String> extended) {
        this.direction = direction;
        this.names = names;
        this.whole = whole;
        this.extended = extended;
    }

    /** Where in the source a rule stands: what its variable holds, and the rules that go on from there. */
    record At(String variable, Path path, ArrayNode rules) {}

    void within(Place place, At at, String target) {
        Optional<Way> silent = place.all()
                .filter(way -> !way.discussed())
                .filter(way -> place.all().anyMatch(Way::discussed))
                .findFirst();
        ArrayNode discussed = null;
        for (Place one : place.inOrder()) {
            boolean told = silent.isPresent() && one.all().allMatch(Way::discussed);
            if (told && discussed == null) {
                String said = direction
                        .from()
                        .path(silent.get().from().from(at.path().size()).steps());
                discussed = MapRule.in(at.rules(), "discussed")
                        .from(at.variable())
                        .where(said + ".where($this = true).empty()")
                        .rules();
            }
            place(one, told ? new At(at.variable(), at.path(), discussed) : at, target, place);
        }
    }

    private void place(Place place, At at, String target, Place around) {
        List<Way> fields = place.fields();
        if (fields.isEmpty()) {
            said(place, at, target);
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
        At above = down(at, path.to(size - 1), Optional.empty());
        String variable = names.variable(direction.from().element(path.last().name()));
        MapRule rule = MapRule.in(above.rules(), name(path.last()));
        String condition = leaf ? first.from().size() == size ? guard(first) : "" : direction.any(place, path);
        from(rule, above, path.last(), variable, condition);
        if (around.within().values().stream().anyMatch(other -> other != place && other.same(place))) {
            rule.listed("not_first");
        }
        At each = new At(variable, path, leaf && first.from().size() == size ? above.rules() : rule.rules());
        if (leaf && first.from().size() == size) {
            leaf(rule, first, place, variable, target);
        } else if (leaf) {
            alone(place, first, each, target);
        } else {
            within(place, each, make(rule, place, target));
        }
    }

    /** One field and all that it stands in, in one rule. */
    private void alone(Place place, Way way, At at, String target) {
        boolean here = way.from().size() == at.path().size();
        At above = here ? at : down(at, way.from().to(way.from().size() - 1), Optional.of(way));
        Path.Step last = way.from().last();
        String variable = here ? at.variable() : names.variable(direction.from().element(last.name()));
        MapRule rule = MapRule.in(
                above.rules(),
                name(direction.from() == MapSide.DOSSIER ? last : way.to().last()));
        if (here) {
            rule.from(variable);
        } else {
            from(rule, above, last, variable, guard(way));
        }
        Place deep = place;
        String made = target;
        while (deep.ways().isEmpty()) {
            made = make(rule, deep, made);
            deep = deep.within().values().iterator().next();
        }
        leaf(rule, way, deep, variable, made);
    }

    /** What several fields stand in. */
    private void together(Place place, List<Way> fields, At at, String target, Place around) {
        boolean always = place.all().anyMatch(way -> !way.field() && way.from().size() == 0);
        int shared = always ? at.path().size() : shared(fields, at.path().size());
        List<Way> rest = around.within().values().stream()
                .filter(other -> other != place && other.each() && other.same(place))
                .flatMap(other -> other.ways().stream())
                .toList();
        At inner = at;
        MapRule rule;
        if (shared == at.path().size()) {
            rule = MapRule.in(at.rules(), name(place.step())).from(at.variable());
            String there = rest.isEmpty()
                    ? ""
                    : direction.from().path(rest.get(0).from().from(shared).steps()) + ".exists() or ";
            rule.where(always ? "" : there + direction.any(place, at.path()));
        } else {
            Path path = fields.get(0).from().to(shared);
            At above = down(at, path.to(shared - 1), Optional.empty());
            String variable =
                    names.variable(direction.from().element(path.last().name()));
            rule = MapRule.in(above.rules(), name(place.step()));
            from(rule, above, path.last(), variable, direction.any(place, path));
            inner = new At(variable, path, rule.rules());
        }
        String made = make(rule, place, target);
        At there = new At(inner.variable(), inner.path(), rule.rules());
        place.ways().forEach(way -> value(way, there, made, ""));
        rest.forEach(way -> value(way, there, made, "first"));
        within(place, there, made);
    }

    /** The value of a primitive that has extensions. */
    private void value(Way way, At at, String target, String mode) {
        At above = down(at, way.from().to(way.from().size() - 1), Optional.empty());
        String name = way.from().last().name();
        String variable = names.variable(name);
        MapRule rule = MapRule.in(above.rules(), name).from(above.variable(), name, variable);
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

    /** @param voiced what may only be told by the one it is about */
    private At down(At at, Path to, Optional<Way> voiced) {
        At there = at;
        for (int size = at.path().size() + 1; size <= to.size(); size++) {
            Path path = to.to(size);
            String condition = voiced.map(way -> direction.voice(way, path)).orElse("");
            At above = there;
            // What is made of R4 stands by its name, so one step there serves all; of the dossier the order is that of
            // what is made.
            there = direction == MapDirection.FROM_R4
                    ? known.computeIfAbsent(above.rules(), rules -> new HashMap<>())
                            .computeIfAbsent(path.text() + " " + condition, it -> step(above, path, condition))
                    : step(above, path, condition);
        }
        return there;
    }

    private At step(At at, Path path, String condition) {
        Path.Step step = path.last();
        String variable = names.variable(direction.from().element(step.name()));
        MapRule rule = MapRule.in(at.rules(), name(step));
        from(rule, at, step, variable, condition);
        return new At(variable, path, rule.rules());
    }

    private String guard(Way way) {
        boolean bare =
                way.value().isPresent() && extended.contains(way.from().last().name());
        return bare ? "hasValue()" : direction.guard(way);
    }

    private void from(MapRule rule, At at, Path.Step step, String variable, String condition) {
        MapSide from = direction.from();
        rule.from(at.variable(), from.element(step.name()), variable);
        from.type(step.name()).ifPresent(rule::typed);
        if (from == MapSide.R4) {
            rule.where(MapDirection.and(MapSide.keyed(step), condition));
            if (step.index() == 0) {
                rule.listed("first");
            }
        } else {
            rule.where(condition);
        }
    }

    /** What only R4 says. */
    private void said(Place place, At at, String target) {
        Path anchor = place.all().findFirst().orElseThrow().from();
        if (place.all().anyMatch(Way::subject)) {
            subject(place, anchor.size() <= at.path().size() ? at : down(at, anchor, Optional.empty()), target);
        } else {
            say(MapRule.in(at.rules(), name(place.step())).from(at.variable()), place, target, MapRule::say);
        }
    }

    /** Whom it is about: by the key of the person, or by a name that stands for a person without one. */
    private void subject(Place place, At at, String target) {
        String person = names.variable("person");
        String key = names.variable("key");
        MapRule named = MapRule.in(
                        MapRule.in(at.rules(), "person")
                                .from("about", "person", person)
                                .rules(),
                        name(place.step()))
                .from(person, "reference", key);
        say(named, place, target, (rule, context, element, value) -> rule.copy(context, element, key));
        for (boolean hers : List.of(true, false)) {
            MapRule unnamed = MapRule.in(at.rules(), hers ? "herself" : "partner")
                    .from("about")
                    .where("person.reference.empty() and version." + (hers ? "exists()" : "empty()"));
            String name = People.UNNAMED + (hers ? "0" : "1");
            say(unnamed, place, target, (rule, context, element, value) -> rule.say(context, element, name));
        }
    }

    /** Writes a value into an element. */
    private interface Saying {
        MapRule say(MapRule rule, String context, String element, String value);
    }

    private void say(MapRule rule, Place place, String target, Saying how) {
        for (Way way : place.ways()) {
            how.say(rule, target, place.step().name(), way.said().orElseThrow());
        }
        if (place.ways().isEmpty()) {
            String made = make(rule, place, target);
            place.within().values().forEach(one -> say(rule, one, made, how));
        }
    }

    private String make(MapRule rule, Place place, String target) {
        String element = direction.to().element(place.step().name());
        String made = names.variable("to" + MapNames.group(element));
        direction
                .to()
                .type(place.step().name())
                .ifPresentOrElse(
                        type -> rule.create(target, element, made, type), () -> rule.make(target, element, made));
        if (!place.keyed().isEmpty()) {
            rule.say(made, place.keyed(), place.step().key());
        }
        return made;
    }

    private void leaf(MapRule rule, Way way, Place place, String variable, String target) {
        if (way.shared().isEmpty()) {
            rule.copy(target, direction.to().element(place.step().name()), variable);
            return;
        }
        String type = way.shared().get();
        String made = make(rule, place, target);
        if (whole.contains(type)) {
            rule.then(MapNames.group(type), variable, direction.whole(), made);
        } else {
            rule.then(MapNames.group(type), variable, made);
        }
    }

    /** Of a rule. */
    private static String name(Path.Step step) {
        String key = step.key();
        return key.isEmpty() ? step.name().replace("_", "") : key.substring(key.lastIndexOf('/') + 1);
    }
}
