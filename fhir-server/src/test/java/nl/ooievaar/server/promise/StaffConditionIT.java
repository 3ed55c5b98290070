package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.UUID;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** What another wrote down about a professional is readable, and stands in nobody's way. */
class StaffConditionIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String SYSTEM = "http://midwife.example/id/role";

    private final String number = UUID.randomUUID().toString();

    @Test
    void the_number_of_a_professional_in_the_file_of_another_is_not_in_the_way_of_a_conditional_create() {
        String foreign = create("debt-service", 201);
        String second = create("jgz", 201);
        String own = create("midwife", 201);
        assertEquals(own, create("midwife", 200));
        assertNotEquals(own, foreign);
        assertNotEquals(own, second);
        SERVER.as("midwife")
                .get("/PractitionerRole?identifier=" + SYSTEM + "|" + number)
                .then()
                .statusCode(200)
                .body("total", equalTo(3));
    }

    @Test
    void a_conditional_update_changes_the_record_of_the_caller_and_finds_no_other() {
        create("debt-service", 201);
        update("midwife").then().statusCode(422);
        String own = create("midwife", 201);
        update("midwife").then().statusCode(200).body("id", equalTo(own.substring(own.indexOf('/') + 1)));
    }

    @Test
    void a_conditional_reference_means_the_record_of_the_caller_and_else_the_one_that_is_there() {
        create("jgz", 201);
        String patient = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        String theirs = performer(patient);
        String own = create("midwife", 201);
        assertNotEquals(own, theirs);
        assertEquals(own, performer(patient));
    }

    private String performer(String patient) {
        return SERVER.as("midwife")
                .body("{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},"
                        + "\"subject\":{\"reference\":\"" + patient
                        + "\"},\"performer\":[{\"reference\":\"PractitionerRole?identifier=" + SYSTEM + "|" + number
                        + "\"}]}")
                .post("/Observation")
                .then()
                .statusCode(201)
                .extract()
                .path("performer[0].reference");
    }

    private String create(String client, int status) {
        Response answer = SERVER.as(client)
                .header("If-None-Exist", "identifier=" + SYSTEM + "|" + number)
                .body(role().toString())
                .post("/PractitionerRole");
        assertEquals(status, answer.statusCode(), answer.asString());
        return "PractitionerRole/" + answer.path("id");
    }

    private Response update(String client) {
        return SERVER.as(client)
                .body(role().put("active", true).toString())
                .put("/PractitionerRole?identifier=" + SYSTEM + "|" + number);
    }

    private ObjectNode role() {
        ObjectNode[] role = new ObjectNode[1];
        Referral.ofNewWoman().resource("PractitionerRole", one -> role[0] = one.deepCopy());
        ((ObjectNode) role[0].at("/identifier/0")).put("value", number);
        return role[0];
    }
}
