package nl.ooievaar.mappings.bds;

import java.util.Optional;
import java.util.OptionalInt;
import nl.ooievaar.mappings.account.Why;

/**
 * What becomes of one value.
 *
 * @param element 0 when it stays
 * @param value empty when it stays, or is said together with another
 */
record BdsFate(int element, Optional<BdsRow.Value> value, OptionalInt contact, Optional<Why> loss) {

    static BdsFate left(Why why) {
        return new BdsFate(0, Optional.empty(), OptionalInt.empty(), Optional.of(why));
    }

    static BdsFate of(int element, BdsRow.Value value) {
        return new BdsFate(element, Optional.of(value), OptionalInt.empty(), Optional.empty());
    }

    /** Said by the value of another field of the same element. */
    BdsFate together() {
        return new BdsFate(element, Optional.empty(), contact, loss);
    }

    BdsFate in(OptionalInt of) {
        return new BdsFate(element, value, of, loss);
    }

    BdsFate losing(Optional<Why> why) {
        return new BdsFate(element, value, contact, why);
    }
}
