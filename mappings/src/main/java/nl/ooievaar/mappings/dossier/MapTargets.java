package nl.ooievaar.mappings.dossier;

import java.util.List;
import java.util.Set;
import nl.ooievaar.mappings.dossier.MapSteps.At;

/** Writes what the rules of one group make. */
final class MapTargets {
    private final MapDirection direction;
    private final MapNames names;
    private final Set<String> whole;
    private final MapSteps steps;

    /** @param whole the shared types whose groups need the whole source */
    MapTargets(MapDirection direction, MapNames names, Set<String> whole, MapSteps steps) {
        this.direction = direction;
        this.names = names;
        this.whole = whole;
        this.steps = steps;
    }

    /** Makes a place; the variable that holds it. */
    String make(MapRule rule, Place place, String target) {
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

    /** Makes a place of a value, or has a group make it. */
    void leaf(MapRule rule, Way way, Place place, String variable, String target) {
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

    /** What only R4 says. */
    void said(Place place, At at, String target) {
        Path anchor = place.all().findFirst().orElseThrow().from();
        if (place.all().anyMatch(Way::subject)) {
            subject(place, anchor.size() <= at.path().size() ? at : steps.down(at, anchor), target);
        } else {
            say(MapRule.in(at.rules(), MapSteps.name(place.step())).from(at.variable()), place, target, MapRule::say);
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
                        MapSteps.name(place.step()))
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
}
