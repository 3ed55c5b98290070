package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;

/** Counts the values of a tree in a way of its own. */
final class Leaves {
    private Leaves() {}

    static int of(JsonNode node) {
        if (node.isContainerNode()) {
            int sum = 0;
            for (JsonNode one : node) {
                sum += of(one);
            }
            return sum;
        }
        return node.isNull() ? 0 : 1;
    }
}
