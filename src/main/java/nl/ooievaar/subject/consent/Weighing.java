package nl.ooievaar.subject.consent;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.subject.consent.Matching.Matched;

/**
 * Which of several statements about the same purpose prevails: the more specific, and on a tie the objection (conflict rules
 * of the Dutch generic consent function).
 *
 * <p>Permitted is what has a permission, and no objection that is not beaten by a permission. That is the same as "of the
 * statements that nothing beats, all permit, and there is one": "beats" is a strict partial order on finitely many statements,
 * so each beaten one is beaten by one that nothing beats. If every objection is beaten by a permission, none is unbeaten; and
 * if all unbeaten ones permit, each objection is beaten, and by an unbeaten one, which permits. Statements that can't be
 * compared both stay unbeaten, so there too the objection wins.
 *
 * @param permit the permission that decides, when it is permitted
 * @param objection the objection that decides, when there is one that nothing beats
 */
record Weighing(Optional<Matched> permit, Optional<Matched> objection) {

    // Whatever beats another comes later; the id only makes the log name one.
    private static final Comparator<Matched> NAMED_IN_THE_LOG = Comparator.comparing(Matched::specificity)
            .thenComparing(it -> it.statement().id())
            .thenComparing(it -> it.statement().version());

    static Weighing of(Collection<Matched> matched) {
        List<Matched> permits =
                matched.stream().filter(it -> it.statement().isPermit()).toList();
        Optional<Matched> objection = matched.stream()
                .filter(it -> !it.statement().isPermit())
                .filter(it -> permits.stream()
                        .noneMatch(permit -> permit.specificity().beats(it.specificity())))
                .max(NAMED_IN_THE_LOG);
        return new Weighing(objection.isPresent() ? Optional.empty() : prevailing(permits), objection);
    }

    boolean permitted() {
        return permit.isPresent();
    }

    static Optional<Matched> prevailing(Collection<Matched> permits) {
        return permits.stream().max(NAMED_IN_THE_LOG);
    }
}
