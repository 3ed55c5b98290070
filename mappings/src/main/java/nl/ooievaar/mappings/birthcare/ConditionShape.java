package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Dataset;

/** A problem with its own dates and state (zib Problem, as nl-core writes it). */
final class ConditionShape implements Shape {
    static final ConditionShape ONLY = new ConditionShape();

    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    /** As the concept maps of nl-core have it. */
    private static final Map<String, String> STATES = Map.of("55561003", "active", "73425007", "inactive");

    private static final Map<String, String> CHECKED = Map.of(
            "410605003", "confirmed", "415684004", "provisional", "410590009", "differential", "410516002", "refuted");

    private ConditionShape() {}

    @Override
    public ObjectNode begin(Fact fact, Dataset dataset) {
        ObjectNode made = Json.object().put("resourceType", "Condition");
        ArrayNode category = made.putArray("category");
        ObjectNode origin = Json.object();
        Declarations.all()
                .anchor(fact, dataset)
                .flatMap(field -> field.number(dataset))
                .ifPresent(number -> origin.putArray("coding").add(Json.coding(dataset, number)));
        category.add(origin.put("text", fact.nl()));
        return made;
    }

    @Override
    public Optional<Why> put(ObjectNode resource, Field field, Dataset dataset, int repeat, Value value) {
        switch (field.part()) {
            case "name" -> resource.set("code", Json.codeable((Value.Code) value));
            case "kind" -> ((ArrayNode) resource.get("category")).add(Json.codeable((Value.Code) value));
            case "begin" -> {
                return date(resource, "onsetDateTime", value);
            }
            case "end" -> {
                return date(resource, "abatementDateTime", value);
            }
            case "status" -> resource.set("clinicalStatus", both((Value.Code) value, CLINICAL, STATES));
            case "verification" -> resource.set("verificationStatus", both((Value.Code) value, VERIFICATION, CHECKED));
            default -> resource.putArray("note").addObject().put("text", ((Value.Text) value).text());
        }
        return Optional.empty();
    }

    private static Optional<Why> date(ObjectNode resource, String name, Value value) {
        if (!(value instanceof Value.Moment moment)) {
            return Optional.of(Why.NOT_A_DATE_TIME);
        }
        if (name.equals("abatementDateTime")
                && resource.at("/clinicalStatus/coding/0/code").asText().equals("active")) {
            return Optional.of(Why.CONTRADICTS);
        }
        resource.put(name, moment.text());
        return Optional.empty();
    }

    /** The code that FHIR asks for, where the map has one, and beside it, as nl-core does, that of the source. */
    private static ObjectNode both(Value.Code value, String system, Map<String, String> map) {
        ObjectNode made = Json.object();
        made.putArray("extension")
                .addObject()
                .put("url", Json.ORIGIN)
                .set("valueCodeableConcept", Json.codeable(value));
        Optional.ofNullable(map.get(value.code()))
                .ifPresent(code -> made.putArray("coding").add(Json.coding(system, code)));
        return made;
    }

    @Override
    public Optional<Value> take(JsonNode resource, Field field, Dataset dataset, int repeat) {
        return switch (field.part()) {
            case "name" -> Json.code(resource.path("code"));
            case "kind" -> Json.code(resource.at("/category/1"));
            case "begin" -> Json.text(resource.path("onsetDateTime")).map(Value.Moment::new);
            case "end" -> Json.text(resource.path("abatementDateTime")).map(Value.Moment::new);
            case "status" -> Json.origin(resource.path("clinicalStatus"));
            case "verification" -> Json.origin(resource.path("verificationStatus"));
            default -> Json.text(resource.at("/note/0/text")).map(Value.Text::new);
        };
    }
}
