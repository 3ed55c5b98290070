package nl.ooievaar.server.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/** Refuses a citizen service number in a URL, where every log on the way keeps it. */
final class BsnInUrl {
    private static final List<String> SYSTEMS = List.of("namingsystem/bsn", "2.16.840.1.113883.2.4.6.3");
    private static final Pattern NINE_DIGITS = Pattern.compile("\\|?(\\d{9})");

    private BsnInUrl() {}

    static void refuse(Map<String, List<String>> parameters) {
        parameters.forEach((name, values) -> {
            if (hasBsn(name) || values.stream().anyMatch(BsnInUrl::hasBsn)) {
                throw Refusal.of(Reason.BSN_IN_URL).exception();
            }
        });
    }

    private static boolean hasBsn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return SYSTEMS.stream().anyMatch(lower::contains)
                || Escaped.split(text, ',').stream().anyMatch(BsnInUrl::isBsn);
    }

    /** Nine digits that pass the eleven-test are taken for a BSN also when nobody says so. */
    private static boolean isBsn(String value) {
        var digits = NINE_DIGITS.matcher(value);
        if (!digits.matches()) {
            return false;
        }
        String number = digits.group(1);
        int sum = -Character.digit(number.charAt(8), 10);
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * Character.digit(number.charAt(i), 10);
        }
        return sum % 11 == 0;
    }
}
