package nl.ooievaar.server.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of time: from {@code low} until just before {@code high}.
 *
 * <p>Every FHIR date stands for a stretch as long as its precision (FHIR R4 search, section 3.1.1.4.6). What has no zone means
 * the clock in the Netherlands, where the visit is paid.
 */
record Span(Instant low, Instant high) {
    static final Instant BEGIN = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
            + "(?:T(\\d{2}:\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?");

    /** Empty when the text is no FHIR date. */
    static Optional<Span> of(String text) {
        Matcher part = FORM.matcher(text);
        if (!part.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(part.group(4) == null ? days(part) : moment(part));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Span days(Matcher part) {
        int year = Math.max(1, Integer.parseInt(part.group(1)));
        if (part.group(2) == null) {
            return between(Year.of(year).atDay(1), Year.of(year).plusYears(1).atDay(1));
        }
        int month = Integer.parseInt(part.group(2));
        if (part.group(3) == null) {
            YearMonth whole = YearMonth.of(year, month);
            return between(whole.atDay(1), whole.plusMonths(1).atDay(1));
        }
        LocalDate day = LocalDate.of(year, month, Integer.parseInt(part.group(3)));
        return between(day, day.plusDays(1));
    }

    private static Span moment(Matcher part) {
        String second = part.group(5);
        String fraction = part.group(6);
        LocalDateTime local = LocalDateTime.parse(part.group(1)
                + '-'
                + part.group(2)
                + '-'
                + part.group(3)
                + 'T'
                + part.group(4)
                + ':'
                + (second == null ? "00" : second)
                + (fraction == null ? "" : '.' + fraction));
        ZonedDateTime zoned = part.group(7) == null
                ? local.atZone(HOME)
                : OffsetDateTime.parse(local + part.group(7)).toZonedDateTime();
        // The database keeps microseconds; a finer value than that has no place of its own in an order.
        Instant low = zoned.toInstant().truncatedTo(ChronoUnit.MICROS);
        if (second == null) {
            return new Span(low, low.plus(1, ChronoUnit.MINUTES));
        }
        if (fraction == null) {
            return new Span(low, low.plusSeconds(1));
        }
        long micros = (long) Math.pow(10, Math.max(0, 6 - fraction.length()));
        return new Span(low, low.plus(micros, ChronoUnit.MICROS));
    }

    private static Span between(LocalDate first, LocalDate next) {
        Instant low = first.atStartOfDay(HOME).toInstant();
        Instant high = next.atStartOfDay(HOME).toInstant();
        return new Span(low.isBefore(BEGIN) ? BEGIN : low, high.isAfter(END) ? END : high);
    }
}
