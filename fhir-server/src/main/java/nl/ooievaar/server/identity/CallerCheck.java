package nl.ooievaar.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.server.tls.ClientCertificates;
import nl.ooievaar.server.tls.Thumbprint;
import nl.ooievaar.server.tls.UziNumber;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.RefusedException;
import nl.ooievaar.subject.party.Party;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at each request, after the token was verified, whether it is in the right hands: bound to the certificate of this
 * connection (RFC 8705, section 3), which is not revoked since and names the organisation of the token. No answer of this is
 * ever kept.
 */
final class CallerCheck extends OncePerRequestFilter {
    private final ClientCertificates certificates;
    private final boolean bindingRequired;
    private final Optional<PersonKey> personKey;
    private final Door door;

    /** @param bindingRequired whether an organisation's token must be bound to a certificate */
    CallerCheck(ClientCertificates certificates, boolean bindingRequired, Optional<PersonKey> personKey, Door door) {
        this.certificates = certificates;
        this.bindingRequired = bindingRequired;
        this.personKey = personKey;
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof JwtAuthenticationToken verified) {
            Optional<Reason> no = refusal(verified.getToken(), request);
            if (no.isPresent()) {
                SecurityContextHolder.clearContext();
                door.refuse(request, response, client(verified.getToken()), no.get());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<Reason> refusal(Jwt token, HttpServletRequest request) {
        if (!certificates.accepts(request)) {
            return Optional.of(Reason.CERTIFICATE_REFUSED);
        }
        Caller caller;
        try {
            caller = Caller.of(token);
        } catch (RefusedException no) {
            return Optional.of(no.refusal().reason());
        }
        Optional<X509Certificate> certificate = certificates.of(request);
        return binding(token, caller, certificate).or(() -> who(caller, certificate));
    }

    private Optional<Reason> binding(Jwt token, Caller caller, Optional<X509Certificate> certificate) {
        Map<String, Object> confirmation = token.getClaimAsMap("cnf");
        if (confirmation == null) {
            // An app of a woman has no certificate.
            boolean free = !bindingRequired || caller.person().isPresent();
            return free ? Optional.empty() : Optional.of(Reason.TOKEN_UNBOUND);
        }
        // Another kind of binding is one that can't be checked here.
        Object bound = confirmation.get("x5t#S256");
        boolean right =
                certificate.map(Thumbprint::of).filter(one -> one.equals(bound)).isPresent();
        return right ? Optional.empty() : Optional.of(Reason.TOKEN_OF_OTHER_CERTIFICATE);
    }

    private Optional<Reason> who(Caller caller, Optional<X509Certificate> certificate) {
        if (caller.person().isPresent()) {
            boolean known =
                    personKey.flatMap(key -> key.open(caller.person().get())).isPresent();
            return known ? Optional.empty() : Optional.of(Reason.TOKEN_INCOMPLETE);
        }
        Optional<String> ura = certificate.flatMap(UziNumber::of).map(UziNumber::ura);
        Party party = caller.party();
        boolean other = ura.isPresent()
                ? !party.mayUseBsn() || !ura.get().equals(party.organizationValue())
                : bindingRequired && party.mayUseBsn();
        return other ? Optional.of(Reason.CERTIFICATE_OF_OTHER_ORGANIZATION) : Optional.empty();
    }

    private static String client(Jwt token) {
        String client = token.getClaimAsString("client_id");
        return client == null ? String.valueOf(token.getSubject()) : client;
    }
}
