package nl.ooievaar.mappings.source;

/** How much of a source is read before it is refused. @param bytes, @param depth levels, @param leaves fields */
public record Limits(long bytes, int depth, int leaves) {

    /** Ten times the richest record that birth care publishes. */
    public static final Limits USUAL = new Limits(8_000_000, 40, 20_000);
}
