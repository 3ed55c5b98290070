package nl.ooievaar.server.notification;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why an endpoint could not be told, in words for its owner: Dutch when asked for, English otherwise. */
final class FailureWords {
    private static final String BUNDLE = "nl.ooievaar.server.notification.failure";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FailureWords() {}

    /** @param failure a code of {@link Sent} */
    static String of(String failure, Locale asked) {
        boolean dutch = asked.getLanguage().equals("nl");
        ResourceBundle words =
                ResourceBundle.getBundle(BUNDLE, dutch ? Locale.forLanguageTag("nl") : Locale.ROOT, EXACT);
        return failure.startsWith("status-")
                ? new MessageFormat(words.getString("status"), Locale.ROOT)
                        .format(new Object[] {failure.substring("status-".length())})
                : words.getString(failure);
    }
}
