package nl.ooievaar.server.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.validation.Form;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Question;
import nl.ooievaar.server.validation.Validation;
import org.junit.jupiter.api.Test;

/** Who saw what, when and why: she reads it in words, her custodians read that of their own files, and nobody else anything. */
class AccessLogIT {
    private static final TestServer SERVER = TestServer.get();

    private final Referral referral = Referral.ofNewWoman();
    private final Referral.Sent sent = referral.send(SERVER.as("midwife"));
    private final String patient = sent.of("Patient");

    @Test
    void she_reads_in_words_who_saw_what_when_and_why() {
        SERVER.as("jgz").get("/" + patient).then().statusCode(200);
        List<String> dutch = sentences(log("nl"));
        assertThat(dutch)
                .anySatisfy(line -> assertThat(line)
                        .contains("JGZ Zuid-Limburg")
                        .contains("verpleegkundige")
                        .contains("bekeek uw persoonsgegevens")
                        .contains("u gaf toestemming voor: aanmelding voor het huisbezoek")
                        .contains("Dit was geen noodtoegang.")
                        .contains(Integer.toString(LocalDate.now().getYear())))
                .anySatisfy(line -> assertThat(line)
                        .contains("Verloskundigenpraktijk De Ooievaar")
                        .contains("schreef uw persoonsgegevens")
                        .contains("zij schreven het zelf op"));
        assertThat(sentences(log("en"))).anySatisfy(line -> assertThat(line)
                .contains("JGZ Zuid-Limburg")
                .contains("looked at your personal details")
                .contains("you agreed to: referral for the home visit"));
        assertThat(sentences(log("nl")))
                .as("her own looks are in it")
                .anySatisfy(line -> assertThat(line).contains("u zelf").contains("lijst van wie uw gegevens zag"));
    }

    @Test
    void it_tells_of_the_files_of_all_who_keep_a_record_about_her() {
        Loop.accept(sent);
        List<String> custodians = log("nl")
                .jsonPath()
                .getList("entry.resource.agent.flatten().findAll { it.type.coding[0].code == 'CST' }.altId");
        assertThat(custodians).contains("90000101-verloskunde", "90000201-phb");
    }

    @Test
    void it_is_in_order_and_in_pages_and_can_be_asked_by_day() {
        for (int i = 0; i < 3; i++) {
            SERVER.as("jgz").get("/" + patient).then().statusCode(200);
        }
        List<String> moments = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String next = "/" + patient + "/$access-log?_count=2";
        while (next != null) {
            JsonPath page = SERVER.asPerson(referral.bsn())
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            moments.addAll(page.getList("entry.resource.recorded"));
            ids.addAll(page.getList("entry.resource.id"));
            next = page.getString("link.find { it.relation == 'next' }?.url");
        }
        assertThat(moments).hasSizeGreaterThanOrEqualTo(4).isSorted();
        assertThat(ids).doesNotHaveDuplicates();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        SERVER.asPerson(referral.bsn())
                .get("/" + patient + "/$access-log?start=" + today.plusDays(2))
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
        assertThat(SERVER.asPerson(referral.bsn())
                        .get("/" + patient + "/$access-log?start=" + today.minusDays(1) + "&end=" + today.plusDays(1))
                        .jsonPath()
                        .<String>getList("entry.resource.id"))
                .containsAll(ids);
        for (String wrong : List.of("start=gisteren", "_count=0", "_count=501", "patient=x")) {
            SERVER.asPerson(referral.bsn())
                    .get("/" + patient + "/$access-log?" + wrong)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void nobody_else_reads_it_and_cannot_tell_whether_there_is_one() {
        Referral other = Referral.ofNewWoman();
        other.send(SERVER.as("midwife"));
        String absent = "Patient/" + UUID.randomUUID();
        List<Response> there = new ArrayList<>();
        List<Response> nowhere = new ArrayList<>();
        // The desk may see her by consent, but keeps no file yet.
        for (String stranger : List.of("outsider", "veilig-thuis", "maternity", "jgz")) {
            there.add(SERVER.as(stranger).get("/" + patient + "/$access-log"));
            nowhere.add(SERVER.as(stranger).get("/" + absent + "/$access-log"));
        }
        there.add(SERVER.asPerson(other.bsn()).get("/" + patient + "/$access-log"));
        nowhere.add(SERVER.asPerson(other.bsn()).get("/" + absent + "/$access-log"));
        for (int i = 0; i < there.size(); i++) {
            assertEquals(404, there.get(i).statusCode());
            assertEquals(
                    nowhere.get(i).asString().replace(absent, "X"),
                    there.get(i).asString().replace(patient, "X"));
        }
    }

    @Test
    void a_page_link_opens_nothing_for_another_and_nothing_elsewhere() {
        SERVER.as("jgz").get("/" + patient).then().statusCode(200);
        String next = SERVER.asPerson(referral.bsn())
                .get("/" + patient + "/$access-log?_count=1")
                .jsonPath()
                .getString("link.find { it.relation == 'next' }.url");
        Referral other = Referral.ofNewWoman();
        String others = other.send(SERVER.as("midwife")).of("Patient");
        SERVER.asPerson(other.bsn()).get(next).then().statusCode(404);
        SERVER.as("midwife").get(next).then().statusCode(404);
        SERVER.asPerson(referral.bsn())
                .get(next.replace(patient, others))
                .then()
                .statusCode(404);
    }

    @Test
    void what_is_withheld_from_her_is_not_told_by_its_trail() {
        String note = "{\"resourceType\":\"Observation\",\"meta\":{\"security\":[{\"system\":"
                + "\"http://ooievaar.example/fhir/CodeSystem/phb-data-class\",\"code\":\"safeguarding\"}]},"
                + "\"status\":\"final\",\"code\":{\"text\":\"aantekening\"},\"subject\":{\"reference\":\"" + patient
                + "\"},\"valueString\":\"in eigen woorden\"}";
        String made = SERVER.as("midwife").body(note).post("/Observation").header("Location");
        String place = made.replaceAll(".*(Observation/[^/]+).*", "$1");
        SERVER.as("midwife").get("/" + place).then().statusCode(200);
        assertThat(SERVER.as("midwife").get("/AuditEvent?patient=" + patient).asString())
                .contains(place);
        int lines = log("nl").jsonPath().getList("entry").size();
        SERVER.as("midwife").get("/" + place).then().statusCode(200);
        Response hers = log("nl");
        assertThat(hers.asString()).doesNotContain(place);
        assertThat(SERVER.asPerson(referral.bsn())
                        .get("/AuditEvent?patient=" + patient)
                        .asString())
                .doesNotContain(place);
        assertEquals(lines + 1, hers.jsonPath().getList("entry").size(), "her own look and nothing else");
        String hidden = SERVER.as("midwife")
                .get("/AuditEvent?patient=" + patient)
                .jsonPath()
                .getString("entry.find { it.resource.entity.what.reference.any { r -> r != null && r.startsWith('"
                        + place + "') } }.resource.id");
        SERVER.as("midwife").get("/AuditEvent/" + hidden).then().statusCode(200);
        SERVER.asPerson(referral.bsn()).get("/AuditEvent/" + hidden).then().statusCode(404);
    }

    @Test
    void she_and_the_custodian_read_the_same_events_by_search_and_by_id() {
        SERVER.as("jgz").get("/" + patient).then().statusCode(200);
        String event = SERVER.as("midwife")
                .get("/AuditEvent?patient=" + patient + "&action=R&date=ge2020-01-01")
                .then()
                .statusCode(200)
                .body("entry.resource.action", hasItem("R"))
                .body("entry.resource.action", not(hasItem("C")))
                .extract()
                .path("entry[0].resource.id");
        SERVER.as("midwife").get("/AuditEvent/" + event).then().statusCode(200);
        SERVER.asPerson(referral.bsn())
                .get("/AuditEvent/" + event)
                .then()
                .statusCode(200)
                .body("entity.find { it.role?.code == '1' }.what.reference", equalTo(patient));
        SERVER.as("outsider").get("/AuditEvent/" + event).then().statusCode(404);
        SERVER.as("jgz").get("/AuditEvent/" + event).then().statusCode(404);
        SERVER.as("midwife")
                .get("/AuditEvent?patient=" + patient + "&date=lt2020-01-01")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void a_trail_longer_than_a_page_is_answered_in_pages_without_gap_or_repetition() {
        for (int i = 0; i < 4; i++) {
            SERVER.as("midwife").get("/" + patient).then().statusCode(200);
        }
        List<String> ids = new ArrayList<>();
        String next = "/AuditEvent?action=R&_count=2&patient=" + patient;
        int pages = 0;
        while (next != null) {
            JsonPath page = SERVER.as("midwife")
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("entry.resource.id"));
            next = page.getString("link.find { it.relation == 'next' }?.url");
            pages++;
        }
        assertThat(pages).isEqualTo(2);
        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
        SERVER.as("midwife")
                .get("/AuditEvent?action=R&_summary=count&patient=" + patient)
                .then()
                .body("total", equalTo(4))
                .body("entry", equalTo(null));
        SERVER.as("midwife")
                .get("/AuditEvent?action=R&_include=AuditEvent:patient&patient=" + patient)
                .then()
                .body(
                        "entry.findAll { it.search.mode == 'include' }.resource.resourceType",
                        equalTo(List.of("Patient")));
    }

    @Test
    void she_sees_who_tried_to_reach_a_record_of_hers_and_was_refused() throws SQLException {
        Referral own = Referral.ofNewWoman();
        Referral.Sent hers = own.send(SERVER.as("midwife"));
        String note = SERVER.as("midwife")
                .body("{\"resourceType\":\"Observation\",\"meta\":{\"security\":[{\"system\":"
                        + "\"http://ooievaar.example/fhir/CodeSystem/phb-data-class\",\"code\":\"safeguarding\"}]},"
                        + "\"status\":\"final\",\"code\":{\"text\":\"aantekening\"},\"subject\":{\"reference\":\""
                        + hers.of("Patient") + "\"}}")
                .post("/Observation")
                .path("id");
        List<String> rows = new ArrayList<>();
        for (String place : List.of(hers.of("Observation"), "Observation/" + UUID.randomUUID())) {
            String last =
                    SERVER.query("select coalesce(max(seq), 0) from audit").get(0);
            SERVER.as("outsider").get("/" + place).then().statusCode(404);
            SERVER.as("outsider")
                    .body("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":"
                            + "\"GET\",\"url\":\"" + place + "\"}}]}")
                    .post()
                    .then()
                    .statusCode(200);
            rows.add(SERVER.query("select count(*) from audit where seq > " + last)
                    .get(0));
        }
        SERVER.as("veilig-thuis").get("/" + hers.of("Task")).then().statusCode(404);
        SERVER.as("outsider").get("/Observation/" + note).then().statusCode(404);

        assertThat(rows).containsExactly("2", "2");
        List<String> log = SERVER.asPerson(own.bsn())
                .header("Accept-Language", "nl")
                .get("/" + hers.of("Patient") + "/$access-log")
                .then()
                .statusCode(200)
                .extract()
                .path("entry.resource.text.div");
        List<String> refused =
                log.stream().filter(line -> line.contains("Dat mocht niet")).toList();
        assertThat(refused).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("JGZ Elders")
                .contains("wilde een bevinding bekijken of veranderen")
                .contains("niets getoond en niets veranderd"));
        SERVER.as("outsider")
                .get("/" + hers.of("Patient") + "/$access-log")
                .then()
                .statusCode(404);
    }

    @Test
    void what_is_looked_up_about_who_tried_takes_the_same_statements_and_rows_where_nothing_is() {
        Referral.Sent hers = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String absent = "Observation/" + UUID.randomUUID();
        SERVER.as("outsider").get("/" + absent).then().statusCode(404);
        try (LeakStatements statements = new LeakStatements()) {
            for (String door : List.of("", "/_history", "/_history/1")) {
                var there = statements.during(() -> SERVER.as("outsider").get("/" + hers.of("Observation") + door));
                var nowhere = statements.during(() -> SERVER.as("outsider").get("/" + absent + door));
                assertEquals(nowhere, there, door);
                assertThat(there.executed()).isPositive();
            }
        }
    }

    @Test
    void who_asks_for_a_page_gets_the_same_lines_as_one_with_the_same_gate_and_on_record() throws SQLException {
        Referral own = Referral.ofNewWoman();
        Referral.Sent hers = own.send(SERVER.as("midwife"));
        for (int i = 0; i < 3; i++) {
            SERVER.as("jgz").get("/" + hers.of("Task")).then().statusCode(200);
        }
        String place = "/" + hers.of("Patient") + "/$access-log";
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        List<String> lines = SERVER.asPerson(own.bsn())
                .header("Accept-Language", "nl")
                .get(place)
                .path("entry.resource.text.div");
        String last = SERVER.query("select max(seq) from audit").get(0);
        Response answer = SERVER.asPerson(own.bsn())
                .header("Accept-Language", "nl")
                .accept(browser)
                .get(place + "?end=" + LocalDate.now(ZoneId.of("Europe/Amsterdam")));
        answer.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        String page = answer.asString();
        assertThat(page).contains("<html lang=\"nl\">").contains("3 keer, van ").doesNotContain("<script");
        for (String line : lines) {
            String told = line.replaceAll("<[^>]+>", "").replaceFirst("^.*?: ", "");
            assertThat(page).contains(told.substring(0, told.indexOf('.')));
        }
        assertEquals(
                List.of("access-log|done|subject"),
                SERVER.query("select interaction, outcome, basis from audit where seq > " + last));

        String absent = "/Patient/" + UUID.randomUUID() + "/$access-log";
        for (String stranger : List.of("outsider", "jgz")) {
            Response there = SERVER.as(stranger).accept(browser).get(place);
            Response nowhere = SERVER.as(stranger).accept(browser).get(absent);
            assertEquals(404, there.statusCode());
            assertEquals(nowhere.asString(), there.asString());
        }
        for (String json : List.of("*/*", "application/fhir+json, text/html;q=0.5", "image/png")) {
            SERVER.asPerson(own.bsn())
                    .accept(json)
                    .get(place)
                    .then()
                    .statusCode(200)
                    .body("resourceType", equalTo("Bundle"));
        }
    }

    @Test
    void to_read_the_trail_is_on_record_and_so_is_what_is_refused_there() throws SQLException {
        String event = SERVER.as("midwife")
                .get("/AuditEvent?patient=" + patient)
                .then()
                .statusCode(200)
                .extract()
                .path("entry[0].resource.id");
        SERVER.as("midwife").get("/AuditEvent/" + event).then().statusCode(200);
        assertEquals(
                List.of("search-type|E|own|custodian", "read|R|own|custodian"),
                SERVER.query("select interaction, action, kind, basis from audit where '" + event
                        + "' = any(ids::text[]) order by seq"));
        long before = refusals();
        SERVER.as("midwife").get("/AuditEvent").then().statusCode(400);
        SERVER.as("midwife")
                .get("/AuditEvent?patient=" + patient + "&unknown=1")
                .then()
                .statusCode(400);
        SERVER.as("midwife")
                .get("/AuditEvent?patient=" + patient + "&_sort=action")
                .then()
                .statusCode(400);
        SERVER.as("midwife").get("/AuditEvent/" + UUID.randomUUID()).then().statusCode(404);
        SERVER.as("midwife")
                .get("/Patient/" + UUID.randomUUID() + "/$access-log")
                .then()
                .statusCode(404);
        SERVER.as("midwife").get("/" + patient + "/$access-log?start=x").then().statusCode(400);
        assertEquals(before + 6, refusals());
    }

    @Test
    void every_event_is_valid_and_names_who_acted_for_what_and_by_which_rule() {
        SERVER.as("jgz").get("/" + patient).then().statusCode(200);
        SERVER.as("jgz").get("/Task?patient=" + patient).then().statusCode(200);
        SERVER.as("jgz").get("/" + patient + "/$everything").then().statusCode(200);
        Loop.accept(sent);
        log("nl");
        Response all = log("nl");
        Validation validation = SERVER.part(Validation.class);
        List<Issue> errors = validation
                .judge()
                .of(all.asString().getBytes(StandardCharsets.UTF_8), Form.JSON, Locale.ENGLISH, Question.PLAIN)
                .stream()
                .filter(Issue::error)
                .toList();
        assertThat(errors).isEmpty();
        JsonPath read = all.jsonPath()
                .setRootPath(
                        "entry.resource.find { it.subtype[0].code == 'read' && it.agent.altId.contains('90000201-phb') }");
        assertThat(read.getString("agent.find { it.requestor }.who.identifier.value"))
                .isEqualTo("90000201");
        assertThat(read.getString("agent.find { it.requestor }.who.display")).isEqualTo("JGZ Zuid-Limburg");
        assertThat(read.getString("agent.find { it.requestor }.role[0].coding[0].code"))
                .isEqualTo("30.000");
        assertThat(read.getString("agent.find { it.type.coding[0].code == 'CST' }.altId"))
                .isEqualTo("90000101-verloskunde");
        assertThat(read.getString("entity.find { it.role?.code == '1' }.what.reference"))
                .isEqualTo(patient);
        assertThat(read.getString("entity.find { it.role?.code == '4' }.what.reference"))
                .isEqualTo(patient + "/_history/1");
        assertThat(read.getList("entity.find { it.role?.code == '4' }.detail.valueString"))
                .contains("delivered", "consent:referral");
        assertThat(read.getString("entity.find { it.role?.code == '13' }.what.reference"))
                .startsWith("Consent/");
        assertThat(read.getString("purposeOfEvent[0].coding[0].code")).isEqualTo("referral");
        assertThat(all.jsonPath().<String>getList("entry.resource.entity.flatten().query").stream()
                        .filter(query -> query != null)
                        .map(query -> new String(java.util.Base64.getDecoder().decode(query), StandardCharsets.UTF_8)))
                .anyMatch(query -> query.matches("patient=[0-9a-f]+"));
    }

    private Response log(String language) {
        Response answer = SERVER.asPerson(referral.bsn())
                .header("Accept-Language", language)
                .get("/" + patient + "/$access-log");
        answer.then().statusCode(200);
        return answer;
    }

    private static List<String> sentences(Response log) {
        return log.jsonPath().getList("entry.resource.text.div");
    }

    private static long refusals() throws SQLException {
        return Long.parseLong(SERVER.query(
                        "select count(*) from audit where outcome = 'refused' and service = '90000101-verloskunde'")
                .get(0));
    }
}
