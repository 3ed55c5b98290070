package nl.ooievaar.subject.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * How long a file is kept: twenty years from its last change, counted in days of Amsterdam (BW 7:454 lid 3). Earlier it is
 * destroyed on her request only (BW 7:455).
 */
public final class Retention {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int YEARS = 20;

    /** They say who may see the record or how it came about; the record itself does not change by them. */
    private static final Set<String> ABOUT_THE_RECORD = Set.of("Consent", "Provenance");

    private Retention() {}

    /** Whether a new version of this type changes the record in substance. */
    public static boolean substantive(String type) {
        return !ABOUT_THE_RECORD.contains(type);
    }

    /** The first day on which a file may be destroyed because its time has ended. */
    public static LocalDate endsOn(Instant lastChange) {
        return LocalDate.ofInstant(lastChange, ZONE).plusYears(YEARS).plusDays(1);
    }

    /** Refuses to destroy a file whose time still runs, and tells until when. */
    public static Optional<Refusal> checkEnded(Instant lastChange, Instant now) {
        LocalDate end = endsOn(lastChange);
        return LocalDate.ofInstant(now, ZONE).isBefore(end)
                ? Optional.of(Refusal.of(Reason.RETENTION_RUNS, end.toString()).at("ground"))
                : Optional.empty();
    }
}
