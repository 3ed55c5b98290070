package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.Work;
import org.junit.jupiter.api.Test;

/** A visit as it is written down: findings in versions, appointments kept or missed, the plan, and looking back on it. */
class VisitIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void findings_are_amended_and_never_overwritten_and_each_version_keeps_its_author_and_her_words() {
        Work work = work();
        String findings = work.write("findings", it -> {});
        String first = "Ik ken hier bijna niemand.";
        for (String status : List.of("completed", "in-progress")) {
            work.update(findings, it -> it.put("status", status))
                    .then()
                    .statusCode(422)
                    .body("issue[0].details.coding[0].code", equalTo("findings-overwritten"))
                    .body("issue[0].expression[0]", equalTo("QuestionnaireResponse.status"));
        }
        SERVER.as("jgz")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/authored\",\"value\":\"2026-12-05T10:00:00+01:00\"}]")
                .patch("/" + findings)
                .then()
                .statusCode(422);
        work.update(findings, it -> {
                    it.put("status", "amended").put("authored", "2026-12-05T10:00:00+01:00");
                    it.putObject("author")
                            .put("type", "Practitioner")
                            .put("display", "F. el Amrani, jeugdverpleegkundige")
                            .putObject("identifier")
                            .put("system", "http://jgz.example/id/employee")
                            .put("value", "v-22");
                    answer(it, "informal-support.experience").put("valueString", "Ik ken nu een buurvrouw.");
                })
                .then()
                .statusCode(200);
        JsonPath history = SERVER.as("jgz").get("/" + findings + "/_history").jsonPath();
        assertEquals(List.of("amended", "completed"), history.getList("entry.resource.status"));
        assertEquals("F. el Amrani, jeugdverpleegkundige", history.getString("entry[0].resource.author.display"));
        SERVER.as("jgz")
                .get("/" + findings + "/_history/1")
                .then()
                .body("item.item.flatten().answer.valueString.flatten()", hasItem(first));
        SERVER.as("jgz")
                .get("/" + findings)
                .then()
                .body("item.item.flatten().answer.valueString.flatten()", hasItem("Ik ken nu een buurvrouw."));
        work.update(findings, it -> {
                    it.put("status", "amended");
                    it.remove("basedOn");
                })
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("findings-elsewhere"));
        SERVER.as("jgz").post("/" + findings + "/$entered-in-error").then().statusCode(200);
    }

    @Test
    void a_score_of_eleven_is_refused_with_its_rule_and_place() {
        Work work = work();
        ObjectNode findings = work.example("findings");
        answer(findings, "communication.score").put("valueInteger", 11);
        work.send(findings)
                .then()
                .statusCode(422)
                .body("issue.details.coding.code.flatten()", hasItem("phb-fin-1"))
                .body("issue[0].expression[0]", equalTo("QuestionnaireResponse"));
        assertEquals(
                0,
                SERVER.as("jgz")
                        .get("/QuestionnaireResponse?patient=" + work.patient())
                        .jsonPath()
                        .getInt("total"));
    }

    @Test
    void an_appointment_is_planned_kept_or_missed_and_the_time_of_all_contacts_counts() {
        Work work = work();
        String booked = work.write("appointment", it -> at(it, "booked", 7));
        String missed = work.write("appointment", it -> at(it, "noshow", -3));
        String past = work.write("appointment", it -> at(it, "booked", -2));
        String kept = work.write("appointment", it -> at(it, "fulfilled", -1));
        for (String none : List.of(missed)) {
            ObjectNode contact = work.example("contact");
            contact.putArray("appointment").addObject().put("reference", none);
            work.send(contact)
                    .then()
                    .statusCode(422)
                    .body("issue[0].details.coding[0].code", equalTo("contact-without-appointment"))
                    .body("issue[0].expression[0]", equalTo("Encounter.appointment[0]"));
        }
        summary(work)
                .then()
                .body("parameter.find { it.name == 'minutes' }.valueInteger", equalTo(0))
                .body(
                        "parameter.findAll { it.name == 'attention' }.part.flatten().findAll { it.name == 'where' }"
                                + ".valueReference.reference",
                        hasItems(past, kept));
        work.write("contact", it -> it.putArray("appointment").addObject().put("reference", kept));
        work.write("contact", it -> {
            ((ObjectNode) it.at("/class")).put("code", "VR");
            ((ObjectNode) it.at("/type/0/coding/0")).put("code", "phone");
            it.putObject("length")
                    .put("value", 0.5)
                    .put("unit", "uur")
                    .put("system", "http://unitsofmeasure.org")
                    .put("code", "h");
        });
        work.write("contact", it -> {
            it.put("status", "planned");
            ((ObjectNode) it.get("period")).remove("end");
        });
        summary(work)
                .then()
                .body("parameter.find { it.name == 'contacts' }.valueInteger", equalTo(2))
                .body("parameter.find { it.name == 'minutes' }.valueInteger", equalTo(75 + 30))
                .body(
                        "parameter.findAll { it.name == 'attention' }.part.flatten().findAll { it.name == 'where' }"
                                + ".valueReference.reference",
                        contains(past));
        work.update(past, it -> it.put("status", "cancelled")).then().statusCode(200);
        assertEquals(
                0,
                summary(work)
                        .jsonPath()
                        .getList("parameter.findAll { it.name == 'attention' }")
                        .size());
        SERVER.as("jgz").get("/" + booked).then().body("status", equalTo("booked"));
        SERVER.as("midwife").get("/" + work.task() + "/$visit-summary").then().statusCode(404);
    }

    @Test
    void a_plan_of_one_line_is_enough_and_a_waiting_list_is_named() {
        Work work = work();
        ObjectNode plan = work.example("plan");
        plan.remove(List.of("goal", "supportingInfo", "activity", "author", "period", "title"));
        Work.place(work.send(plan));
        ObjectNode waiting = work.example("plan");
        waiting.remove(List.of("goal", "supportingInfo"));
        ObjectNode reason = ((ObjectNode) waiting.at("/activity/1/detail")).putObject("statusReason");
        reason.putArray("coding")
                .addObject()
                .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-activity-reason")
                .put("code", "waiting-list");
        work.send(waiting).then().statusCode(422).body("issue.details.coding.code.flatten()", hasItem("phb-pln-1"));
        reason.put("text", "Taalles Parkstad, tien weken");
        Work.place(work.send(waiting));
    }

    @Test
    void from_the_evaluation_by_her_and_by_the_midwife_follows_the_next_version_of_the_plan() {
        Work work = work();
        String goal = work.write("goal", it -> {});
        String plan = work.plan(it -> it.putArray("goal").addObject().put("reference", goal));
        String hers = work.write("evaluation", it -> {
            ((ObjectNode) it.at("/basedOn/0")).put("reference", plan);
            it.putObject("source").put("reference", work.patient());
            keep(it, "moment", "experience-trajectory", "experience-situation");
        });
        String midwifes = work.write("evaluation", it -> {
            ((ObjectNode) it.at("/basedOn/0")).put("reference", plan);
            keep(it, "moment", "experience-birth-care", "result");
        });
        work.update(plan, it -> {
                    it.putArray("supportingInfo").addObject().put("reference", hers);
                    it.withArray("supportingInfo").addObject().put("reference", midwifes);
                    ((ObjectNode) it.at("/activity/0/detail")).put("status", "completed");
                })
                .then()
                .statusCode(200)
                .body("meta.versionId", equalTo("2"));
        work.update(goal, it -> {
                    it.put("lifecycleStatus", "completed");
                    it.putObject("achievementStatus")
                            .putArray("coding")
                            .addObject()
                            .put("system", "http://terminology.hl7.org/CodeSystem/goal-achievement")
                            .put("code", "achieved");
                })
                .then()
                .statusCode(200);
        SERVER.as("jgz")
                .get("/QuestionnaireResponse?based-on=" + plan)
                .then()
                .body("total", equalTo(2))
                .body(
                        "entry.resource.item.linkId.flatten()",
                        hasItems("experience-situation", "experience-birth-care"));
        SERVER.as("jgz")
                .get("/Goal?patient=" + work.patient() + "&achievement-status=achieved")
                .then()
                .body("total", equalTo(1));
        SERVER.as("jgz")
                .get("/" + plan + "/_history/2")
                .then()
                .body("supportingInfo.reference", contains(hers, midwifes));
        // What each of them said stays with the JGZ and her.
        for (String one : List.of(hers, midwifes, plan, goal)) {
            SERVER.as("midwife").get("/" + one).then().statusCode(404);
        }
    }

    private static Work work() {
        return Work.accepted(SERVER, Referral.ofNewWoman().send(SERVER.as("midwife")));
    }

    private static Response summary(Work work) {
        Response answer = SERVER.as("jgz").get("/" + work.task() + "/$visit-summary");
        answer.then().statusCode(200);
        return answer;
    }

    private static void at(ObjectNode appointment, String status, int days) {
        Instant start = Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        appointment
                .put("status", status)
                .put("start", start.toString())
                .put("end", start.plusSeconds(3600).toString());
    }

    /** The first answer to a question of the findings. */
    private static ObjectNode answer(ObjectNode findings, String linkId) {
        for (JsonNode group : findings.get("item")) {
            for (JsonNode item : group.path("item")) {
                if (item.path("linkId").asText().equals(linkId)) {
                    return (ObjectNode) item.at("/answer/0");
                }
            }
        }
        throw new IllegalArgumentException(linkId);
    }

    private static void keep(ObjectNode evaluation, String... linkIds) {
        List<String> kept = List.of(linkIds);
        var items = evaluation.withArray("item").elements();
        while (items.hasNext()) {
            if (!kept.contains(items.next().get("linkId").asText())) {
                items.remove();
            }
        }
    }
}
