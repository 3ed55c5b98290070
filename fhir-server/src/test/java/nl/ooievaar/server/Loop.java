package nl.ooievaar.server;

import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The steps of a story that many tests tell: the desk accepts, works and writes, each step over HTTP. */
public final class Loop {
    private static final TestServer SERVER = TestServer.get();

    private Loop() {}

    /** The desk accepts. @return its work task */
    public static String accept(Referral.Sent sent) {
        String task = SERVER.as("jgz").get("/" + sent.of("Task")).asString();
        SERVER.as("jgz")
                .header("If-Match", "W/\"1\"")
                .body(task.replace("\"status\":\"requested\"", "\"status\":\"accepted\""))
                .put("/" + sent.of("Task"))
                .then()
                .statusCode(200);
        return "Task/"
                + SERVER.as("jgz")
                        .get("/Task?based-on=" + sent.of("ServiceRequest"))
                        .then()
                        .body("total", equalTo(1))
                        .extract()
                        .jsonPath()
                        .getString("entry[0].resource.id");
    }

    public static void move(String task, String status, String progress) {
        SERVER.as("jgz")
                .header("If-Match", SERVER.as("jgz").get("/" + task).header("ETag"))
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + status
                        + "\"},{\"op\":\"replace\",\"path\":\"/businessStatus/coding/0/code\",\"value\":\"" + progress
                        + "\"}]")
                .patch("/" + task)
                .then()
                .statusCode(200);
    }

    /** The Patient a work task is about. */
    public static String patient(String task) {
        return SERVER.as("jgz").get("/" + task).jsonPath().getString("for.reference");
    }

    /** Writes a record. @return {@code Type/id} */
    public static String post(String who, String type, String json) {
        return SERVER.as(who)
                .body(json)
                .post("/" + type)
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1");
    }

    /** An example of the contract about this woman. */
    public static String example(String name, String patient, Referral.Sent sent) {
        return Referral.example(name)
                .toString()
                .replace("Patient/example", patient)
                .replace("ServiceRequest/example", sent.of("ServiceRequest"))
                .replace("PractitionerRole/example", sent.of("PractitionerRole"));
    }

    /** The same woman under another referral number, with the Patient that is there when it is. */
    public static Referral again(Referral referral) {
        referral.bundle().get("entry").forEach(entry -> {
            if (entry.at("/resource/resourceType").asText().equals("Patient")) {
                ((ObjectNode) entry.get("request"))
                        .put("ifNoneExist", "identifier=http://fhir.nl/fhir/NamingSystem/bsn|" + referral.bsn());
            }
        });
        return referral.resource(
                "ServiceRequest", s -> ((ObjectNode) s.at("/identifier/0")).put("value", "ref-" + UUID.randomUUID()));
    }
}
