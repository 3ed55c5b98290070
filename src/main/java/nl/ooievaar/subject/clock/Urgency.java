package nl.ooievaar.subject.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How urgent a referral is by how far she is: the later in the pregnancy, the less time is left to do something. The guideline
 * gives the five working days as a longest time and no further steps (PHB guideline, 7.1); the weeks here are ours.
 */
public enum Urgency {
    ROUTINE,
    URGENT,
    ASAP;

    private static final int WHOLE = 280;

    /** From which week of the pregnancy each holds; without a due date it is routine. */
    private static final List<From> TABLE = List.of(new From(0, ROUTINE), new From(28, URGENT), new From(36, ASAP));

    /** The table, for those who publish it. */
    public static List<From> table() {
        return TABLE;
    }

    /** @param dueDate the expected date of birth: forty weeks */
    public static Urgency of(Optional<LocalDate> dueDate, LocalDate today) {
        return dueDate.map(due -> Math.floorDiv(WHOLE - ChronoUnit.DAYS.between(today, due), 7))
                .map(week -> TABLE.stream()
                        .filter(it -> week >= it.week())
                        .reduce((before, after) -> after)
                        .map(From::urgency)
                        .orElse(ROUTINE))
                .orElse(ROUTINE);
    }

    /** The code in Task.priority. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One line of the table. */
    public record From(int week, Urgency urgency) {}
}
