package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.ooievaar.mappings.source.Dataset;

/** Values as the data types of R4, both ways. */
final class Json {
    static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    static final String ORIGIN = "http://nictiz.nl/fhir/StructureDefinition/ext-CodeSpecification";

    /** What FHIR calls the null flavours that a record of birth care uses (FHIR R4, data-absent-reason). */
    private static final Map<String, String> REASONS = Map.of(
            "UNK",
            "unknown",
            "NI",
            "unknown",
            "ASKU",
            "asked-unknown",
            "NASK",
            "not-asked",
            "NAV",
            "temp-unknown",
            "MSK",
            "masked",
            "NA",
            "not-applicable");

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode coding(String system, String code) {
        return object().put("system", system).put("code", code);
    }

    /** The field as a code of its dataset. */
    static ObjectNode coding(Dataset dataset, int number) {
        return coding(dataset.system(), Integer.toString(number));
    }

    static ObjectNode codeable(Value.Code code) {
        ObjectNode made = object();
        ObjectNode coding = coding(code.system(), code.code());
        code.display().ifPresent(it -> coding.put("display", it));
        made.putArray("coding").add(coding);
        code.original().ifPresent(it -> made.put("text", it));
        return made;
    }

    /** @param codeable a CodeableConcept; of several codings the last is that of the source */
    static Optional<Value> code(JsonNode codeable) {
        JsonNode codings = codeable.path("coding");
        return codings.isEmpty()
                ? Optional.empty()
                : Optional.of(code(codings.get(codings.size() - 1), text(codeable.path("text"))));
    }

    static Value.Code code(JsonNode coding, Optional<String> original) {
        return new Value.Code(
                coding.path("system").asText(), coding.path("code").asText(), text(coding.path("display")), original);
    }

    /** The code of the source, where FHIR has a list of its own for the same (nl-core). */
    static Optional<Value> origin(JsonNode element) {
        return where(element.path("extension"), "/url", ORIGIN).flatMap(it -> code(it.path("valueCodeableConcept")));
    }

    static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** Not known, not asked, not told: absent with its reason. Another value than the list has is a value. */
    static boolean absent(Value value) {
        return value instanceof Value.Code code
                && code.system().equals(Systems.NULL_FLAVOR)
                && REASONS.containsKey(code.code());
    }

    private static ObjectNode reason(Value.Code code) {
        ObjectNode made = codeable(code);
        ((ArrayNode) made.get("coding")).insert(0, coding(ABSENT, REASONS.get(code.code())));
        return made;
    }

    /** Sets value[x] or dataAbsentReason of an Observation or one of its components. */
    static void value(ObjectNode holder, Value value) {
        if (absent(value)) {
            holder.set("dataAbsentReason", reason((Value.Code) value));
            return;
        }
        value.putInto(holder);
    }

    static Optional<Value> value(JsonNode holder) {
        if (holder.has("dataAbsentReason")) {
            return code(holder.get("dataAbsentReason"));
        }
        if (holder.has("valueString")) {
            return Optional.of(new Value.Text(holder.get("valueString").asText()));
        }
        if (holder.has("valueInteger")) {
            return Optional.of(new Value.Whole(holder.get("valueInteger").asLong()));
        }
        if (holder.has("valueBoolean")) {
            return Optional.of(new Value.Truth(holder.get("valueBoolean").asBoolean()));
        }
        if (holder.has("valueQuantity")) {
            JsonNode quantity = holder.get("valueQuantity");
            return Optional.of(new Value.Amount(
                    new BigDecimal(quantity.get("value").asText()),
                    quantity.path("code").asText()));
        }
        if (holder.has("valueDateTime")) {
            return Optional.of(new Value.Moment(holder.get("valueDateTime").asText()));
        }
        return holder.has("valueCodeableConcept") ? code(holder.get("valueCodeableConcept")) : Optional.empty();
    }

    /** The first in an array for which a path holds this text, if there is one. */
    static Optional<ObjectNode> where(JsonNode array, String pointer, String text) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(it -> it.at(pointer).asText().equals(text))
                .map(ObjectNode.class::cast)
                .findFirst();
    }
}
