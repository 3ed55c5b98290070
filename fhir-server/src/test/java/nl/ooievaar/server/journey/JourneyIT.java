package nl.ooievaar.server.journey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import nl.ooievaar.server.Mistakes;
import nl.ooievaar.server.PrintedPersons;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The journey of M. (guideline annex 5, case 1), over HTTP, against the packaged jar. */
class JourneyIT {
    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.startJar();
    }

    /** Looked at last, so that it holds what every test of the journey made the server say, to its end. */
    @AfterAll
    static void nothing_that_was_printed_names_anybody() throws IOException {
        server.close();
        PrintedPersons.assertNone(server.log());
    }

    @Test
    void a_referral_travels_from_the_midwife_to_the_desk_and_back() throws IOException {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(server.as("midwife"));
        String desk = desk();

        server.as("jgz")
                .get("/Task?owner=" + desk + "&status=requested&_count=500")
                .then()
                .statusCode(200)
                .body("entry.resource.id", hasItem(id(sent.of("Task"))));
        server.as("jgz")
                .get("/ServiceRequest?_id=" + id(sent.of("ServiceRequest"))
                        + "&_include=ServiceRequest:requester&_include=ServiceRequest:subject&_revinclude=Task:focus")
                .then()
                .statusCode(200)
                .body("entry.resource.resourceType", hasItems("ServiceRequest", "Patient", "PractitionerRole", "Task"));
        server.as("jgz")
                .get("/" + sent.of("Patient") + "/$everything")
                .then()
                .statusCode(200)
                .body("entry.resource.resourceType", hasItems("Patient", "Observation", "ServiceRequest", "Task"))
                .body(
                        "entry.find { it.resource.resourceType == 'Patient' }.resource.identifier[0].value",
                        equalTo(referral.bsn()));

        String work = accept(sent);
        String own = server.as("jgz").get("/" + work).jsonPath().getString("for.reference");
        assertFalse(own.equals(sent.of("Patient")), "The desk must have a Patient of its own");

        String findings = post("QuestionnaireResponse", example("case-1-findings.json", own, sent));
        post("CarePlan", planWithout(example("case-1-plan.json", own, sent), findings));
        move(work, "in-progress", "uitgevoerd");
        server.as("midwife")
                .get("/" + sent.of("Task"))
                .then()
                .body("status", equalTo("in-progress"))
                .body("businessStatus", nullValue());
        move(work, "completed", "afgesloten");

        server.as("midwife")
                .get("/" + sent.of("Task"))
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("businessStatus", nullValue())
                .body("output", nullValue());
        JsonPath told = server.as("midwife")
                .get("/Communication?based-on=" + sent.of("ServiceRequest"))
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .extract()
                .jsonPath();
        assertTrue(told.<String>getList("entry[0].resource.payload.extension.flatten().valueCode")
                .contains("contact-took-place"));
        server.as("midwife").get("/" + findings).then().statusCode(404);
        server.as("midwife").get("/" + work).then().statusCode(404);
        server.as("midwife").get("/QuestionnaireResponse").then().body("total", equalTo(0));
    }

    @Test
    void without_consent_to_feedback_the_midwife_sees_handled_and_no_more() throws IOException {
        Referral.Sent sent = Referral.ofNewWoman().withoutFeedbackConsent().send(server.as("midwife"));
        String work = accept(sent);
        String own = server.as("jgz").get("/" + work).jsonPath().getString("for.reference");
        post("QuestionnaireResponse", example("case-1-findings.json", own, sent));
        move(work, "in-progress", "uitgevoerd");
        move(work, "completed", "afgesloten");

        server.as("midwife").get("/" + sent.of("Task")).then().body("status", equalTo("completed"));
        server.as("midwife")
                .get("/Communication?based-on=" + sent.of("ServiceRequest"))
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void the_desk_keeps_trajectory_team_appointment_and_evaluation_to_itself() throws IOException {
        Referral.Sent sent = Referral.ofNewWoman().send(server.as("midwife"));
        String own = server.as("jgz").get("/" + accept(sent)).jsonPath().getString("for.reference");
        String organization = server.as("jgz").get("/" + desk()).jsonPath().getString("providedBy.reference");

        String team = post("CareTeam", example("case-1-care-team.json", own, sent));
        String trajectory = post(
                "EpisodeOfCare",
                example("case-1-trajectory.json", own, sent)
                        .replace("CareTeam/example", team)
                        .replace("Organization/example", organization));
        String appointment = post("Appointment", example("case-1-appointment.json", own, sent));
        String plan = post("CarePlan", planWithout(example("case-1-plan.json", own, sent), sent.of("ServiceRequest")));
        String evaluation = post(
                "QuestionnaireResponse",
                example("case-1-evaluation.json", own, sent).replace("CarePlan/example", plan));

        for (String record : List.of(team, trajectory, appointment, evaluation)) {
            server.as("jgz").get("/" + record).then().statusCode(200);
            server.as("midwife").get("/" + record).then().statusCode(404);
        }
        server.as("jgz")
                .body(example("case-1-appointment.json", own, sent).replace("phb-appointment", "phb-apointment"))
                .post("/Appointment")
                .then()
                .statusCode(422);
    }

    @Test
    void others_see_nothing_of_it() {
        Referral.Sent sent = Referral.ofNewWoman().send(server.as("midwife"));
        for (String other : List.of("outsider", "veilig-thuis", "maternity", "municipality")) {
            server.as(other).get("/" + sent.of("Task")).then().statusCode(404);
            server.as(other).get("/Task").then().statusCode(200).body("total", equalTo(0));
        }
    }

    @Test
    void mistakes_are_refused_wherever_a_bsn_or_a_name_stands_in_them() throws IOException {
        Mistakes.send(() -> server.as("midwife"), server.root());
    }

    private static String accept(Referral.Sent sent) {
        String task = server.as("jgz").get("/" + sent.of("Task")).asString();
        server.as("jgz")
                .header("If-Match", "W/\"1\"")
                .body(task.replace("\"status\":\"requested\"", "\"status\":\"accepted\""))
                .put("/" + sent.of("Task"))
                .then()
                .statusCode(200);
        JsonPath work = server.as("jgz")
                .get("/Task?based-on=" + sent.of("ServiceRequest"))
                .then()
                .body("total", equalTo(1))
                .extract()
                .jsonPath();
        return "Task/" + work.getString("entry[0].resource.id");
    }

    private static void move(String task, String status, String progress) {
        String etag = server.as("jgz").get("/" + task).header("ETag");
        server.as("jgz")
                .header("If-Match", etag)
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + status
                        + "\"},{\"op\":\"replace\",\"path\":\"/businessStatus/coding/0/code\",\"value\":\"" + progress
                        + "\"}]")
                .patch("/" + task)
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }

    private static String example(String name, String patient, Referral.Sent sent) {
        return Referral.example(name)
                .toString()
                .replace("Patient/example", patient)
                .replace("ServiceRequest/example", sent.of("ServiceRequest"))
                .replace("PractitionerRole/example", sent.of("PractitionerRole"));
    }

    /** The plan of the example without the goal and findings that this story does not post. */
    private static String planWithout(String plan, String findings) throws IOException {
        ObjectNode node = (ObjectNode) new com.fasterxml.jackson.databind.ObjectMapper().readTree(plan);
        node.remove("goal");
        return node.toString().replace("QuestionnaireResponse/example", findings);
    }

    private static String post(String type, String json) {
        String location = server.as("jgz")
                .body(json)
                .post("/" + type)
                .then()
                .statusCode(201)
                .body("resourceType", equalTo(type))
                .header("Location", containsString("/" + type + "/"))
                .header("ETag", not(nullValue()))
                .extract()
                .header("Location");
        return location.replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1");
    }

    private static String desk() {
        JsonPath found = server.as("jgz")
                .get("/HealthcareService?identifier=90000201-phb")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(1, found.getInt("total"));
        return "HealthcareService/" + found.getString("entry[0].resource.id");
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
