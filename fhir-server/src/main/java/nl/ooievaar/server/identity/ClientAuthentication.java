package nl.ooievaar.server.identity;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** How a client of the sandbox shows who it is at the token endpoint. */
final class ClientAuthentication {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private ClientAuthentication() {}

    /** The framework's own way of reading a request, made fit for SMART and for the sandbox. */
    static AuthenticationConverter fit(AuthenticationConverter standard) {
        if (standard instanceof JwtClientAssertionAuthenticationConverter) {
            return ClientAuthentication::assertion;
        }
        boolean secret = standard instanceof ClientSecretBasicAuthenticationConverter
                || standard instanceof ClientSecretPostAuthenticationConverter;
        return secret ? request -> onlyWithoutTls(request, standard.convert(request)) : standard;
    }

    /** Everybody knows the secrets: they are for the first steps on one machine, and no habit to take along. */
    private static Authentication onlyWithoutTls(HttpServletRequest request, Authentication found) {
        if (found != null && request.isSecure()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return found;
    }

    /**
     * The client stands in the assertion; SMART asks for no client_id beside it (Backend Services, Obtain access token). Who it
     * says it is becomes true only by its signature, later.
     */
    private static Authentication assertion(HttpServletRequest request) {
        String type = request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION_TYPE);
        String assertion = request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION);
        if (type == null && assertion == null) {
            return null;
        }
        try {
            if (!TYPE.equals(type) || assertion == null) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
            }
            String client = SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
            String named = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
            if (client == null || named != null && !named.equals(client)) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
            }
            Map<String, Object> parameters = new HashMap<>();
            request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
            return new OAuth2ClientAuthenticationToken(
                    client, new ClientAuthenticationMethod(TYPE), assertion, parameters);
        } catch (ParseException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
    }
}
