package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Dataset;

/** A fact as an Observation: its value, when, how, a note; each further part a component that its field names. */
final class ObservationShape implements Shape {
    static final ObservationShape ONLY = new ObservationShape();

    private ObservationShape() {}

    @Override
    public ObjectNode begin(Fact fact, Dataset dataset) {
        ObjectNode made = Json.object().put("resourceType", "Observation");
        made.put("status", "final");
        ObjectNode code = made.putObject("code");
        ArrayNode codings = code.putArray("coding");
        fact.snomed().forEach(it -> codings.add(Json.coding(Systems.SNOMED, it)));
        Declarations.all()
                .anchor(fact, dataset)
                .flatMap(field -> field.number(dataset))
                .ifPresent(number -> codings.add(Json.coding(dataset, number)));
        code.put("text", fact.nl());
        return made;
    }

    @Override
    public Optional<Why> put(ObjectNode resource, Field field, Dataset dataset, int repeat, Value value) {
        switch (field.part()) {
            case "value" -> Json.value(resource, value);
            case "effective" -> {
                return when(resource, value);
            }
            case "method" -> resource.set("method", Json.codeable((Value.Code) value));
            case "note" -> resource.putArray("note").addObject().put("text", ((Value.Text) value).text());
            case "identifier" -> identifier(resource, (Value.Id) value);
            default -> component(resource, field, dataset, value);
        }
        return Optional.empty();
    }

    private static Optional<Why> when(ObjectNode resource, Value value) {
        if (value instanceof Value.Moment moment) {
            resource.put("effectiveDateTime", moment.text());
            return Optional.empty();
        }
        return Optional.of(Why.NOT_A_DATE_TIME);
    }

    private static void identifier(ObjectNode resource, Value.Id id) {
        ObjectNode made = resource.withArray("identifier").addObject();
        made.put("use", "secondary");
        if (!id.system().isEmpty()) {
            made.put("system", id.system());
        }
        made.put("value", id.value());
    }

    private static void component(ObjectNode resource, Field field, Dataset dataset, Value value) {
        ObjectNode made = resource.withArray("component").addObject();
        ObjectNode code = made.putObject("code");
        code.putArray("coding").add(Json.coding(dataset, field.number(dataset).orElseThrow()));
        code.put("text", field.part());
        Json.value(made, value);
    }

    @Override
    public Optional<Value> take(JsonNode resource, Field field, Dataset dataset, int repeat) {
        return switch (field.part()) {
            case "value" -> Json.value(resource);
            case "effective" -> Json.text(resource.path("effectiveDateTime")).map(Value.Moment::new);
            case "method" -> Json.code(resource.path("method"));
            case "note" -> Json.text(resource.at("/note/0/text")).map(Value.Text::new);
            case "identifier" ->
                Json.where(resource.path("identifier"), "/use", "secondary")
                        .map(it -> new Value.Id(
                                it.path("system").asText(), it.path("value").asText()));
            default ->
                Json.where(
                                resource.path("component"),
                                "/code/coding/0/code",
                                Integer.toString(field.number(dataset).orElseThrow()))
                        .flatMap(Json::value);
        };
    }
}
