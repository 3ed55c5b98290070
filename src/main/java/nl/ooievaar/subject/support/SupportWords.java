package nl.ooievaar.subject.support;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the cards, to one reader in one language. */
public final class SupportWords {
    private static final String BUNDLE = "nl.ooievaar.subject.support.words";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;
    private final Reader reader;

    /** @param asked the language: Dutch when asked for, English otherwise */
    public SupportWords(Reader reader, Locale asked) {
        boolean dutch = "nl".equals(asked.getLanguage());
        this.words = ResourceBundle.getBundle(BUNDLE, dutch ? Locale.forLanguageTag("nl") : Locale.ROOT, EXACT);
        this.reader = reader;
    }

    /** A sentence by its key. */
    public String of(String key, Object... arguments) {
        String to = key + reader.suffix();
        return new MessageFormat(words.getString(words.containsKey(to) ? to : key), Locale.ROOT).format(arguments);
    }

    /** What is known about one criterion. */
    String of(Criterion criterion) {
        return of("criterion." + criterion.name() + "." + criterion.answer().key());
    }
}
