package nl.ooievaar.mappings.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as HL7 version 3 writes them, digits only, in the writing of ISO 8601 that the other forms use. A year or a month stays one;
 * seconds that were not told are zero, as FHIR has it (R4, 2.24.0.1 dateTime).
 */
final class Times {
    private static final Pattern V3 = Pattern.compile(
            "(\\d{4})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(\\d{2})(?:(\\d{2}(?:\\.\\d+)?))?([+-]\\d{4})?)?)?)?");

    private Times() {}

    /** What is no such time stays as it stood. */
    static String iso(String value) {
        Matcher is = V3.matcher(value.strip());
        if (!is.matches()) {
            return value;
        }
        StringBuilder iso = new StringBuilder(is.group(1));
        for (int part : new int[] {2, 3}) {
            if (is.group(part) != null) {
                iso.append('-').append(is.group(part));
            }
        }
        if (is.group(4) != null) {
            iso.append('T').append(is.group(4)).append(':').append(is.group(5));
            iso.append(':').append(is.group(6) == null ? "00" : is.group(6));
            if (is.group(7) != null) {
                iso.append(is.group(7), 0, 3).append(':').append(is.group(7), 3, 5);
            }
        }
        return iso.toString();
    }
}
