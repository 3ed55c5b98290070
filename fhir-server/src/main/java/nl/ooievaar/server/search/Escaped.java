package nl.ooievaar.server.search;

import java.util.ArrayList;
import java.util.List;

/** Splits values at separators that no backslash takes away (FHIR R4 search, section 3.1.1.4.0.1, escaping). */
final class Escaped {
    private Escaped() {}

    /** The parts still hold their backslashes. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '\\' && i + 1 < text.length()) {
                part.append(one).append(text.charAt(++i));
            } else if (one == separator) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(one);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    static String plain(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean escape = one == '\\' && i + 1 < text.length() && "\\,|$".indexOf(text.charAt(i + 1)) >= 0;
            plain.append(escape ? text.charAt(++i) : one);
        }
        return plain.toString();
    }
}
