package nl.ooievaar.server.protocol;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * What every answer tells a browser, whoever writes it: take it for nothing else, frame it nowhere, run nothing in it, tell
 * nobody where you were. Who has more to say, as the site has, says it after.
 */
final class SafeHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin");

    private SafeHeaders() {}

    static void write(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}
