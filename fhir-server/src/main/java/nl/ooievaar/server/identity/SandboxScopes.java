package nl.ooievaar.server.identity;

import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** What the issuer of the sandbox grants of what is asked: never more than is registered, and less when less is asked. */
final class SandboxScopes {
    private SandboxScopes() {}

    /** Refuses a scope that is not registered, or that a registered one does not cover; also one narrowed by a query. */
    static void check(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken asked = context.getAuthentication();
        Set<String> registered = context.getRegisteredClient().getScopes();
        if (!asked.getScopes().stream().allMatch(scope -> SmartScope.granted(registered, scope))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
    }

    /** A system that asks for no scope gets all it is registered for, and is told so. */
    static AuthenticationConverter allWhenNoneIsAsked(AuthenticationConverter standard) {
        if (!(standard instanceof OAuth2ClientCredentialsAuthenticationConverter)) {
            return standard;
        }
        return request -> {
            if (standard.convert(request) instanceof OAuth2ClientCredentialsAuthenticationToken asked) {
                boolean none =
                        asked.getScopes().isEmpty() && asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken;
                return none ? all(asked, (OAuth2ClientAuthenticationToken) asked.getPrincipal()) : asked;
            }
            return null;
        };
    }

    private static OAuth2ClientCredentialsAuthenticationToken all(
            OAuth2ClientCredentialsAuthenticationToken asked, OAuth2ClientAuthenticationToken client) {
        return new OAuth2ClientCredentialsAuthenticationToken(
                client, client.getRegisteredClient().getScopes(), asked.getAdditionalParameters());
    }

    /** An app says for which server it asks: an address of another would get tokens of ours (SMART App Launch 2.0, aud). */
    static void checkAudience(OAuth2AuthorizationCodeRequestAuthenticationContext context, String base) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        Object audience = asked.getAdditionalParameters().get("aud");
        if (audience == null || !TokenConfiguration.own(audience.toString(), "/fhir", base)) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "aud must be the address of the FHIR base", null),
                    asked);
        }
    }
}
