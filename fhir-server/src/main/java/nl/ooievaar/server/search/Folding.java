package nl.ooievaar.server.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without case and accents: how FHIR compares strings (FHIR R4 search, section 3.1.1.4.8). */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** What HAPI keeps of a text; a search cuts its own value alike, so that long texts still meet. */
    private static final int LONGEST = 768;

    private Folding() {}

    static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // By way of upper case, so that letters with two lower forms (ss and the sharp s) become one.
        return cut(bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
