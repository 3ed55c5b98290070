package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import nl.ooievaar.mappings.account.Why;

/** What becomes of one value. */
sealed interface Fate {
    /** @param target in the resource that is made; @param loss empty for what goes whole */
    record Goes(Path target, JsonNode value, Optional<Why> loss) implements Fate {}

    record Stays(Why why) implements Fate {}

    static Fate goes(Path target, JsonNode value) {
        return new Goes(target, value, Optional.empty());
    }

    static Fate lossy(Path target, JsonNode value, Why why) {
        return new Goes(target, value, Optional.of(why));
    }

    static Fate stays(Why why) {
        return new Stays(why);
    }
}
