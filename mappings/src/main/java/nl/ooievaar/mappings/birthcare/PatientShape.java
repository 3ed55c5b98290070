package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Dataset;

/** The woman, with names and addresses in their parts as nl-core writes them (NameInformation, AddressInformation). */
final class PatientShape implements Shape {
    static final PatientShape ONLY = new PatientShape();

    private static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";
    private static final String QUALIFIER = HL7 + "iso21090-EN-qualifier";
    private static final String ORDER = HL7 + "humanname-assembly-order";
    private static final String PROFICIENCY = HL7 + "patient-proficiency";
    private static final String MODE = "http://terminology.hl7.org/CodeSystem/v3-LanguageAbilityMode";
    private static final Map<String, String> MODES =
            Map.of("understanding", "RSP", "speaking", "ESP", "reading", "RWR");
    private static final Map<String, String> GENDERS = Map.of("F", "female", "M", "male", "UN", "other");

    /** By which of her numbers is which, whatever numbering a test system gave it. */
    private static final Map<String, String> USES = Map.of("bsn", "official", "local-identifier", "secondary");

    private static final Map<String, String> FAMILY = Map.of(
            "own-prefix", HL7 + "humanname-own-prefix",
            "own-family", HL7 + "humanname-own-name",
            "partner-prefix", HL7 + "humanname-partner-prefix",
            "partner-family", HL7 + "humanname-partner-name");

    private static final Map<String, String> LINE = Map.of(
            "street", HL7 + "iso21090-ADXP-streetName",
            "house-number", HL7 + "iso21090-ADXP-houseNumber",
            "house-letter", HL7 + "iso21090-ADXP-buildingNumberSuffix",
            "house-addition", HL7 + "iso21090-ADXP-additionalLocator");

    private static final Map<String, String> PLACE =
            Map.of("postal-code", "postalCode", "city", "city", "municipality", "district");

    private PatientShape() {}

    @Override
    public ObjectNode begin(Fact fact, Dataset dataset) {
        return Json.object().put("resourceType", "Patient");
    }

    @Override
    public Optional<Why> put(ObjectNode resource, Field field, Dataset dataset, int repeat, Value value) {
        if (value instanceof Value.Code code && field.form() != Form.CODE) {
            return Json.absent(code) ? Optional.of(Why.EMPTY) : Optional.of(Why.NO_PLACE);
        }
        switch (field.part()) {
            case "bsn", "local-identifier" -> identifier(resource, USES.get(field.part()), (Value.Id) value);
            case "birth-date" -> resource.put("birthDate", ((Value.Day) value).text());
            case "gender" -> gender(resource, (Value.Code) value);
            case "given", "initials" -> given(name(resource), field.part().equals("given") ? "BR" : "IN", text(value));
            case "call-name" -> usual(resource).putArray("given").add(text(value));
            case "name-use" -> extension(name(resource), ORDER).put("valueCode", ((Value.Code) value).code());
            case "own-prefix", "own-family", "partner-prefix", "partner-family" ->
                extension(name(resource).withObject("/_family"), FAMILY.get(field.part()))
                        .put("valueString", text(value));
            case "street", "house-number", "house-letter", "house-addition" ->
                extension(line(address(resource, repeat)), LINE.get(field.part()))
                        .put("valueString", text(value));
            case "postal-code", "city", "municipality" ->
                address(resource, repeat).put(PLACE.get(field.part()), text(value));
            case "country" -> country(address(resource, repeat), (Value.Code) value);
            case "address-kind" -> origin(address(resource, repeat), (Value.Code) value);
            case "phone", "email" -> telecom(resource, field.part(), repeat).put("value", text(value));
            case "phone-kind", "phone-use", "email-use" -> kind(resource, field.part(), repeat, (Value.Code) value);
            default -> language(resource, field.part(), repeat, (Value.Code) value);
        }
        return Optional.empty();
    }

    private static String text(Value value) {
        return ((Value.Text) value).text();
    }

    private static void identifier(ObjectNode resource, String use, Value.Id id) {
        ObjectNode made = resource.withArray("identifier").addObject().put("use", use);
        if (!id.system().isEmpty()) {
            made.put("system", id.system());
        }
        made.put("value", id.value());
    }

    private static void gender(ObjectNode resource, Value.Code code) {
        resource.put("gender", GENDERS.getOrDefault(code.code(), "unknown"));
        ObjectNode origin = extension(resource.putObject("_gender"), Json.ORIGIN);
        origin.set("valueCodeableConcept", Json.codeable(code));
    }

    private static ObjectNode name(ObjectNode resource) {
        return Json.where(resource.withArray("name"), "/use", "official")
                .orElseGet(
                        () -> ((ArrayNode) resource.get("name")).insertObject(0).put("use", "official"));
    }

    private static ObjectNode usual(ObjectNode resource) {
        return Json.where(resource.withArray("name"), "/use", "usual")
                .orElseGet(() -> resource.withArray("name").addObject().put("use", "usual"));
    }

    /** The kind of given name stands beside it, at the same place in a list of its own (FHIR R4, 2.6.2). */
    private static void given(ObjectNode name, String kind, String text) {
        name.withArray("given").add(text);
        ObjectNode beside = name.withArray("_given").addObject();
        extension(beside, QUALIFIER).put("valueCode", kind);
    }

    private static ObjectNode address(ObjectNode resource, int repeat) {
        ArrayNode all = resource.withArray("address");
        while (all.size() <= repeat) {
            all.addObject().put("use", "home");
        }
        return (ObjectNode) all.get(repeat);
    }

    private static ObjectNode line(ObjectNode address) {
        ArrayNode beside = address.withArray("_line");
        return beside.isEmpty() ? beside.addObject() : (ObjectNode) beside.get(0);
    }

    private static void country(ObjectNode address, Value.Code code) {
        address.put("country", code.display().orElse(code.code()));
        extension(address.putObject("_country"), Json.ORIGIN).set("valueCodeableConcept", Json.codeable(code));
    }

    private static void origin(ObjectNode element, Value.Code code) {
        extension(element, Json.ORIGIN).set("valueCodeableConcept", Json.codeable(code));
    }

    private static ObjectNode telecom(ObjectNode resource, String system, int repeat) {
        String rank = system + "-" + repeat;
        return Json.where(resource.withArray("telecom"), "/id", rank).orElseGet(() -> resource.withArray("telecom")
                .addObject()
                .put("id", rank)
                .put("system", system));
    }

    private static void kind(ObjectNode resource, String part, int repeat, Value.Code code) {
        ObjectNode telecom = telecom(resource, part.startsWith("phone") ? "phone" : "email", repeat);
        boolean kind = part.endsWith("kind");
        telecom.put(
                "use",
                kind && code.code().equals("MC")
                        ? "mobile"
                        : telecom.path("use").asText("home"));
        if (code.code().equals("WP")) {
            telecom.put("use", "work");
        }
        extension(telecom.withObject(kind ? "/_system" : "/_use"), Json.ORIGIN)
                .set("valueCodeableConcept", Json.codeable(code));
    }

    private static void language(ObjectNode resource, String part, int repeat, Value.Code code) {
        ArrayNode all = resource.withArray("communication");
        while (all.size() <= repeat) {
            all.addObject();
        }
        ObjectNode one = (ObjectNode) all.get(repeat);
        if (part.equals("language")) {
            one.set("language", Json.codeable(code));
            return;
        }
        ArrayNode told = extension(one, PROFICIENCY).putArray("extension");
        ObjectNode level = told.addObject().put("url", "level");
        level.set("valueCoding", Json.codeable(code).at("/coding/0"));
        told.addObject().put("url", "type").set("valueCoding", Json.coding(MODE, MODES.get(part)));
    }

    private static ObjectNode extension(ObjectNode element, String url) {
        return element.withArray("extension").addObject().put("url", url);
    }

    @Override
    public void end(ObjectNode resource) {
        resource.path("address").forEach(address -> PatientAloud.line((ObjectNode) address, LINE));
        ObjectNode name = name(resource);
        if (!PatientAloud.family(name, FAMILY, ORDER) && !name.has("given")) {
            // A profile of ours wants a name.
            extension(name.withObject("/_family"), HL7 + "data-absent-reason").put("valueCode", "unknown");
        }
    }

    @Override
    public Optional<Value> take(JsonNode resource, Field field, Dataset dataset, int repeat) {
        JsonNode name = Json.where(resource.path("name"), "/use", "official").orElseGet(Json::object);
        JsonNode address = resource.path("address").path(repeat);
        return switch (field.part()) {
            case "bsn", "local-identifier" ->
                Json.where(resource.path("identifier"), "/use", USES.get(field.part()))
                        .map(it -> new Value.Id(
                                it.path("system").asText(), it.path("value").asText()));
            case "birth-date" -> Json.text(resource.path("birthDate")).map(Value.Day::new);
            case "gender" -> Json.origin(resource.path("_gender"));
            case "given" -> givenOf(name, "BR");
            case "initials" -> givenOf(name, "IN");
            case "call-name" ->
                Json.where(resource.path("name"), "/use", "usual")
                        .flatMap(it -> Json.text(it.at("/given/0")))
                        .map(Value.Text::new);
            case "name-use" ->
                Json.where(name.path("extension"), "/url", ORDER)
                        .map(it -> new Value.Code(
                                Systems.address("2.16.840.1.113883.2.4.3.11.60.101.5.4"),
                                it.path("valueCode").asText(),
                                Optional.empty(),
                                Optional.empty()));
            case "own-prefix", "own-family", "partner-prefix", "partner-family" ->
                string(name.at("/_family/extension"), FAMILY.get(field.part()));
            case "street", "house-number", "house-letter", "house-addition" ->
                string(address.at("/_line/0/extension"), LINE.get(field.part()));
            case "postal-code", "city", "municipality" ->
                Json.text(address.path(PLACE.get(field.part()))).map(Value.Text::new);
            case "country" -> Json.origin(address.path("_country"));
            case "address-kind" -> Json.origin(address);
            case "phone", "email" ->
                telecomOf(resource, field.part(), repeat)
                        .flatMap(it -> Json.text(it.path("value")))
                        .map(Value.Text::new);
            case "phone-kind" -> telecomOf(resource, "phone", repeat).flatMap(it -> Json.origin(it.path("_system")));
            case "phone-use" -> telecomOf(resource, "phone", repeat).flatMap(it -> Json.origin(it.path("_use")));
            case "email-use" -> telecomOf(resource, "email", repeat).flatMap(it -> Json.origin(it.path("_use")));
            default -> languageOf(resource.path("communication").path(repeat), field.part());
        };
    }

    private static Optional<Value> givenOf(JsonNode name, String kind) {
        for (int i = 0; i < name.path("given").size(); i++) {
            if (name.at("/_given/" + i + "/extension/0/valueCode").asText().equals(kind)) {
                return Optional.of(new Value.Text(name.at("/given/" + i).asText()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Value> string(JsonNode extensions, String url) {
        return Json.where(extensions, "/url", url)
                .flatMap(it -> Json.text(it.path("valueString")))
                .map(Value.Text::new);
    }

    private static Optional<ObjectNode> telecomOf(JsonNode resource, String system, int repeat) {
        return Json.where(resource.path("telecom"), "/id", system + "-" + repeat);
    }

    private static Optional<Value> languageOf(JsonNode communication, String part) {
        if (part.equals("language")) {
            return Json.code(communication.path("language"));
        }
        for (JsonNode told : communication.path("extension")) {
            if (told.at("/extension/1/valueCoding/code").asText().equals(MODES.get(part))) {
                return Optional.of(Json.code(told.at("/extension/0/valueCoding"), Optional.empty()));
            }
        }
        return Optional.empty();
    }
}
