package nl.ooievaar.server.identity;

import nl.ooievaar.subject.person.Bsn;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A woman who signed in at the issuer of the sandbox.
 *
 * @param getName a pseudonym, the same each time, that tells nothing of her
 */
record SignedIn(String getName, Bsn bsn) implements AuthenticatedPrincipal {}
