package nl.ooievaar.server.start;

/** The server does not start; the message names the setting and what it should be. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message, null, false, false);
    }
}
