package nl.ooievaar.server.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import nl.ooievaar.server.start.Mode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.oauth2.resource.OAuth2ResourceServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;

/**
 * Which tokens are believed: signed by the issuer, for this server, now. What they are bound to is asked at each request, by
 * {@link CallerCheck}.
 */
@Configuration
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
class TokenConfiguration {
    /** Clocks of two machines differ; a token that ended is not believed longer than that. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** In production the keys are fetched when the first token comes, so that a start needs no issuer. */
    @Bean
    JwtDecoder decoder(
            Mode mode,
            ObjectProvider<JWKSource<SecurityContext>> own,
            OAuth2ResourceServerProperties properties,
            Environment environment,
            Clock clock) {
        if (mode.isSandbox()) {
            return sandbox(own.getObject(), environment.getProperty("ooievaar.base", ""), clock);
        }
        String issuer = properties.getJwt().getIssuerUri();
        List<String> audiences = properties.getJwt().getAudiences();
        OAuth2TokenValidator<Jwt> believed =
                believed(clock, issuer::equals, audience -> audience.stream().anyMatch(audiences::contains));
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .restOperations(new RestTemplateBuilder()
                            .connectTimeout(PATIENCE)
                            .readTimeout(PATIENCE)
                            .build())
                    .build();
            decoder.setJwtValidator(believed);
            return decoder;
        });
    }

    private static JwtDecoder sandbox(JWKSource<SecurityContext> key, String base, Clock clock) {
        NimbusJwtDecoder decoder = (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(key);
        decoder.setJwtValidator(believed(
                clock, issuer -> own(issuer, "", base.replaceFirst("/fhir/?$", "")), audience -> audience.stream()
                        .anyMatch(one -> own(one, "/fhir", base))));
        return decoder;
    }

    /** The address of this server on its own machine, whatever the port, or the one that was set. */
    static boolean own(String address, String path, String base) {
        try {
            URI asked = URI.create(address);
            boolean loopback = List.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(asked.getHost()));
            return !base.isEmpty() && address.equals(base) || loopback && path.equals(asked.getPath());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static OAuth2TokenValidator<Jwt> believed(
            Clock clock, Predicate<String> issuer, Predicate<Collection<String>> audience) {
        JwtTimestampValidator now = new JwtTimestampValidator(SKEW);
        now.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                now,
                // Without an end a token would be one for ever.
                new JwtClaimValidator<>(JwtClaimNames.EXP, end -> end != null),
                new JwtClaimValidator<Object>(JwtClaimNames.ISS, by -> by != null && issuer.test(by.toString())),
                new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD, to -> to != null && audience.test(to)));
    }
}
