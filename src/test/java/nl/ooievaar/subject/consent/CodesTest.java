package nl.ooievaar.subject.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodesTest {

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void a_purpose_is_found_by_its_code(Purpose purpose) {
        assertEquals(Optional.of(purpose), Purpose.of(purpose.code()));
    }

    @ParameterizedTest
    @EnumSource(DataClass.class)
    void a_data_class_is_found_by_its_code(DataClass dataClass) {
        assertEquals(Optional.of(dataClass), DataClass.of(dataClass.code()));
    }

    @Test
    void a_code_we_do_not_know_is_no_purpose() {
        assertTrue(Purpose.of("treatment").isEmpty());
        assertTrue(DataClass.of("everything").isEmpty());
        assertTrue(Purpose.of("CONTACT_DETAILS").isEmpty());
    }

    @Test
    void each_purpose_opens_its_own_stage() {
        assertEquals("feedback-coordinating-provider", Purpose.FEEDBACK_COORDINATING_PROVIDER.code());
        assertEquals(Set.of(DataClass.CONTACT, DataClass.REFERRAL), Purpose.REFERRAL.opens());
        assertEquals(Set.of(DataClass.CONTACT), Purpose.CONTACT_DETAILS.opens());
        assertEquals(Set.of(DataClass.FEEDBACK), Purpose.FEEDBACK.opens());
        assertEquals(Set.of(), Purpose.MONITORING.opens());
    }
}
