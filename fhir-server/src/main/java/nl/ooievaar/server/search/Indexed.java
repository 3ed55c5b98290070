package nl.ooievaar.server.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the index holds of one resource: the values of its declared search parameters.
 *
 * @param keys sorted, without duplicates
 * @param refParams names of reference parameters, pairwise with {@code refTargets}
 * @param mainKey key of the principal reference, or null
 * @param mainAt moment of the principal date, or null
 */
public record Indexed(
        long[] keys,
        List<String> refParams,
        List<UUID> refTargets,
        List<DateValue> dates,
        List<StringValue> strings,
        Long mainKey,
        Instant mainAt) {

    /** The same with these references, pairwise parameter and target. */
    public Indexed referringTo(List<String> params, List<UUID> targets) {
        return new Indexed(keys, params, targets, dates, strings, mainKey, mainAt);
    }

    /** A row of {@code date_value}: from {@code low} until just before {@code high}. */
    public record DateValue(String param, Instant low, Instant high) {}

    /** A row of {@code string_value}. */
    public record StringValue(String param, String folded, String exact) {}
}
