package nl.ooievaar.server.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/**
 * Every refusal has its audit row: each door that takes a body or a question, with each way to get it wrong. One row, with who
 * called and the status that was answered, and nothing of what was sent.
 */
class RefusalTrailIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String CANARY =
            "kanarie" + UUID.randomUUID().toString().substring(0, 8);

    /** A door that is asked with a body. */
    private record Door(String method, String address) {
        Response ask(RequestSpecification as) {
            return as.request(method, address);
        }
    }

    /** A way to get a request wrong, and the status that says so wherever it applies. */
    private record Mistake(int status, Function<RequestSpecification, RequestSpecification> make) {}

    private static final Map<String, Mistake> MISTAKES = new LinkedHashMap<>();

    static {
        MISTAKES.put("malformed JSON", body(400, "{\"resourceType\":\"" + CANARY + "\",,}"));
        MISTAKES.put(
                "a duplicate key", body(400, "{\"resourceType\":\"Task\",\"id\":\"" + CANARY + "\",\"id\":\"x\"}"));
        MISTAKES.put("malformed XML", new Mistake(400, as -> as.contentType("application/fhir+xml")
                .body("<Task xmlns=\"http://hl7.org/fhir\"><id value=\"" + CANARY + "\">")));
        MISTAKES.put("XML that is not FHIR", new Mistake(-1, as -> as.contentType("application/fhir+xml")
                .body("<Task xmlns=\"http://hl7.org/fhir\"><" + CANARY + "/></Task>")));
        MISTAKES.put("another type", body(-1, "{\"resourceType\":\"Account\",\"name\":\"" + CANARY + "\"}"));
        MISTAKES.put("no type", body(-1, "{\"" + CANARY + "\":true}"));
        MISTAKES.put(
                "another kind of bundle",
                body(-1, "{\"resourceType\":\"Bundle\",\"type\":\"message\",\"id\":\"" + CANARY + "\"}"));
        MISTAKES.put("too deep", body(400, "{\"a\":".repeat(120) + "\"" + CANARY + "\"" + "}".repeat(120)));
        MISTAKES.put("too large", body(413, "{\"resourceType\":\"" + CANARY + " ".repeat(5_100_000) + "\"}"));
        MISTAKES.put("a form nobody reads", new Mistake(415, as -> as.contentType("text/" + CANARY)
                .body(CANARY)));
        MISTAKES.put("an unknown parameter", new Mistake(-1, as -> as.queryParam(CANARY, CANARY)
                .body("{\"resourceType\":\"Parameters\"}")));
        MISTAKES.put("a bad If-Match", new Mistake(-1, as -> as.header("If-Match", CANARY)
                .body("{\"resourceType\":\"Task\"}")));
        MISTAKES.put("an answer in a form we do not write", new Mistake(-1, as -> as.accept("image/" + CANARY)
                .body("{\"resourceType\":\"" + "Task\"}")));
        MISTAKES.put("a key that can be none", new Mistake(-1, as -> as.header("Idempotency-Key", CANARY.repeat(40))
                .body("{\"resourceType\":\"Task\"}")));
    }

    @Test
    void every_refusal_at_every_door_has_one_row_with_who_asked_and_nothing_of_what_was_sent() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        List<String> wrong = new ArrayList<>();
        Set<String> refused = new TreeSet<>();
        for (Door door : doors(sent)) {
            for (Map.Entry<String, Mistake> mistake : MISTAKES.entrySet()) {
                long last = last();
                Response answer = door.ask(mistake.getValue().make().apply(SERVER.as("midwife")));
                int status = answer.statusCode();
                List<String> expected =
                        status >= 400 ? List.of("90000101-verloskunde|midwife|E|none|" + status) : List.of();
                List<String> rows = rows(last);
                int must = mistake.getValue().status();
                if (!expected.equals(rows) || must > 0 && must != status && status < 400) {
                    wrong.add(door + " " + mistake.getKey() + ": " + status + " " + rows);
                }
                if (status >= 400) {
                    refused.add(mistake.getKey());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(refused.size() >= MISTAKES.size() - 1, refused.toString());
        assertEquals(List.of("0"), SERVER.query("select count(*) from audit a where a::text ilike '%" + CANARY + "%'"));
    }

    @Test
    void what_no_door_is_for_has_its_row_too() throws SQLException {
        for (Door door : List.of(
                new Door("GET", "/Account/1"),
                new Door("GET", "/" + CANARY),
                new Door("DELETE", "/Task/" + UUID.randomUUID()),
                new Door("POST", "/Task/$" + CANARY),
                new Door("GET", "/Task/" + CANARY),
                new Door("GET", "/Task?" + CANARY + "=1"),
                new Door("GET", "/Task/" + UUID.randomUUID() + "/_history/" + CANARY),
                new Door("PUT", "/Organization/" + UUID.randomUUID()))) {
            long last = last();
            int status = door.ask(SERVER.as("midwife")).statusCode();
            assertTrue(status >= 400, door + " " + status);
            assertEquals(List.of("90000101-verloskunde|midwife|E|none|" + status), rows(last), door.toString());
        }
        assertEquals(List.of("0"), SERVER.query("select count(*) from audit a where a::text ilike '%" + CANARY + "%'"));
    }

    @Test
    void each_entry_of_a_batch_that_is_refused_has_one_row() throws SQLException {
        long last = last();
        SERVER.as("midwife")
                .body(
                        "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                                + "{\"request\":{\"method\":\"GET\",\"url\":\"Account/1\"}},"
                                + "{\"request\":{\"method\":\"GET\",\"url\":\"Task/" + UUID.randomUUID() + "\"}},"
                                + "{\"request\":{\"method\":\"DELETE\",\"url\":\"Task/" + UUID.randomUUID() + "\"}},"
                                + "{\"resource\":{\"resourceType\":\"Task\"},\"request\":{\"method\":\"POST\",\"url\":\"Task\"}}]}")
                .post()
                .then()
                .statusCode(200);
        assertEquals(4, rows(last).size(), rows(last).toString());
    }

    @Test
    void who_reads_the_contract_without_a_token_is_nobody_to_record() throws SQLException {
        long last = last();
        SERVER.nobody().get("/StructureDefinition/" + CANARY).then().statusCode(404);
        assertEquals(List.of(), rows(last));
    }

    private static List<Door> doors(Referral.Sent sent) {
        String patient = "/" + sent.of("Patient");
        List<Door> doors = new ArrayList<>(List.of(
                new Door("POST", "/"),
                new Door("POST", "/Task"),
                new Door("POST", "/Patient"),
                new Door("PUT", "/" + sent.of("Task")),
                new Door("PUT", "/Task?identifier=x"),
                new Door("PATCH", "/" + sent.of("Task")),
                new Door("POST", "/$validate"),
                new Door("POST", "/Task/$validate"),
                new Door("POST", "/Patient/$emergency-access"),
                new Door("POST", "/" + sent.of("Consent") + "/$withdraw"),
                new Door("POST", "/ValueSet/$expand"),
                new Door("POST", "/CodeSystem/$lookup")));
        for (String operation :
                List.of("$withdraw", "$destroy", "$add-statement", "$access-log", "$export", "$everything")) {
            doors.add(new Door("POST", patient + "/" + operation));
        }
        return doors;
    }

    private static Mistake body(int status, String body) {
        return new Mistake(status, as -> as.body(body));
    }

    private static long last() throws SQLException {
        return Long.parseLong(
                SERVER.query("select coalesce(max(seq), 0) from audit").get(0));
    }

    private static List<String> rows(long after) throws SQLException {
        return SERVER.query(
                "select service, client, action, kind, status from audit where outcome = 'refused' and seq > " + after
                        + " order by seq");
    }
}
