package nl.ooievaar.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sends a woman back to her app with the code, and ends her session: she may share the machine with somebody who must not get
 * in after her.
 */
final class BackToApp {
    private BackToApp() {}

    static void send(HttpServletRequest request, HttpServletResponse response, Authentication granted)
            throws IOException {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked =
                (OAuth2AuthorizationCodeRequestAuthenticationToken) granted;
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(asked.getRedirectUri())
                .queryParam("code", asked.getAuthorizationCode().getTokenValue());
        if (asked.getState() != null) {
            address.queryParam("state", UriUtils.encode(asked.getState(), StandardCharsets.UTF_8));
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(address.build(true).toUriString());
    }
}
