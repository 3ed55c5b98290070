package nl.ooievaar.mappings.bds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import nl.ooievaar.mappings.dossier.Marks;

/** Which of several observations of one thing holds: the newest that may go and was not withdrawn. */
final class Newest {
    private Newest() {}

    static JsonNode of(JsonNode all) {
        JsonNode found = MissingNode.getInstance();
        for (JsonNode one : all) {
            boolean holds = !Marks.closed(one.path("security"))
                    && !one.path("status").asText().equals("entered-in-error")
                    && one.has("value");
            if (holds
                    && one.path("effective")
                                    .asText()
                                    .compareTo(found.path("effective").asText())
                            >= 0) {
                found = one;
            }
        }
        return found;
    }
}
