package nl.ooievaar.subject.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsnTest {

    private static final Bsn[] NUMBERS = Bsn.testNumbers().toArray(Bsn[]::new);

    @ParameterizedTest
    @ValueSource(
            strings = {"", "99990007", "9999000790", "99990007a", "000000000", "999900078", " 99990007", "٩٩٩٩٠٠٠٧٩"})
    void refuses_what_is_no_number(String text) {
        assertTrue(Bsn.parse(text).isEmpty());
    }

    @Test
    void accepts_a_number_whose_weighted_sum_divides_by_eleven() {
        // 81 + 72 + 63 + 54 + 0 + 0 + 0 + 14 - 9 = 275 = 25 * 11
        assertEquals("999900079", Bsn.parse("999900079").orElseThrow().value());
    }

    @Property
    void one_wrong_digit_is_always_found(
            @ForAll("numbers") Bsn bsn,
            @ForAll @IntRange(max = 8) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = bsn.value().toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + by) % 10);
        assertTrue(Bsn.parse(new String(digits)).isEmpty());
    }

    @Property
    void two_swapped_neighbours_are_always_found(@ForAll("numbers") Bsn bsn, @ForAll @IntRange(max = 7) int place) {
        char[] digits = bsn.value().toCharArray();
        char first = digits[place];
        digits[place] = digits[place + 1];
        digits[place + 1] = first;
        assertEquals(digits[place] == first, Bsn.parse(new String(digits)).isPresent());
    }

    @Property
    void never_prints_itself(@ForAll("numbers") Bsn bsn) {
        assertFalse(String.valueOf(bsn).matches(".*[0-9].*"));
    }

    @Test
    void test_numbers_belong_to_nobody() {
        assertTrue(NUMBERS.length > 9000);
        assertTrue(Bsn.testNumbers().allMatch(Bsn::isTestNumber));
        assertTrue(Bsn.testNumbers().allMatch(it -> it.value().startsWith("9999")));
    }

    @Property
    void is_recognised_in_a_url(@ForAll("numbers") Bsn bsn) {
        assertTrue(Bsn.occursIn("/fhir/Patient?identifier=bsn|" + bsn.value() + "&_count=10"));
        assertTrue(Bsn.occursIn("/fhir/Patient?identifier=bsn%7C" + bsn.value()));
        assertTrue(Bsn.occursIn("/fhir/Patient/" + bsn.value()));
    }

    @Property
    void is_recognised_as_people_write_it(@ForAll("numbers") Bsn bsn) {
        String all = bsn.value();
        for (String apart : new String[] {".", " "}) {
            assertTrue(Bsn.occursIn(
                    "/x?y=" + all.substring(0, 4) + apart + all.substring(4, 6) + apart + all.substring(6)));
            assertTrue(Bsn.occursIn(
                    "x " + all.substring(0, 3) + apart + all.substring(3, 6) + apart + all.substring(6) + "; y"));
        }
        assertTrue(Bsn.occursIn("/fhir/Patient/bsn" + all));
        assertTrue(Bsn.occursIn("/fhir/Patient/BSN-" + all));
    }

    @Property
    void a_fraction_of_a_second_is_not_mistaken_for_one(@ForAll("numbers") Bsn bsn) {
        assertFalse(Bsn.occursIn("/fhir/Task?_lastUpdated=ge2026-11-26T14:43:51." + bsn.value() + "+01:00"));
        assertFalse(Bsn.occursIn(
                "2.16.840.1." + bsn.value().substring(0, 6) + "." + bsn.value().substring(6) + ".2.4"));
    }

    @Test
    void ids_and_longer_numbers_are_not_mistaken_for_one() {
        assertFalse(Bsn.occursIn("/fhir/Patient/3f999900079a-1/_history/2?x=19999000791"));
        assertFalse(Bsn.occursIn("/fhir/Organization?identifier=90000201"));
    }

    @Test
    void a_snomed_concept_that_passes_the_eleven_test_is_not_mistaken_for_one() {
        assertTrue(Bsn.parse("161714006").isPresent(), "the code for the due date");
        assertFalse(Bsn.occursIn("/fhir/Observation?code=http://snomed.info/sct|161714006&_count=10"));
        assertFalse(Bsn.occursIn("code=http%3A%2F%2Fsnomed.info%2Fsct%7C161714006"));
        assertTrue(Bsn.occursIn("/fhir/Observation?code=161714006"), "without its system it can be either");
        assertTrue(Bsn.occursIn("code=http://snomed.info/sct|161714006,999900079"));
    }

    @Property
    void a_number_that_calls_itself_snomed_and_can_be_no_concept_is_recognised(@ForAll("numbers") Bsn bsn) {
        boolean concept = bsn.value().matches(".{6}[01]0.");
        assertEquals(!concept, Bsn.occursIn("code=http://snomed.info/sct|" + bsn.value()));
    }

    @Provide
    Arbitrary<Bsn> numbers() {
        return Arbitraries.of(NUMBERS);
    }
}
