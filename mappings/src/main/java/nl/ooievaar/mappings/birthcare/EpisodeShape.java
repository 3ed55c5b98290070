package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Dataset;

/** The record of the pregnancy itself, so that who reads the rest knows where it stands. */
final class EpisodeShape implements Shape {
    static final EpisodeShape ONLY = new EpisodeShape();

    private EpisodeShape() {}

    @Override
    public ObjectNode begin(Fact fact, Dataset dataset) {
        ObjectNode made = Json.object().put("resourceType", "EpisodeOfCare").put("status", "active");
        ObjectNode type = made.putArray("type").addObject();
        fact.snomed().forEach(it -> type.withArray("coding").add(Json.coding(Systems.SNOMED, it)));
        Declarations.all()
                .anchor(fact, dataset)
                .flatMap(field -> field.number(dataset))
                .ifPresent(number -> type.withArray("coding").add(Json.coding(dataset, number)));
        type.put("text", fact.nl());
        return made;
    }

    @Override
    public Optional<Why> put(ObjectNode resource, Field field, Dataset dataset, int repeat, Value value) {
        if (value instanceof Value.Id id) {
            ObjectNode made = resource.withArray("identifier").addObject().put("use", "secondary");
            if (!id.system().isEmpty()) {
                made.put("system", id.system());
            }
            made.put("value", id.value());
            return Optional.empty();
        }
        if (!(value instanceof Value.Moment moment)) {
            return Optional.of(Why.NOT_A_DATE_TIME);
        }
        resource.withObject("/period").put(field.part(), moment.text());
        if (field.part().equals("end")) {
            resource.put("status", "finished");
        }
        return Optional.empty();
    }

    @Override
    public Optional<Value> take(JsonNode resource, Field field, Dataset dataset, int repeat) {
        return field.part().equals("identifier")
                ? Json.where(resource.path("identifier"), "/use", "secondary")
                        .map(it -> new Value.Id(
                                it.path("system").asText(), it.path("value").asText()))
                : Json.text(resource.at("/period/" + field.part())).map(Value.Moment::new);
    }
}
