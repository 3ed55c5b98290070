package nl.ooievaar.server.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import nl.ooievaar.subject.consent.Period;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/**
 * Reads FHIR periods and dates: days, months and years are those of Amsterdam, the last one included (FHIR R4, Period: the end
 * holds to its end).
 */
public final class Periods {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private Periods() {}

    /** What is left open has no beginning or no end. */
    public static Period of(org.hl7.fhir.r4.model.Period period) {
        return new Period(
                period.hasStart() ? start(period.getStartElement()) : Period.OPEN_START,
                period.hasEnd() ? end(period.getEndElement()) : Period.OPEN_END);
    }

    static Instant start(BaseDateTimeType time) {
        return whole(time) ? midnight(first(time)) : time.getValue().toInstant();
    }

    static Instant end(BaseDateTimeType time) {
        return whole(time) ? midnight(last(time).plusDays(1)) : time.getValue().toInstant();
    }

    static LocalDate first(BaseDateTimeType date) {
        String text = date.getValueAsString();
        return switch (text.length()) {
            case 4 -> Year.parse(text).atDay(1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    static LocalDate last(BaseDateTimeType date) {
        String text = date.getValueAsString();
        return switch (text.length()) {
            case 4 -> Year.parse(text).atDay(1).plusYears(1).minusDays(1);
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    private static boolean whole(BaseDateTimeType time) {
        return time.getValueAsString() != null && time.getValueAsString().length() <= 10;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(AMSTERDAM).toInstant();
    }
}
