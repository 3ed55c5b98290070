package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.Work;
import org.junit.jupiter.api.Test;

/** Feedback and plan in a form of birth care: what the caller may read, less what is marked, each value accounted for. */
class ToBirthCareIT {
    private static final TestServer SERVER = TestServer.get();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Response of(RequestSpecification as, String patient, String form) {
        return as.header("Accept-Language", "nl").get("/" + patient + "/$to-birth-care?form=" + form);
    }

    private static JsonNode stu3(String patient) throws IOException {
        String bytes = of(SERVER.as("jgz"), patient, "stu3")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("parameter.find { it.name == 'stu3' }.valueBase64Binary");
        return JSON.readTree(Base64.getDecoder().decode(bytes));
    }

    @Test
    void a_midwife_has_her_feedback_as_a_document_on_record_and_nobody_else_has_it() throws Exception {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        work.complete();
        String patient = sent.of("Patient");
        Response answer = of(SERVER.as("midwife"), patient, "document");
        answer.then()
                .statusCode(200)
                .body("parameter[0].resource.type", equalTo("document"))
                .body("parameter[0].resource.entry[0].resource.resourceType", equalTo("Composition"))
                .body("parameter[0].resource.entry.resource.resourceType", hasItems("Communication", "Patient"))
                .body("parameter[0].resource.entry[0].resource.section.title", hasItem("Terugkoppeling"));
        SERVER.as("midwife")
                .body(JSON.readTree(answer.asString())
                        .at("/parameter/0/resource")
                        .toString())
                .post("/$validate")
                .then()
                .statusCode(200)
                .body("issue.findAll { it.severity == 'error' }", hasSize(0));
        assertEquals(
                1,
                SERVER.query(
                                "select 1 from audit where interaction = 'to-birth-care' and outcome = 'done' and action = 'R' and '"
                                        + patient.substring("Patient/".length()) + "' = any(cast(ids as text[]))")
                        .size());
        of(SERVER.as("maternity"), patient, "document").then().statusCode(404);
        of(SERVER.as("midwife"), patient, "paper")
                .then()
                .statusCode(400)
                .body("issue[0].details.text", containsString("stu3"));
    }

    @Test
    void the_desk_has_its_plan_as_an_individual_care_plan_without_what_is_marked() throws IOException {
        Work work = Work.accepted(SERVER, Referral.ofNewWoman().send(SERVER.as("midwife")));
        work.plan(plan -> {});
        JsonNode bundle = stu3(work.patient());
        JsonNode plan = bundle.findParent("intent");
        assertEquals("736377005", plan.at("/category/0/coding/0/code").asText());
        assertTrue(bundle.toString().contains("Taalles via de gemeente"), bundle.toString());
        assertFalse(bundle.toString().contains("telecom"));

        work.plan(marked -> {
            marked.put("title", "zorgen over thuis");
            ((ObjectNode) marked.path("meta"))
                    .putArray("security")
                    .addObject()
                    .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-data-class")
                    .put("code", "safeguarding");
        });
        for (String form : List.of("document", "stu3")) {
            of(SERVER.as("jgz"), work.patient(), form)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("zorgen over thuis")))
                    .body("parameter.findAll { it.name == 'field' }.part.flatten().valueCode", hasItem("marked"));
        }
        assertFalse(stu3(work.patient()).toString().contains("zorgen over thuis"));
    }

    @Test
    void a_token_that_may_not_read_plans_has_none() throws IOException {
        Work work = Work.accepted(SERVER, Referral.ofNewWoman().send(SERVER.as("midwife")));
        work.plan(plan -> {});
        String narrow = SERVER.tokenOf("jgz", Map.of("scope", "system/Patient.cruds"));
        String answer = of(SERVER.with(narrow), work.patient(), "document").asString();
        assertFalse(answer.contains("Taalles") || answer.contains("CarePlan"), answer);
        String none = SERVER.tokenOf("jgz", Map.of("scope", "system/CarePlan.cruds"));
        of(SERVER.with(none), work.patient(), "document").then().statusCode(403);
    }
}
