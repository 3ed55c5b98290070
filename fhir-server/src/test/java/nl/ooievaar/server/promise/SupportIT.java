package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision support never decides: it says what fits and what is missing, of what the caller may see, and keeps nothing. */
class SupportIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String VOORZORG = "/PlanDefinition/phb-voorzorg/$apply";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String OURS = PhbPackage.BASE + "/CodeSystem/phb-observation";

    /** Yes, no or nothing known, for each of the three criteria of VoorZorg; a dash is nothing known. */
    @ParameterizedTest
    @CsvSource({
        "85, 0, 2, true,  false",
        "84, 0, 2, false, false",
        "-,  0, 2, false, true",
        "85, 1, 2, false, false",
        "85, -, 2, false, true",
        "85, 0, 1, false, false",
        "85, 0, -, false, true",
        "84, -, 2, false, true",
        "-,  -, -, false, true"
    })
    void voorzorg_is_offered_only_when_every_criterion_is_met_and_what_is_missing_is_named(
            String days, String births, String factors, boolean offered, boolean missing) {
        ValidatableResponse answer = apply(SERVER.as("jgz"), VOORZORG, null, data(days, births, factors));
        answer.statusCode(200)
                .body("status", equalTo("draft"))
                .body("intent", equalTo("proposal"))
                .body("id", nullValue())
                .body("activity.reference.reference", offered ? equalTo(List.of("#offer")) : nullValue())
                .body(
                        "contained.find { it.resourceType == 'GuidanceResponse' }.status",
                        equalTo(missing ? "data-required" : "success"));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "-, false"})
    void stevig_ouderschap_asks_whether_anything_makes_it_hard(String factors, boolean offered) {
        apply(SERVER.as("jgz"), "/PlanDefinition/phb-stevig-ouderschap/$apply", null, data("-", "-", factors))
                .statusCode(200)
                .body("activity", offered ? hasSize(1) : nullValue());
    }

    @Test
    void the_steps_of_a_visit_are_proposed_whole() {
        apply(SERVER.as("jgz"), "/PlanDefinition/phb-visit/$apply", null, data("-", "-", "-"))
                .statusCode(200)
                .body("contained.find { it.resourceType == 'RequestGroup' }.action", hasSize(5))
                .body("note", nullValue());
    }

    @Test
    void it_says_why_in_dutch_and_english_and_what_is_missing() {
        apply(SERVER.as("jgz").header("Accept-Language", "nl"), VOORZORG, null, data("85", "-", "2"))
                .body("language", equalTo("nl"))
                .body(
                        "note.text",
                        hasItems(
                                "Zij is minder dan 28 weken zwanger.",
                                "Niet bekend is of dit haar eerste kind wordt."));
        apply(SERVER.as("jgz"), VOORZORG, null, data("-", "0", "2"))
                .body("note.text", hasItems("The due date is not known.", "This will be her first child."));
    }

    @Test
    void the_cards_rest_on_what_the_caller_may_see_and_name_the_paragraph() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Response answer = cds(SERVER.as("jgz"), sent.of("Patient"), null, "nl");
        answer.then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("cards.indicator", everyItem(equalTo("info")))
                .body("cards.summary", hasItem("Bespreek Stevig Ouderschap met haar."))
                .body("cards.summary", hasItem("VoorZorg: er is nog iets niet bekend."))
                .body("cards.summary", hasItem(containsString("noem samen wat goed gaat")))
                .body("cards.detail", hasItem(containsString("Niet bekend is of dit haar eerste kind wordt.")))
                .body("cards.source.label", hasItem("Handreiking PHB JGZ (NCJ, 2021), 4.2, 7.1 d"))
                .body("cards.suggestions", everyItem(nullValue()))
                .body("systemActions", nullValue());
        assertFalse(answer.asString().matches("(?is).*(risico|kwetsba|loneliness|eenzaam).*"), answer.asString());
        for (String url : answer.jsonPath().<String>getList("cards.source.url")) {
            String[] place = url.split("#");
            String page = SERVER.nobody()
                    .basePath("")
                    .get(place[0].replace(SERVER.root(), ""))
                    .asString();
            assertTrue(page.contains("id=\"" + place[1] + "\""), url);
        }
    }

    @Test
    void she_is_answered_herself_and_called_no_names() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        Response answer = cds(SERVER.asPerson(referral.bsn()), sent.of("Patient"), null, "nl");
        answer.then()
                .statusCode(200)
                .body("cards.summary", hasItem("Stevig Ouderschap kan iets voor u zijn."))
                .body("cards.detail", everyItem(containsString("U beslist zelf.")));
        assertFalse(answer.asString().matches("(?is).*(risico|kwetsba|\\bhaar\\b).*"), answer.asString());
    }

    @Test
    void what_is_not_for_the_caller_answers_as_what_never_was() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String absent = "Patient/" + UUID.randomUUID();
        for (String stranger : List.of("outsider", "veilig-thuis", "municipality")) {
            Response hidden = cds(SERVER.as(stranger), sent.of("Patient"), null, "nl");
            Response nowhere = cds(SERVER.as(stranger), absent, null, "nl");
            assertEquals(412, hidden.statusCode());
            assertEquals(nowhere.asString(), hidden.asString());
            Response applied = apply(SERVER.as(stranger), VOORZORG, sent.of("Patient"), null)
                    .statusCode(404)
                    .extract()
                    .response();
            assertEquals(
                    apply(SERVER.as(stranger), VOORZORG, absent, null).extract().asString(), applied.asString());
        }
    }

    @Test
    void after_a_withdrawal_and_for_a_contact_only_woman_nothing_is_known() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        cds(SERVER.as("jgz"), sent.of("Patient"), null, "en").then().statusCode(200);
        SERVER.as("midwife")
                .body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"obtained\",\"valueCode\":\"oral\"}]}")
                .post("/" + sent.of("Consent") + "/$withdraw")
                .then()
                .statusCode(200);
        cds(SERVER.as("jgz"), sent.of("Patient"), null, "en").then().statusCode(412);
        Referral.Sent contact = Referral.contactDetailsOnly().send(SERVER.as("midwife"));
        cds(SERVER.as("jgz"), contact.of("Patient"), null, "en")
                .then()
                .statusCode(200)
                .body("cards.summary", hasItem("VoorZorg: something is not known yet."))
                .body("cards.detail", hasItem(containsString("The due date is not known.")));
    }

    @Test
    void what_was_looked_at_is_on_record_as_a_read_before_it_is_told() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String patient = sent.of("Patient").substring("Patient/".length());
        cds(SERVER.as("jgz"), sent.of("Patient"), null, "nl").then().statusCode(200);
        // Her Patient, the due date, three factors that weigh and one that helps; not that she is pregnant, which
        // nothing rests on.
        assertEquals(
                List.of("R|retrievable|consent:referral|6"),
                SERVER.query("select action, kind, basis, array_length(ids, 1) from audit where interaction = 'apply'"
                        + " and '" + patient + "' = any(cast(ids as text[]))"));
        apply(SERVER.as("jgz"), VOORZORG, sent.of("Patient"), null).statusCode(200);
        assertEquals(
                List.of("2"),
                SERVER.query("select count(*) from audit where interaction = 'apply' and '" + patient
                        + "' = any(cast(ids as text[]))"));
    }

    @Test
    void a_desk_that_accepts_keeps_no_version_for_a_card_it_was_shown() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        cds(SERVER.as("jgz"), sent.of("Patient"), null, "nl").then().statusCode(200);
        SERVER.as("jgz")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"accepted\"}]")
                .patch("/" + sent.of("Task"))
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + sent.of("Task")).then().statusCode(200);
        SERVER.as("midwife")
                .body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"obtained\",\"valueCode\":\"oral\"}]}")
                .post("/" + sent.of("Consent") + "/$withdraw")
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + sent.of("Observation")).then().statusCode(404);
    }

    @Test
    void nothing_is_stored_marked_or_announced_by_it() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        List<String> before = stored();
        apply(SERVER.as("jgz"), VOORZORG, sent.of("Patient"), data("85", "0", "2"))
                .statusCode(200);
        cds(SERVER.as("jgz"), sent.of("Patient"), null, "nl").then().statusCode(200);
        cds(SERVER.as("jgz"), sent.of("Patient"), data("85", "0", "2"), "nl")
                .then()
                .statusCode(200);
        assertEquals(before, stored());
    }

    @Test
    void data_sent_along_are_enough_and_then_nothing_is_read() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String before = disclosures();
        cds(SERVER.as("outsider"), sent.of("Patient"), data("85", "0", "2"), "nl")
                .then()
                .statusCode(200)
                .body("cards.summary", hasItem("Bespreek VoorZorg met haar."))
                .body("cards.detail", hasItem(containsString("Er is nog niets bekend over wat haar steunt.")));
        cds(SERVER.as("outsider"), sent.of("Patient"), "null", "nl")
                .then()
                .statusCode(200)
                .body("cards.summary", hasItem("VoorZorg: er is nog iets niet bekend."));
        apply(SERVER.as("outsider"), VOORZORG, null, data("85", "0", "2")).statusCode(200);
        assertEquals(before, disclosures());
    }

    @Test
    void data_sent_along_stand_beside_what_the_caller_may_see() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        apply(SERVER.as("jgz"), VOORZORG, sent.of("Patient"), data("-", "0", "-"))
                .statusCode(200)
                .body("activity", hasSize(1))
                .body("subject.reference", equalTo(sent.of("Patient")));
    }

    @Test
    void what_belongs_to_an_earlier_pregnancy_counts_no_more() {
        String old = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
                + observation(SNOMED, "161714006", "\"valueDateTime\":\"" + day(100) + "\"", day(-10)) + ","
                + factor("debts", day(-400)) + "," + factor("homelessness", day(-400)) + "]}";
        apply(SERVER.as("jgz"), VOORZORG, null, old)
                .body("note.text", hasItem("It is not known what makes it hard for her."));
        String late = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
                + observation(SNOMED, "161714006", "\"valueDateTime\":\"" + day(-22) + "\"", day(-100)) + "]}";
        apply(SERVER.as("jgz"), VOORZORG, null, late).body("note.text", hasItem("The due date is not known."));
        String wrong = data("85", "0", "2").replace("\"status\":\"final\"", "\"status\":\"entered-in-error\"");
        apply(SERVER.as("jgz"), VOORZORG, null, wrong).body("note.text", hasItem("The due date is not known."));
    }

    @Test
    void only_plans_of_the_package_are_run_and_no_expression_of_a_request() {
        String plan =
                "{\"resourceType\":\"PlanDefinition\",\"status\":\"active\",\"action\":[{\"condition\":[{\"kind\":"
                        + "\"applicability\",\"expression\":{\"language\":\"text/fhirpath\",\"expression\":\"true\"}}]}]}";
        SERVER.as("jgz")
                .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"planDefinition\",\"resource\":"
                        + plan + "}]}")
                .post(VOORZORG)
                .then()
                .statusCode(400)
                .body("issue[0].details.coding[0].code", equalTo("undeclared-parameter"));
        SERVER.as("jgz")
                .body("{\"resourceType\":\"Parameters\"}")
                .post("/PlanDefinition/$apply")
                .then()
                .statusCode(400);
        SERVER.as("jgz")
                .body(parameters(null, data("85", "0", "2")))
                .post("/PlanDefinition/none/$apply")
                .then()
                .statusCode(404);
        String inside = data("85", "0", "2").replace("\"debts\"", "\"debts') or true or ('\"");
        apply(SERVER.as("jgz"), VOORZORG, null, inside).statusCode(200);
    }

    @Test
    void a_token_and_the_scope_to_read_are_needed_and_who_has_less_is_told_before_data_are_looked_at() {
        SERVER.nobody()
                .body(parameters(null, data("85", "0", "2")))
                .post(VOORZORG)
                .then()
                .statusCode(401);
        SERVER.nobody()
                .get(VOORZORG + "?subject=Patient/" + UUID.randomUUID())
                .then()
                .statusCode(401);
        hook(SERVER.nobody(), "{}").then().statusCode(401);
        String tasks = SERVER.tokenOf("jgz", Map.of("scope", "system/Task.rs"));
        hook(SERVER.with(tasks), call("Patient/" + UUID.randomUUID(), null))
                .then()
                .statusCode(403);
        String observations = SERVER.tokenOf("jgz", Map.of("scope", "system/Observation.rs"));
        hook(SERVER.with(observations), call("Patient/" + UUID.randomUUID(), null))
                .then()
                .statusCode(403);
        hook(SERVER.with(observations), call("Patient/" + UUID.randomUUID(), data("85", "0", "2")))
                .then()
                .statusCode(200);
    }

    @Test
    void anybody_reads_which_service_there_is_and_what_to_send_along() {
        var service = SERVER.nobody()
                .basePath("")
                .header("Accept-Language", "nl")
                .get("/cds-services")
                .then();
        service.statusCode(200)
                .contentType("application/json")
                .body("services", hasSize(1))
                .body("services[0].id", equalTo("phb-support"))
                .body("services[0].hook", equalTo("patient-view"))
                .body("services[0].description", containsString("Stevig Ouderschap, VoorZorg"))
                .body("services[0].prefetch.observations", containsString("{{context.patientId}}"));
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String query = service.extract()
                .jsonPath()
                .getString("services[0].prefetch.observations")
                .replace("{{context.patientId}}", sent.of("Patient").substring("Patient/".length()));
        // It is a search that this server answers; in the body, for the code of the due date is nine digits that pass
        // the
        // eleven-test, and those stand in no address.
        RequestSpecification search = SERVER.as("jgz").contentType("application/x-www-form-urlencoded");
        for (String one : query.substring(query.indexOf('?') + 1).split("&")) {
            search.formParam(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        String found = search.post("/Observation/_search")
                .then()
                .statusCode(200)
                .body("total", equalTo(5))
                .extract()
                .asString();
        assertEquals(
                summaries(cds(SERVER.as("jgz"), sent.of("Patient"), null, "nl")),
                summaries(cds(SERVER.as("jgz"), sent.of("Patient"), found, "nl")));
    }

    @Test
    void another_server_is_never_called_and_its_token_never_read() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String elsewhere = call(sent.of("Patient"), null)
                .replace(
                        "\"hook\"",
                        "\"fhirServer\":\"http://169.254.169.254/fhir\",\"fhirAuthorization\":"
                                + "{\"access_token\":\"kanarie-token\"},\"hook\"");
        hook(SERVER.as("jgz"), elsewhere)
                .then()
                .statusCode(412)
                .body(not(containsString("kanarie")))
                .body("issue[0].details.coding[0].code", equalTo("support-without-data"));
        String here =
                call(sent.of("Patient"), null).replace("\"hook\"", "\"fhirServer\":\"" + SERVER.base() + "\",\"hook\"");
        hook(SERVER.as("jgz"), here).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{}",
                "{\"hook\":\"order-sign\",\"hookInstance\":\"x\"}",
                "{\"hook\":\"patient-view\",\"hookInstance\":\"x\",\"context\":{}}",
                "{\"hook\":\"patient-view\",\"hook\":\"patient-view\"}",
                "{\"hook\":\"patient-view\",\"hookInstance\":\"x\",\"context\":{\"patientId\":\"1\"},\"prefetch\":"
                        + "{\"observations\":{\"resourceType\":\"Patient\"}}}",
                "{\"hook\":\"patient-view\",\"hookInstance\":\"x\",\"context\":{\"patientId\":\"1\"},\"prefetch\":"
                        + "{\"observations\":{\"resourceType\":\"Bundle\",\"type\":\"kanarie\",\"entry\":[{\"x\":1}]}}}"
            })
    void a_call_that_is_none_is_refused_with_a_reason_and_nothing_of_it_comes_back(String call) {
        hook(SERVER.as("jgz"), call)
                .then()
                .statusCode(400)
                .body("resourceType", equalTo("OperationOutcome"))
                .body(not(containsString("kanarie")));
    }

    @Test
    void an_unknown_service_and_another_format_are_refused_as_everywhere() {
        SERVER.as("jgz")
                .basePath("")
                .body("{}")
                .post("/cds-services/none")
                .then()
                .statusCode(404);
        SERVER.as("jgz")
                .basePath("")
                .contentType("text/plain")
                .body("{}")
                .post("/cds-services/phb-support")
                .then()
                .statusCode(415);
        SERVER.as("jgz").get("/PlanDefinition/phb-voorzorg/$apply").then().statusCode(400);
        SERVER.as("jgz")
                .get("/PlanDefinition/phb-voorzorg/$apply?subject=Practitioner/1")
                .then()
                .statusCode(400);
    }

    private static List<String> summaries(Response cards) {
        return cards.jsonPath().getList("cards.summary");
    }

    private static List<String> stored() throws SQLException {
        List<String> counts = new ArrayList<>();
        for (String table : List.of("version", "outbox", "access_grant", "delivery", "person", "file")) {
            counts.add(table + SERVER.query("select count(*) from " + table));
        }
        return counts;
    }

    private static String disclosures() throws SQLException {
        return SERVER.query("select count(*) from audit where kind <> 'none'").get(0);
    }

    private static ValidatableResponse apply(RequestSpecification as, String plan, String subject, String data) {
        return as.body(parameters(subject, data)).post(plan).then();
    }

    private static String parameters(String subject, String data) {
        List<String> all = new ArrayList<>();
        if (subject != null) {
            all.add("{\"name\":\"subject\",\"valueString\":\"" + subject + "\"}");
        }
        if (data != null) {
            all.add("{\"name\":\"data\",\"resource\":" + data + "}");
        }
        return "{\"resourceType\":\"Parameters\",\"parameter\":[" + String.join(",", all) + "]}";
    }

    private static Response cds(RequestSpecification as, String patient, String observations, String language) {
        return hook(as.header("Accept-Language", language), call(patient, observations));
    }

    private static Response hook(RequestSpecification as, String call) {
        return as.basePath("").contentType("application/json").body(call).post("/cds-services/phb-support");
    }

    private static String call(String patient, String observations) {
        return "{\"hook\":\"patient-view\",\"hookInstance\":\"" + UUID.randomUUID()
                + "\",\"context\":{\"userId\":\"Practitioner/1\",\"patientId\":\""
                + patient.substring("Patient/".length()) + "\"}"
                + (observations == null ? "" : ",\"prefetch\":{\"observations\":" + observations + "}") + "}";
    }

    /** A dash leaves out the due date, the births or the factors. */
    private static String data(String days, String births, String factors) {
        List<String> entries = new ArrayList<>();
        if (!days.equals("-")) {
            entries.add(observation(
                    SNOMED, "161714006", "\"valueDateTime\":\"" + day(Integer.parseInt(days)) + "\"", day(0)));
        }
        if (!births.equals("-")) {
            entries.add(observation(SNOMED, "364325004", "\"valueInteger\":" + births, day(0)));
        }
        if (!factors.equals("-")) {
            List<String> codes = List.of("debts", "homelessness").subList(0, Integer.parseInt(factors));
            codes.forEach(code -> entries.add(factor(code, day(0))));
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private static String factor(String code, String at) {
        return observation(
                OURS,
                "risk-factor",
                "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"" + PhbPackage.BASE
                        + "/CodeSystem/phb-risk-factor\",\"code\":\"" + code + "\"}]}",
                at);
    }

    private static String observation(String system, String code, String value, String at) {
        return "{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\""
                + system + "\",\"code\":\"" + code + "\"}]},\"effectiveDateTime\":\"" + at + "\"," + value + "}}";
    }

    private static String day(int from) {
        return LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(from).toString();
    }
}
