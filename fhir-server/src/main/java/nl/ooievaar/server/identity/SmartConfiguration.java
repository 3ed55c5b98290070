package nl.ooievaar.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.ooievaar.server.start.Mode;
import org.springframework.boot.autoconfigure.security.oauth2.resource.OAuth2ResourceServerProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where and how tokens are had: {@code .well-known/smart-configuration} (SMART App Launch 2.0, Conformance). */
@Configuration
class SmartConfiguration {
    static final String NAME = "/.well-known/smart-configuration";

    private static final List<String> CAPABILITIES =
            List.of("client-confidential-asymmetric", "permission-v1", "permission-v2");
    private static final List<String> OF_A_WOMAN = List.of(
            "launch-standalone",
            "client-public",
            "context-standalone-patient",
            "permission-patient",
            "sso-openid-connect");

    @Bean
    IssuerEndpoints issuerEndpoints(OAuth2ResourceServerProperties properties, Clock clock) {
        return new IssuerEndpoints(String.valueOf(properties.getJwt().getIssuerUri()), clock);
    }

    @Bean
    ServletRegistrationBean<JsonDocument> smart(Mode mode, Environment environment, IssuerEndpoints endpoints) {
        String base = environment.getProperty("ooievaar.base", "");
        JsonDocument document = new JsonDocument(
                mode.isSandbox() ? request -> sandbox(root(request, base)) : request -> of(endpoints.metadata()));
        // Beside the doors: their address would take it for a type.
        return new ServletRegistrationBean<>(document, NAME, "/fhir" + NAME);
    }

    @Bean
    TokenEndpoints tokenEndpoints(Mode mode, IssuerEndpoints endpoints) {
        return base -> {
            Map<String, Object> told =
                    mode.isSandbox() ? sandbox(base.replaceFirst("/fhir/?$", "")) : of(endpoints.metadata());
            return Optional.ofNullable((String) told.get("token_endpoint"))
                    .map(token -> new TokenEndpoints.Addresses(
                            token, Optional.ofNullable((String) told.get("authorization_endpoint"))));
        };
    }

    private static String root(HttpServletRequest request, String base) {
        String here = request.getRequestURL().toString();
        return base.isEmpty()
                ? here.substring(0, here.length() - request.getRequestURI().length())
                : base.replaceFirst("/fhir/?$", "");
    }

    private static Map<String, Object> sandbox(String root) {
        Map<String, Object> tells = new LinkedHashMap<>();
        tells.put("issuer", root);
        tells.put("jwks_uri", root + "/oauth2/jwks");
        tells.put("authorization_endpoint", root + "/oauth2/authorize");
        tells.put("token_endpoint", root + "/oauth2/token");
        tells.put("grant_types_supported", List.of("client_credentials", "authorization_code"));
        tells.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt", "client_secret_basic", "none"));
        tells.put(
                "token_endpoint_auth_signing_alg_values_supported",
                AssertionDecoders.ALGORITHMS.stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
        tells.put("response_types_supported", List.of("code"));
        tells.put("code_challenge_methods_supported", List.of("S256"));
        tells.put(
                "scopes_supported", List.of("openid", "fhirUser", "launch/patient", "patient/*.rs", "system/*.cruds"));
        Set<String> capabilities = new TreeSet<>(CAPABILITIES);
        capabilities.addAll(OF_A_WOMAN);
        tells.put("capabilities", capabilities);
        return tells;
    }

    /** What its issuer tells, and what this server understands of a token. */
    private static Map<String, Object> of(Map<String, Object> metadata) {
        if (!metadata.containsKey("token_endpoint")) {
            return Map.of();
        }
        Map<String, Object> tells = new LinkedHashMap<>();
        for (String name : List.of(
                "issuer",
                "jwks_uri",
                "authorization_endpoint",
                "token_endpoint",
                "grant_types_supported",
                "token_endpoint_auth_methods_supported",
                "token_endpoint_auth_signing_alg_values_supported",
                "response_types_supported",
                "code_challenge_methods_supported",
                "scopes_supported")) {
            if (metadata.containsKey(name)) {
                tells.put(name, metadata.get(name));
            }
        }
        tells.putIfAbsent("grant_types_supported", List.of("client_credentials"));
        tells.putIfAbsent("code_challenge_methods_supported", List.of("S256"));
        tells.put("capabilities", CAPABILITIES);
        return tells;
    }
}
