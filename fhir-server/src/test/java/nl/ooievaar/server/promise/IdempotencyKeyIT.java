package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** A POST sent again with the Idempotency-Key of the first is not done again. */
class IdempotencyKeyIT {
    private static final TestServer SERVER = TestServer.get();

    private final String patient =
            Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
    /** The referral itself brings some. */
    private final int before = partners();

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_repeat_gets_the_status_and_location_of_the_first_and_makes_nothing() {
        Response first = keyed("midwife").body(partner("male")).post("/RelatedPerson");
        first.then().statusCode(201);
        String reordered = "{ \"gender\": \"male\", \"patient\": {\"reference\": \"" + patient
                + "\"},\n\"resourceType\": \"RelatedPerson\" }";
        keyed("midwife")
                .body(reordered)
                .post("/RelatedPerson")
                .then()
                .statusCode(201)
                .header("Location", equalTo(first.header("Location")))
                .body("id", equalTo(first.path("id")));
        assertEquals(before + 1, partners());
    }

    @Test
    void the_first_answer_stays_when_the_resource_has_moved_on() {
        String location = keyed("midwife")
                .body(partner("male"))
                .post("/RelatedPerson")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/gender\",\"value\":\"other\"}]")
                .patch(location.replaceAll("/_history/1", ""))
                .then()
                .statusCode(200);
        keyed("midwife")
                .body(partner("male"))
                .post("/RelatedPerson")
                .then()
                .statusCode(201)
                .header("Location", equalTo(location))
                .body("gender", equalTo("male"));
    }

    @Test
    void other_content_under_the_same_key_is_a_conflict() {
        keyed("midwife").body(partner("male")).post("/RelatedPerson").then().statusCode(201);
        keyed("midwife")
                .body(partner("female"))
                .post("/RelatedPerson")
                .then()
                .statusCode(409)
                .body("issue[0].details.coding[0].code", equalTo("idempotency-key-reused"));
        keyed("midwife")
                .header("If-None-Exist", "identifier=urn:example:none|1")
                .body(partner("male"))
                .post("/RelatedPerson")
                .then()
                .statusCode(409);
        assertEquals(before + 1, partners());
    }

    @Test
    void a_key_is_of_one_client_and_one_route() {
        keyed("midwife").body(partner("male")).post("/RelatedPerson").then().statusCode(201);
        keyed("midwife").body(observation()).post("/Observation").then().statusCode(201);
        keyed("jgz")
                .body(partner("male"))
                .post("/RelatedPerson")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("own-patient"));
    }

    @Test
    void what_was_refused_may_be_sent_again_better() {
        keyed("midwife").body(partner("unheard")).post("/RelatedPerson").then().statusCode(422);
        keyed("midwife").body(partner("male")).post("/RelatedPerson").then().statusCode(201);
    }

    @Test
    void a_transaction_is_answered_again_entry_by_entry_also_when_its_patch_no_longer_fits() {
        String created = SERVER.as("midwife")
                .body(partner("male"))
                .post("/RelatedPerson")
                .jsonPath()
                .getString("id");
        String bundle = bundle(
                "transaction",
                post("Observation", observation()),
                "{\"resource\":{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                        + "{\"name\":\"type\",\"valueCode\":\"delete\"},"
                        + "{\"name\":\"path\",\"valueString\":\"RelatedPerson.gender\"}]}]},"
                        + "\"request\":{\"method\":\"PATCH\",\"url\":\"RelatedPerson?_id=" + created + "\"}}");
        Response first = keyed("midwife").body(bundle).post();
        first.then()
                .statusCode(200)
                .body("entry[0].response.status", equalTo("201 Created"))
                .body("entry[1].response.status", equalTo("200 OK"));
        Response again = keyed("midwife").body(bundle).post();
        again.then().statusCode(200);
        assertEquals(
                first.jsonPath().<Object>get("entry.response"), again.jsonPath().<Object>get("entry.response"));
        keyed("midwife").body(bundle.replace("gewicht", "lengte")).post().then().statusCode(409);
    }

    @Test
    void a_batch_has_the_key_for_each_entry() {
        String bundle = bundle("batch", post("RelatedPerson", partner("male")), post("Observation", observation()));
        Response first = keyed("midwife").body(bundle).post();
        first.then().statusCode(200).body("entry[1].response.status", equalTo("201 Created"));
        Response again =
                keyed("midwife").body(bundle.replace("gewicht", "lengte")).post();
        again.then().statusCode(200).body("entry[1].response.status", startsWith("409"));
        assertEquals(
                first.jsonPath().getString("entry[0].response.location"), again.path("entry[0].response.location"));
        assertEquals(before + 1, partners());
    }

    @Test
    void fifty_parallel_equal_requests_make_one_resource() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(
                    senders.submit(() -> keyed("midwife").body(partner("male")).post("/RelatedPerson")));
        }
        List<String> locations = new ArrayList<>();
        for (Future<Response> answer : answers) {
            assertEquals(201, answer.get().statusCode(), answer.get().asString());
            locations.add(answer.get().header("Location"));
        }
        senders.shutdown();
        assertEquals(1, locations.stream().distinct().count());
        assertEquals(before + 1, partners());
    }

    @Test
    void a_key_holds_for_a_day() throws SQLException {
        keyed("midwife").body(partner("male")).post("/RelatedPerson").then().statusCode(201);
        run("update business_key set made_at = made_at - interval '23 hours' where kind = 'idempotency-key'");
        keyed("midwife").body(partner("female")).post("/RelatedPerson").then().statusCode(409);
        run("update business_key set made_at = made_at - interval '2 hours' where kind = 'idempotency-key'");
        keyed("midwife").body(partner("female")).post("/RelatedPerson").then().statusCode(201);
        assertEquals(
                List.of("0"),
                SERVER.query("select count(*) from business_key where kind = 'idempotency-key'"
                        + " and made_at < now() - interval '24 hours'"));
    }

    @Test
    void the_answer_again_is_decided_by_the_gate_and_on_record() throws SQLException {
        String id =
                keyed("midwife").body(partner("male")).post("/RelatedPerson").path("id");
        keyed("midwife").body(partner("male")).post("/RelatedPerson").then().statusCode(201);
        assertEquals(
                List.of("create|C|author", "create|R|custodian"),
                SERVER.query("select interaction, action, basis from audit where ids = array['" + id + "']::uuid[]"
                        + " order by action"));
    }

    @Test
    void no_key_stands_anywhere_in_clear() throws SQLException {
        keyed("midwife").body(partner("male")).post("/RelatedPerson").then().statusCode(201);
        String hex = HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
        for (String table :
                SERVER.query("select table_name from information_schema.tables where table_schema = 'public'")) {
            String rows = String.join("\n", SERVER.query("select t::text from \"" + table + "\" t"));
            assertFalse(rows.contains(key), table);
            assertFalse(rows.contains(hex), table);
        }
    }

    @Test
    void a_key_that_cannot_be_one_is_refused() {
        SERVER.as("midwife")
                .header("Idempotency-Key", "x".repeat(256))
                .body(partner("male"))
                .post("/RelatedPerson")
                .then()
                .statusCode(400)
                .body("issue[0].details.coding[0].code", equalTo("parameter-value"));
    }

    private RequestSpecification keyed(String client) {
        return SERVER.as(client).header("Idempotency-Key", key);
    }

    private String partner(String gender) {
        return "{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + patient + "\"},\"gender\":\""
                + gender + "\"}";
    }

    private String observation() {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},"
                + "\"subject\":{\"reference\":\"" + patient + "\"}}";
    }

    private static String post(String type, String resource) {
        return "{\"resource\":" + resource + ",\"request\":{\"method\":\"POST\",\"url\":\"" + type + "\"}}";
    }

    private static String bundle(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private int partners() {
        return SERVER.as("midwife").get("/RelatedPerson?patient=" + patient).path("total");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = SERVER.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }
}
