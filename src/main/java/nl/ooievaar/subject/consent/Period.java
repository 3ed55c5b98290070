package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.util.Objects;

/**
 * From a first moment until just before another.
 *
 * @param start first moment it holds
 * @param end first moment it no longer holds
 */
public record Period(Instant start, Instant end) {

    /** Stands for "ever since": far enough back, and inside what a database can keep. */
    public static final Instant OPEN_START = Instant.parse("0001-01-01T00:00:00Z");

    /** Stands for "no end". */
    public static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

    /** No beginning and no end. */
    public static final Period ALWAYS = new Period(OPEN_START, OPEN_END);

    public Period {
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
    }

    /** Whether it holds at this moment. */
    public boolean holds(Instant now) {
        return !now.isBefore(start) && now.isBefore(end);
    }

    /** Whether it holds at no moment at all. */
    public boolean empty() {
        return !start.isBefore(end);
    }

    /** The moments it has in common with another; possibly none. */
    public Period within(Period other) {
        return new Period(start.isBefore(other.start) ? other.start : start, end.isBefore(other.end) ? end : other.end);
    }
}
