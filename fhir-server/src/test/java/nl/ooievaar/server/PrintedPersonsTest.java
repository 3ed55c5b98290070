package nl.ooievaar.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nl.ooievaar.subject.person.Bsn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The look for people in an output finds them, and nobody else. */
class PrintedPersonsTest {
    @ParameterizedTest
    @ValueSource(strings = {"MORALES", "?family=Morales&x", "Tom", "tel:+31600000101", "Voorbeeldstraat 12", "6411 XX"})
    void a_person_of_the_examples_is_found(String printed) {
        assertThrows(AssertionError.class, () -> PrintedPersons.assertNone("WARN refused " + printed + " (400)"));
    }

    @Test
    void a_bsn_is_found() {
        String bsn = Bsn.testNumbers().findFirst().orElseThrow().value();
        assertThrows(AssertionError.class, () -> PrintedPersons.assertNone("x|" + bsn + "\"y"));
    }

    @Test
    void a_word_that_holds_a_name_and_a_moment_are_nobody() {
        assertDoesNotThrow(() -> PrintedPersons.assertNone("2026-11-23T12:00:00.999900109Z Tomcat started else"));
    }
}
