package nl.ooievaar.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.ooievaar.subject.RefusedException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Who calls, before the doors ask: for counting and for the record of what is refused before them, never to open anything.
 * Thread safe.
 */
@Component
public class Callers {
    private static final String BEARER = "Bearer ";

    private final JwtDecoder decoder;

    public Callers(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    /** Empty without a token, or with one that does not hold. */
    public Optional<Caller> of(HttpServletRequest request) {
        String sent = request.getHeader("Authorization");
        if (sent == null || !sent.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Caller.of(decoder.decode(sent.substring(BEARER.length()).trim())));
        } catch (JwtException | RefusedException e) {
            return Optional.empty();
        }
    }
}
