package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.mappings.source.Dataset;
import nl.ooievaar.mappings.source.Element;

/**
 * The risk factors of the guideline that a record names itself: where its code means the same, or nearly. What is only related (an
 * unwanted pregnancy is not an unintended one) stays the finding it was.
 */
final class Factors {
    private static final String CODES = "http://ooievaar.example/fhir/CodeSystem/";

    private Factors() {}

    static Optional<Mapped.Made> of(Instance one, Dataset dataset, String record) {
        Optional<Element> element = Declarations.all()
                .anchor(one.fact, dataset)
                .flatMap(field -> field.number(dataset))
                .map(number -> new Element(dataset, number));
        return element.flatMap(it -> value(one.resource)
                        .filter(value -> holds(one.resource))
                        .flatMap(value -> Declarations.all().factor(it, value)))
                .map(factor -> made(one, element.get(), factor, record));
    }

    private static Optional<String> value(JsonNode resource) {
        if (resource.has("valueBoolean")) {
            return Optional.of(resource.get("valueBoolean").asText());
        }
        JsonNode code = resource.path("resourceType").asText().equals("Condition")
                ? resource.path("code")
                : resource.path("valueCodeableConcept");
        return Json.text(code.at("/coding/0/code"));
    }

    /** A problem of before, or one that was ruled out, is no factor of now. */
    private static boolean holds(JsonNode resource) {
        return !resource.path("resourceType").asText().equals("Condition")
                || resource.at("/clinicalStatus/coding/0/code").asText().equals("active")
                        && !resource.at("/verificationStatus/coding/0/code")
                                .asText()
                                .equals("refuted");
    }

    private static Mapped.Made made(Instance from, Element element, String factor, String record) {
        ObjectNode made = Json.object().put("resourceType", "Observation");
        made.putObject("meta")
                .putArray("profile")
                .add("http://ooievaar.example/fhir/StructureDefinition/phb-risk-factor");
        String own = record + "/factor/" + factor;
        made.putArray("identifier")
                .addObject()
                .put("use", "temp")
                .put("system", FromBirthCare.IDENTIFIER)
                .put("value", own);
        made.put("status", "final");
        made.putObject("code").putArray("coding").add(Json.coding(CODES + "phb-observation", "risk-factor"));
        made.putObject("valueCodeableConcept").putArray("coding").add(Json.coding(CODES + "phb-risk-factor", factor));
        if (from.resource.has("effectiveDateTime")) {
            made.set("effectiveDateTime", from.resource.get("effectiveDateTime"));
        } else {
            made.putObject("_effectiveDateTime")
                    .putArray("extension")
                    .addObject()
                    .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
                    .put("valueCode", "unknown");
        }
        return new Mapped.Made("risk-factor", own, made, List.of(element));
    }
}
