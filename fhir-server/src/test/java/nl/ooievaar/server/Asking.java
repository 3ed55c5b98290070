package nl.ooievaar.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** What operations on her rights are asked, and what she writes herself. */
public final class Asking {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Asking() {}

    /** Parameters with one code each. */
    public static String codes(Map<String, String> codes) {
        return parameters("valueCode", codes);
    }

    /** Parameters with one text. */
    public static String text(String text) {
        return parameters("valueString", Map.of("text", text));
    }

    private static String parameters(String value, Map<String, String> values) {
        ObjectNode made = JSON.createObjectNode().put("resourceType", "Parameters");
        ArrayNode all = made.putArray("parameter");
        values.forEach((name, one) -> all.addObject().put("name", name).put(value, one));
        return made.toString();
    }

    /** The consent of a referral with this purpose, as its midwife sees it. */
    public static String consent(RequestSpecification midwife, Referral.Sent sent, String purpose) {
        var found = midwife.get("/Consent?patient=" + sent.of("Patient")).jsonPath();
        return "Consent/"
                + found.getString(
                        "entry.find { it.resource.provision.purpose[0].code == '" + purpose + "' }.resource.id");
    }

    /** Her own yes or no, with its origin, as one transaction: the consent to feedback of case 1. */
    public static String hers(String patient, String type) {
        ObjectNode consent = (ObjectNode) Referral.example("case-6-feedback-consent.json");
        String url = "urn:uuid:00000000-0000-4000-8000-00000000c001";
        ObjectNode said = find(consent, "Consent").deepCopy();
        said.remove("id");
        said.put("status", "active");
        ((ObjectNode) said.get("patient")).put("reference", patient);
        ((ObjectNode) said.at("/performer/0")).put("reference", patient);
        ((ObjectNode) said.get("provision")).put("type", type);
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        ObjectNode first = entries.addObject().put("fullUrl", url);
        first.set("resource", said);
        first.putObject("request").put("method", "POST").put("url", "Consent");
        ObjectNode second = entries.addObject();
        ObjectNode origin = second.putObject("resource").put("resourceType", "Provenance");
        origin.putObject("meta")
                .putArray("profile")
                .add("http://ooievaar.example/fhir/StructureDefinition/phb-consent-provenance");
        origin.putArray("target").addObject().put("reference", url);
        origin.put("recorded", "2026-11-26T10:00:00+01:00");
        origin.putArray("agent").addObject().putObject("who").put("reference", patient);
        second.putObject("request").put("method", "POST").put("url", "Provenance");
        return bundle.toString();
    }

    private static ObjectNode find(ObjectNode bundle, String type) {
        for (var entry : bundle.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return (ObjectNode) entry.get("resource");
            }
        }
        throw new IllegalArgumentException(type);
    }
}
