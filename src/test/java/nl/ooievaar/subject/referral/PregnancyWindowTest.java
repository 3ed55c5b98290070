package nl.ooievaar.subject.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.junit.jupiter.api.Test;

class PregnancyWindowTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void three_weeks_past_the_due_date_is_still_a_pregnancy() {
        assertEquals(Optional.empty(), reason(Optional.of(TODAY.minusDays(21)), Optional.empty()));
    }

    @Test
    void a_day_more_is_refused() {
        assertEquals(Optional.of(Reason.OVERDUE_PREGNANCY), reason(Optional.of(TODAY.minusDays(22)), Optional.empty()));
    }

    @Test
    void after_birth_it_is_too_late_for_a_prenatal_visit() {
        assertEquals(Optional.of(Reason.AFTER_BIRTH), reason(Optional.of(TODAY.plusDays(3)), Optional.of(TODAY)));
    }

    @Test
    void a_birth_of_an_earlier_pregnancy_closes_nothing() {
        Optional<LocalDate> birth = Optional.of(TODAY.minusDays(60));
        assertEquals(Optional.empty(), reason(Optional.of(TODAY.plusDays(81)), birth));
        assertEquals(Optional.of(Reason.AFTER_BIRTH), reason(Optional.of(TODAY.plusDays(80)), birth));
    }

    @Test
    void without_a_due_date_the_weeks_after_birth_are_no_new_pregnancy() {
        assertEquals(Optional.of(Reason.AFTER_BIRTH), reason(Optional.empty(), Optional.of(TODAY.minusDays(42))));
        assertEquals(Optional.empty(), reason(Optional.empty(), Optional.of(TODAY.minusDays(43))));
    }

    @Test
    void an_unknown_due_date_closes_nothing() {
        assertEquals(Optional.empty(), reason(Optional.empty(), Optional.empty()));
    }

    @Test
    void the_refusal_carries_no_date_of_hers() {
        assertEquals(
                List.of(),
                PregnancyWindow.check(Optional.of(TODAY.minusYears(1)), Optional.empty(), TODAY)
                        .orElseThrow()
                        .arguments());
    }

    private static Optional<Reason> reason(Optional<LocalDate> due, Optional<LocalDate> birth) {
        return PregnancyWindow.check(due, birth, TODAY).map(Refusal::reason);
    }
}
