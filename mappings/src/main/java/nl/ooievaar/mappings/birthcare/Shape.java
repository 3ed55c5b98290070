package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Dataset;

/** How one type of resource carries the parts of a fact: put and take are each other's way back. */
interface Shape {

    /** A resource of this fact without any part. */
    ObjectNode begin(Fact fact, Dataset dataset);

    /**
     * @param repeat which of several parts of the record this one stands in, where the resource repeats
     * @return why it was not put; empty when it was
     */
    Optional<Why> put(ObjectNode resource, Field field, Dataset dataset, int repeat, Value value);

    /** @return the value in its normal form; empty when the resource holds none */
    Optional<Value> take(JsonNode resource, Field field, Dataset dataset, int repeat);

    /** After the last part: what the whole must hold. */
    default void end(ObjectNode resource) {}

    static Shape of(Fact fact) {
        return switch (fact.resource()) {
            case "Patient" -> PatientShape.ONLY;
            case "EpisodeOfCare" -> EpisodeShape.ONLY;
            case "Condition" -> ConditionShape.ONLY;
            default -> ObservationShape.ONLY;
        };
    }
}
