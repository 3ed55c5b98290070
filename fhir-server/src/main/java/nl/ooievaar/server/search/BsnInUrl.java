package nl.ooievaar.server.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.person.Bsn;

/**
 * Refuses a citizen service number in a URL, where every log on the way keeps it; also in that of an entry of a batch. Nine
 * digits that pass the eleven-test are taken for one also when nobody says so.
 */
final class BsnInUrl {
    private static final List<String> SYSTEMS = List.of("namingsystem/bsn", "2.16.840.1.113883.2.4.6.3");

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
        return SYSTEMS.stream().anyMatch(lower::contains) || Bsn.occursIn(text);
    }
}
