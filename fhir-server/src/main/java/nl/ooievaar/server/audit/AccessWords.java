package nl.ooievaar.server.audit;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import nl.ooievaar.server.audit.AuditTrail.Told;
import nl.ooievaar.server.audit.PartyNames.Named;
import nl.ooievaar.server.identity.Caller;

/**
 * A line of the access log as a sentence for the woman: who, what, when, why, and whether it was an emergency (NEN 7513, what the
 * person concerned is told). Dutch when asked for, English otherwise; short words (B1).
 */
final class AccessWords {
    private static final String BUNDLE = "nl.ooievaar.server.audit.access";
    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    AccessWords(Locale asked) {
        boolean dutch = asked.getLanguage().equals("nl");
        Locale locale = dutch ? Locale.forLanguageTag("nl-NL") : Locale.UK;
        this.words = ResourceBundle.getBundle(BUNDLE, dutch ? Locale.forLanguageTag("nl") : Locale.ROOT, EXACT);
        this.moment = form("moment", locale);
        this.day = form("day", locale);
        this.time = form("time", locale);
    }

    private DateTimeFormatter form(String key, Locale locale) {
        return DateTimeFormatter.ofPattern(words.getString(key), locale).withZone(HOME);
    }

    String language() {
        return words.getString("language");
    }

    /** The whole sentence. */
    String sentence(AuditRow row, Named by, List<String> types) {
        return text("line", moment.format(row.head().at()), text(row, by, types));
    }

    /** The same in parts. */
    Told told(AuditRow row, Named by, List<String> types) {
        return new Told(day.format(row.head().at()), time.format(row.head().at()), text(row, by, types));
    }

    private String text(AuditRow row, Named by, List<String> types) {
        return row.head().outcome().equals("refused")
                ? text("told.refused", who(row, by), named(types))
                : text("told", who(row, by), what(row, types), why(row), emergency(row));
    }

    /** When something happened on a day: once, or so many times. */
    String when(List<String> times) {
        return times.size() == 1
                ? times.get(0)
                : text("page.times", times.size(), times.get(0), times.get(times.size() - 1));
    }

    /** What stands on a page around the lines. */
    String page(String key) {
        return words.getString("page." + key);
    }

    private String who(AuditRow row, Named by) {
        AuditRow.Head head = row.head();
        if (head.organization().startsWith(Caller.PERSONS + "|")) {
            return text("who.herself", head.client());
        }
        String party = text(
                "who.party",
                by.organization()
                        .orElse(head.organization()
                                .substring(head.organization().indexOf('|') + 1)),
                by.service().orElse(head.service()),
                role(head.role()));
        return head.actor() == null
                ? text("who.system", party, head.client())
                : text("who.person", party, head.actor(), head.client());
    }

    String role(String code) {
        return word("role." + code, code);
    }

    private String what(AuditRow row, List<String> types) {
        if (types.contains("AuditEvent")) {
            return words.getString("what.log");
        }
        String verb = word(
                "verb." + row.head().interaction(), word("verb." + row.head().action(), words.getString("verb.R")));
        return text("what", verb, named(types));
    }

    private String named(List<String> types) {
        Map<String, Long> counted =
                types.stream().collect(Collectors.groupingBy(type -> type, LinkedHashMap::new, Collectors.counting()));
        List<String> named = new ArrayList<>();
        counted.forEach((type, count) -> {
            String word = word("type." + type, type);
            named.add(count == 1 ? word : text("what.several", word, count));
        });
        return String.join(", ", named);
    }

    private String why(AuditRow row) {
        String reasons = bases(row).stream().map(this::reason).distinct().collect(Collectors.joining(" "));
        String purpose = row.head().purpose();
        return purpose == null ? reasons : reasons + " " + text("purpose", word("purpose." + purpose, purpose));
    }

    private String reason(String basis) {
        if (basis.startsWith("consent:")) {
            String purpose = basis.substring("consent:".length());
            return text("why.consent", word("purpose." + purpose, purpose));
        }
        return words.containsKey("why." + basis) ? words.getString("why." + basis) : text("why.other", basis);
    }

    /** The legal basis of a rule, as the record of the decision names it. */
    String law(String basis) {
        String rule = basis.startsWith("consent:") ? "consent" : basis;
        return word("law." + rule, words.getString("law.other"));
    }

    private String emergency(AuditRow row) {
        return words.getString(isEmergency(row) ? "emergency.yes" : "emergency.no");
    }

    /** Whether emergency access opened it. */
    static boolean isEmergency(AuditRow row) {
        boolean opened = row.head().outcome().equals("done")
                && bases(row).stream().anyMatch(basis -> basis.startsWith("emergency"));
        return opened || "BTG".equals(row.head().purpose());
    }

    static List<String> bases(AuditRow row) {
        return Arrays.stream(row.basis().split(" "))
                .filter(basis -> !basis.isEmpty())
                .toList();
    }

    private String word(String key, String otherwise) {
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments);
    }
}
