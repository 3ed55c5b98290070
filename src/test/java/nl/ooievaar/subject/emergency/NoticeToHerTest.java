package nl.ooievaar.subject.emergency;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NoticeToHerTest {
    private static final Instant OPENED = Instant.parse("2026-11-26T02:10:00Z");

    @Test
    void she_reads_that_it_happened_and_when_at_home() {
        assertTrue(NoticeToHer.text(OPENED, Locale.forLanguageTag("nl"))
                .startsWith("Op 26 november 2026 om 03:10 is in een noodgeval toegang geopend tot gegevens over u"));
        assertTrue(NoticeToHer.text(OPENED, Locale.ENGLISH)
                .startsWith("On 26 November 2026 at 03:10 access to data about you was opened in an emergency"));
    }
}
