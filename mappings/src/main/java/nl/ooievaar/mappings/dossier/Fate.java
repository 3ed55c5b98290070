package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import nl.ooievaar.mappings.account.Why;

/** What becomes of one value of a source. */
sealed interface Fate {

    /** @param order in which it is written */
    record Carried(Path target, JsonNode value, Optional<Why> loss, int order) implements Fate {}

    /** Said by the place where others stand; holds when something was carried there. */
    record Implied(Path anchor, Optional<Why> loss) implements Fate {
        static Implied at(Path anchor) {
            return new Implied(anchor, Optional.empty());
        }
    }

    /** Tells its neighbours in a list apart; it fares as what stands beside it. */
    record Structure() implements Fate {}

    /** Says that a value is told by another than whose it is; neither goes. */
    record Foreign(Path anchor) implements Fate {}

    record Left(Why why) implements Fate {}

    record Rejected(Why why) implements Fate {}
}
