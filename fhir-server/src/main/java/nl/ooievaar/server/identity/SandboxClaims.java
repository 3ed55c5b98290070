package nl.ooievaar.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.server.tls.ClientCertificates;
import nl.ooievaar.server.tls.Thumbprint;
import nl.ooievaar.server.tls.UziNumber;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the tokens of the sandbox tell: who calls, for whom, with which scopes, bound to which certificate. */
final class SandboxClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    /** Names the professional who acts, among the invented ones. */
    static final String PROFESSIONAL = "professional";

    private final ClientCertificates certificates;
    private final PersonKey personKey;
    private final LaunchContext launch;
    private final String base;

    SandboxClaims(ClientCertificates certificates, PersonKey personKey, LaunchContext launch, String base) {
        this.certificates = certificates;
        this.personKey = personKey;
        this.launch = launch;
        this.base = base;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            patient(context).ifPresent(id -> context.getClaims().claim("fhirUser", base(context) + "/Patient/" + id));
            return;
        }
        JwtClaimsSet.Builder claims = context.getClaims();
        claims.audience(List.of(base(context)))
                .claim("client_id", context.getRegisteredClient().getClientId())
                .claim("scope", String.join(" ", context.getAuthorizedScopes()));
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            system(context, claims);
        } else {
            herself(context, claims);
        }
    }

    private void system(JwtEncodingContext context, JwtClaimsSet.Builder claims) {
        DemoParty party = DemoParty.of(context.getRegisteredClient().getClientId());
        Optional<DemoProfessional> professional = professional(context, party);
        claims.claim("organization_system", party.party().organizationSystem())
                .claim("organization_value", party.party().organizationValue())
                .claim("service", party.party().service())
                .claim("role", professional.map(DemoProfessional::role).orElse(party.role()));
        professional.map(DemoProfessional::number).or(party::user).ifPresent(user -> claims.claim("user", user));
        certificate().ifPresent(one -> {
            boolean other = UziNumber.of(one)
                    .filter(uzi -> !uzi.ura().equals(party.party().organizationValue()))
                    .isPresent();
            if (other) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
            }
            claims.claim("cnf", Map.of("x5t#S256", Thumbprint.of(one)));
        });
    }

    private void herself(JwtEncodingContext context, JwtClaimsSet.Builder claims) {
        SignedIn woman = (SignedIn) context.getPrincipal().getPrincipal();
        String sealed = personKey.seal(woman.bsn());
        claims.claim("person", sealed);
        if (context.getAuthorizedScopes().contains("launch/patient")) {
            launch.ownPatient(Caller.ofPerson(
                            woman.getName(),
                            context.getRegisteredClient().getClientId(),
                            context.getAuthorizedScopes(),
                            sealed))
                    .ifPresent(id -> claims.claim("patient", id));
        }
    }

    private static Optional<DemoProfessional> professional(JwtEncodingContext context, DemoParty party) {
        OAuth2ClientCredentialsAuthenticationToken asked = context.getAuthorizationGrant();
        Object number = asked.getAdditionalParameters().get(PROFESSIONAL);
        if (number == null) {
            return Optional.empty();
        }
        return Optional.of(DemoProfessional.of(number.toString(), party)
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(
                        OAuth2ErrorCodes.INVALID_REQUEST, "no such professional works for this party", null))));
    }

    private Optional<X509Certificate> certificate() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return certificates.accepts(request) ? certificates.of(request) : Optional.empty();
    }

    private static Optional<String> patient(JwtEncodingContext context) {
        return Optional.ofNullable(context.getAuthorization())
                .map(authorization -> authorization.getAccessToken())
                .map(token -> token.getClaims())
                .map(claims -> (String) claims.get("patient"));
    }

    private String base(JwtEncodingContext context) {
        return base.isEmpty() ? context.getAuthorizationServerContext().getIssuer() + "/fhir" : base;
    }
}
