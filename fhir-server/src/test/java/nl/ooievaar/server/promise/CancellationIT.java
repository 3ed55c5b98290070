package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.Map;
import nl.ooievaar.server.Asking;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** Once work has begun its requester can only ask that it stops; the desk agrees or not. */
class CancellationIT {
    private static final TestServer SERVER = TestServer.get();

    private final Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
    private final String work = begun();

    @Test
    void what_has_begun_is_cancelled_by_asking_and_in_no_other_way() {
        move("midwife", sent.of("Task"), "cancelled").then().statusCode(422);
        String asked = asked();
        SERVER.as("outsider").get("/" + asked).then().statusCode(404);
        move("midwife", asked, "completed").then().statusCode(422);
        move("jgz", asked, "completed").then().statusCode(200);
        SERVER.as("midwife").get("/" + sent.of("Task")).then().body("status", equalTo("cancelled"));
        SERVER.as("midwife").get("/" + sent.of("ServiceRequest")).then().body("status", equalTo("revoked"));
        SERVER.as("jgz")
                .get("/" + work)
                .then()
                .body("status", equalTo("cancelled"))
                .body("businessStatus.coding[0].code", equalTo("ingetrokken"))
                .body("restriction", nullValue());
    }

    @Test
    void a_desk_that_does_not_agree_goes_on() {
        move("jgz", asked(), "rejected").then().statusCode(200);
        SERVER.as("midwife").get("/" + sent.of("Task")).then().body("status", equalTo("in-progress"));
        SERVER.as("jgz").get("/" + work).then().body("status", equalTo("in-progress"));
    }

    @Test
    void who_asked_may_think_again() {
        String asked = asked();
        move("midwife", asked, "cancelled").then().statusCode(200);
        move("jgz", asked, "completed").then().statusCode(422);
        SERVER.as("jgz").get("/" + work).then().body("status", equalTo("in-progress"));
    }

    @Test
    void what_has_ended_can_not_be_stopped() {
        move("jgz", asked(), "completed").then().statusCode(200);
        move("jgz", asked(), "completed")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("nothing-to-cancel"))
                .body("issue[0].expression[0]", equalTo("Task.focus"));
    }

    @Test
    void a_request_to_stop_ends_with_the_referral_that_ends_otherwise() {
        String asked = asked();
        String consent = Asking.consent(SERVER.as("midwife"), sent, "referral");
        SERVER.as("midwife")
                .body(Asking.codes(Map.of("obtained", "oral")))
                .post("/" + consent + "/$withdraw")
                .then()
                .statusCode(200);
        SERVER.as("midwife").get("/" + sent.of("Task")).then().body("status", equalTo("cancelled"));
        SERVER.as("midwife").get("/" + asked).then().body("status", equalTo("cancelled"));
    }

    private String asked() {
        ObjectNode task = (ObjectNode) Referral.example("cancellation.json");
        ((ObjectNode) task.get("focus")).put("reference", sent.of("Task"));
        ((ObjectNode) task.get("for")).put("reference", sent.of("Patient"));
        for (String from : new String[] {"requester", "owner"}) {
            ((ObjectNode) task.get(from))
                    .put(
                            "reference",
                            SERVER.as("midwife").get("/" + sent.of("Task")).<String>path(from + ".reference"));
        }
        task.put("authoredOn", java.time.OffsetDateTime.now().minusMinutes(1).toString());
        Response made = SERVER.as("midwife").body(task.toString()).post("/Task");
        made.then().statusCode(201);
        return "Task/" + made.path("id");
    }

    private String begun() {
        move("jgz", sent.of("Task"), "in-progress").then().statusCode(200);
        return "Task/"
                + SERVER.as("jgz")
                        .get("/Task?based-on=" + sent.of("ServiceRequest"))
                        .path("entry[0].resource.id");
    }

    private static Response move(String client, String task, String status) {
        return SERVER.as(client)
                .header("If-Match", SERVER.as(client).get("/" + task).header("ETag"))
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + status + "\"}]")
                .patch("/" + task);
    }
}
