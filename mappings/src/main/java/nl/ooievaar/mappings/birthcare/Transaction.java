package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.mappings.source.Element;

/**
 * What a record became as one transaction of R4 (FHIR R4, 3.1.0.11.2): nothing is made twice, for each says by which identifier it is
 * there already, and each has a Provenance that names the bytes and the fields it came from.
 */
public final class Transaction {
    private static final String OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    private static final String AGENT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    static final String HASH = "http://ooievaar.example/fhir/NamingSystem/source-sha-256";

    private Transaction() {}

    /** @param recorded the moment of the run */
    public static ObjectNode of(Mapped mapped, Instant recorded) {
        ObjectNode bundle = Json.object().put("resourceType", "Bundle").put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        Optional<String> woman = mapped.resources().stream()
                .filter(one -> one.fact().equals("woman"))
                .findFirst()
                .map(one -> url(one.identifier()));
        for (Mapped.Made one : mapped.resources()) {
            ObjectNode resource = one.resource().deepCopy();
            woman.ifPresent(url -> about(resource, url));
            entry(entries, url(one.identifier()), resource).put("ifNoneExist", condition(one));
        }
        for (int i = 0; i < mapped.resources().size(); i++) {
            Mapped.Made one = mapped.resources().get(i);
            String target = entries.get(i).get("fullUrl").asText();
            entry(entries, url(one.identifier() + "/provenance"), provenance(mapped, one, target, recorded));
        }
        return bundle;
    }

    private static ObjectNode entry(ArrayNode entries, String url, ObjectNode resource) {
        ObjectNode entry = entries.addObject().put("fullUrl", url);
        entry.set("resource", resource);
        return entry.putObject("request")
                .put("method", "POST")
                .put("url", resource.get("resourceType").asText());
    }

    private static String url(String identifier) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(identifier.getBytes(StandardCharsets.UTF_8));
    }

    /** A woman who has a number is found by it, whichever record told of her; all else by the record it came from. */
    private static String condition(Mapped.Made one) {
        return Json.where(one.resource().path("identifier"), "/system", Systems.BSN)
                .map(it -> "identifier=" + Systems.BSN + "|" + it.path("value").asText())
                .orElse("identifier=" + FromBirthCare.IDENTIFIER + "|" + one.identifier());
    }

    private static void about(ObjectNode resource, String woman) {
        switch (resource.get("resourceType").asText()) {
            case "Patient" -> {
                // She is who it is about.
            }
            case "EpisodeOfCare" -> resource.putObject("patient").put("reference", woman);
            default -> resource.putObject("subject").put("reference", woman);
        }
    }

    private static ObjectNode provenance(Mapped mapped, Mapped.Made one, String target, Instant recorded) {
        ObjectNode made = Json.object().put("resourceType", "Provenance");
        made.putArray("target").addObject().put("reference", target);
        made.put("recorded", recorded.toString());
        made.putObject("activity").putArray("coding").add(Json.coding(OPERATION, "CREATE"));
        ObjectNode agent = made.putArray("agent").addObject();
        agent.putObject("type").putArray("coding").add(Json.coding(AGENT, "assembler"));
        agent.putObject("who").put("display", "Ooievaar");
        ArrayNode entities = made.putArray("entity");
        ObjectNode source = entities.addObject().put("role", "source");
        source.putObject("what")
                .put("display", mapped.source().format() + " " + mapped.source().transaction())
                .putObject("identifier")
                .put("system", HASH)
                .put("value", mapped.source().sha256());
        fields(entities, one.from());
        return made;
    }

    private static void fields(ArrayNode entities, List<Element> from) {
        for (Element element : from) {
            entities.addObject()
                    .put("role", "derivation")
                    .putObject("what")
                    .putObject("identifier")
                    .put("system", element.dataset().system())
                    .put("value", Integer.toString(element.number()));
        }
    }
}
