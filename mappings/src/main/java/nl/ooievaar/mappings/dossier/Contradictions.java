package nl.ooievaar.mappings.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.mappings.account.Why;

/**
 * A theme that was not discussed and yet has a score says two things, and a score in the voice of another is not hers; what can't be
 * is refused.
 */
final class Contradictions {
    private static final String THEMES = "themes";

    private Contradictions() {}

    static List<Fate> rejected(List<Fate> fates) {
        Set<Path> closed = new HashSet<>();
        Set<Path> foreign = new HashSet<>();
        for (Fate fate : fates) {
            if (fate instanceof Fate.Carried one
                    && silent(one.target(), one.value().asBoolean())) {
                theme(one.target()).ifPresent(closed::add);
            } else if (fate instanceof Fate.Foreign one) {
                foreign.add(one.anchor());
            }
        }
        return fates.stream().map(fate -> judged(fate, closed, foreign)).toList();
    }

    private static Fate judged(Fate fate, Set<Path> closed, Set<Path> foreign) {
        if (fate instanceof Fate.Foreign || fate instanceof Fate.Carried one && foreign.contains(one.target())) {
            return new Fate.Rejected(Why.NOT_HER_VOICE);
        }
        return fate instanceof Fate.Carried one && contradicts(one.target(), closed)
                ? new Fate.Rejected(Why.CONTRADICTION)
                : fate;
    }

    /** Whether the value at this path of a dossier says that a theme was not discussed. */
    static boolean silent(Path path, boolean value) {
        return value && theme(path).isPresent() && path.last().name().equals("notDiscussed");
    }

    static boolean contradicts(Path path, Set<Path> closed) {
        return !path.last().name().equals("notDiscussed")
                && theme(path).filter(closed::contains).isPresent();
    }

    static Optional<Path> theme(Path path) {
        for (int i = 0; i < path.size() - 1; i++) {
            if (path.steps().get(i).name().equals(THEMES)) {
                return Optional.of(path.to(i + 2));
            }
        }
        return Optional.empty();
    }
}
