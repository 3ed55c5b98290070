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
    private final Suggestions suggestions;

    Finder(PhbPackage phb, Locale locale) {
        templates = new Templates(locale);
        paragraphs = new Paragraphs(phb);
        suggestions = new Suggestions(phb, locale);
    }

    Finding of(SingleValidationMessage message, Sent sent) {
        String text = message.getMessage();
        String id = message.getMessageId() == null ? NAMELESS : message.getMessageId();
        String expression = Expressions.plain(message.getLocationString());
        Sent.Place at = sent.at(expression);
        Optional<String> unknown = unknown(id, text);
        Optional<String> right = unknown.flatMap(name -> suggestions.element(name, Members.of(at.expression())));
        int hash = id.indexOf('#');
        return new Finding(
                message.getSeverity(),
                id.substring(hash + 1),
                id,
                expression,
                unknown,
                orZero(message.getLocationLine()),
                orZero(message.getLocationCol()),
                text + right.map(one -> ". " + one).orElse(""),
                hash < 0
                        ? paragraphs.of(text, at)
                        : paragraphs.ofRule(id.substring(0, hash), id.substring(hash + 1), at));
    }

    private Optional<String> unknown(String id, String text) {
        return UNKNOWN_ELEMENT.contains(id)
                ? templates.filled(id, text).map((Map<Integer, String> in) -> in.get(0))
                : Optional.empty();
    }

    private static int orZero(Integer number) {
        return number == null ? 0 : Math.max(0, number);
    }
}
