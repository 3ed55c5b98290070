package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/** The request of a referral that is asked for with a record, and the task it is sent with. */
final class AskedReferral {
    private static final String PROFILES = "http://ooievaar.example/fhir/StructureDefinition/";
    private static final String TASK_CODE = "http://ooievaar.example/fhir/CodeSystem/phb-task-code";
    private static final String FULFILL = "http://hl7.org/fhir/CodeSystem/task-code";

    private final ObjectNode request;
    private final boolean agreed;

    /** @param consents how many come along; one that is on record already is named as support */
    AskedReferral(ObjectNode request, int consents) {
        this.request = request;
        this.agreed = consents > 0 || namesConsent(request);
        ArrayNode profiles = JsonNodeFactory.instance.arrayNode();
        profiles.add(PROFILES + (agreed ? "phb-referral" : "phb-referral-proposal"));
        request.at("/meta/profile").forEach(one -> {
            if (!one.asText().startsWith(PROFILES + "phb-referral")) {
                profiles.add(one);
            }
        });
        ObjectNode meta = request.get("meta") instanceof ObjectNode sent ? sent : JsonNodeFactory.instance.objectNode();
        meta.set("profile", profiles);
        request.set("meta", meta);
        request.put("status", agreed ? "active" : "draft");
        request.put("intent", agreed ? "order" : "proposal");
    }

    /** Whether it is sent: that follows from her consent, and from nothing else that it says. */
    boolean agreed() {
        return agreed;
    }

    ObjectNode request() {
        return request;
    }

    private static boolean namesConsent(JsonNode request) {
        return StreamSupport.stream(request.path("supportingInfo").spliterator(), false)
                .anyMatch(one -> one.path("reference").asText().matches("(.*/)?Consent[/?].+"));
    }

    /** Its risk factors are reasons; when the child is expected supports them, for the clock of the desk goes by it. */
    void by(JsonNode entry) {
        for (JsonNode profile : entry.at("/resource/meta/profile")) {
            switch (profile.asText()) {
                case PROFILES + "phb-risk-factor" -> refer("reasonReference", entry);
                case PROFILES + "phb-due-date" -> refer("supportingInfo", entry);
                default -> {
                    // Stays birth care's own: she agreed to a referral, not to the record.
                }
            }
        }
    }

    private void refer(String element, JsonNode entry) {
        JsonNode sent = request.path(element);
        if (sent.isMissingNode() || sent.isArray()) {
            request.withArray(element).addObject().set("reference", entry.get("fullUrl"));
        }
    }

    /** @param url of the request */
    ObjectNode task(String url) {
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        task.putObject("meta").putArray("profile").add(PROFILES + "phb-referral-task");
        task.put("status", "requested").put("intent", "order");
        ArrayNode codes = task.putObject("code").putArray("coding");
        codes.addObject().put("system", TASK_CODE).put("code", "referral");
        codes.addObject().put("system", FULFILL).put("code", "fulfill");
        task.putObject("focus").put("reference", url);
        copy("/subject", task, "for");
        copy("/authoredOn", task, "authoredOn");
        copy("/requester", task, "requester");
        copy("/performer/0/reference", task.putObject("owner"), "reference");
        return task;
    }

    private void copy(String pointer, ObjectNode to, String name) {
        JsonNode value = request.at(pointer);
        if (!value.isMissingNode()) {
            to.set(name, value.deepCopy());
        }
    }
}
