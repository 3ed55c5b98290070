package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.ooievaar.server.Asking;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** An operation sent again with the Idempotency-Key of the first is not done again: each that changes something. */
class KeyedOperationIT {
    private static final TestServer SERVER = TestServer.get();
    /** All that an operation can leave behind, but the audit row of its answer. */
    private static final String LEFT = "select (select count(*) from version), (select count(*) from outbox),"
            + " (select count(*) from destruction), (select count(*) from emergency_access), (select count(*) from file)";

    /** Asks one operation, with what differs from the first question. */
    private record Operation(Supplier<RequestSpecification> client, String address, Function<String, String> body) {
        Response ask(String key, String word) {
            return client.get()
                    .header("Idempotency-Key", key)
                    .body(body.apply(word))
                    .post(address);
        }
    }

    @Test
    void every_operation_that_changes_something_answers_a_repeat_as_the_first_and_does_nothing_again()
            throws SQLException {
        for (Map.Entry<String, Operation> one : operations().entrySet()) {
            String key = UUID.randomUUID().toString();
            List<String> before = SERVER.query(LEFT);
            Response first = one.getValue().ask(key, "");
            assertEquals(200, first.statusCode(), one.getKey() + first.asString());
            List<String> after = SERVER.query(LEFT);
            assertNotEquals(before, after, one.getKey());
            for (int again = 0; again < 2; again++) {
                Response repeat = one.getValue().ask(key, "");
                assertEquals(200, repeat.statusCode(), one.getKey() + repeat.asString());
                assertEquals(first.asString(), repeat.asString(), one.getKey());
                assertEquals(after, SERVER.query(LEFT), one.getKey());
            }
        }
    }

    @Test
    void another_question_under_the_same_key_is_a_conflict_and_does_nothing() throws SQLException {
        for (Map.Entry<String, Operation> one : operations().entrySet()) {
            String key = UUID.randomUUID().toString();
            one.getValue().ask(key, "").then().statusCode(200);
            List<String> after = SERVER.query(LEFT);
            one.getValue()
                    .ask(key, "other")
                    .then()
                    .statusCode(409)
                    .body("issue[0].details.coding[0].code", equalTo("idempotency-key-reused"));
            assertEquals(after, SERVER.query(LEFT), one.getKey());
        }
    }

    @Test
    void what_stands_in_the_address_is_part_of_the_question() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String key = UUID.randomUUID().toString();
        String place = "/" + sent.of("Patient") + "/$withdraw?obtained=oral&purpose=";
        SERVER.as("midwife")
                .header("Idempotency-Key", key)
                .post(place + "feedback")
                .then()
                .statusCode(200);
        SERVER.as("midwife")
                .header("Idempotency-Key", key)
                .post(place + "referral")
                .then()
                .statusCode(409);
    }

    @Test
    void an_emergency_asked_twice_with_one_key_opens_once_and_tells_the_officers_once() throws SQLException {
        Referral referral = Referral.ofNewWoman();
        referral.send(SERVER.as("midwife"));
        Operation emergency = emergency(referral);
        String key = UUID.randomUUID().toString();
        String first = emergency.ask(key, "").jsonPath().getString("parameter.find { it.name == 'id' }.valueId");
        String again = emergency.ask(key, "").jsonPath().getString("parameter.find { it.name == 'id' }.valueId");
        assertEquals(first, again);
        assertEquals(
                List.of("1"),
                SERVER.query("select count(*) from emergency_access where person_id ="
                        + " (select person_id from emergency_access where emergency_id = '" + first + "')"));
    }

    private static Map<String, Operation> operations() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        Referral.Sent destroyed = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put(
                "add-statement",
                new Operation(
                        () -> SERVER.asPerson(referral.bsn(), "patient/*.cruds"),
                        "/" + sent.of("Observation") + "/$add-statement",
                        word -> Asking.text("Zo was het niet." + word)));
        all.put("emergency-access", emergency(referral));
        all.put(
                "entered-in-error",
                new Operation(
                        () -> SERVER.as("midwife"),
                        "/" + sent.all("Observation").get(1) + "/$entered-in-error",
                        word -> word.isEmpty()
                                ? "{\"resourceType\":\"Parameters\"}"
                                : "{\"resourceType\":\"Parameters\",\"id\":\"" + word + "\"}"));
        all.put(
                "withdraw one",
                new Operation(
                        () -> SERVER.as("midwife"),
                        "/" + Asking.consent(SERVER.as("midwife"), sent, "feedback") + "/$withdraw",
                        word -> Asking.codes(Map.of("obtained", word.isEmpty() ? "oral" : "written"))));
        all.put(
                "withdraw all",
                new Operation(
                        () -> SERVER.as("midwife"),
                        "/" + sent.of("Patient") + "/$withdraw",
                        word -> Asking.codes(
                                Map.of("obtained", word.isEmpty() ? "oral" : "written", "purpose", "referral"))));
        all.put(
                "destroy, refused",
                new Operation(
                        () -> SERVER.as("midwife"),
                        "/" + sent.of("Patient") + "/$destroy",
                        word -> Asking.codes(Map.of(
                                "ground",
                                "her-request",
                                "refusal-reason",
                                word.isEmpty() ? "interest-of-another" : "law-forbids"))));
        all.put(
                "destroy",
                new Operation(
                        () -> SERVER.as("midwife"),
                        "/" + destroyed.of("Patient") + "/$destroy",
                        word -> Asking.codes(Map.of("ground", word.isEmpty() ? "her-request" : "retention-ended"))));
        return all;
    }

    private static Operation emergency(Referral referral) {
        return new Operation(
                () -> SERVER.as("ward"),
                "/Patient/$emergency-access",
                word -> "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"identifier\",\"valueIdentifier\":"
                        + "{\"system\":\"http://fhir.nl/fhir/NamingSystem/bsn\",\"value\":\"" + referral.bsn()
                        + "\"}},{\"name\":\"class\",\"valueCode\":\"referral\"},{\"name\":\"reason\",\"valueString\":"
                        + "\"Buiten bewustzijn binnengebracht" + word
                        + "\"},{\"name\":\"basis\",\"valueCode\":\"vital-interest\"}]}");
    }
}
