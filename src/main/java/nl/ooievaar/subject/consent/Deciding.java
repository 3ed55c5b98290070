package nl.ooievaar.subject.consent;

import java.util.Optional;

/** Who decides about the records of a person at a moment (WGBO: twelve and sixteen are the turns). */
public enum Deciding {
    /** Under twelve: who has authority over her. */
    AUTHORITY_HOLDER,
    /** From twelve to fifteen: she, and who has authority over her as well. */
    TOGETHER,
    /** From twelve to fifteen, while a professional recorded that she decides alone: authority holders are outsiders. */
    ALONE,
    /** From sixteen on: she; a representative only where her incapacity for the very decision was recorded. */
    GROWN;

    /** As whose word a statement counts now; empty when it does not count. */
    Optional<Voice> voiceOf(Giver giver) {
        return switch (this) {
            case AUTHORITY_HOLDER -> only(giver == Giver.AUTHORITY_HOLDER);
            case ALONE -> only(giver == Giver.HERSELF);
            case GROWN -> only(giver == Giver.HERSELF || giver == Giver.REPRESENTATIVE_OF_INCAPABLE);
            case TOGETHER ->
                switch (giver) {
                    case HERSELF -> Optional.of(Voice.FIRST);
                    case AUTHORITY_HOLDER -> Optional.of(Voice.SECOND);
                    case REPRESENTATIVE_OF_INCAPABLE, REPRESENTATIVE -> Optional.empty();
                };
        };
    }

    private static Optional<Voice> only(boolean counts) {
        return counts ? Optional.of(Voice.FIRST) : Optional.empty();
    }

    /** Whose words are weighed apart: where two decide together, each must permit. */
    enum Voice {
        FIRST,
        SECOND
    }
}
