package nl.ooievaar.server.types;

import java.util.EnumSet;
import java.util.Set;

/** An interaction of the FHIR R4 REST API, with its letter in {@code src/docs/types.md}. */
public enum Interaction {
    CREATE('c'),
    READ('r'),
    VREAD('v'),
    UPDATE('u'),
    PATCH('p'),
    HISTORY_INSTANCE('h'),
    SEARCH('s');

    private final char letter;

    Interaction(char letter) {
        this.letter = letter;
    }

    static Set<Interaction> of(String letters) {
        Set<Interaction> found = EnumSet.noneOf(Interaction.class);
        for (char letter : letters.toCharArray()) {
            if (!found.add(of(letter))) {
                throw new IllegalArgumentException("interaction " + letter + " stands twice in " + letters);
            }
        }
        return found;
    }

    private static Interaction of(char letter) {
        for (Interaction one : values()) {
            if (one.letter == letter) {
                return one;
            }
        }
        throw new IllegalArgumentException("no interaction has the letter " + letter);
    }
}
