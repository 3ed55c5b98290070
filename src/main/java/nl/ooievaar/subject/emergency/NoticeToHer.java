package nl.ooievaar.subject.emergency;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What she reads, where she signs in, of an emergency access. It says that it happened and where to read more, and neither who,
 * what nor why: somebody may look over her shoulder.
 */
public final class NoticeToHer {
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");

    private NoticeToHer() {}

    /**
     * The words, Dutch when asked for and English otherwise.
     *
     * @param opened when it was opened
     */
    public static String text(Instant opened, Locale asked) {
        if (asked.getLanguage().equals("nl")) {
            return "Op " + at(opened, "d MMMM yyyy 'om' HH:mm", DUTCH)
                    + " is in een noodgeval toegang geopend tot gegevens over u, zonder uw toestemming."
                    + " Wie dat deed, en of er iets is gezien, leest u in uw toegangslog."
                    + " Uw vragen beantwoordt de functionaris gegevensbescherming die u dit bericht stuurde.";
        }
        return "On " + at(opened, "d MMMM yyyy 'at' HH:mm", Locale.UK)
                + " access to data about you was opened in an emergency, without your consent."
                + " Your access log tells who did so, and whether anything was seen."
                + " The privacy officer who sent you this message answers your questions.";
    }

    private static String at(Instant opened, String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(HOME).format(opened);
    }
}
