package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.server.Asking;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Closing;
import nl.ooievaar.server.gate.Sight;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.rights.Export;
import nl.ooievaar.subject.party.Party;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Her own words beside a record, all that is hers in her hands, and what was never hers out of sight. */
class RightsIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String ALL = "patient/*.cruds";

    @Test
    void her_statement_stands_beside_a_record_for_whoever_may_see_the_record() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String record = sent.of("Observation");
        String statement = state(referral, record, "Zo was het niet <b>& dat weet u</b>.");

        for (String reader : List.of("midwife", "jgz")) {
            SERVER.as(reader)
                    .get("/Observation?_id=" + id(record) + "&_revinclude=Communication:about")
                    .then()
                    .body("entry.resource.id", hasItem(id(statement)))
                    .body(containsString("Zo was het niet <b>& dat weet u</b>."));
            SERVER.as(reader)
                    .accept("application/fhir+xml")
                    .get("/" + statement)
                    .then()
                    .body(containsString("Zo was het niet &lt;b>&amp; dat weet u&lt;/b>."));
        }
        SERVER.as("outsider").get("/" + statement).then().statusCode(404);
        SERVER.asPerson(referral.bsn())
                .post("/" + Asking.consent(SERVER.as("midwife"), sent, "referral") + "/$withdraw")
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + statement).then().statusCode(404);
    }

    @Test
    void a_statement_beside_what_no_consent_opens_stays_there() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String statement = state(referral, Asking.consent(SERVER.as("midwife"), sent, "referral"), "Niet gezegd.");
        SERVER.as("midwife").get("/" + statement).then().statusCode(200);
        SERVER.as("jgz").get("/" + statement).then().statusCode(404);
    }

    @Test
    void nobody_but_she_writes_changes_or_takes_back_her_statement() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String statement = state(referral, sent.of("Observation"), "Mijn woorden.");
        String json = SERVER.as("midwife").get("/" + statement).asString();
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body(json.replace("Mijn woorden.", "Haar woorden."))
                .put("/" + statement)
                .then()
                .statusCode(403);
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/payload/0/contentString\",\"value\":\"x\"}]")
                .patch("/" + statement)
                .then()
                .statusCode(403);
        SERVER.as("midwife")
                .body(json.replaceAll("\"id\":\"[^\"]+\",", ""))
                .post("/Communication")
                .then()
                .statusCode(403);
        SERVER.as("midwife")
                .body(Asking.text("Zogenaamd van haar."))
                .post("/" + sent.of("Observation") + "/$add-statement")
                .then()
                .statusCode(403)
                .body("issue[0].details.coding[0].code", equalTo("only-herself"));
        Referral other = Referral.ofNewWoman();
        other.send(SERVER.as("midwife"));
        SERVER.asPerson(other.bsn(), ALL)
                .body(Asking.text("Ook een mening."))
                .post("/" + statement + "/$add-statement")
                .then()
                .statusCode(404);
        SERVER.as("midwife").get("/" + statement).then().body("meta.versionId", equalTo("1"));

        SERVER.asPerson(referral.bsn(), ALL)
                .body(Asking.text("Anders gezegd."))
                .post("/" + statement + "/$add-statement")
                .then()
                .statusCode(200)
                .body("meta.versionId", equalTo("2"))
                .body("payload[0].contentString", equalTo("Anders gezegd."));
        SERVER.asPerson(referral.bsn(), ALL)
                .post("/" + statement + "/$add-statement")
                .then()
                .statusCode(200)
                .body("status", equalTo("entered-in-error"))
                .body("payload", nullValue());
    }

    @Test
    void what_is_no_text_or_too_much_of_it_is_refused_and_changes_nothing() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String statement = state(referral, sent.of("Observation"), "Mijn woorden.");
        String blank = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"text\"}]}";
        for (String place : List.of(statement, sent.of("Observation"))) {
            for (String body : List.of(Asking.text("  "), Asking.text("x".repeat(4001)), blank)) {
                SERVER.asPerson(referral.bsn(), ALL)
                        .body(body)
                        .post("/" + place + "/$add-statement")
                        .then()
                        .statusCode(400)
                        .body("issue[0].details.text", containsString("4000"));
            }
        }
        SERVER.asPerson(referral.bsn(), ALL)
                .post("/" + sent.of("Observation") + "/$add-statement")
                .then()
                .statusCode(400);
        SERVER.as("midwife").get("/" + statement).then().body("meta.versionId", equalTo("1"));
    }

    @Test
    void she_takes_with_her_every_version_that_is_hers_wherever_it_is_kept() throws SQLException {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        Loop.accept(sent);
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Observation\",\"meta\":{\"security\":[{\"system\":"
                        + "\"http://ooievaar.example/fhir/CodeSystem/phb-data-class\",\"code\":\"safeguarding\"}]},"
                        + "\"status\":\"final\",\"code\":{\"text\":\"meldcode stap 1\"},\"subject\":{\"reference\":\""
                        + sent.of("Patient") + "\"}}")
                .post("/Observation")
                .then()
                .statusCode(201);

        List<JsonPath> lines = export(referral, sent);
        JsonPath last = lines.remove(lines.size() - 1);
        Set<String> places = lines.stream()
                .map(line -> line.getString("resourceType") + "/" + line.getString("id") + "/"
                        + line.getString("meta.versionId"))
                .collect(Collectors.toSet());
        assertEquals(lines.size(), places.size());
        assertEquals(
                Set.copyOf(SERVER.query("select v.type || '/' || v.id || '/' || v.version from version v join file f on"
                        + " f.file_id = v.file_id where v.data_class <> 'safeguarding' and f.person_id ="
                        + " (select f.person_id from file f join version v on v.file_id = f.file_id where v.id = '"
                        + id(sent.of("Patient")) + "' limit 1)")),
                places);
        assertEquals(
                2,
                lines.stream()
                        .filter(l -> l.getString("resourceType").equals("Patient"))
                        .count());
        assertEquals("Parameters", last.getString("resourceType"));
        assertEquals(lines.size(), last.getInt("parameter.find { it.name == 'versions' }.valueInteger"));
        assertEquals(
                List.of(Integer.toString(lines.size())),
                SERVER.query("select sum(cardinality(ids)) from audit where interaction = 'export' and outcome = 'done'"
                        + " and request_id in (select request_id from audit where interaction = 'export' and '"
                        + id(sent.of("Patient")) + "' = any(ids))"));
    }

    @Test
    void an_export_is_for_herself_alone() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        Referral other = Referral.ofNewWoman();
        other.send(SERVER.as("midwife"));
        String place = "/" + sent.of("Patient") + "/$export";
        SERVER.as("midwife").get(place).then().statusCode(403);
        SERVER.asPerson(referral.bsn(), "patient/Patient.rs").get(place).then().statusCode(403);
        SERVER.asPerson(other.bsn()).get(place).then().statusCode(404);
        SERVER.asPerson(referral.bsn()).get(place + "?_since=2020").then().statusCode(400);
    }

    @Test
    void what_closes_during_an_export_is_not_in_its_next_part() throws SQLException {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        many(sent, 2 * Export.PART);
        String row = SERVER.query("select f.file_id, f.person_id from file f join version v on v.file_id = f.file_id"
                        + " where v.id = '" + id(sent.of("Patient")) + "'")
                .get(0);
        UUID file = UUID.fromString(row.split("\\|")[0]);
        UUID person = UUID.fromString(row.split("\\|")[1]);
        List<Export.Line> first = part(person, Export.Place.start());
        assertEquals(Export.PART, first.size());
        Export.Line end = first.get(first.size() - 1);
        Export.Place place = new Export.Place(end.id(), end.version());
        List<Export.Line> next = part(person, place);

        UUID closed = next.get(0).id();
        assertEquals(
                Integer.valueOf(1),
                new TransactionTemplate(SERVER.part(PlatformTransactionManager.class))
                        .execute(status -> SERVER.part(Closing.class).close(file, closed)));

        List<Export.Line> after = part(person, place);
        assertFalse(after.stream().anyMatch(line -> line.id().equals(closed)));
        assertEquals(next.get(1).id(), after.get(0).id());
    }

    @Test
    void what_was_recorded_for_the_wrong_woman_closes_at_once_to_all_but_its_author() throws SQLException {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String record = sent.all("Observation").get(1);
        SERVER.as("jgz").get("/" + sent.of("Patient") + "/$everything").then().statusCode(200);
        Loop.accept(sent);
        SERVER.as("jgz").get("/" + record).then().statusCode(200);

        SERVER.as("midwife")
                .post("/" + record + "/$entered-in-error")
                .then()
                .statusCode(200)
                .body("parameter.find { it.name == 'versions' }.valueInteger", equalTo(2))
                .body("parameter.find { it.name == 'told' }.valueInteger", equalTo(1));

        for (var closed : List.of(SERVER.as("jgz"), SERVER.asPerson(referral.bsn()))) {
            closed.get("/" + record).then().statusCode(404);
            closed.get("/" + record + "/_history/1").then().statusCode(404);
            closed.get("/" + record + "/_history").then().statusCode(404);
            closed.get("/Observation?_id=" + id(record)).then().body("total", equalTo(0));
        }
        SERVER.as("midwife").get("/" + record).then().body("status", equalTo("entered-in-error"));
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(200);
        assertEquals(
                List.of("90000201-phb"),
                SERVER.query("select p.service from outbox o join party p on p.party_id = o.recipient"
                        + " where o.event = 'entered-in-error' and o.id = '" + id(record) + "'"));
    }

    @Test
    void a_patient_who_was_not_she_closes_with_the_whole_file_and_leaves_her_name_free() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Patient") + "/$everything").then().statusCode(200);
        Loop.accept(sent);
        SERVER.as("midwife")
                .post("/" + sent.of("Patient") + "/$entered-in-error")
                .then()
                .statusCode(200)
                .body(not(containsString("Morales")));

        for (String type : List.of("Patient", "ServiceRequest", "Observation", "Consent", "Provenance")) {
            SERVER.as("jgz").get("/" + sent.of(type)).then().statusCode(404);
            SERVER.asPerson(referral.bsn()).get("/" + sent.of(type)).then().statusCode(404);
        }
        SERVER.as("midwife")
                .get("/" + sent.of("Patient") + "/_history/1")
                .then()
                .statusCode(200);

        Referral.Sent again = new RenumberedReferral(referral).send();
        assertFalse(again.of("Patient").equals(sent.of("Patient")));
        SERVER.as("jgz").get("/" + again.of("Patient")).then().statusCode(200);
        SERVER.asPerson(referral.bsn()).get("/" + again.of("Patient")).then().statusCode(200);
    }

    /** The same woman, referred again under another number. */
    private record RenumberedReferral(Referral referral) {
        Referral.Sent send() {
            referral.resource(
                    "ServiceRequest", s -> ((com.fasterxml.jackson.databind.node.ObjectNode) s.at("/identifier/0"))
                            .put("value", "ref-" + UUID.randomUUID()));
            return referral.send(SERVER.as("midwife"));
        }
    }

    @Test
    void only_the_custodian_says_that_it_was_the_wrong_woman() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("jgz")
                .post("/" + sent.of("Observation") + "/$entered-in-error")
                .then()
                .statusCode(403)
                .body("issue[0].details.coding[0].code", equalTo("only-custodian"));
        SERVER.as("outsider")
                .post("/" + sent.of("Observation") + "/$entered-in-error")
                .then()
                .statusCode(404);
        SERVER.as("midwife")
                .post("/" + sent.of("PractitionerRole") + "/$entered-in-error")
                .then()
                .statusCode(400);
    }

    private static List<JsonPath> export(Referral referral, Referral.Sent sent) {
        String all = new String(
                SERVER.asPerson(referral.bsn())
                        .get("/" + sent.of("Patient") + "/$export")
                        .then()
                        .statusCode(200)
                        .contentType("application/fhir+ndjson")
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        List<JsonPath> lines = new ArrayList<>();
        all.lines().forEach(line -> lines.add(new JsonPath(line)));
        assertTrue(lines.size() > 1);
        return lines;
    }

    private static List<Export.Line> part(UUID person, Export.Place after) {
        Instant now = Instant.now();
        Caller caller = new Caller(
                new Party(Caller.PERSONS, "test", "herself"),
                "herself",
                Optional.empty(),
                "test",
                Set.of(),
                Optional.of("sealed"),
                Optional.empty());
        List<UUID> files = SERVER.part(JdbcTemplate.class)
                .queryForList("select file_id from file where person_id = ?", UUID.class, person);
        Viewer viewer = new Viewer(-1, false, new Sight(List.of(person), files, files), Optional.empty(), now);
        AuditedRequest request = new AuditedRequest(UUID.randomUUID(), "export", null, now);
        return new TransactionTemplate(SERVER.part(PlatformTransactionManager.class))
                .execute(status -> SERVER.part(Export.class).part(person, after, caller, viewer, request));
    }

    private static void many(Referral.Sent sent, int count) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < count; i++) {
            entries.append(i == 0 ? "" : ",")
                    .append(
                            "{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},"
                                    + "\"subject\":{\"reference\":\"")
                    .append(sent.of("Patient"))
                    .append("\"}},\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}");
        }
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}")
                .post()
                .then()
                .statusCode(200);
    }

    private static String state(Referral referral, String record, String text) {
        return "Communication/"
                + SERVER.asPerson(referral.bsn(), ALL)
                        .body(Asking.text(text))
                        .post("/" + record + "/$add-statement")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id");
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
