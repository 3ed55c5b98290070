package nl.ooievaar.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ooievaar.server.RsaKeys;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** A token is verified once, and no longer trusted once it has ended. */
class VerifiedTokensTest {
    private final AtomicInteger verifications = new AtomicInteger();
    private final RSAKey key = RsaKeys.of("sandbox");
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final Clock clock = new Clock() {
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        public Clock withZone(ZoneId zone) {
            return this;
        }

        public Instant instant() {
            return now;
        }
    };
    private final VerifiedTokens tokens = tokens();

    @Test
    void a_token_is_verified_once() throws JOSEException {
        String token = signed(key, now.plusSeconds(300));
        assertSame(tokens.decode(token), tokens.decode(token));
        assertEquals(1, verifications.get());
    }

    @Test
    void a_token_that_ended_since_is_refused() throws JOSEException {
        String token = signed(key, now.plusSeconds(5));
        tokens.decode(token);
        now = now.plusSeconds(6);
        assertThrows(JwtException.class, () -> tokens.decode(token));
    }

    @Test
    void a_token_of_another_signer_is_refused_each_time() throws JOSEException {
        String forged = signed(RsaKeys.of("stranger"), now.plusSeconds(300));
        assertThrows(JwtException.class, () -> tokens.decode(forged));
        assertThrows(JwtException.class, () -> tokens.decode(forged));
        assertEquals(2, verifications.get());
    }

    private VerifiedTokens tokens() {
        try {
            NimbusJwtDecoder real =
                    NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey()).build();
            JwtTimestampValidator ends = new JwtTimestampValidator(Duration.ZERO);
            ends.setClock(clock);
            real.setJwtValidator(ends);
            return new VerifiedTokens(
                    token -> {
                        verifications.incrementAndGet();
                        return real.decode(token);
                    },
                    clock);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(RSAKey by, Instant until) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .subject("midwife")
                        .expirationTime(Date.from(until))
                        .build());
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }
}
