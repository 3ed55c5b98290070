package nl.ooievaar.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message tells each mistake once, and what would be right where that is known. */
class SuggestionTest {
    private static final PhbPackage PHB = PhbPackage.load();
    private static final PhbValidation ENGLISH = new PhbValidation(PHB, Locale.ENGLISH);
    private static final PhbValidation DUTCH = new PhbValidation(PHB, Locale.forLanguageTag("nl"));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "case-1-appointment.json, '/appointmentType/coding/0/code=\"hom\"', home (",
                "case-1-care-team.json, '/participant/1/role/0/coding/0/code=\"jgz-nurs\"', jgz-nurse (",
                "case-1-evaluation.json, '/item/0/answer/0/valueCoding/code=\"interims\"', interim (",
                "case-1-evaluation.json, '/item/1/linkId=\"plann\"', plan?",
                "case-1-care-team.json, '/meta/profile/0=\"http://ooievaar.example/fhir/StructureDefinition/phb-careteam\"', StructureDefinition/phb-care-team?",
                "case-1-referral.json#Observation:2, '/valueCodeableConcept/coding/0/code=\"younger-than-2\"', younger-than-20 ("
            })
    void a_typing_error_is_told_once_with_what_was_meant(String base, String edit, String right) {
        String wrong = Edited.of(PHB, base, edit);
        List<SingleValidationMessage> english = ENGLISH.validate(wrong).getMessages();
        assertEquals(1, english.size(), () -> english.toString());
        assertTrue(
                english.get(0).getMessage().contains("Did you mean "),
                english.get(0).getMessage());
        assertTrue(english.get(0).getMessage().contains(right), english.get(0).getMessage());
        List<SingleValidationMessage> dutch = DUTCH.validate(wrong).getMessages();
        assertEquals(1, dutch.size(), () -> dutch.toString());
        assertTrue(
                dutch.get(0).getMessage().contains("Bedoelt u "), dutch.get(0).getMessage());
        assertTrue(dutch.get(0).getMessage().contains(right), dutch.get(0).getMessage());
    }

    @Test
    void a_code_like_none_is_told_with_all_that_are_possible_when_they_are_few() {
        String message = only("case-1-appointment.json", "/appointmentType/coding/0/code=\"by-boat\"");
        assertTrue(message.endsWith("Possible are: home, digital, elsewhere, jgz-location, phone."), message);
        String many = only("case-1-referral.json#Observation:2", "/valueCodeableConcept/coding/0/code=\"by-boat\"");
        assertFalse(many.contains("Possible are"), many);
        assertFalse(many.contains("Did you mean"), many);
    }

    @Test
    void the_gravest_comes_first() {
        List<SingleValidationMessage> told = ENGLISH.validate(Edited.of(
                        PHB,
                        "case-1-care-team.json",
                        "/meta/profile/-=\"http://elsewhere.example/StructureDefinition/x\";;-/subject"))
                .getMessages();
        assertTrue(told.size() > 1, told.toString());
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i - 1).getSeverity().compareTo(told.get(i).getSeverity()) >= 0, told.toString());
        }
    }

    private static String only(String base, String edit) {
        List<SingleValidationMessage> told =
                ENGLISH.validate(Edited.of(PHB, base, edit)).getMessages();
        assertEquals(1, told.size(), () -> told.toString());
        return told.get(0).getMessage();
    }
}
