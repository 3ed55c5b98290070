package nl.ooievaar.server.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/**
 * Verifies the assertion by which a system shows who it is (SMART App Launch 2.0, Backend Services; RFC 7523): signed with a
 * registered key, by and about the client, for this issuer, for five minutes at most, and never twice.
 */
final class AssertionDecoders implements JwtDecoderFactory<RegisteredClient> {
    /** RS384 and ES384 are those of SMART; none is no algorithm, and secrets sign nothing here. */
    static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384, JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_ID = 256;

    private final ClientKeys keys;
    private final UsedAssertions used;
    private final Clock clock;

    AssertionDecoders(ClientKeys keys, UsedAssertions used, Clock clock) {
        this.keys = keys;
        this.used = used;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        Optional<JWKSet> registered = keys.of(client.getClientId());
        if (registered.isEmpty()) {
            return token -> {
                throw new BadJwtException("no key is registered");
            };
        }
        DefaultJWTProcessor<SecurityContext> signature = new DefaultJWTProcessor<>();
        signature.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(registered.get())));
        // The rules below say more.
        signature.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(signature);
        decoder.setJwtValidator(assertion -> right(assertion, client.getClientId())
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_client")));
        return decoder;
    }

    private boolean right(Jwt assertion, String client) {
        Instant now = clock.instant();
        Instant ends = assertion.getExpiresAt();
        String id = assertion.getId();
        return client.equals(assertion.getClaimAsString("iss"))
                && client.equals(assertion.getSubject())
                && forUs(assertion.getAudience())
                && ends != null
                && now.isBefore(ends.plus(SKEW))
                && !ends.isAfter(now.plus(LONGEST).plus(SKEW))
                && (assertion.getNotBefore() == null
                        || !assertion.getNotBefore().isAfter(now.plus(SKEW)))
                && id != null
                && !id.isBlank()
                && id.length() <= LONGEST_ID
                // Last, since asking uses it up.
                && used.first(client, id, ends.plus(SKEW));
    }

    private static boolean forUs(List<String> audience) {
        AuthorizationServerContext here = AuthorizationServerContextHolder.getContext();
        String tokenEndpoint =
                here.getIssuer() + here.getAuthorizationServerSettings().getTokenEndpoint();
        return audience != null && (audience.contains(here.getIssuer()) || audience.contains(tokenEndpoint));
    }
}
