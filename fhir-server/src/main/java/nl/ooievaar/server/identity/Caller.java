package nl.ooievaar.server.identity;

import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import nl.ooievaar.subject.party.Party;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The caller of one request, as its verified token tells.
 *
 * @param party organisation and service: the unit of access; or a person who acts for herself
 * @param role of the acting professional or system
 * @param user the acting person, when the token names one
 * @param clientId of the system that called
 * @param scopes SMART scopes of the token
 * @param person who signed in herself, sealed for this node (see {@link PersonKey}); empty for an organisation
 * @param purpose the one purpose it asks for (code of phb-purpose), when the token names one
 */
public record Caller(
        Party party,
        String role,
        Optional<String> user,
        String clientId,
        Set<String> scopes,
        Optional<String> person,
        Optional<String> purpose) {
    /** The register of people who act for themselves: numbered by the issuer that signed them in. */
    public static final String PERSONS = "http://ooievaar.example/fhir/NamingSystem/person";

    private static final String HERSELF = "herself";

    /** What a token says goes into the access log, where no text may be kept and nobody named. */
    public Caller {
        ClaimForm.require(party, role, user, clientId, purpose);
    }

    /** The caller of the current request; refused with 401 when the token does not tell who it is. */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof JwtAuthenticationToken token) {
            return of(token.getToken());
        }
        throw unauthenticated();
    }

    static Caller of(Jwt token) {
        String scope = token.getClaimAsString("scope");
        Optional<String> person = Optional.ofNullable(token.getClaimAsString("person"));
        return new Caller(
                person.isPresent() ? new Party(PERSONS, claim(token, "sub"), HERSELF) : party(token),
                person.isPresent() ? HERSELF : claim(token, "role"),
                Optional.ofNullable(token.getClaimAsString("user")),
                Optional.ofNullable(token.getClaimAsString("client_id")).orElseGet(token::getSubject),
                scope == null ? Set.of() : SmartScope.split(scope),
                person,
                Optional.ofNullable(token.getClaimAsString("purpose_of_use")));
    }

    /** A person by herself, as the issuer that signed her in names her. */
    public static Caller ofPerson(String subject, String client, Set<String> scopes, String sealed) {
        return new Caller(
                new Party(PERSONS, subject, HERSELF),
                HERSELF,
                Optional.empty(),
                client,
                scopes,
                Optional.of(sealed),
                Optional.empty());
    }

    private static Party party(Jwt token) {
        return new Party(
                claim(token, "organization_system"), claim(token, "organization_value"), claim(token, "service"));
    }

    private static String claim(Jwt token, String name) {
        String value = token.getClaimAsString(name);
        if (value == null || value.isBlank()) {
            throw Refusal.of(Reason.TOKEN_INCOMPLETE).exception();
        }
        return value;
    }

    /**
     * Whether the token's scopes allow an interaction, before any data is looked at (SMART App Launch 2.0, scopes): those of a
     * person's token about herself, those of a professional only where the token names one.
     *
     * @param letter one of c, r, u, d, s
     */
    public boolean mayAsk(String type, char letter) {
        return SmartScope.parseAll(scopes).stream()
                .anyMatch(scope -> mine(scope.context()) && scope.allows(type, letter));
    }

    private boolean mine(SmartScope.Context context) {
        return switch (context) {
            case PATIENT -> person.isPresent();
            case SYSTEM -> person.isEmpty();
            case USER -> person.isEmpty() && user.isPresent();
        };
    }

    private static RefusedException unauthenticated() {
        return Refusal.of(Reason.UNAUTHENTICATED).exception();
    }
}
