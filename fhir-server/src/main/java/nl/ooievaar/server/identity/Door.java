package nl.ooievaar.server.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Turns away who has no token or one that is refused: on record first, then 401 with the error of RFC 6750 and a sentence that
 * says what would be right. Tells of a token only what a verified signature vouches for.
 */
final class Door implements AuthenticationEntryPoint {
    private static final String BEARER = "Bearer ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RefusedAccess record;
    private final Clock clock;

    Door(RefusedAccess record, Clock clock) {
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            // Nobody said who he is: there is nothing to put on record.
            answer(request, response, Reason.UNAUTHENTICATED, "Bearer");
            return;
        }
        boolean signed = hasCause(e, JwtValidationException.class);
        Optional<JWTClaimsSet> claims = signed ? claims(token.get()) : Optional.empty();
        Reason reason = claims.map(this::why).orElse(Reason.UNAUTHENTICATED);
        refuse(request, response, claims.map(Door::client).orElse(RefusedAccess.UNKNOWN), reason);
    }

    /** @param client as a verified token names it */
    void refuse(HttpServletRequest request, HttpServletResponse response, String client, Reason reason)
            throws IOException {
        record.record(client, reason);
        answer(request, response, reason, "Bearer error=\"invalid_token\", error_description=\"" + reason.key() + '"');
    }

    /** Its signature is right: it has ended, or it is for or by another. */
    private Reason why(JWTClaimsSet claims) {
        boolean ended = claims.getExpirationTime() == null
                || !clock.instant().isBefore(claims.getExpirationTime().toInstant());
        return ended ? Reason.TOKEN_ENDED : Reason.TOKEN_ELSEWHERE;
    }

    private static String client(JWTClaimsSet claims) {
        try {
            String client = claims.getStringClaim("client_id");
            return client == null ? String.valueOf(claims.getSubject()) : client;
        } catch (ParseException e) {
            return RefusedAccess.UNKNOWN;
        }
    }

    private static Optional<JWTClaimsSet> claims(String token) {
        try {
            return Optional.of(SignedJWT.parse(token).getJWTClaimsSet());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).trim());
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, Reason reason, String challenge)
            throws IOException {
        Map<String, Object> details = Map.of(
                "coding",
                List.of(Map.of("system", "http://ooievaar.example/fhir/CodeSystem/phb-refusal", "code", reason.key())),
                "text",
                Messages.render(Refusal.of(reason), request.getLocale()));
        response.setStatus(401);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        response.setContentType("application/fhir+json;charset=UTF-8");
        JSON.writeValue(
                response.getOutputStream(),
                Map.of(
                        "resourceType",
                        "OperationOutcome",
                        "issue",
                        List.of(Map.of("severity", "error", "code", "login", "details", details))));
    }
}
