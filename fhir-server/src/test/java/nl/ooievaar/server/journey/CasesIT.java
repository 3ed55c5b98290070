package nl.ooievaar.server.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guideline's own cases (annex 5): each referral is taken as its story tells, and seen by whom it names. */
class CasesIT {
    private static final TestServer SERVER = TestServer.get();

    @ParameterizedTest(name = "case {0}, sent by {1}")
    @CsvSource({
        "3, midwife, maternity",
        "5, maternity, midwife",
        "6, debt-support, municipality",
        "7, jgz, midwife",
        "8, midwife, maternity",
        "9, midwife, maternity",
        "10, midwife, maternity",
        "11, midwife, maternity"
    })
    void a_case_is_accepted_reaches_the_desk_and_nobody_it_does_not_name(int number, String sender, String stranger) {
        JsonPath sent = send(number, sender);
        String task = place(sent, "Task");
        SERVER.as("jgz").get("/" + task).then().statusCode(200).body("status", equalTo("requested"));
        SERVER.as(stranger).get("/" + task).then().statusCode(404);
        SERVER.as("outsider").get("/" + place(sent, "Patient")).then().statusCode(404);
        SERVER.as("jgz")
                .get("/" + place(sent, "Patient") + "/$everything")
                .then()
                .statusCode(200)
                .body("entry.resource.resourceType", hasItem("ServiceRequest"));
    }

    @Test
    void gut_feeling_and_her_own_wish_need_no_factor_and_what_is_not_sent_is_not_there() {
        for (int number : new int[] {8, 9, 10}) {
            JsonNode bundle = Referral.example("case-" + number + "-referral.json");
            bundle.get("entry")
                    .forEach(entry -> org.junit.jupiter.api.Assertions.assertFalse(
                            entry.toString().contains("phb-risk-factor"), "case " + number));
        }
        JsonPath sent = send(10, "midwife");
        SERVER.as("jgz")
                .get("/Observation?patient=" + place(sent, "Patient"))
                .then()
                .body("entry.resource.code.coding.flatten().code", not(hasItem("risk-factor")));
    }

    private static JsonPath send(int number, String sender) {
        return SERVER.as(sender)
                .body(Referral.example("case-" + number + "-referral.json").toString())
                .post()
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String place(JsonPath sent, String type) {
        return sent.<String>getList("entry.response.location").stream()
                .filter(one -> one.contains(type + "/"))
                .findFirst()
                .map(one -> one.replaceAll(".*(" + type + "/[^/]+).*", "$1"))
                .orElseThrow();
    }
}
