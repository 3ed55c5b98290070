package nl.ooievaar.server.journey;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guideline's own cases (annex 5): every message is taken in the order of its story, and what stays hidden is hidden. */
class CasesIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void case_1_the_whole_journey_and_only_what_was_agreed_is_told_back() throws IOException {
        CaseStory story = story(1).refer("midwife", "referral").accept();
        for (String what : List.of(
                "work-task",
                "appointment",
                "contact",
                "related-person",
                "family-profile",
                "findings",
                "goal",
                "plan")) {
            story.send("jgz", what);
        }
        for (String what : List.of("care-team", "trajectory", "vulnerability")) {
            story.send("jgz", what);
        }
        complete(story);
        story.mention("feedback");
        told(story, "midwife").body("entry[0].resource.payload.extension.flatten().valueCode", hasItem("advice"));
        hidden(story, "midwife", "QuestionnaireResponse/example", "CarePlan/example", "Appointment/example");
        story.send("jgz", "child").send("jgz", "evaluation").mention("dossier").end();
    }

    @Test
    void case_2_only_contact_details_first_and_then_only_what_she_agrees_to() throws IOException {
        CaseStory story = story(2).refer("midwife", "referral").accept();
        story.get("jgz", "Patient/example").then().body("birthDate", nullValue());
        story.send("jgz", "agreed")
                .send("jgz", "visit")
                .send("jgz", "closed")
                .send("jgz", "evaluation")
                .end();
        hidden(story, "midwife", "QuestionnaireResponse/example", "Patient/example");
        handledAndNotTold(story, "midwife");
    }

    @Test
    void case_3_what_her_partner_tells_about_himself_is_in_his_own_file() throws IOException {
        CaseStory story = story(3).refer("midwife", "referral").accept().send("jgz", "visit");
        JsonNode his = story.message("partner");
        story.send("jgz", "partner").send("jgz", "closed").end();
        SERVER.as("jgz")
                .get("/" + story.at("Patient/example") + "/$everything?_count=200")
                .then()
                .body(containsString("Zij noemt hem als eerste"))
                .body(not(containsString("Dat mis ik")));
        told(story, "midwife").body(not(containsString("Dat mis ik")));
        hidden(story, "midwife", "QuestionnaireResponse/example", "CareTeam/example");
        // His file is not found by way of hers: her own response stands there alone.
        SERVER.as("jgz")
                .get("/QuestionnaireResponse?patient=" + story.at("Patient/example") + "&questionnaire="
                        + his.at("/entry/4/resource/questionnaire").asText())
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void case_4_a_no_before_a_referral_leaves_no_trace_at_the_desk_not_even_after_a_later_yes() throws IOException {
        CaseStory story = story(4).send("midwife", "own-note");
        hidden(story, "jgz", "Patient/example", "Encounter/example");
        JsonNode yes = Referral.example("case-8-referral.json");
        ArrayNode entries = (ArrayNode) yes.get("entry");
        while (entries.size() > 3) {
            entries.remove(3);
        }
        entries.remove(0);
        String later = CaseStory.today(yes.toString())
                .replace("urn:uuid:00000000-0000-4000-8000-000800000001", story.at("Patient/example"));
        SERVER.as("midwife").body(later).post().then().statusCode(200);
        story.get("jgz", "Patient/example").then().statusCode(200);
        hidden(story, "jgz", "Encounter/example");
        story.end();
    }

    @Test
    void case_5_maternity_care_hears_what_was_agreed_and_an_amended_finding_is_a_new_version() throws IOException {
        CaseStory story = story(5).refer("maternity", "referral").accept();
        story.send("jgz", "visit").send("jgz", "findings-amended").send("jgz", "closed");
        story.get("jgz", "QuestionnaireResponse/example")
                .then()
                .body("status", equalTo("amended"))
                .body("meta.versionId", equalTo("2"));
        told(story, "maternity").body(not(containsString("studio")));
        story.send("jgz", "evaluation").end();
        hidden(story, "maternity", "QuestionnaireResponse/example", "CarePlan/example");
        hidden(story, "midwife", "ServiceRequest/example", "Task/referral");
    }

    @Test
    void case_6_a_municipal_officer_refers_without_a_bsn_and_hears_nothing_after_a_withdrawal() throws IOException {
        CaseStory story = story(6);
        JsonNode numbered = story.message("referral");
        ((ObjectNode) numbered.at("/entry/0/resource"))
                .putArray("identifier")
                .addObject()
                .put("system", "http://fhir.nl/fhir/NamingSystem/bsn")
                .put("value", "999900006");
        story.post("debt-service", numbered).then().statusCode(403);
        story.refer("debt-service", "referral");
        hidden(story, "municipality", "Patient/example-sender", "Task/referral");
        story.accept().send("jgz", "feedback-consent");
        String feedback = SERVER.as("jgz")
                .get("/Consent?purpose=feedback&patient=" + story.at("Patient/example"))
                .jsonPath()
                .getString("entry[0].resource.id");
        SERVER.as("debt-service").get("/Consent/" + feedback).then().statusCode(200);
        story.send("jgz", "visit").withdraw("Consent/" + feedback).send("jgz", "withdrawal");
        SERVER.as("debt-service").get("/Consent/" + feedback).then().statusCode(404);
        story.send("jgz", "closed").end();
        handledAndNotTold(story, "debt-service");
    }

    @Test
    void case_7_the_jgz_signals_itself_and_her_midwife_hears_only_what_she_agreed_to() throws IOException {
        CaseStory story = story(7).ownReferral("referral");
        story.get("jgz", "Task/referral").then().body("status", equalTo("accepted"));
        story.send("jgz", "visit")
                .send("jgz", "feedback")
                .send("jgz", "evaluation")
                .end();
        told(story, "midwife").body("entry[0].resource.payload.size()", equalTo(3));
        hidden(story, "midwife", "ServiceRequest/example", "QuestionnaireResponse/example", "Patient/example");
    }

    @Test
    void case_8_her_own_wish_needs_no_factor_and_nobody_who_signals() throws IOException {
        CaseStory story = story(8).refer("midwife", "referral").accept();
        SERVER.as("jgz")
                .get("/Observation?patient=" + story.at("Patient/example-sender"))
                .then()
                .body("total", equalTo(0));
        story.send("jgz", "visit")
                .send("jgz", "closed")
                .send("jgz", "evaluation")
                .end();
        hidden(story, "maternity", "Task/referral");
        handledAndNotTold(story, "midwife");
    }

    @Test
    void case_9_a_gut_feeling_is_reason_enough_and_no_answer_is_told_as_no_contact() throws IOException {
        CaseStory story = story(9).refer("midwife", "referral").accept();
        story.send("jgz", "planned").send("jgz", "missed");
        story.get("jgz", "Appointment/example").then().body("status", equalTo("noshow"));
        story.send("jgz", "no-answer").end();
        told(story, "midwife").body("entry[0].resource.payload.extension.flatten().valueCode", contains("other"));
        hidden(story, "midwife", "Appointment/example", "Task/example");
        story.get("midwife", "Task/referral").then().body("status", equalTo("completed"));
    }

    @Test
    void case_10_only_a_safe_way_to_reach_her_goes_over_and_a_refusal_stays_inside() throws IOException {
        CaseStory story = story(10);
        JsonNode more = story.message("referral");
        JsonNode bruises = Referral.example("case-5-referral.json").at("/entry/3");
        ((ObjectNode) bruises.get("resource")).putObject("subject").put("reference", fullUrl(more, 0));
        ((ObjectNode) bruises.get("resource")).putArray("performer").addObject().put("reference", fullUrl(more, 1));
        ((ArrayNode) more.get("entry")).add(bruises);
        story.post("midwife", more).then().statusCode(422).body(containsString("Bundle.entry[6]"));
        story.refer("midwife", "referral").send("midwife", "own-note");
        story.accept();
        SERVER.as("jgz")
                .get("/" + story.at("Patient/example-sender") + "/$everything")
                .then()
                .body("entry.resource.resourceType", not(hasItem("Encounter")))
                .body("entry.resource.resourceType", not(hasItem("Observation")));
        hidden(story, "jgz", "Encounter/example");
        story.send("jgz", "contact").send("jgz", "refused").end();
        hidden(story, "midwife", "Task/example");
        handledAndNotTold(story, "midwife");
    }

    @Test
    void case_11_her_daughter_decides_and_a_pause_is_seen_by_nobody_outside() throws IOException {
        CaseStory story = story(11).refer("midwife", "referral").accept().send("jgz", "on-hold");
        story.get("midwife", "Task/referral")
                .then()
                .body("status", equalTo("in-progress"))
                .body("statusReason", nullValue());
        story.send("jgz", "visit").send("jgz", "closed").end();
        SERVER.as("jgz")
                .get("/Consent?patient=" + story.at("Patient/example-sender"))
                .then()
                .body("entry.resource.performer.flatten().reference", hasItem(story.at("Patient/example-sender")))
                .body(not(containsString("RelatedPerson")));
        told(story, "midwife").body(not(containsString("niet mijn moeder")));
        hidden(story, "midwife", "QuestionnaireResponse/example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "9", "10"})
    void what_is_no_factor_is_not_coded_as_one(String number) {
        Referral.example("case-" + number + "-referral.json")
                .get("entry")
                .forEach(entry -> org.junit.jupiter.api.Assertions.assertFalse(
                        entry.toString().contains("phb-risk-factor"), "case " + number));
    }

    private static CaseStory story(int number) {
        return new CaseStory(SERVER, number);
    }

    private static String fullUrl(JsonNode bundle, int entry) {
        return bundle.at("/entry/" + entry + "/fullUrl").asText();
    }

    private static void complete(CaseStory story) {
        move(story, "in-progress", "uitgevoerd");
        move(story, "completed", "afgesloten");
    }

    private static void move(CaseStory story, String status, String progress) {
        SERVER.as("jgz")
                .header("If-Match", story.get("jgz", "Task/example").header("ETag"))
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + status
                        + "\"},{\"op\":\"replace\",\"path\":\"/businessStatus/coding/0/code\",\"value\":\"" + progress
                        + "\"}]")
                .patch("/" + story.at("Task/example"))
                .then()
                .statusCode(200);
    }

    private static void hidden(CaseStory story, String client, String... places) {
        for (String place : places) {
            story.get(client, place).then().statusCode(404);
        }
    }

    private static ValidatableResponse told(CaseStory story, String client) {
        return SERVER.as(client)
                .get("/Communication?based-on=" + story.at("ServiceRequest/example"))
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
    }

    private static void handledAndNotTold(CaseStory story, String client) {
        story.get(client, "Task/referral")
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("statusReason", nullValue());
        SERVER.as(client)
                .get("/Communication?based-on=" + story.at("ServiceRequest/example"))
                .then()
                .body("total", equalTo(0));
    }
}
