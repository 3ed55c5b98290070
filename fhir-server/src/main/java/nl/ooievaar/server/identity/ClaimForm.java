package nl.ooievaar.server.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.party.Party;
import nl.ooievaar.subject.person.Bsn;

/**
 * The form of what a token says about who calls: identifiers and codes, never a name or a text, for the access log keeps them for
 * as long as it is kept. A citizen service number is refused; only for an acting professional it can't be told from the number of an
 * UZI card, which has nine digits too.
 */
final class ClaimForm {
    /** No space: a name has one. */
    private static final Pattern IDENTIFIER = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private ClaimForm() {}

    /** Refuses with 401 what does not fit: the issuer made a token that is none of ours. */
    static void require(Party party, String role, Optional<String> user, String clientId, Optional<String> purpose) {
        boolean fits = identifier(party.organizationSystem())
                && identifier(party.organizationValue())
                && nobody(party.organizationValue())
                && identifier(party.service())
                && nobody(party.service())
                && identifier(role)
                && nobody(role)
                && identifier(clientId)
                && nobody(clientId)
                && user.map(ClaimForm::identifier).orElse(true)
                && purpose.map(code -> CODE.matcher(code).matches()).orElse(true);
        if (!fits) {
            throw Refusal.of(Reason.UNAUTHENTICATED).exception();
        }
    }

    private static boolean identifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    private static boolean nobody(String text) {
        return !Bsn.occursIn(text);
    }
}
