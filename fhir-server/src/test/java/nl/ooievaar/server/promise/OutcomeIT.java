package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** How far the work is, and how it ends: told truly inside the JGZ, and to a signaller only with her consent. */
class OutcomeIT {
    private static final TestServer SERVER = TestServer.get();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void progress_that_does_not_go_with_the_state_is_refused_by_every_way_in_and_those_that_do_are_named()
            throws Exception {
        String work = accepted(Referral.ofNewWoman());
        for (String language : new String[] {"nl", "en"}) {
            Response put = put(work, language, task -> state(task, "completed", "aangemeld"));
            Response patch = SERVER.as("jgz")
                    .header("Accept-Language", language)
                    .header("If-Match", "W/\"1\"")
                    .contentType("application/json-patch+json")
                    .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"completed\"}]")
                    .patch("/" + work);
            ObjectNode task = read(work);
            state(task, "completed", "aangemeld");
            Response transaction = SERVER.as("jgz")
                    .header("Accept-Language", language)
                    .body("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + task
                            + ",\"request\":{\"method\":\"PUT\",\"url\":\"" + work
                            + "\",\"ifMatch\":\"W/\\\"1\\\"\"}}]}")
                    .post();
            refused(put, "Task.businessStatus");
            refused(patch, "Task.businessStatus");
            refused(transaction, "Bundle.entry[0].resource.businessStatus");
        }
        assertEquals("1", read(work).at("/meta/versionId").asText());
    }

    private static void refused(Response answer, String place) {
        answer.then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("progress-in-state"))
                .body("issue[0].expression[0]", equalTo(place))
                .body("issue[0].details.text", containsString("geweigerd-door-zwangere"))
                .body("issue[0].details.text", containsString("afgesloten"));
    }

    @Test
    void what_took_place_is_not_taken_back() throws Exception {
        String work = accepted(Referral.ofNewWoman());
        move(work, "in-progress", "uitgevoerd").statusCode(200);
        put(work, "en", task -> state(task, "in-progress", "contact-gelegd"))
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("illegal-progress"))
                .body("issue[0].details.text", containsString("geevalueerd"));
    }

    @Test
    void a_no_tells_why_and_a_pause_tells_when_she_is_asked_again() throws Exception {
        String work = accepted(Referral.ofNewWoman());
        move(work, "in-progress", "contact-gelegd").statusCode(200);
        put(work, "en", task -> state(task, "on-hold", "contact-gelegd"))
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("ask-again-on"))
                .body("issue[0].expression[0]", equalTo("Task.restriction.period.start"));
        put(work, "en", task -> {
                    state(task, "on-hold", "contact-gelegd");
                    task.withObject("/restriction/period")
                            .put("start", "2099-01-04")
                            .put("end", "2099-01-04");
                })
                .then()
                .statusCode(200);
        put(work, "en", task -> state(task, "in-progress", "contact-gelegd"))
                .then()
                .statusCode(200);
        put(work, "en", task -> state(task, "completed", "geweigerd-door-zwangere"))
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("outcome-reason"))
                .body("issue[0].expression[0]", equalTo("Task.statusReason"));
        declined(work).statusCode(200);
    }

    @Test
    void without_consent_to_feedback_a_visit_and_a_refusal_read_the_same_to_the_signaller() throws Exception {
        String visited = told(Referral.ofNewWoman().withoutFeedbackConsent(), true);
        String declined = told(Referral.ofNewWoman().withoutFeedbackConsent(), false);
        assertEquals(visited, declined);
        assertEquals("completed", JSON.readTree(visited).at("/request/status").asText());
    }

    @Test
    void with_consent_to_feedback_the_request_is_completed_when_the_visit_took_place_and_revoked_when_not()
            throws Exception {
        String visited = told(Referral.ofNewWoman(), true);
        String declined = told(Referral.ofNewWoman(), false);
        assertNotEquals(visited, declined);
        assertEquals("completed", JSON.readTree(visited).at("/request/status").asText());
        assertEquals("revoked", JSON.readTree(declined).at("/request/status").asText());
    }

    @Test
    void the_later_in_the_pregnancy_the_more_urgent_is_the_work_and_the_access_log_says_what_that_was_read_from()
            throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        for (Map.Entry<Integer, String> one :
                Map.of(200, "routine", 70, "urgent", 14, "asap").entrySet()) {
            Referral referral = Referral.ofNewWoman().resource("Observation", o -> {
                if (o.has("valueDateTime")) {
                    o.put("valueDateTime", today.plusDays(one.getKey()).toString());
                }
            });
            Referral.Sent sent = referral.send(SERVER.as("midwife"));
            String work = Loop.accept(sent);
            assertEquals(one.getValue(), read(work).path("priority").asText());
            List<Map<String, Object>> log = SERVER.as("midwife")
                    .get("/" + sent.of("Patient") + "/$access-log?_count=100")
                    .path("entry.resource");
            assertTrue(
                    log.stream()
                            .map(Object::toString)
                            .anyMatch(event -> event.contains("90000201") && event.contains("Observation/")),
                    "that the desk learned of the due date is on record");
        }
    }

    @Test
    void a_task_that_says_it_was_written_later_than_now_is_refused() {
        Response answer = SERVER.as("midwife")
                .header("Accept-Language", "nl")
                .body(Referral.ofNewWoman()
                        .resource("Task", task -> task.put("authoredOn", "2099-01-01T10:00:00+01:00"))
                        .json())
                .post();
        answer.then().statusCode(422).body("issue[0].details.coding[0].code", equalTo("authored-later"));
        assertFalse(answer.asString().contains("2099"));
    }

    /** What the signaller reads of task and request after the end, but for what is another with every referral. */
    private static String told(Referral referral, boolean visit) throws Exception {
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String work = Loop.accept(sent);
        if (visit) {
            move(work, "in-progress", "uitgevoerd").statusCode(200);
            move(work, "completed", "afgesloten").statusCode(200);
        } else {
            move(work, "in-progress", "contact-gelegd").statusCode(200);
            declined(work).statusCode(200);
        }
        ObjectNode told = JSON.createObjectNode();
        told.set(
                "task",
                JSON.readTree(SERVER.as("midwife").get("/" + sent.of("Task")).asString()));
        told.set(
                "request",
                JSON.readTree(SERVER.as("midwife")
                        .get("/" + sent.of("ServiceRequest"))
                        .asString()));
        for (JsonNode one : told) {
            ((ObjectNode) one).remove("id");
            ((ObjectNode) one.get("meta")).remove("lastUpdated");
        }
        return told.toString()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("\"lastModified\":\"[^\"]*\"", "\"lastModified\":\"\"")
                .replaceAll("ref-id", "ref");
    }

    private static String accepted(Referral referral) {
        return Loop.accept(referral.send(SERVER.as("midwife")));
    }

    private static ValidatableResponse declined(String work) throws Exception {
        return put(work, "en", task -> {
                    state(task, "completed", "geweigerd-door-zwangere");
                    task.withObject("/statusReason")
                            .withArray("coding")
                            .addObject()
                            .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-refusal-reason")
                            .put("code", "no-reason");
                })
                .then();
    }

    private static ValidatableResponse move(String work, String status, String progress) throws Exception {
        return put(work, "en", task -> state(task, status, progress)).then();
    }

    private static void state(ObjectNode task, String status, String progress) {
        task.put("status", status);
        ((ObjectNode) task.at("/businessStatus/coding/0")).put("code", progress);
    }

    private static Response put(String work, String language, Consumer<ObjectNode> change) throws Exception {
        ObjectNode task = read(work);
        String version = task.at("/meta/versionId").asText();
        change.accept(task);
        return SERVER.as("jgz")
                .header("Accept-Language", language)
                .header("If-Match", "W/\"" + version + "\"")
                .body(task.toString())
                .put("/" + work);
    }

    private static ObjectNode read(String work) throws Exception {
        return (ObjectNode) JSON.readTree(SERVER.as("jgz").get("/" + work).asString());
    }
}
