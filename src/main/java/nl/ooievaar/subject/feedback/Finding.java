package nl.ooievaar.subject.feedback;

import java.util.Objects;

/**
 * One answer out of the findings, as far as feedback must know it.
 *
 * @param kind what the answer is about
 * @param voice whose answer it is
 * @param value the answer: a code, a text, or a date as it was written
 */
public record Finding(Kind kind, Voice voice, String value) {

    public Finding {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(voice);
        Objects.requireNonNull(value);
    }

    /** What an answer in the findings is about (PHB guideline, 8.3). */
    public enum Kind {
        HELP_REQUEST,
        GOES_WELL,
        SCORE,
        EXPERIENCE,
        VIEW,
        CONCLUSION,
        ADVICE,
        CHOSEN_SUPPORT,
        AGREEMENT,
        LEAD,
        EVALUATION_DATE,
        OTHER
    }

    /** Whose words an answer is. */
    public enum Voice {
        WOMAN,
        PARTNER,
        PROFESSIONAL
    }
}
