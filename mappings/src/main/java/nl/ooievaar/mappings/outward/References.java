package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import nl.ooievaar.mappings.account.Why;

/** The references around a value: a reference goes whole or not at all, for its display may tell what it hides. */
final class References {
    private References() {}

    /** Why a value stays, because of a reference in which it stands. */
    static Optional<Why> stays(Source source, JsonNode resource, Path path) {
        JsonNode node = resource;
        for (Path.Step step : path.steps()) {
            node = node.path(step.name());
            node = step.index() == Path.NONE ? node : node.path(step.index());
            if (node.path("reference").isTextual()) {
                Optional<Why> why = source.stays(node);
                if (why.isPresent()) {
                    return why;
                }
            }
        }
        return Optional.empty();
    }

    /** What stands at a place. */
    static JsonNode at(JsonNode resource, Path path) {
        JsonNode node = resource;
        for (Path.Step step : path.steps()) {
            node = node.path(step.name());
            node = step.index() == Path.NONE ? node : node.path(step.index());
        }
        return node;
    }
}
