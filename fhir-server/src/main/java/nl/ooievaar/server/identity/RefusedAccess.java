package nl.ooievaar.server.identity;

import nl.ooievaar.subject.Reason;

/** Keeps on record that somebody was turned away at the door, before a request began (NEN 7513). */
public interface RefusedAccess {
    /**
     * @param client of the token when its signature was verified; else {@link #UNKNOWN}
     * @param reason why
     */
    void record(String client, Reason reason);

    /** Stands for whoever could not be told. */
    String UNKNOWN = "unknown";
}
