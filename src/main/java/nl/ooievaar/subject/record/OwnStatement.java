package nl.ooievaar.subject.record;

import java.util.Optional;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/** What she herself says beside a record about her (BW 7:454 lid 2): her words as they are, within bounds. */
public final class OwnStatement {
    /** Characters. */
    public static final int LONGEST = 4_000;

    private static final String FORM = "1 .. " + LONGEST + " characters of text";

    private OwnStatement() {}

    /** Refuses what is no text, or more than anybody reads beside a record; line breaks and tabs are text. */
    public static Optional<Refusal> check(String text) {
        boolean fits = !text.isBlank() && text.codePointCount(0, text.length()) <= LONGEST;
        boolean readable =
                text.codePoints().allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t');
        return fits && readable ? Optional.empty() : Optional.of(Refusal.of(Reason.PARAMETER_VALUE, "text", FORM));
    }
}
