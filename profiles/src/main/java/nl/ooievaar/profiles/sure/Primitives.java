package nl.ooievaar.profiles.sure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Primitive values of which the form is surely right (FHIR R4, datatypes 2.24.0.1). Narrower than FHIR on purpose: years
 * outside 1900 to 2099, huge numbers, control characters and unusual addresses are left to the validator.
 */
final class Primitives {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern CODE = Pattern.compile("[^\\s]+( [^\\s]+)*");
    private static final Pattern HTTP = Pattern.compile("https?://[A-Za-z0-9.\\-]+(:[0-9]+)?(/[A-Za-z0-9._~/\\-]*)?");
    private static final Pattern URN =
            Pattern.compile("urn:(uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ietf:bcp:47)");
    /** How a reference names the type it points to. */
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]+");

    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("(19|20)[0-9]{2}-(0[1-9]|1[0-2])");
    private static final Pattern DAY = Pattern.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT =
            Pattern.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
                    + "(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])");

    private static final Map<String, Predicate<JsonNode>> FORMS = Map.ofEntries(
            Map.entry("boolean", JsonNode::isBoolean),
            Map.entry("integer", value -> whole(value, Integer.MIN_VALUE)),
            Map.entry("unsignedInt", value -> whole(value, 0)),
            Map.entry("positiveInt", value -> whole(value, 1)),
            Map.entry("decimal", Primitives::decimal),
            Map.entry("string", Primitives::text),
            Map.entry("markdown", Primitives::text),
            Map.entry("id", value -> matches(ID, value)),
            Map.entry("code", value -> text(value) && matches(CODE, value)),
            Map.entry("uri", value -> address(value) || matches(TYPE, value)),
            Map.entry("url", value -> matches(HTTP, value)),
            Map.entry("canonical", value -> matches(HTTP, value)),
            Map.entry("date", value -> matches(YEAR, value) || matches(MONTH, value) || day(value)),
            Map.entry(
                    "dateTime", value -> matches(YEAR, value) || matches(MONTH, value) || day(value) || instant(value)),
            Map.entry("instant", Primitives::instant));

    private Primitives() {}

    static boolean sure(String type, JsonNode value) {
        Predicate<JsonNode> form = FORMS.get(type);
        return form != null && form.test(value);
    }

    static boolean address(JsonNode value) {
        return matches(HTTP, value) || matches(URN, value);
    }

    /** An address that a definition may have. */
    static boolean web(String address) {
        return HTTP.matcher(address).matches();
    }

    /** The value without a place for doubt in readers: no controls, no white space at the ends, nothing like a tag. */
    static boolean text(JsonNode value) {
        if (!value.isTextual() || value.textValue().isEmpty()) {
            return false;
        }
        String text = value.textValue();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' || c >= 0x7f && c < 0xa0 || c == '<' || Character.isSurrogate(c) || c > 0x2fff) {
                return false;
            }
        }
        return !space(text.charAt(0)) && !space(text.charAt(text.length() - 1));
    }

    static boolean day(JsonNode value) {
        if (!matches(DAY, value)) {
            return false;
        }
        try {
            LocalDate.parse(value.textValue());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean instant(JsonNode value) {
        if (!matches(INSTANT, value)) {
            return false;
        }
        try {
            OffsetDateTime.parse(value.textValue());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean space(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean whole(JsonNode value, int least) {
        return value.isInt() && value.intValue() >= least;
    }

    private static boolean decimal(JsonNode value) {
        return value.isInt()
                || value.isBigDecimal()
                        && value.decimalValue().scale() > 0
                        && value.decimalValue().scale() < 9
                        && value.decimalValue().precision() < 18;
    }

    private static boolean matches(Pattern pattern, JsonNode value) {
        return value.isTextual() && pattern.matcher(value.textValue()).matches();
    }
}
