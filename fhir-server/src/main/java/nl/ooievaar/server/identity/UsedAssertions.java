package nl.ooievaar.server.identity;

import java.time.Instant;

/** Remembers which client assertions were used, for all nodes together (RFC 7523, section 3, {@code jti}). Thread safe. */
public interface UsedAssertions {
    /**
     * @param until when the assertion ends; after that it need not be remembered
     * @return true the first time, and for one caller only, however many ask at once
     */
    boolean first(String client, String id, Instant until);
}
