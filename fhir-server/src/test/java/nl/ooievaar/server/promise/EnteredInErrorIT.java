package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** What its author writes down as an error closes as if the author had asked the operation, whichever way it is written. */
class EnteredInErrorIT {
    private static final TestServer SERVER = TestServer.get();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"entered-in-error\"}]";

    /** Ways to write the next version of {@code Observation/id}. */
    private static final Map<String, BiConsumer<RequestSpecification, String>> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("update", (as, place) -> as.header("If-Match", "W/\"1\"")
                .body(inError(place).toString())
                .put("/" + place)
                .then()
                .statusCode(200)
                .body("status", equalTo("entered-in-error")));
        WAYS.put("patch", (as, place) -> as.header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body(STATUS)
                .patch("/" + place)
                .then()
                .statusCode(200));
        WAYS.put("update in a transaction", (as, place) -> as.body(
                        bundle("transaction", inError(place).toString(), "PUT", place))
                .post()
                .then()
                .statusCode(200));
        WAYS.put("patch in a batch", (as, place) -> as.body(bundle("batch", binary(), "PATCH", place))
                .post()
                .then()
                .statusCode(200)
                .body("entry[0].response.status", equalTo("200 OK")));
    }

    @Test
    void a_version_that_says_entered_in_error_closes_at_once_to_all_but_its_author_and_tells_who_saw_it()
            throws SQLException {
        for (String way : WAYS.keySet()) {
            Referral referral = Referral.ofNewWoman();
            Referral.Sent sent = referral.send(SERVER.as("midwife"));
            String record = sent.all("Observation").get(1);
            SERVER.as("jgz")
                    .get("/" + sent.of("Patient") + "/$everything")
                    .then()
                    .statusCode(200);
            Loop.accept(sent);
            SERVER.as("jgz").get("/" + record).then().statusCode(200);

            WAYS.get(way).accept(SERVER.as("midwife"), record);

            for (var closed :
                    List.of(List.of("jgz", SERVER.as("jgz")), List.of("herself", SERVER.asPerson(referral.bsn())))) {
                for (String door : List.of("", "/_history/1", "/_history/2", "/_history")) {
                    assertEquals(
                            404,
                            ((RequestSpecification) closed.get(1))
                                    .get("/" + record + door)
                                    .statusCode(),
                            way + " " + closed.get(0) + " " + door);
                }
            }
            SERVER.as("midwife").get("/" + record).then().statusCode(200).body("status", equalTo("entered-in-error"));
            SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(200);
            assertEquals(List.of("90000201-phb"), told(record), way);
        }
    }

    @Test
    void what_is_closed_stays_closed_and_is_told_once_whatever_is_written_after_it() throws SQLException {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String record = sent.all("Observation").get(1);
        SERVER.as("jgz").get("/" + record).then().statusCode(200);
        WAYS.get("update").accept(SERVER.as("midwife"), record);
        SERVER.as("midwife").post("/" + record + "/$entered-in-error").then().statusCode(200);
        ObjectNode back = inError(record).put("status", "final");
        SERVER.as("midwife")
                .header("If-Match", "W/\"3\"")
                .body(back.toString())
                .put("/" + record)
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + record).then().statusCode(404);
        SERVER.asPerson(referral.bsn()).get("/" + record).then().statusCode(404);
        assertEquals(List.of("90000201-phb"), told(record));
    }

    @Test
    void each_type_closes_by_the_element_in_which_it_says_so() {
        Referral referral = Referral.ofNewWoman();
        String patient = referral.send(SERVER.as("midwife")).of("Patient");
        String subject = "\"subject\":{\"reference\":\"" + patient + "\"}";
        String code = "\"code\":{\"text\":\"iets\"}";
        Map<String, String> types = new LinkedHashMap<>();
        types.put("Condition", code + "," + subject);
        types.put("Goal", "\"lifecycleStatus\":\"active\",\"description\":{\"text\":\"iets\"}," + subject);
        types.put(
                "Encounter",
                "\"status\":\"planned\",\"class\":{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\","
                        + "\"code\":\"HH\"}," + subject);
        types.put(
                "Appointment",
                "\"status\":\"booked\",\"start\":\"2026-12-01T10:00:00+01:00\",\"end\":\"2026-12-01T11:00:00+01:00\",\"participant\":[{\"status\":\"accepted\",\"actor\":{\"reference\":\""
                        + patient + "\"}}]");
        types.put("EpisodeOfCare", "\"status\":\"active\",\"patient\":{\"reference\":\"" + patient + "\"}");
        types.put("CareTeam", "\"status\":\"active\"," + subject);
        types.put(
                "DocumentReference",
                "\"status\":\"current\"," + subject
                        + ",\"content\":[{\"attachment\":{\"contentType\":\"text/plain\",\"title\":\"iets\"}}]");
        types.forEach((type, elements) -> {
            String made = SERVER.as("midwife")
                    .body("{\"resourceType\":\"" + type + "\"," + elements + "}")
                    .post("/" + type)
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location")
                    .replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1");
            SERVER.asPerson(referral.bsn()).get("/" + made).then().statusCode(200);
            var said = SERVER.as("midwife")
                    .header("If-Match", "W/\"1\"")
                    .contentType("application/json-patch+json")
                    .body(saying(type))
                    .patch("/" + made);
            assertEquals(200, said.statusCode(), said.asString());
            assertEquals(404, SERVER.asPerson(referral.bsn()).get("/" + made).statusCode(), type);
            SERVER.as("midwife").get("/" + made).then().statusCode(200);
        });
    }

    @Test
    void what_comes_in_as_an_error_is_seen_by_nobody_but_who_sent_it() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String made = SERVER.as("midwife")
                .body(
                        "{\"resourceType\":\"Observation\",\"status\":\"entered-in-error\",\"code\":{\"text\":\"gewicht\"},"
                                + "\"subject\":{\"reference\":\"" + sent.of("Patient") + "\"}}")
                .post("/Observation")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        SERVER.asPerson(referral.bsn()).get("/Observation/" + made).then().statusCode(404);
        SERVER.as("midwife").get("/Observation/" + made).then().statusCode(200);
    }

    @Test
    void a_file_that_was_opened_for_the_wrong_person_takes_nothing_more_and_can_still_be_destroyed() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String observation = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},"
                + "\"subject\":{\"reference\":\"" + sent.of("Patient") + "\"}}";
        SERVER.as("midwife").body(observation).post("/Observation").then().statusCode(201);
        SERVER.as("midwife")
                .post("/" + sent.of("Patient") + "/$entered-in-error")
                .then()
                .statusCode(200);
        SERVER.as("midwife")
                .body(observation)
                .post("/Observation")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("file-closed"));
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body(STATUS.replace("entered-in-error", "amended"))
                .patch("/" + sent.all("Observation").get(1))
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("file-closed"));
        SERVER.as("midwife").get("/" + sent.all("Observation").get(1)).then().body("meta.versionId", equalTo("1"));
        SERVER.as("midwife")
                .body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"ground\",\"valueCode\":\"her-request\"}]}")
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200);
    }

    @Test
    void a_file_whose_consents_are_withdrawn_is_not_closed_for_who_must_keep_it() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        SERVER.asPerson(referral.bsn())
                .post("/" + sent.of("Consent") + "/$withdraw")
                .then()
                .statusCode(200);
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},"
                        + "\"subject\":{\"reference\":\"" + sent.of("Patient") + "\"}}")
                .post("/Observation")
                .then()
                .statusCode(201);
    }

    private static String saying(String type) {
        return switch (type) {
            case "Goal" -> STATUS.replace("/status", "/lifecycleStatus");
            case "Condition" ->
                "[{\"op\":\"add\",\"path\":\"/verificationStatus\",\"value\":{\"coding\":[{\"system\":"
                        + "\"http://terminology.hl7.org/CodeSystem/condition-ver-status\",\"code\":\"entered-in-error\"}]}}]";
            default -> STATUS;
        };
    }

    private static ObjectNode inError(String place) {
        try {
            ObjectNode read = (ObjectNode)
                    JSON.readTree(SERVER.as("midwife").get("/" + place).asString());
            return read.put("status", "entered-in-error");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String binary() {
        return "{\"resourceType\":\"Binary\",\"contentType\":\"application/json-patch+json\",\"data\":\""
                + Base64.getEncoder().encodeToString(STATUS.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }

    private static String bundle(String type, String resource, String method, String url) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[{\"resource\":" + resource
                + ",\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url
                + "\",\"ifMatch\":\"W/\\\"1\\\"\"}}]}";
    }

    private static List<String> told(String record) throws SQLException {
        return SERVER.query("select p.service from outbox o join party p on p.party_id = o.recipient"
                + " where o.event = 'entered-in-error' and o.id = '" + record.substring(record.indexOf('/') + 1) + "'");
    }
}
