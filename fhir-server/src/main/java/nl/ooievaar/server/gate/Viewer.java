package nl.ooievaar.server.gate;

import java.time.Instant;

/**
 * For whom and when the gate decides.
 *
 * @param party key of the calling party (organisation and service)
 * @param careProvider whether the party is a care provider (URA), which may see staff and use a BSN
 * @param now the one moment of this request
 */
public record Viewer(int party, boolean careProvider, Instant now) {}
