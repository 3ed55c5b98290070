package nl.ooievaar.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.Consumer;

/** A consent told after the referral: to the desk unless changed, with the Provenance that it needs. */
public final class Consents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URL = "urn:uuid:00000000-0000-4000-8000-000000000c01";

    private Consents() {}

    /** Sends it, and answers {@code Consent/id}. */
    public static String give(
            RequestSpecification recorder, String patient, String purpose, Consumer<ObjectNode> change) {
        Response answer = send(recorder, patient, purpose, change);
        answer.then().statusCode(200);
        return answer.jsonPath().getString("entry[0].response.location").replaceAll("(?:.*/)?(Consent/[^/]+)/.*", "$1");
    }

    /** Sends it, and answers what was answered. */
    public static Response send(
            RequestSpecification recorder, String patient, String purpose, Consumer<ObjectNode> change) {
        ObjectNode consent = find("Consent");
        consent.putObject("patient").put("reference", patient);
        ((ObjectNode) consent.at("/performer/0")).put("reference", patient);
        ((ObjectNode) consent.at("/provision/purpose/0")).put("code", purpose);
        change.accept(consent);
        ObjectNode provenance = find("Provenance");
        provenance.putArray("target").addObject().put("reference", URL);
        provenance.remove("recorded");
        provenance.put("recorded", "2026-11-24T10:00:00+01:00");
        provenance.putArray("agent").addObject().putObject("who").put("reference", patient);
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "transaction");
        entry(bundle, consent).put("fullUrl", URL);
        entry(bundle, provenance);
        return recorder.body(bundle.toString()).post();
    }

    private static ObjectNode entry(ObjectNode bundle, ObjectNode resource) {
        ObjectNode entry = bundle.withArray("entry").addObject();
        entry.set("resource", resource);
        entry.putObject("request")
                .put("method", "POST")
                .put("url", resource.get("resourceType").asText());
        return entry;
    }

    private static ObjectNode find(String type) {
        for (JsonNode entry : Referral.example("case-1-referral.json").get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return entry.get("resource").deepCopy();
            }
        }
        throw new IllegalArgumentException(type);
    }
}
