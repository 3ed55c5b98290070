package nl.ooievaar.server.identity;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;

/** Tells an app beside its token with which Patient it begins (SMART App Launch 2.0, launch context). */
final class LaunchAnswer {
    private LaunchAnswer() {}

    static OAuth2AccessTokenResponseAuthenticationSuccessHandler handler() {
        OAuth2AccessTokenResponseAuthenticationSuccessHandler handler =
                new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        handler.setAccessTokenResponseCustomizer(LaunchAnswer::add);
        return handler;
    }

    private static void add(OAuth2AccessTokenAuthenticationContext context) {
        OAuth2AccessTokenAuthenticationToken made = context.getAuthentication();
        patient(made.getAccessToken().getTokenValue()).ifPresent(id -> context.getAccessTokenResponse()
                .additionalParameters(merged(made.getAdditionalParameters(), id)));
    }

    private static Map<String, Object> merged(Map<String, Object> others, String patient) {
        Map<String, Object> all = new java.util.HashMap<>(others);
        all.put("patient", patient);
        all.put("need_patient_banner", false);
        return all;
    }

    private static Optional<String> patient(String token) {
        try {
            return Optional.ofNullable(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("patient"));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
