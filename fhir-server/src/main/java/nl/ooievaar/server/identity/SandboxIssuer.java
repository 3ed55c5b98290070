package nl.ooievaar.server.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.server.start.DataFolder;
import nl.ooievaar.server.tls.ClientCertificates;
import nl.ooievaar.server.types.ResourceTypes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * The token issuer of the sandbox: systems by a signed assertion or, without TLS, by secrets that everybody knows; women by a
 * form. It does not exist in production, where any OIDC issuer is configured.
 */
@Configuration
@Conditional(OnlyInSandbox.class)
class SandboxIssuer {
    private final String base;
    private final AssertionDecoders assertions;

    SandboxIssuer(
            @Value("${ooievaar.base:}") String base,
            @Value("${ooievaar.sandbox-ca:}") String folder,
            UsedAssertions used,
            Clock clock) {
        this.base = base;
        Optional<Path> keys = folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
        this.assertions = new AssertionDecoders(new ClientKeys(keys), used, clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuing(HttpSecurity http) throws Exception {
        OAuth2AuthorizationServerConfigurer issuer = OAuth2AuthorizationServerConfigurer.authorizationServer();
        issuer.oidc(Customizer.withDefaults())
                .clientAuthentication(
                        client -> client.authenticationConverters(all -> all.replaceAll(ClientAuthentication::fit))
                                .authenticationProviders(this::strict))
                .authorizationEndpoint(
                        ask -> ask.authenticationProviders(this::strict).authorizationResponseHandler(BackToApp::send))
                .tokenEndpoint(token -> token.accessTokenRequestConverters(
                                all -> all.replaceAll(SandboxScopes::allWhenNoneIsAsked))
                        .authenticationProviders(this::strict)
                        .accessTokenResponseHandler(LaunchAnswer.handler()));
        return http.securityMatcher(issuer.getEndpointsMatcher())
                .with(issuer, i -> {})
                .authorizeHttpRequests(ask -> ask.anyRequest().authenticated())
                .exceptionHandling(e -> e.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(SignInPage.ADDRESS), browsers()))
                .build();
    }

    /** Who takes anything is no browser, and gets an answer instead of a page. */
    private static MediaTypeRequestMatcher browsers() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }

    /** Puts our rules beside those of the framework. */
    private void strict(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof JwtClientAssertionAuthenticationProvider one) {
                one.setJwtDecoderFactory(assertions);
            } else if (provider instanceof ClientSecretAuthenticationProvider one) {
                one.setPasswordEncoder(new KnownSecrets());
            } else if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider one) {
                one.setAuthenticationValidator(SandboxScopes::check);
            } else if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider one) {
                one.setAuthenticationValidator(new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                        .andThen(asked -> SandboxScopes.checkAudience(asked, base)));
            }
        }
    }

    @Bean
    AuthorizationServerSettings endpoints() {
        AuthorizationServerSettings.Builder settings = AuthorizationServerSettings.builder();
        return base.isBlank()
                ? settings.build()
                : settings.issuer(base.replaceFirst("/fhir/?$", "")).build();
    }

    @Bean
    RegisteredClientRepository clients(ResourceTypes types) {
        return new InMemoryRegisteredClientRepository(SandboxClients.all(types));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whoCalls(
            ClientCertificates certificates, PersonKey personKey, LaunchContext launch) {
        return new SandboxClaims(certificates, personKey, launch, base);
    }

    /** Kept in the data folder, so that a token survives a restart. */
    @Bean
    JWKSource<SecurityContext> signingKey(DataFolder folder) throws ParseException {
        byte[] stored = folder.secret(
                "sandbox-issuer.jwk", () -> PersonKey.fresh("sandbox").getBytes(StandardCharsets.UTF_8));
        return new ImmutableJWKSet<>(new JWKSet(RSAKey.parse(new String(stored, StandardCharsets.UTF_8))));
    }
}
