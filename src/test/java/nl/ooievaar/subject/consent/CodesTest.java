package nl.ooievaar.subject.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.party.CareRole;
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

    @ParameterizedTest
    @EnumSource(CareRole.class)
    void a_role_is_found_by_its_code(CareRole role) {
        assertEquals(Optional.of(role), CareRole.of(role.code()));
    }

    @ParameterizedTest
    @EnumSource(Representation.Ground.class)
    void a_ground_is_found_by_its_code(Representation.Ground ground) {
        assertEquals(Optional.of(ground), Representation.Ground.of(ground.code()));
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
        assertEquals(
                Set.of(DataClass.CONTACT, DataClass.REFERRAL, DataClass.WITHHELD_ADDRESS), Purpose.REFERRAL.opens());
        assertEquals(Set.of(DataClass.CONTACT, DataClass.WITHHELD_ADDRESS), Purpose.CONTACT_DETAILS.opens());
        assertEquals(Set.of(DataClass.FEEDBACK), Purpose.FEEDBACK.opens());
        assertEquals(Set.of(DataClass.BIRTH_CARE), Purpose.BIRTH_CARE_DATA.opens());
        assertEquals(Set.of(DataClass.FEEDBACK), Purpose.FEEDBACK_COORDINATING_PROVIDER.opens());
        assertEquals(Set.of(DataClass.PLAN, DataClass.FEEDBACK), Purpose.CASE_CONFERENCE.opens());
        assertEquals(Set.of(), Purpose.CHILD_DOSSIER.opens());
        assertEquals(
                Set.of(DataClass.CONTACT, DataClass.REFERRAL, DataClass.FINDINGS, DataClass.PLAN, DataClass.FEEDBACK),
                Purpose.TRANSFER.opens());
        assertEquals(Set.of(), Purpose.MONITORING.opens());
    }
}
