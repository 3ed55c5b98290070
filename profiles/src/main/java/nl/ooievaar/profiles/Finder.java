package nl.ooievaar.profiles;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells of a message of the validator which rule it is about, where exactly, and where that rule is written. */
final class Finder {
    private static final String NAMELESS = "invalid";
    private static final List<String> UNKNOWN_ELEMENT = List.of("Unrecognised_property_", "Undefined_element_");

    private final Templates templates;
    private final Paragraphs paragraphs;

    Finder(PhbPackage phb, Locale locale) {
        templates = new Templates(locale);
        paragraphs = new Paragraphs(phb);
    }

    Finding of(SingleValidationMessage message, Sent sent) {
        String text = message.getMessage();
        String id = message.getMessageId() == null ? templates.idOf(text).orElse(NAMELESS) : message.getMessageId();
        String expression = Expressions.plain(message.getLocationString());
        Sent.Place at = sent.at(expression);
        int hash = id.indexOf('#');
        return new Finding(
                message.getSeverity(),
                id.substring(hash + 1),
                id,
                expression,
                unknown(id, text),
                orZero(message.getLocationLine()),
                orZero(message.getLocationCol()),
                text,
                hash < 0
                        ? paragraphs.of(text, at)
                        : paragraphs.ofRule(id.substring(0, hash), id.substring(hash + 1), at));
    }

    private Optional<String> unknown(String id, String text) {
        // What was meant may stand behind the sentence.
        int end = text.indexOf("'. ");
        String sentence = end < 0 ? text : text.substring(0, end + 1);
        return UNKNOWN_ELEMENT.contains(id)
                ? templates.filled(id, sentence).map((Map<Integer, String> in) -> in.get(0))
                : Optional.empty();
    }

    private static int orZero(Integer number) {
        return number == null ? 0 : Math.max(0, number);
    }
}
