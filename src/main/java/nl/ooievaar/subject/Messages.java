package nl.ooievaar.subject;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Turns a refusal into the sentence a person reads, in Dutch when asked for and in English otherwise. */
public final class Messages {

    private static final String BUNDLE = "nl.ooievaar.subject.messages";
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The sentence of a refusal. */
    public static String render(Refusal refusal, Locale locale) {
        return sentence(refusal.key(), locale, refusal.arguments());
    }

    /** The sentence behind any key of the bundle, such as the rule of a consent decision. */
    public static String sentence(String key, Locale locale, List<String> arguments) {
        return new MessageFormat(bundle(locale).getString(key), Locale.ROOT).format(arguments.toArray());
    }

    // Without the exact control a Dutch machine would answer English callers in Dutch.
    private static ResourceBundle bundle(Locale locale) {
        boolean dutch = DUTCH.getLanguage().equals(locale.getLanguage());
        return ResourceBundle.getBundle(BUNDLE, dutch ? DUTCH : Locale.ROOT, EXACT);
    }
}
