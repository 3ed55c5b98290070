package nl.ooievaar.server.document;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words around what was written, in Dutch when asked for and in English otherwise; short and plain (B1). */
final class DocumentWords {
    private static final String BUNDLE = "nl.ooievaar.server.document.words";
    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;
    private final DateTimeFormatter day;

    DocumentWords(Locale asked) {
        boolean dutch = asked.getLanguage().equals("nl");
        this.words = ResourceBundle.getBundle(BUNDLE, dutch ? Locale.forLanguageTag("nl") : Locale.ROOT, EXACT);
        this.day = DateTimeFormatter.ofPattern(
                        words.getString("day"), dutch ? Locale.forLanguageTag("nl-NL") : Locale.UK)
                .withZone(HOME);
    }

    String language() {
        return of("language");
    }

    String of(String key) {
        return words.getString(key);
    }

    String day(Instant moment) {
        return day.format(moment);
    }
}
