package nl.ooievaar.server.identity;

import java.util.Optional;

/** Where a client gets its tokens, for whoever tells about this server. */
public interface TokenEndpoints {
    /**
     * The addresses as they are now.
     *
     * @param token endpoint
     * @param authorize endpoint; empty when nobody can sign in
     */
    record Addresses(String token, Optional<String> authorize) {}

    /**
     * @param base of the FHIR server, as it was asked
     * @return empty when the issuer can't be reached
     */
    Optional<Addresses> at(String base);
}
