package nl.ooievaar.subject.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

    @ParameterizedTest(name = "changed {0}, kept until {1}: {2}")
    @CsvSource({
        "2026-11-26T10:00:00Z, 2046-11-27, the whole last day counts",
        "2026-11-25T23:30:00Z, 2046-11-27, past midnight in Amsterdam",
        "2024-02-29T10:00:00Z, 2044-03-01, a leap day",
        "2028-02-29T10:00:00Z, 2048-03-01, from leap year to leap year",
    })
    void a_file_is_kept_twenty_years_from_its_last_change(Instant change, LocalDate end, String why) {
        assertEquals(end, Retention.endsOn(change), why);
    }

    @Test
    void a_day_earlier_is_refused_with_the_day_from_which_it_may() {
        Instant change = Instant.parse("2006-11-26T10:00:00Z");
        Refusal refusal = Retention.checkEnded(change, Instant.parse("2026-11-26T22:00:00Z"))
                .orElseThrow();
        assertTrue(Messages.render(refusal, Locale.ENGLISH).contains("2026-11-27"));
        assertTrue(Retention.checkEnded(change, Instant.parse("2026-11-26T23:30:00Z"))
                .isEmpty());
    }

    @Test
    void who_may_see_a_record_does_not_change_it() {
        assertFalse(Retention.substantive("Consent"));
        assertFalse(Retention.substantive("Provenance"));
        assertTrue(Retention.substantive("QuestionnaireResponse"));
        assertTrue(Retention.substantive("Communication"));
    }
}
