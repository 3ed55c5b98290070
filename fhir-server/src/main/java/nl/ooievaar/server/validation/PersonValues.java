package nl.ooievaar.server.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts what may belong to a person out of a validator text: every value of the resource, except names of the contract (codes,
 * systems, canonical addresses).
 */
final class PersonValues {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> CONTRACT = Set.of(
            "resourceType",
            "system",
            "code",
            "url",
            "profile",
            "linkId",
            "questionnaire",
            "status",
            "intent",
            "use",
            "type");

    private static final Pattern TYPE = Pattern.compile("[A-Za-z]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("\\d{8,}");
    /** Within one value. */
    private static final int MOST_QUOTES = 40;

    private final Set<String> values;

    private PersonValues(Set<String> found) {
        this.values = found;
    }

    /** The values of an XML body that {@link XmlPlaces} found well-formed. */
    static PersonValues ofXml(byte[] body) {
        return new PersonValues(XmlPlaces.of(body).values(CONTRACT));
    }

    static PersonValues of(byte[] json) {
        Set<String> found = new HashSet<>();
        try (JsonParser in = JSON.createParser(json)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                boolean value = token == JsonToken.VALUE_STRING || token.isNumeric();
                if (value
                        && (in.currentName() == null
                                || !CONTRACT.contains(in.currentName())
                                || in.currentName().equals("resourceType") && !isType(in.getText()))
                        && in.getText().length() >= 3) {
                    found.add(in.getText());
                }
            }
        } catch (IOException e) {
            // Malformed JSON was refused before; what can't be read holds nothing to cut.
        }
        return new PersonValues(found);
    }

    /** Whether a text can be the name of a type, if misspelt; what can't is whatever the sender put there. */
    static boolean isType(String text) {
        return TYPE.matcher(text).matches();
    }

    /** Every value that stands in quotes or, when it is a long number, anywhere. */
    String cut(String text) {
        String safe = quoted(quoted(text, '\''), '"');
        return NUMBER.matcher(safe).replaceAll(number -> values.contains(number.group()) ? "…" : number.group());
    }

    private String quoted(String text, char quote) {
        StringBuilder safe = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf(quote, from);
            int close = open < 0 ? -1 : last(text, open, quote);
            if (open < 0) {
                break;
            }
            safe.append(text, from, open + 1);
            if (close > 0) {
                safe.append(cutWhole(text.substring(open + 1, close))).append(quote);
            }
            from = close > 0 ? close + 1 : open + 1;
        }
        return safe.append(text.substring(from)).toString();
    }

    private static String cutWhole(String quoted) {
        return quoted.substring(0, quoted.length() - afterHash(quoted).length()) + '…';
    }

    /** A code is told behind its system. */
    private static String afterHash(String quoted) {
        int hash = quoted.startsWith("http") ? quoted.indexOf('#') : -1;
        return quoted.substring(hash + 1);
    }

    /** Where the longest value ends that begins behind this quote; a value may hold quotes itself. */
    private int last(String text, int open, char quote) {
        int found = -1;
        int close = open;
        for (int i = 0; i < MOST_QUOTES && (close = text.indexOf(quote, close + 1)) > 0; i++) {
            found = values.contains(afterHash(text.substring(open + 1, close))) ? close : found;
        }
        return found;
    }
}
