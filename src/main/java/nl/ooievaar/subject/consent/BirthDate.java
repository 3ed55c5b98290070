package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * When a person was born, as far as it is known: a year or month alone, or two custodians who disagree, leave a range. In doubt
 * she is the younger for what her consent opens, and the older for what who has authority over her may see.
 *
 * @param earliest the first day it can be
 * @param latest the last day it can be
 */
public record BirthDate(LocalDate earliest, LocalDate latest) {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    public BirthDate {
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(latest);
    }

    /** Known to the day. */
    public static BirthDate of(LocalDate day) {
        return new BirthDate(day, day);
    }

    /** What two sources leave together. */
    public BirthDate or(BirthDate other) {
        return new BirthDate(
                earliest.isBefore(other.earliest) ? earliest : other.earliest,
                latest.isAfter(other.latest) ? latest : other.latest);
    }

    /** Midnight in Amsterdam at which she surely has this age. */
    Instant surely(int years) {
        return latest.plusYears(years).atStartOfDay(AMSTERDAM).toInstant();
    }

    /** Midnight in Amsterdam from which she can have this age. */
    Instant perhaps(int years) {
        return earliest.plusYears(years).atStartOfDay(AMSTERDAM).toInstant();
    }
}
