package nl.ooievaar.server.notification;

/**
 * How an endpoint took what was sent.
 *
 * @param failure empty when it took it; else {@code status-NNN}, {@code redirect}, {@code time-out}, {@code unreachable} or
 *     {@code not-registered}
 */
record Sent(String failure) {
    static final Sent TAKEN = new Sent("");

    boolean taken() {
        return failure.isEmpty();
    }
}
