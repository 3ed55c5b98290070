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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.Work;
import org.junit.jupiter.api.Test;

/** Feedback goes to each recipient apart, after it was seen, and says what was agreed and no more (guideline, step 5). */
class FeedbackIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String WARD = "90000501-acute-verloskunde";

    @Test
    void signaller_and_coordinating_provider_each_get_their_own_under_a_consent_of_its_own() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        work.coordinatedBy(WARD);
        work.agreesToTellTheCoordinatingProvider();
        work.write("findings", it -> {});
        work.complete();

        String midwife = only("midwife", sent);
        String ward = only("ward", sent);
        assertFalse(midwife.equals(ward));
        SERVER.as("midwife").get("/" + ward).then().statusCode(404);
        SERVER.as("ward").get("/" + midwife).then().statusCode(404);
        SERVER.as("ward").get("/" + sent.of("ServiceRequest")).then().statusCode(404);
        SERVER.as("ward").get("/" + work.task()).then().statusCode(404);
    }

    @Test
    void neither_is_told_without_the_consent_that_is_meant_for_it() {
        Referral.Sent sent = Referral.ofNewWoman().withoutFeedbackConsent().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        work.coordinatedBy(WARD);
        work.agreesToTellTheCoordinatingProvider();
        work.complete();
        none("midwife", sent);
        only("ward", sent);

        Referral.Sent other = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work without = Work.accepted(SERVER, other);
        without.coordinatedBy(WARD);
        without.complete();
        only("midwife", other);
        none("ward", other);
    }

    @Test
    void a_consent_to_feedback_as_signaller_is_none_for_who_coordinates() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        work.coordinatedBy(WARD);
        work.agreesToTell(WARD, "feedback");
        work.complete();
        only("midwife", sent);
        none("ward", sent);
    }

    @Test
    void a_token_that_may_not_read_the_findings_sees_nothing_of_them_by_way_of_a_preview() {
        Work work = Work.accepted(SERVER, Referral.ofNewWoman().send(SERVER.as("midwife")));
        String narrow = SERVER.tokenOf("jgz", Map.of("scope", "system/Communication.cruds system/Task.cruds"));
        for (String operation : List.of("$preview-feedback", "$visit-summary")) {
            SERVER.with(narrow).get("/" + work.task() + "/" + operation).then().statusCode(403);
        }
        SERVER.with(narrow)
                .body(asked(service("90000101-verloskunde")))
                .post("/" + work.task() + "/$send-feedback")
                .then()
                .statusCode(403);
    }

    @Test
    void sent_many_times_at_once_it_is_sent_once() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        String asked = asked(service("90000101-verloskunde"));
        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> send(work, asked).statusCode())
                .toList();
        assertEquals(Collections.nCopies(8, 200), answers);
        only("midwife", sent);
    }

    @Test
    void who_signalled_and_coordinates_is_told_once() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        work.coordinatedBy("90000101-verloskunde");
        work.agreesToTellTheCoordinatingProvider();
        JsonPath preview = preview(work, "{\"resourceType\":\"Parameters\"}");
        assertEquals(List.of("feedback", "feedback-coordinating-provider"), codes(preview, "purpose"));
        work.complete();
        only("midwife", sent);
    }

    @Test
    void the_coordinating_provider_is_who_it_is_when_it_is_sent() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        String team = work.coordinatedBy("90000301-kraamzorg");
        work.agreesToTellTheCoordinatingProvider();
        work.update(team, it -> ((ObjectNode) it.at("/participant/0/member/identifier")).put("value", WARD))
                .then()
                .statusCode(200);
        work.complete();
        none("maternity", sent);
        only("ward", sent);
    }

    @Test
    void the_preview_is_what_is_sent_and_writes_nothing() throws Exception {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        String findings = work.write("findings", it -> {});
        work.plan(it -> {});
        String asked = asked(service("90000101-verloskunde"), pick(findings, 1, "conclusion"));
        List<String> before = SERVER.query("select count(*) from version");
        JsonPath preview = preview(work, asked);
        assertEquals(before, SERVER.query("select count(*) from version"));
        assertEquals("youth-nurse", preview.getString("parameter.find { it.name == 'duty' }.valueCode"));
        Map<String, Object> shown =
                preview.getMap("parameter.find { it.name == 'told' }.part.find { it.name == 'feedback' }.resource");
        JsonPath sentNow = send(work, asked).then().statusCode(200).extract().jsonPath();
        JsonPath read = SERVER.as("midwife").get("/" + only("midwife", sent)).jsonPath();
        assertEquals(shown.get("payload"), read.getMap("").get("payload"));
        assertEquals(shown.get("recipient"), read.getMap("").get("recipient"));
        assertTrue(read.<String>getList("payload.contentString")
                .contains("Samenvattende conclusie, zoals met haar gedeeld: "
                        + "Marisol is gemotiveerd; het gemis aan contacten en taal weegt het zwaarst."));
        assertTrue(read.<String>getList("payload.contentString").contains("zes weken na de geboorte"));
        assertEquals(Boolean.FALSE, sentNow.get("parameter.find { it.name == 'repeated' }.valueBoolean"));

        // Once more is the first, and the end of the work adds nothing for who was told.
        JsonPath again = send(work, asked).then().statusCode(200).extract().jsonPath();
        assertEquals(Boolean.TRUE, again.get("parameter.find { it.name == 'repeated' }.valueBoolean"));
        assertEquals(
                sentNow.getString("parameter.find { it.name == 'feedback' }.valueReference.reference"),
                again.getString("parameter.find { it.name == 'feedback' }.valueReference.reference"));
        work.complete();
        only("midwife", sent);
    }

    @Test
    void she_sees_the_preview_too_and_sends_nothing() {
        Referral referral = Referral.ofNewWoman();
        Work work = Work.accepted(SERVER, referral.send(SERVER.as("midwife")));
        work.write("findings", it -> {});
        SERVER.asPerson(referral.bsn())
                .get("/" + work.task() + "/$preview-feedback")
                .then()
                .statusCode(200)
                .body(
                        "parameter.find { it.name == 'told' }.part.find { it.name == 'consent' }.valueBoolean",
                        equalTo(true));
        SERVER.asPerson(referral.bsn(), "patient/*.rs patient/Communication.c")
                .body(asked(service("90000101-verloskunde")))
                .post("/" + work.task() + "/$send-feedback")
                .then()
                .statusCode(403);
        SERVER.as("midwife")
                .get("/" + work.task() + "/$preview-feedback")
                .then()
                .statusCode(404);
        String other = Referral.ofNewWoman().bsn();
        SERVER.asPerson(other)
                .get("/" + work.task() + "/$preview-feedback")
                .then()
                .statusCode(404);
    }

    @Test
    void feedback_to_who_may_not_hear_it_and_an_item_that_is_not_there_are_refused_with_the_place() {
        Referral.Sent sent = Referral.ofNewWoman().withoutFeedbackConsent().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        String findings = work.write("findings", it -> {});
        refused(work, asked(service("90000101-verloskunde")), "feedback-without-consent", null);
        refused(work, asked(service(WARD)), "feedback-recipient", "Parameters.parameter.where(name='recipient')");
        for (String pick : List.of(
                pick(findings, 2, "conclusion"),
                pick(findings, 1, "communication"),
                pick(findings, 1, "motivation.view"),
                pick("QuestionnaireResponse/" + UUID.randomUUID(), 1, "conclusion"))) {
            refused(work, asked(service("90000101-verloskunde"), pick), "feedback-item", "Parameters.parameter[1]");
        }
        none("midwife", sent);
    }

    @Test
    void feedback_that_a_dossier_writes_itself_is_held_to_her_consent_and_to_one_recipient() {
        Referral.Sent sent = Referral.ofNewWoman().withoutFeedbackConsent().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        String midwife = service("90000101-verloskunde");
        ObjectNode feedback = work.example("feedback");
        ((ObjectNode) feedback.at("/recipient/0")).put("reference", midwife);
        ((ObjectNode) feedback.at("/sender")).put("reference", service("90000201-phb"));
        work.send(feedback)
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("feedback-without-consent"))
                .body("issue[0].expression[0]", equalTo("Communication.recipient[0]"));

        Referral.Sent agreed = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work other = Work.accepted(SERVER, agreed);
        ObjectNode told = other.example("feedback");
        ((ObjectNode) told.at("/recipient/0")).put("reference", midwife);
        ((ObjectNode) told.at("/sender")).put("reference", service("90000201-phb"));
        told.withArray("recipient").addObject().put("reference", service(WARD));
        other.send(told)
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("feedback-one-recipient"));
        told.withArray("recipient").remove(1);
        Work.place(other.send(told));
        other.complete();
        only("midwife", agreed);
    }

    @Test
    void nothing_on_safety_and_nothing_kept_from_her_is_told() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        String canary = "kanarie" + UUID.randomUUID().toString().substring(0, 8);
        List<ObjectNode> marks = List.of(
                mark("http://ooievaar.example/fhir/CodeSystem/phb-data-class", "safeguarding"),
                mark("http://ooievaar.example/fhir/CodeSystem/phb-withheld", "other-person"));
        String closed = null;
        for (ObjectNode security : marks) {
            closed = work.write("findings", it -> {
                ((ObjectNode) it.get("meta")).putArray("security").add(security);
                it.at("/item").forEach(item -> {
                    if (item.at("/linkId").asText().equals("chosen-support")) {
                        mark(item, canary);
                    }
                });
            });
        }
        SERVER.as("jgz")
                .get("/" + work.task() + "/$preview-feedback")
                .then()
                .statusCode(200)
                .body(not(containsString(canary)));
        refused(
                work,
                asked(service("90000101-verloskunde"), pick(closed, 1, "conclusion")),
                "feedback-item",
                "Parameters.parameter[1]");
        work.complete();
        SERVER.as("midwife").get("/" + only("midwife", sent)).then().body(not(containsString(canary)));
    }

    @Test
    void the_duty_to_inform_follows_who_leads() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        String empty = "{\"resourceType\":\"Parameters\"}";
        assertEquals("youth-nurse", preview(work, empty).getString("parameter.find { it.name == 'lead' }.valueCode"));
        String team = work.write("care-team", it -> {});
        assertEquals("family", preview(work, empty).getString("parameter.find { it.name == 'lead' }.valueCode"));
        assertEquals("youth-nurse", preview(work, empty).getString("parameter.find { it.name == 'duty' }.valueCode"));
        work.update(team, it -> ((ObjectNode) it.at("/participant/0"))
                        .putObject("member")
                        .put("type", "Organization")
                        .put("display", "Wijkteam Noord"))
                .then()
                .statusCode(200);
        assertEquals("case-lead", preview(work, empty).getString("parameter.find { it.name == 'duty' }.valueCode"));
    }

    @Test
    void the_document_says_what_was_picked_and_nothing_else_of_the_findings() {
        String canary = "kanarie" + UUID.randomUUID().toString().substring(0, 8);
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        work.write("findings", it -> {
            it.at("/item").forEach(item -> {
                item.at("/item").forEach(one -> mark(one, canary));
                if (!List.of("advice", "chosen-support", "agreement")
                        .contains(item.at("/linkId").asText())) {
                    mark(item, canary);
                }
                if (item.at("/linkId").asText().equals("chosen-support")) {
                    ((ObjectNode) item.at("/answer/0")).put("valueString", "<b>cursus</b> & \"taal\"<script>");
                }
                if (item.at("/linkId").asText().equals("agreement")) {
                    ((ObjectNode) item.at("/item/0/answer/0")).put("valueString", "Samen aanmelden");
                }
            });
        });
        work.complete();
        String feedback = only("midwife", sent);
        Response bundle = SERVER.as("midwife").header("Accept-Language", "nl").get("/" + feedback + "/$document");
        bundle.then()
                .statusCode(200)
                .body("type", equalTo("document"))
                .body("entry[0].resource.resourceType", equalTo("Composition"))
                .body("entry.resource.resourceType", hasItems("Communication", "Patient", "Organization"))
                .body("entry[0].resource.section.title", hasItem("Gekozen hulp"))
                .body(not(containsString(canary)));
        SERVER.as("midwife")
                .body(bundle.asString())
                .post("/$validate")
                .then()
                .statusCode(200)
                .body("issue.findAll { it.severity == 'error' }", hasSize(0));

        Response page = SERVER.as("midwife")
                .header("Accept", "text/html")
                .header("Accept-Language", "nl")
                .get("/" + feedback + "/$document");
        page.then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Language", equalTo("nl"));
        String html = page.asString();
        assertTrue(html.contains("&lt;b&gt;cursus&lt;/b&gt; &amp; &quot;taal&quot;&lt;script&gt;"), html);
        assertFalse(html.contains("<script") || html.contains(canary), html);
        assertTrue(
                html.contains("huisbezoek bij zwangerschap door de JGZ") && html.contains("<html lang=\"nl\">"), html);
        SERVER.as("midwife")
                .header("Accept", "text/html")
                .get("/" + feedback + "/$document")
                .then()
                .body(containsString("home visit during pregnancy"));
    }

    @Test
    void a_document_opens_to_who_may_read_the_feedback_and_is_on_record_as_read() throws Exception {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        Work work = Work.accepted(SERVER, sent);
        work.complete();
        String feedback = only("midwife", sent);
        SERVER.as("maternity")
                .header("Accept", "text/html")
                .get("/" + feedback + "/$document")
                .then()
                .statusCode(404);
        SERVER.as("midwife").get("/" + feedback + "/$document").then().statusCode(200);
        assertEquals(
                List.of("document|R|delivered"),
                SERVER.query(
                        "select interaction, action, kind from audit where interaction = 'document' and outcome = 'done'"
                                + " and '" + feedback.substring("Communication/".length())
                                + "' = any(cast(ids as text[]))"));
        String statement = SERVER.asPerson(referral.bsn(), "patient/*.rs patient/Communication.c")
                .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"text\",\"valueString\":\"Klopt\"}]}")
                .post("/" + feedback + "/$add-statement")
                .jsonPath()
                .getString("id");
        SERVER.asPerson(referral.bsn())
                .get("/Communication/" + statement + "/$document")
                .then()
                .statusCode(400);
    }

    private static ObjectNode mark(String system, String code) {
        return new ObjectMapper().createObjectNode().put("system", system).put("code", code);
    }

    private static void mark(com.fasterxml.jackson.databind.JsonNode item, String canary) {
        item.at("/answer").forEach(answer -> {
            if (answer.has("valueString")) {
                ((ObjectNode) answer).put("valueString", canary);
            }
        });
    }

    private static void refused(Work work, String asked, String reason, String at) {
        var answer = send(work, asked).then().statusCode(422).body("issue[0].details.coding[0].code", equalTo(reason));
        if (at != null) {
            answer.body("issue[0].expression[0]", equalTo(at));
        }
    }

    private static Response send(Work work, String asked) {
        return SERVER.as("jgz").body(asked).post("/" + work.task() + "/$send-feedback");
    }

    private static JsonPath preview(Work work, String asked) {
        return SERVER.as("jgz")
                .body(asked)
                .post("/" + work.task() + "/$preview-feedback")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> codes(JsonPath preview, String name) {
        return preview.getList(
                "parameter.find { it.name == 'told' }.part.findAll { it.name == '" + name + "' }.valueCode");
    }

    private static String only(String client, Referral.Sent sent) {
        JsonPath found = SERVER.as(client)
                .get("/Communication?based-on=" + sent.of("ServiceRequest"))
                .then()
                .body("total", equalTo(1))
                .extract()
                .jsonPath();
        return "Communication/" + found.getString("entry[0].resource.id");
    }

    private static void none(String client, Referral.Sent sent) {
        SERVER.as(client)
                .get("/Communication?based-on=" + sent.of("ServiceRequest"))
                .then()
                .body("total", equalTo(0));
    }

    private static String service(String number) {
        return "HealthcareService/"
                + SERVER.as("jgz")
                        .get("/HealthcareService?identifier=" + number)
                        .jsonPath()
                        .getString("entry[0].resource.id");
    }

    private static String pick(String findings, int version, String linkId) {
        return "{\"name\":\"item\",\"part\":[{\"name\":\"source\",\"valueReference\":{\"reference\":\"" + findings
                + "/_history/" + version + "\"}},{\"name\":\"part\",\"valueString\":\"" + linkId + "\"}]}";
    }

    private static String asked(String recipient, String... picks) {
        ObjectNode asked = new ObjectMapper().createObjectNode().put("resourceType", "Parameters");
        String parameters = "[{\"name\":\"recipient\",\"valueReference\":{\"reference\":\"" + recipient + "\"}}"
                + (picks.length == 0 ? "" : "," + String.join(",", picks)) + "]";
        return asked.toString().replace("}", ",\"parameter\":" + parameters + "}");
    }
}
