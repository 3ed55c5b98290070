package nl.ooievaar.subject.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthCareQuestionTest {
    @ParameterizedTest
    @CsvSource({
        "TOGETHER, midwife, true, false",
        "CONTACT_DETAILS, maternity-care-intake, true, false",
        "TOGETHER, , true, false",
        "TOGETHER, youth-nurse, true, true",
        "TOGETHER, gp, true, true",
        "TOGETHER, district-team, false, true",
        "TOGETHER, , false, true",
        "SELF, woman, true, true",
        "SELF, , true, true",
    })
    void it_is_asked_of_whoever_is_outside_birth_care(
            Route route, String signaller, boolean careProvider, boolean asked) {
        assertEquals(
                asked, BirthCareQuestion.isAsked(Optional.of(route), Optional.ofNullable(signaller), careProvider));
    }
}
