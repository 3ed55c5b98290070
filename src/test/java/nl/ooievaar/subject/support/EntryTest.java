package nl.ooievaar.subject.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import nl.ooievaar.subject.support.Entry.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTest {
    @ParameterizedTest
    @CsvSource({
        "MET,     MET,     YES",
        "MET,     MISSING, UNKNOWN",
        "MISSING, MET,     UNKNOWN",
        "MISSING, MISSING, UNKNOWN",
        "MET,     NOT_MET, NO",
        "NOT_MET, MET,     NO",
        "NOT_MET, MISSING, NO",
        "MISSING, NOT_MET, NO",
        "NOT_MET, NOT_MET, NO"
    })
    void one_no_closes_the_subject_and_one_gap_leaves_it_open(Answer one, Answer other, Fit fit) {
        Entry entry = new Entry(
                "phb-voorzorg",
                "VoorZorg",
                "4.2",
                List.of(new Criterion("before28Weeks", one), new Criterion("firstChild", other)));
        assertEquals(fit, entry.fit());
    }

    @Test
    void a_plan_without_criteria_fits() {
        assertEquals(Fit.YES, new Entry("phb-visit", "PHB", "6", List.of()).fit());
    }

    @Test
    void an_empty_outcome_is_missing_and_never_no() {
        assertEquals(Answer.MISSING, Answer.of(Optional.empty()));
        assertEquals(Answer.NOT_MET, Answer.of(Optional.of(false)));
        assertEquals(Answer.MET, Answer.of(Optional.of(true)));
    }
}
