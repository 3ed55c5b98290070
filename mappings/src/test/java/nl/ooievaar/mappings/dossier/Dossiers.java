package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Dossiers for the tests of other packages. */
public final class Dossiers {
    private Dossiers() {}

    public static ObjectNode random(long seed) {
        return new Random(seed).dossier();
    }

    public static int leaves(JsonNode tree) {
        return Leaves.of(tree);
    }
}
