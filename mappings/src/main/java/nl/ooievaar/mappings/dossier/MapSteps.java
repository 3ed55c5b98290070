package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes how the rules of one group come to a value of the source, step by step. */
final class MapSteps {
    private final MapDirection direction;
    private final MapNames names;
    private final Set<String> extended;
    private final Map<ArrayNode, Map<String, At>> known = new IdentityHashMap<>();

    /** @param extended the elements of the source that may have extensions and no value */
    MapSteps(MapDirection direction, MapNames names, Set<String> extended) {
        this.direction = direction;
        this.names = names;
        this.extended = extended;
    }

    /** Where in the source a rule stands: what its variable holds, and the rules that go on from there. */
    record At(String variable, Path path, ArrayNode rules) {}

    At down(At at, Path to) {
        return down(at, to, Optional.empty());
    }

    /** @param voiced what may only be told by the one it is about */
    At down(At at, Path to, Optional<Way> voiced) {
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
        MapRule rule = MapRule.in(at.rules(), name(path.last()));
        return new At(enter(rule, at, path.last(), condition), path, rule.rules());
    }

    /** Lets a rule go on from the next step of what it stands at; its new variable. */
    String enter(MapRule rule, At at, Path.Step step, String condition) {
        MapSide from = direction.from();
        String variable = names.variable(from.element(step.name()));
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
        return variable;
    }

    /** What must hold of a value for it to go; empty when it always goes. */
    String guard(Way way) {
        boolean bare =
                way.value().isPresent() && extended.contains(way.from().last().name());
        return bare ? "hasValue()" : direction.guard(way);
    }

    String path(List<Path.Step> steps) {
        return direction.from().path(steps);
    }

    /** Of a rule. */
    static String name(Path.Step step) {
        String key = step.key();
        return key.isEmpty() ? step.name().replace("_", "") : key.substring(key.lastIndexOf('/') + 1);
    }
}
