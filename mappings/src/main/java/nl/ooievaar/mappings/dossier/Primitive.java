package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ooievaar.mappings.account.Why;

/** What one field may hold, in JSON and in XML alike: the primitive types of FHIR R4, and a score. */
enum Primitive {
    STRING("string", "string"),
    CODE("string", "string"),
    URI("string", "string"),
    BOOLEAN("boolean", "boolean"),
    COUNT("integer", "nonNegativeInteger"),
    SCORE("integer", "nonNegativeInteger"),
    DECIMAL("number", "decimal"),
    DATE("string", "string"),
    DATE_TIME("string", "string");

    /** Years from 1000: the parsers below read no other. */
    static final String DATE_FORM = "[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?";

    static final String DATE_TIME_FORM =
            "[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?";
    private static final int DIGITS = 40;
    private static final Pattern DATES = Pattern.compile(DATE_FORM);
    private static final Pattern DATE_TIMES = Pattern.compile(DATE_TIME_FORM);
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NO_TEXT = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

    private final String json;
    private final String xml;

    Primitive(String json, String xml) {
        this.json = json;
        this.xml = xml;
    }

    static Optional<Primitive> of(String type) {
        for (Primitive one : values()) {
            if (one.name().replace("_", "").equals(type.toUpperCase(Locale.ROOT))) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    String json() {
        return json;
    }

    String xml() {
        return xml;
    }

    /** What is wrong with the value, if anything. */
    Optional<Why> wrong(JsonNode value) {
        if (value.isNull() || value.isTextual() && value.textValue().isEmpty()) {
            return Optional.of(Why.EMPTY);
        }
        return switch (this) {
            case STRING, CODE, URI -> unless(text(value), Why.NOT_TEXT);
            case BOOLEAN -> unless(value.isBoolean(), Why.NOT_TRUE_OR_FALSE);
            case COUNT -> unless(whole(value) && value.intValue() >= 0, Why.NOT_WHOLE);
            case SCORE -> unless(whole(value) && value.intValue() >= 1 && value.intValue() <= 10, Why.NOT_A_SCORE);
            case DECIMAL -> unless(number(value), Why.NOT_A_NUMBER);
            case DATE -> unless(value.isTextual() && date(value.textValue()), Why.NOT_A_DATE);
            case DATE_TIME -> unless(value.isTextual() && dateTime(value.textValue()), Why.NOT_A_DATE_TIME);
        };
    }

    private static Optional<Why> unless(boolean right, Why why) {
        return right ? Optional.empty() : Optional.of(why);
    }

    private static boolean whole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt();
    }

    /** Some digits stand for more than a memory can hold once they are written out. */
    private static boolean number(JsonNode value) {
        return value.isNumber()
                && Math.abs((long) value.decimalValue().scale()) <= DIGITS
                && value.decimalValue().precision() <= DIGITS;
    }

    /** XML can't hold every character. */
    private static boolean text(JsonNode value) {
        return value.isTextual()
                && !NO_TEXT.matcher(value.textValue()).find()
                && value.textValue().codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    private static boolean date(String text) {
        if (!DATES.matcher(text).matches()) {
            return false;
        }
        try {
            if (text.length() == 10) {
                LocalDate.parse(text);
            } else if (text.length() == 7) {
                YearMonth.parse(text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean dateTime(String text) {
        if (!text.contains("T")) {
            return date(text);
        }
        try {
            OffsetDateTime.parse(text);
            return DATE_TIMES.matcher(text).matches();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** What stands in XML as text, as JSON has it; text that is no such value stays text, for the check to refuse. */
    JsonNode read(String text) {
        try {
            return switch (this) {
                case BOOLEAN ->
                    text.equals("true") || text.equals("false")
                            ? BooleanNode.valueOf(text.equals("true"))
                            : Json.text(text);
                case COUNT, SCORE -> IntNode.valueOf(Integer.parseInt(text));
                case DECIMAL ->
                    WHOLE.matcher(text).matches()
                            ? IntNode.valueOf(Integer.parseInt(text))
                            : DecimalNode.valueOf(new BigDecimal(text));
                default -> Json.text(text);
            };
        } catch (NumberFormatException e) {
            return Json.text(text);
        }
    }
}
