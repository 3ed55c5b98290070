package nl.ooievaar.subject.birth;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * Tells a birth that is told again from one more child: the same birth twice is one birth, and a second child of a twin is
 * added only where that was said, so that nobody gets two files by accident.
 */
public final class Births {
    /** Births of one pregnancy are never so many days apart; of two pregnancies they always are more. */
    public static final int DAYS_OF_ONE_PREGNANCY = 140;

    private Births() {}

    /**
     * What a told birth is.
     *
     * @param refusal why it cannot be taken down, if it can't
     * @param known for each child that was told, in that order, the place among the recorded ones; empty for a new child
     */
    public record Told(Optional<Refusal> refusal, List<Optional<Integer>> known) {}

    /**
     * @param recorded the children of hers that are on record in this file
     * @param told the children that are told now
     * @param additional whether it was said that they come beside those on record
     */
    public static Told check(List<BornChild> recorded, List<BornChild> told, boolean additional) {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < recorded.size(); i++) {
            free.add(i);
        }
        List<Optional<Integer>> known = new ArrayList<>();
        boolean anyNew = false;
        for (BornChild child : told) {
            Optional<Integer> match = free.stream()
                    .filter(place -> same(recorded.get(place), child, additional))
                    .findFirst();
            match.ifPresent(place -> free.remove((Object) place));
            anyNew |= match.isEmpty();
            known.add(match);
        }
        return new Told(refusal(recorded, told, additional, anyNew), known);
    }

    private static Optional<Refusal> refusal(
            List<BornChild> recorded, List<BornChild> told, boolean additional, boolean anyNew) {
        if (additional && !told.stream().allMatch(BornChild::tellsApart)) {
            return Optional.of(Refusal.of(Reason.BIRTH_APART));
        }
        boolean beside = recorded.stream()
                .anyMatch(one -> told.stream().anyMatch(child -> ofOnePregnancy(one.born(), child.born())));
        return anyNew && beside && !additional ? Optional.of(Refusal.of(Reason.BIRTH_KNOWN)) : Optional.empty();
    }

    /** Who says that it is one more child is believed, unless identifier or time says that it is on record. */
    private static boolean same(BornChild recorded, BornChild told, boolean additional) {
        return additional ? recorded.surelyIs(told) : recorded.mayBe(told);
    }

    /** Whether children born on these days can be of one pregnancy. */
    public static boolean ofOnePregnancy(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= DAYS_OF_ONE_PREGNANCY;
    }
}
