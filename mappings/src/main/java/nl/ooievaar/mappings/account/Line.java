package nl.ooievaar.mappings.account;

import java.util.Optional;

/**
 * What became of one leaf. Never holds the value of the leaf: an account may be kept and shown where the record may not.
 *
 * @param place where the leaf stands in its source, with its line and column where the source has them
 * @param element the field by its number in its dataset, when it is known
 * @param target where it went, as a path in the result; empty when it went nowhere
 * @param why what was lost or why it was left; empty for what was carried whole
 */
public record Line(Place place, Optional<String> element, Outcome outcome, Optional<String> target, Optional<Why> why) {

    /** @param path names from the root, repeats counted from 0; @param line and @param column from 1, 0 where there are none */
    public record Place(String path, int line, int column) {}

    public static Line mapped(Place place, Optional<String> element, String target) {
        return new Line(place, element, Outcome.MAPPED, Optional.of(target), Optional.empty());
    }

    public static Line lossy(Place place, Optional<String> element, String target, Why why) {
        return new Line(place, element, Outcome.LOSSY, Optional.of(target), Optional.of(why));
    }

    public static Line notMapped(Place place, Optional<String> element, Why why) {
        return new Line(place, element, Outcome.NOT_MAPPED, Optional.empty(), Optional.of(why));
    }

    public static Line rejected(Place place, Optional<String> element, Why why) {
        return new Line(place, element, Outcome.REJECTED, Optional.empty(), Optional.of(why));
    }
}
