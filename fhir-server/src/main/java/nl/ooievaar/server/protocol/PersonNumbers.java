package nl.ooievaar.server.protocol;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.person.Bsn;

/**
 * No citizen service number in what logs on the way keep: path, query and headers, at every address of the node. Nine digits
 * that pass the eleven-test are taken for one, also in groups and percent-encoded; an address that holds another number by
 * chance can go as a search in a body.
 */
final class PersonNumbers implements Rule {
    /** As often as a client may have encoded it. */
    private static final int ROUNDS = 3;

    private static final Pattern PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Their form is not the client's to choose, and none can name a person; numbers in them mean versions, sizes and addresses. */
    private static final Set<String> OTHER = Set.of(
            "authorization",
            "content-length",
            "cookie",
            "date",
            "dpop",
            "forwarded",
            "host",
            "if-modified-since",
            "traceparent",
            "tracestate",
            "user-agent",
            "via",
            "x-forwarded-for",
            "x-real-ip");

    @Override
    public Optional<Refusal> refuses(HttpServletRequest request) {
        String query = request.getQueryString();
        if (occurs(request.getRequestURI()) || query != null && occurs(query)) {
            return Optional.of(Refusal.of(Reason.BSN_IN_URL));
        }
        boolean inHeader = Collections.list(request.getHeaderNames()).stream()
                .filter(name -> !OTHER.contains(name.toLowerCase(Locale.ROOT)))
                .anyMatch(name -> occurs(name)
                        || Collections.list(request.getHeaders(name)).stream().anyMatch(PersonNumbers::occurs));
        return inHeader ? Optional.of(Refusal.of(Reason.BSN_IN_HEADER)) : Optional.empty();
    }

    static boolean occurs(String text) {
        String read = text;
        for (int round = 0; round <= ROUNDS; round++) {
            if (Bsn.occursIn(read)) {
                return true;
            }
            if (read.indexOf('%') < 0 && read.indexOf('+') < 0) {
                return false;
            }
            read = URLDecoder.decode(PERCENT.matcher(read).replaceAll("%25"), StandardCharsets.UTF_8);
        }
        return false;
    }
}
