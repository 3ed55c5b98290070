package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.util.List;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** What travels along a route beyond the cases of the guideline, which {@code CasesIT} tells. */
class RoutesIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String DESK =
            "HealthcareService?identifier=http://ooievaar.example/fhir/NamingSystem/service|90000201-phb";

    @Test
    void the_group_meeting_of_a_warm_handover_comes_with_the_referral_and_ends_with_its_consent() {
        Referral referral = Referral.ofNewWoman()
                .resource("ServiceRequest", request -> ((ObjectNode) request.at("/category/0/coding/0"))
                        .put("code", "warm-handover"));
        ObjectNode meeting = (ObjectNode) Referral.example("case-1-appointment.json");
        meeting.putArray("basedOn").addObject().put("reference", url(referral, "ServiceRequest"));
        ArrayNode participants = meeting.putArray("participant");
        for (String actor : List.of(url(referral, "Patient"), url(referral, "PractitionerRole"), DESK)) {
            ObjectNode participant = participants.addObject();
            participant.putObject("actor").put("reference", actor);
            participant.put("status", "accepted");
        }
        ObjectNode entry = ((ArrayNode) referral.bundle().get("entry")).addObject();
        entry.set("resource", meeting);
        entry.putObject("request").put("method", "POST").put("url", "Appointment");
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String place = sent.of("Appointment");

        SERVER.as("jgz").get("/" + place).then().statusCode(200);
        for (String other : List.of("maternity", "outsider", "debt-service")) {
            SERVER.as(other).get("/" + place).then().statusCode(404);
        }
        sent.all("Consent").forEach(consent -> SERVER.asPerson(referral.bsn())
                .post("/" + consent + "/$withdraw")
                .then()
                .statusCode(200));
        SERVER.as("jgz").get("/" + place).then().statusCode(404);
    }

    @Test
    void a_direct_referral_to_an_intervention_is_one_task_whose_first_talk_counts_as_the_visit() {
        for (String intervention : List.of("voorzorg", "stevig-ouderschap")) {
            Referral referral = Referral.ofNewWoman()
                    .resource("ServiceRequest", request -> request.putArray("orderDetail")
                            .addObject()
                            .putArray("coding")
                            .addObject()
                            .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-intervention")
                            .put("code", intervention));
            Referral.Sent sent = referral.send(SERVER.as("midwife"));
            patch(sent.of("Task"), "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"accepted\"}]");
            JsonPath work = SERVER.as("jgz")
                    .get("/Task?based-on=" + sent.of("ServiceRequest"))
                    .then()
                    .body("total", equalTo(1))
                    .extract()
                    .jsonPath();
            patch(
                    "Task/" + work.getString("entry[0].resource.id"),
                    "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"in-progress\"},"
                            + "{\"op\":\"replace\",\"path\":\"/businessStatus/coding/0/code\",\"value\":\"gerichte-interventie\"}]");
            SERVER.as("jgz")
                    .get("/" + sent.of("ServiceRequest"))
                    .then()
                    .body("orderDetail[0].coding[0].code", equalTo(intervention));
        }
    }

    private static void patch(String task, String body) {
        SERVER.as("jgz")
                .header("If-Match", SERVER.as("jgz").get("/" + task).header("ETag"))
                .contentType("application/json-patch+json")
                .body(body)
                .patch("/" + task)
                .then()
                .statusCode(200);
    }

    private static String url(Referral referral, String type) {
        for (var entry : referral.bundle().get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return entry.get("fullUrl").asText();
            }
        }
        throw new IllegalArgumentException(type);
    }
}
