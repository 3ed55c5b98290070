package nl.ooievaar.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import nl.ooievaar.server.start.DataFolder;
import nl.ooievaar.server.start.Mode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The token issuer of the sandbox: client credentials for the demo parties, with secrets that everybody knows. It does not
 * exist in production, where any OIDC issuer is configured.
 */
@Configuration
@Conditional(SandboxIssuer.OnlyInSandbox.class)
class SandboxIssuer {
    /** Holds in the sandbox only. */
    static final class OnlyInSandbox implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Mode.of(context.getEnvironment()).isSandbox();
        }
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuing(HttpSecurity http) throws Exception {
        OAuth2AuthorizationServerConfigurer issuer = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(issuer.getEndpointsMatcher())
                .with(issuer, i -> {})
                .authorizeHttpRequests(ask -> ask.anyRequest().authenticated())
                .build();
    }

    @Bean
    AuthorizationServerSettings endpoints() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    RegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(
                Arrays.stream(DemoParty.values()).map(SandboxIssuer::client).toList());
    }

    private static RegisteredClient client(DemoParty party) {
        return RegisteredClient.withId(party.clientId())
                .clientId(party.clientId())
                .clientSecret("{noop}" + party.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(party.scope())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofHours(1))
                        .build())
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whoCalls() {
        return context -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                DemoParty party = DemoParty.of(context.getRegisteredClient().getClientId());
                context.getClaims()
                        .claim("organization_system", party.party().organizationSystem())
                        .claim("organization_value", party.party().organizationValue())
                        .claim("service", party.party().service())
                        .claim("role", party.role())
                        .claim("client_id", party.clientId())
                        .claims(all -> party.user().ifPresent(user -> all.put("user", user)))
                        // A client that asks for no scope gets all it is registered for.
                        .claim("scope", party.scope());
            }
        };
    }

    /** Kept in the data folder, so that a token survives a restart. */
    @Bean
    JWKSource<SecurityContext> signingKey(DataFolder folder) throws ParseException {
        byte[] stored = folder.secret("sandbox-issuer.jwk", () -> newKey().getBytes(StandardCharsets.UTF_8));
        return new ImmutableJWKSet<>(new JWKSet(RSAKey.parse(new String(stored, StandardCharsets.UTF_8))));
    }

    /** Whom an issuer signs in herself, it seals for this node. */
    @Bean
    PersonKey personKey(DataFolder folder) throws ParseException {
        byte[] stored = folder.secret("person.jwk", () -> newKey().getBytes(StandardCharsets.UTF_8));
        return new PersonKey(RSAKey.parse(new String(stored, StandardCharsets.UTF_8)));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> key) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(key);
    }

    private static String newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("sandbox").generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA is part of every Java platform", e);
        }
    }
}
