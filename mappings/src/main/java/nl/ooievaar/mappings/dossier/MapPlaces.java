package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the rules of one group that makes R4 from the dossier: each place of R4 is made once, for what of the dossier stands in it.
 */
final class MapPlaces {
    private static final String SUBJECT = "iif(person.reference.exists(), person.reference, '" + People.UNNAMED
            + "' & iif(version.exists(), '0', '1'))";

    private final MapNames names;
    private final Set<String> whole;

    /** @param whole the shared types whose groups need the dossier */
    MapPlaces(MapNames names, Set<String> whole) {
        this.names = names;
        this.whole = whole;
    }

    /** Where in the dossier a rule stands: what its variable holds, and the rules that go on from there. */
    record At(String variable, Path path, ArrayNode rules) {}

    void within(Place place, At at, String target) {
        ArrayNode discussed = null;
        for (Place one : place.inOrder()) {
            boolean told = one.all().allMatch(Way::discussed);
            boolean here = place.all().allMatch(Way::discussed);
            if (told && !here) {
                discussed = discussed == null
                        ? MapRule.in(at.rules(), "discussed")
                                .from(at.variable())
                                .where(MapConditions.DISCUSSED)
                                .rules()
                        : discussed;
                place(one, new At(at.variable(), at.path(), discussed), target, place);
            } else {
                place(one, at, target, place);
            }
        }
    }

    private void place(Place place, At at, String target, Place around) {
        List<Way> fields = place.fields();
        if (fields.isEmpty()) {
            said(place, at, target);
        } else if (place.each()) {
            each(place, at, target, around);
        } else if (place.all().count() == 1 && lists(fields.get(0).r4()) == lists(at.path())) {
            alone(place, fields.get(0), at, target);
        } else {
            together(place, fields, at, target, around);
        }
    }

    private static long lists(Path path) {
        return path.steps().stream().filter(step -> step.index() == Path.EACH).count();
    }

    /** Each of a list of the dossier is one of a list of R4. */
    private void each(Place place, At at, String target, Place around) {
        Way first = place.fields().get(0);
        int size = at.path().size() + 1;
        while (first.dossier().steps().get(size - 1).index() != Path.EACH) {
            size++;
        }
        At above = down(at, first.dossier().to(size - 1));
        Path.Step step = first.dossier().steps().get(size - 1);
        String variable = names.variable(step.name());
        MapRule rule = MapRule.in(above.rules(), step.name()).from(above.variable(), step.name(), variable);
        if (around.within().values().stream().anyMatch(other -> other != place && other.same(place))) {
            rule.listed("not_first");
        }
        if (!place.ways().isEmpty()) {
            rule.where(place.ways().get(0).reference() ? MapConditions.NAMES_NO_CLOSED_PART : "");
            leaf(rule, place.ways().get(0), place, variable, target);
            return;
        }
        Path path = first.dossier().to(size);
        rule.where(MapConditions.any(place.fields(), path));
        String made = make(rule, place, target);
        within(place, new At(variable, path, rule.rules()), made);
    }

    /** One field and all that it stands in, in one rule. */
    private void alone(Place place, Way way, At at, String target) {
        boolean here = way.dossier().size() == at.path().size();
        At above = here ? at : down(at, way.dossier().to(way.dossier().size() - 1));
        String name = way.dossier().last().name();
        String variable = here ? at.variable() : names.variable(name);
        MapRule rule = MapRule.in(above.rules(), name);
        if (here) {
            rule.from(variable);
        } else {
            rule.from(above.variable(), name, variable);
            rule.where(way.reference() ? MapConditions.NAMES_NO_CLOSED_PART : "");
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
        boolean always =
                place.all().anyMatch(way -> !way.field() && way.dossier().size() == 0);
        int shared = always ? at.path().size() : shared(fields, at.path().size());
        At inner = at;
        MapRule rule;
        if (shared == at.path().size()) {
            rule = MapRule.in(at.rules(), name(place)).from(at.variable());
        } else {
            Path path = fields.get(0).dossier().to(shared);
            At above = down(at, path.to(shared - 1));
            String variable = names.variable(path.last().name());
            rule = MapRule.in(above.rules(), path.last().name())
                    .from(above.variable(), path.last().name(), variable);
            inner = new At(variable, path, rule.rules());
        }
        List<Way> rest = around.within().values().stream()
                .filter(other -> other != place && other.each() && other.same(place))
                .flatMap(other -> other.ways().stream())
                .toList();
        rule.where(
                always
                        ? ""
                        : MapConditions.any(
                                Stream.concat(rest.stream(), fields.stream()).toList(), inner.path()));
        String made = make(rule, place, target);
        At there = new At(inner.variable(), inner.path(), rule.rules());
        for (Way way : place.ways()) {
            value(way, there, made, "");
        }
        rest.forEach(way -> value(way, there, made, "first"));
        within(place, there, made);
    }

    /** The value of a primitive that has extensions. */
    private void value(Way way, At at, String target, String mode) {
        At above = down(at, way.dossier().to(way.dossier().size() - 1));
        String name = way.dossier().last().name();
        String variable = names.variable(name);
        MapRule rule = MapRule.in(above.rules(), name).from(above.variable(), name, variable);
        if (!mode.isEmpty()) {
            rule.listed(mode);
        }
        rule.copy(target, "value", variable);
    }

    /** How long the way is that all fields have in common and none ends at, outside lists. */
    private static int shared(List<Way> fields, int from) {
        Path first = fields.get(0).dossier();
        int size = from;
        while (true) {
            int next = size + 1;
            boolean all = fields.stream()
                    .allMatch(way -> way.dossier().size() > next
                            && way.dossier().to(next).equals(first.to(next))
                            && way.dossier().steps().get(next - 1).index() == Path.NONE);
            if (!all) {
                return size;
            }
            size = next;
        }
    }

    private At down(At at, Path to) {
        At there = at;
        for (int size = at.path().size() + 1; size <= to.size(); size++) {
            String name = to.steps().get(size - 1).name();
            String variable = names.variable(name);
            MapRule rule = MapRule.in(there.rules(), name).from(there.variable(), name, variable);
            there = new At(variable, to.to(size), rule.rules());
        }
        return there;
    }

    /** What only R4 says. */
    private void said(Place place, At at, String target) {
        Path anchor = place.all().findFirst().orElseThrow().dossier();
        if (anchor.size() <= at.path().size()) {
            say(MapRule.in(at.rules(), name(place)).from(at.variable()), place, target);
            return;
        }
        At above = down(at, anchor.to(anchor.size() - 1));
        String name = anchor.last().name();
        say(MapRule.in(above.rules(), name(place)).from(above.variable(), name, names.variable(name)), place, target);
    }

    private void say(MapRule rule, Place place, String target) {
        for (Way way : place.ways()) {
            if (way.subject()) {
                rule.evaluate(target, place.step().name(), "about", SUBJECT);
            } else {
                rule.say(target, place.step().name(), way.said().orElseThrow());
            }
        }
        if (place.ways().isEmpty()) {
            String made = make(rule, place, target);
            place.within().values().forEach(one -> say(rule, one, made));
        }
    }

    private String make(MapRule rule, Place place, String target) {
        String element = MapNames.element(place.step().name());
        String made = names.variable("to" + MapNames.group(element));
        MapNames.type(place.step().name())
                .ifPresentOrElse(
                        type -> rule.create(target, element, made, type), () -> rule.make(target, element, made));
        if (!place.keyed().isEmpty()) {
            rule.say(made, place.keyed(), place.step().key());
        }
        return made;
    }

    private void leaf(MapRule rule, Way way, Place place, String variable, String target) {
        if (way.shared().isEmpty()) {
            rule.copy(target, MapNames.element(place.step().name()), variable);
            return;
        }
        String type = way.shared().get();
        String made = make(rule, place, target);
        if (whole.contains(type)) {
            rule.then(MapNames.group(type), variable, "dossier", made);
        } else {
            rule.then(MapNames.group(type), variable, made);
        }
    }

    private static String name(Place place) {
        String key = place.step().key();
        return key.isEmpty() ? place.step().name() : key.substring(key.lastIndexOf('/') + 1);
    }
}
