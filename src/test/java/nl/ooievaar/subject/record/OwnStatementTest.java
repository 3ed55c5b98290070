package nl.ooievaar.subject.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnStatementTest {

    @ParameterizedTest
    @ValueSource(strings = {"Zo was het niet.", "Regel één\nregel twee\tmet een tab", "<b>vet</b> & \"aangehaald\""})
    void her_words_are_taken_as_they_are(String text) {
        assertTrue(OwnStatement.check(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "een \u0000 teken", "een \u001b teken"})
    void what_is_no_text_is_refused(String text) {
        assertTrue(OwnStatement.check(text).isPresent());
    }

    @Test
    void a_character_beyond_the_bound_is_refused() {
        assertTrue(OwnStatement.check("é".repeat(OwnStatement.LONGEST)).isEmpty());
        assertTrue(OwnStatement.check("👶".repeat(OwnStatement.LONGEST)).isEmpty());
        assertEquals(
                "parameter-value",
                OwnStatement.check("é".repeat(OwnStatement.LONGEST + 1))
                        .orElseThrow()
                        .key());
    }
}
