package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whose records they are, and who decides about them at which moment. Without a birth date she counts as grown: a woman of whom
 * only contact details are passed on has none.
 *
 * @param id stands for her
 * @param birth when she was born
 * @param alone when, by a professional's record, she decides alone from twelve to fifteen
 */
public record Person(String id, Optional<BirthDate> birth, List<Period> alone) {

    public Person {
        Objects.requireNonNull(id);
        Objects.requireNonNull(birth);
        alone = List.copyOf(alone);
    }

    /** Of age as far as anybody knows. */
    public static Person grown(String id) {
        return new Person(id, Optional.empty(), List.of());
    }

    /** Who decides at this moment. */
    public Deciding decidingAt(Instant now) {
        if (birth.isEmpty() || !now.isBefore(birth.get().surely(16))) {
            return Deciding.GROWN;
        }
        if (now.isBefore(birth.get().surely(12))) {
            return Deciding.AUTHORITY_HOLDER;
        }
        return alone.stream().anyMatch(it -> it.holds(now)) ? Deciding.ALONE : Deciding.TOGETHER;
    }

    /** Whether this representative may see her records at this moment. */
    public boolean seenBy(Representation representation, Instant now) {
        return representation.period().holds(now) && standsFor(representation.ground(), now);
    }

    /** The periods in which this representative may see her records. */
    public List<Period> sightOf(Representation representation) {
        return stretches().stream()
                .map(it -> it.period().within(representation.period()))
                .filter(it -> !it.empty() && standsFor(representation.ground(), it.start()))
                .toList();
    }

    private boolean standsFor(Representation.Ground ground, Instant now) {
        Deciding deciding = decidingAt(now);
        if (!ground.isAuthority()) {
            return deciding == Deciding.GROWN;
        }
        return (deciding == Deciding.AUTHORITY_HOLDER || deciding == Deciding.TOGETHER)
                && now.isBefore(birth.orElseThrow().perhaps(16));
    }

    /** All of time, cut where somebody else comes to decide. */
    List<Stretch> stretches() {
        TreeSet<Instant> cuts = new TreeSet<>(List.of(Period.OPEN_START, Period.OPEN_END));
        birth.ifPresent(it -> cuts.addAll(List.of(it.surely(12), it.surely(16), it.perhaps(16))));
        alone.forEach(it -> cuts.addAll(List.of(it.start(), it.end())));
        List<Stretch> stretches = new ArrayList<>();
        Instant from = cuts.first();
        for (Instant to : cuts.tailSet(from, false)) {
            stretches.add(new Stretch(decidingAt(from), new Period(from, to)));
            from = to;
        }
        return stretches;
    }

    /** A stretch of time in which the same people decide. */
    record Stretch(Deciding deciding, Period period) {}
}
