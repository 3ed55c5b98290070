package nl.ooievaar.subject.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * One contact of a visit, as far as its time counts.
 *
 * @param finished whether it took place
 * @param stated the time spent as the nurse states it, with what belongs to it (travel, notes); empty when she states none
 * @param start when it began
 * @param end when it ended, where known
 */
public record VisitContact(boolean finished, Optional<Duration> stated, Instant start, Optional<Instant> end) {

    public VisitContact {
        Objects.requireNonNull(stated);
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
    }

    /**
     * The total time spent on a visit: of each contact that took place what was stated, else from begin to end. The agreed mean
     * of 2.5 hours is a total too, over all contacts (PHB guideline, chapter 2).
     */
    public static Duration total(Collection<VisitContact> contacts) {
        return contacts.stream()
                .filter(VisitContact::finished)
                .map(VisitContact::spent)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Duration spent() {
        return stated.or(() -> end.map(last -> Duration.between(start, last))).orElse(Duration.ZERO);
    }
}
