package nl.ooievaar.mappings.dossier;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Why;

/** Settles what became of every value of a source: one line for each, in its order. */
final class Fates {
    private final List<Field> fields;
    private final List<Fate> fates;
    private final Set<Path> reached = new HashSet<>();

    Fates(List<Field> fields, List<Fate> fates) {
        this.fields = fields;
        this.fates = fates;
        Set<Path> anchors = new HashSet<>();
        Set<Integer> sizes = new HashSet<>();
        for (Fate fate : fates) {
            if (fate instanceof Fate.Implied implied && anchors.add(implied.anchor())) {
                sizes.add(implied.anchor().size());
            }
        }
        carried().forEach(one -> reach(one.target(), anchors, sizes));
    }

    private void reach(Path target, Set<Path> anchors, Set<Integer> sizes) {
        for (int size : sizes) {
            Path above = target.size() >= size ? target.to(size) : target;
            if (anchors.contains(above)) {
                reached.add(above);
            }
        }
    }

    List<Fate.Carried> carried() {
        return fates.stream()
                .filter(Fate.Carried.class::isInstance)
                .map(Fate.Carried.class::cast)
                .sorted(Comparator.comparingInt(Fate.Carried::order))
                .toList();
    }

    /** @param where what a target is called in the result */
    Account account(Function<Path, String> where) {
        Account account = new Account();
        for (int i = 0; i < fields.size(); i++) {
            account.add(line(fields.get(i).place(), settled(i), where));
        }
        return account;
    }

    private static Line line(Line.Place place, Fate fate, Function<Path, String> where) {
        Optional<String> none = Optional.empty();
        if (fate instanceof Fate.Carried carried) {
            String target = where.apply(carried.target());
            return carried.loss()
                    .map(why -> Line.lossy(place, none, target, why))
                    .orElse(Line.mapped(place, none, target));
        }
        if (fate instanceof Fate.Implied implied) {
            String target = where.apply(implied.anchor());
            return implied.loss()
                    .map(why -> Line.lossy(place, none, target, why))
                    .orElse(Line.mapped(place, none, target));
        }
        if (fate instanceof Fate.Rejected rejected) {
            return Line.rejected(place, none, rejected.why());
        }
        return Line.notMapped(place, none, fate instanceof Fate.Left left ? left.why() : Why.EMPTY);
    }

    private Fate settled(int i) {
        Fate fate = fates.get(i);
        if (fate instanceof Fate.Implied implied) {
            return reached.contains(implied.anchor()) ? fate : new Fate.Left(Why.EMPTY);
        }
        return fate instanceof Fate.Structure ? beside(i) : fate;
    }

    private Fate beside(int i) {
        Path group = fields.get(i).path().to(fields.get(i).path().size() - 1);
        Fate first = new Fate.Left(Why.EMPTY);
        for (int at = start(i, group);
                at < fields.size() && fields.get(at).path().under(group);
                at++) {
            Fate fate = fates.get(at);
            if (fate instanceof Fate.Carried carried) {
                return Fate.Implied.at(carried.target());
            }
            if (fate instanceof Fate.Implied implied && reached.contains(implied.anchor())) {
                first = implied;
            } else if (first instanceof Fate.Left left
                    && left.why() == Why.EMPTY
                    && !(fate instanceof Fate.Structure)) {
                first = fate instanceof Fate.Implied ? first : fate;
            }
        }
        return first;
    }

    private int start(int i, Path group) {
        int at = i;
        while (at > 0 && fields.get(at - 1).path().under(group)) {
            at--;
        }
        return at;
    }
}
