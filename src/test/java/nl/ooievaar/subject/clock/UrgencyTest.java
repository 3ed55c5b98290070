package nl.ooievaar.subject.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {

    @ParameterizedTest(name = "due {0} days from now: {1}")
    @CsvSource({"280, routine", "85, routine", "84, urgent", "29, urgent", "28, asap", "0, asap", "-20, asap"})
    void the_later_in_the_pregnancy_the_more_urgent(int days, String urgency) {
        LocalDate today = LocalDate.of(2027, 3, 1);
        assertEquals(
                urgency, Urgency.of(Optional.of(today.plusDays(days)), today).code());
    }

    @Test
    void without_a_due_date_nothing_is_more_urgent_than_usual() {
        assertEquals(Urgency.ROUTINE, Urgency.of(Optional.empty(), LocalDate.of(2027, 3, 1)));
    }
}
