package nl.ooievaar.subject.desk;

import java.time.LocalDate;

/**
 * Days in Amsterdam from the first to the last, both included.
 *
 * @param first {@link #BEGINNING} when it has no beginning
 * @param last {@link #END} when it has no end
 */
public record Days(LocalDate first, LocalDate last) {
    public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    public static final LocalDate END = LocalDate.of(9999, 12, 31);
    public static final Days ALWAYS = new Days(BEGINNING, END);

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last day is before the first");
        }
    }

    /** Whether both have a day. */
    boolean meets(Days other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }
}
