package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.directory.MunicipalityImport;
import nl.ooievaar.server.store.DirectoryImport;
import nl.ooievaar.subject.party.Party;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** She moves: what she agrees to goes to the other JGZ as one document, the clock runs on, and who referred her learns nothing. */
class TransferIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String CONSENT = "urn:uuid:00000000-0000-4000-8000-000000000001";
    private static final String ELSEWHERE = "90000961-phb";

    @BeforeAll
    static void import_another_jgz() {
        SERVER.part(DirectoryImport.class)
                .add(
                        new Party("http://fhir.nl/fhir/NamingSystem/ura", "90000961", ELSEWHERE),
                        "JGZ Verhuisstad",
                        "JGZ",
                        "Aanmeldpunt Verhuisstad",
                        Optional.empty());
        String table =
                """
                municipality;name;ura;service;postal-from;postal-to
                9921;Verhuisstad;90000961;90000961-phb;1121;
                """;
        SERVER.part(MunicipalityImport.class).load(table.getBytes(StandardCharsets.UTF_8), "test", "test");
    }

    /** A woman with a file at the desk: findings, and what never goes along. */
    private static final class Moving {
        final Referral referral = Referral.ofNewWoman();
        final Referral.Sent sent = referral.send(SERVER.as("midwife"));
        final String work = Loop.accept(sent);
        final String patient = Loop.patient(work);
        final String findings =
                Loop.post("jgz", "QuestionnaireResponse", Loop.example("case-1-findings.json", patient, sent));
        final List<String> stays = new ArrayList<>();

        Moving() {
            stays.add(Loop.post("jgz", "QuestionnaireResponse", marked("phb-data-class", "safeguarding")));
            stays.add(Loop.post("jgz", "QuestionnaireResponse", marked("phb-withheld", "other-person")));
            stays.add(Loop.post(
                    "jgz",
                    "Observation",
                    about(Referral.example("withheld-address.json").deepCopy())));
        }

        private String marked(String system, String code) {
            ObjectNode findings = (ObjectNode) Referral.read(Loop.example("case-1-findings.json", patient, sent));
            ((ObjectNode) findings.get("meta"))
                    .putArray("security")
                    .addObject()
                    .put("system", "http://ooievaar.example/fhir/CodeSystem/" + system)
                    .put("code", code);
            return findings.toString();
        }

        private String about(ObjectNode record) {
            record.remove("performer");
            record.putObject("subject").put("reference", patient);
            return record.toString();
        }

        ValidatableResponse moves(int status) {
            Response answer = ask(patient, service(ELSEWHERE), consent(patient));
            assertEquals(status, answer.statusCode(), answer.asString());
            return answer.then();
        }

        String document() {
            return moves(200)
                    .body("parameter[1].name", equalTo("repeated"))
                    .body("parameter[1].valueBoolean", equalTo(false))
                    .extract()
                    .path("parameter[0].valueReference.reference");
        }

        String workElsewhere(String document) {
            return "Task/" + onlyTask(document).get("id").asText();
        }

        JsonNode onlyTask(String document) {
            List<JsonNode> found = new ArrayList<>();
            Referral.read(elsewhere().get("/Task?_count=200").asString())
                    .path("entry")
                    .forEach(entry -> {
                        if (entry.at("/resource/input/0/valueReference/reference")
                                .asText()
                                .equals(document)) {
                            found.add(entry.get("resource"));
                        }
                    });
            assertEquals(1, found.size());
            return found.get(0);
        }
    }

    @Test
    void her_file_goes_as_one_document_of_exact_versions_that_the_contract_calls_a_dossier() {
        Moving her = new Moving();
        String document = her.document();
        JsonNode bundle = document("jgz", document);
        assertEquals("document", bundle.get("type").asText());
        List<String> entries = new ArrayList<>();
        bundle.get("entry")
                .forEach(entry -> entries.add(entry.at("/resource/resourceType").asText() + "/"
                        + entry.at("/resource/id").asText()));
        String composition = entries.get(0);
        assertTrue(composition.startsWith("Composition/"));
        assertTrue(entries.contains(her.patient));
        assertTrue(entries.contains(her.findings));
        her.stays.forEach(one -> assertFalse(entries.contains(one), one));
        assertTrue(bundle.at("/entry/0/resource/section").toString().contains(her.findings + "/_history/1"));
        SERVER.as("jgz")
                .body(bundle.toString())
                .post("/$validate")
                .then()
                .statusCode(200)
                .body("issue.severity", not(hasItem("error")));
        assertEquals(bundle, document("elsewhere", document));
        elsewhere().get("/" + composition).then().statusCode(200);
        elsewhere().get("/" + her.findings + "/_history/1").then().statusCode(200);
        her.stays.forEach(one -> elsewhere().get("/" + one).then().statusCode(404));
        elsewhere().get("/" + her.work).then().statusCode(404);
    }

    @Test
    void the_work_goes_on_elsewhere_by_the_clock_it_had_and_ends_here_without_a_word() {
        Moving her = new Moving();
        JsonNode before = Referral.read(SERVER.as("jgz").get("/" + her.work).asString());
        String document = her.document();
        JsonNode after = her.onlyTask(document);
        assertEquals("received", after.get("status").asText());
        assertEquals(before.get("authoredOn"), after.get("authoredOn"));
        assertEquals(before.at("/restriction/period/end"), after.at("/restriction/period/end"));
        assertEquals(
                "HealthcareService/" + service(ELSEWHERE),
                after.at("/owner/reference").asText());
        assertFalse(after.has("basedOn"));
        String theirs = after.at("/for/reference").asText();
        assertFalse(theirs.equals(her.patient));
        elsewhere().get("/" + theirs).then().statusCode(200).body("birthDate", equalTo("2003-04-12"));
        SERVER.as("jgz").get("/" + theirs).then().statusCode(404);
        SERVER.as("jgz").get("/Task/" + after.get("id").asText()).then().statusCode(404);
        SERVER.as("jgz")
                .get("/" + her.work)
                .then()
                .body("status", equalTo("cancelled"))
                .body("businessStatus.coding[0].code", equalTo("afgesloten"))
                .body("restriction", nullValue());
        SERVER.asPerson(her.referral.bsn()).get("/" + theirs).then().statusCode(200);
    }

    @Test
    void who_referred_her_reads_received_and_handled_and_never_where_she_lives() {
        Moving her = new Moving();
        String before = SERVER.as("midwife").get("/" + her.sent.of("Task")).asString();
        String work = her.workElsewhere(her.document());
        assertEquals(before, SERVER.as("midwife").get("/" + her.sent.of("Task")).asString());
        // The old desk still writes a word in its own task: it is no move of the referral.
        JsonNode old = Referral.read(SERVER.as("jgz").get("/" + her.work).asString());
        ((ObjectNode) old).put("description", "overgedragen");
        SERVER.as("jgz")
                .header("If-Match", SERVER.as("jgz").get("/" + her.work).header("ETag"))
                .body(old.toString())
                .put("/" + her.work)
                .then()
                .statusCode(200);
        assertEquals(before, SERVER.as("midwife").get("/" + her.sent.of("Task")).asString());
        move(work, "accepted", "contact-gelegd");
        move(work, "in-progress", "uitgevoerd");
        SERVER.as("midwife").get("/" + her.sent.of("Task")).then().body("status", equalTo("in-progress"));
        move(work, "completed", "afgesloten");
        SERVER.as("midwife")
                .get("/" + her.sent.of("Task"))
                .then()
                .body("status", equalTo("completed"))
                .body("owner.reference", equalTo("HealthcareService/" + service("90000201-phb")));
        SERVER.as("midwife")
                .get("/" + her.sent.of("ServiceRequest"))
                .then()
                .body("status", equalTo("completed"))
                .body("performer[0].reference", equalTo("HealthcareService/" + service("90000201-phb")));
    }

    @Test
    void when_she_withdraws_the_new_desk_keeps_what_came_and_sees_nothing_later() {
        Moving her = new Moving();
        String document = her.document();
        String consent = SERVER.as("jgz")
                .get("/Consent?patient=" + her.patient + "&purpose=transfer")
                .jsonPath()
                .getString("entry[0].resource.id");
        SERVER.as("jgz")
                .body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"obtained\",\"valueCode\":\"oral\"}]}")
                .post("/Consent/" + consent + "/$withdraw")
                .then()
                .statusCode(200);
        JsonNode findings =
                Referral.read(SERVER.as("jgz").get("/" + her.findings).asString());
        ((ObjectNode) findings).put("status", "amended");
        SERVER.as("jgz")
                .header("If-Match", "W/\"1\"")
                .body(findings.toString())
                .put("/" + her.findings)
                .then()
                .statusCode(200);
        elsewhere().get("/" + her.findings).then().statusCode(200).body("meta.versionId", equalTo("1"));
        elsewhere().get("/" + her.findings + "/_history/2").then().statusCode(404);
        document("elsewhere", document);
        move(her.workElsewhere(document), "accepted", "contact-gelegd");
    }

    @Test
    void the_same_transfer_twice_is_one_and_says_so() {
        Moving her = new Moving();
        String document = her.document();
        her.moves(200)
                .body("parameter[0].valueReference.reference", equalTo(document))
                .body("parameter[1].valueBoolean", equalTo(true));
        her.workElsewhere(document);
    }

    @Test
    void taking_back_her_referral_ends_the_work_where_it_now_is() {
        Moving her = new Moving();
        String work = her.workElsewhere(her.document());
        String consent = her.sent.all("Consent").get(0);
        SERVER.as("midwife")
                .body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"obtained\",\"valueCode\":\"oral\"}]}")
                .post("/" + consent + "/$withdraw")
                .then()
                .statusCode(200);
        elsewhere()
                .get("/" + work)
                .then()
                .body("status", equalTo("cancelled"))
                .body("businessStatus.coding[0].code", equalTo("ingetrokken"));
    }

    @Test
    void it_stands_in_her_log_as_delivered_by_her_consent() throws SQLException {
        Moving her = new Moving();
        String document = her.document();
        assertEquals(
                List.of("delivered|consent:transfer"),
                SERVER.query("select kind, basis from audit where interaction = 'transfer' and kind = 'delivered' and '"
                        + document.substring("Binary/".length()) + "' = any(ids)"));
        SERVER.asPerson(her.referral.bsn())
                .header("Accept-Language", "en")
                .get("/" + her.patient + "/$access-log")
                .then()
                .statusCode(200)
                .body(containsString("passing on your file to the youth health care of where you move"));
    }

    @Test
    void without_her_consent_for_that_desk_nothing_goes_and_what_is_missing_is_named() {
        Moving her = new Moving();
        for (String along : List.of(
                "",
                consent(her.patient).replace(ELSEWHERE, "90000101-verloskunde"),
                consent(her.patient).replace("\"code\":\"transfer\"", "\"code\":\"case-conference\""),
                consent(her.patient)
                        .replace(
                                "\"code\":\"transfer\"}]",
                                "\"code\":\"transfer\"}],\"class\":[{\"system\":\"http://ooievaar.example/fhir/CodeSystem/"
                                        + "phb-data-class\",\"code\":\"findings\"}]"))) {
            Response answer = ask(her.patient, service(ELSEWHERE), along);
            assertEquals(422, answer.statusCode(), answer.asString());
            answer.then()
                    .body("issue[0].details.coding[0].code", equalTo("transfer-without-consent"))
                    .body("issue[0].details.text", containsString("transfer"))
                    .body("issue[0].expression[0]", equalTo("Parameters.parameter.where(name='consent')"));
        }
        SERVER.as("jgz").get("/" + her.work).then().body("status", equalTo("accepted"));
        SERVER.as("jgz")
                .get("/Consent?patient=" + her.patient)
                .then()
                .body("entry.resource.provision.purpose.flatten().code.flatten()", not(hasItem("transfer")));
        elsewhere().get("/" + her.findings).then().statusCode(404);
    }

    @Test
    void only_her_own_desk_transfers_and_only_work_that_goes_on_to_the_desk_of_another_jgz() {
        Moving her = new Moving();
        refused(ask(her.patient, service("90000201-phb"), consent(her.patient)), 422, "transfer-same-desk");
        refused(ask(her.patient, service("90000101-verloskunde"), consent(her.patient)), 422, "transfer-not-jgz");
        refused(ask(her.patient, UUID.randomUUID().toString(), consent(her.patient)), 422, "reference-not-found");
        String known = her.sent.of("Patient");
        refused(ask(known, service(ELSEWHERE), consent(known)), 403, "only-custodian");
        Response hidden = ask("outsider", her.patient, service(ELSEWHERE), "");
        Response absent = ask("outsider", "Patient/" + UUID.randomUUID(), service(ELSEWHERE), "");
        assertEquals(404, hidden.statusCode());
        assertEquals(
                absent.asString().replaceAll("[0-9a-f-]{36}", "ID"),
                hidden.asString().replaceAll("[0-9a-f-]{36}", "ID"));
        Loop.move(her.work, "in-progress", "uitgevoerd");
        Loop.move(her.work, "completed", "afgesloten");
        refused(ask(her.patient, service(ELSEWHERE), consent(her.patient)), 409, "transfer-no-work");
    }

    private static void refused(Response answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.asString());
        answer.then().body("issue[0].details.coding[0].code", equalTo(code));
    }

    private static void move(String task, String status, String progress) {
        elsewhere()
                .header("If-Match", elsewhere().get("/" + task).header("ETag"))
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + status
                        + "\"},{\"op\":\"replace\",\"path\":\"/businessStatus/coding/0/code\",\"value\":\"" + progress
                        + "\"}]")
                .patch("/" + task)
                .then()
                .statusCode(200);
    }

    private static JsonNode document(String client, String binary) {
        String data = as(client)
                .accept("application/fhir+json")
                .get("/" + binary)
                .jsonPath()
                .getString("data");
        return Referral.read(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8));
    }

    private static Response ask(String patient, String to, String consent) {
        return ask("jgz", patient, to, consent);
    }

    private static Response ask(String client, String patient, String to, String consent) {
        return as(client)
                .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"to\",\"valueReference\":"
                        + "{\"reference\":\"HealthcareService/" + to + "\"}}" + consent + "]}")
                .post("/" + patient + "/$transfer");
    }

    private static RequestSpecification as(String client) {
        return client.equals("elsewhere") ? elsewhere() : SERVER.as(client);
    }

    /** The other desk is a party of this test alone, so that who is a stranger elsewhere stays one. */
    private static RequestSpecification elsewhere() {
        return SERVER.with(SERVER.token(
                "desk-elsewhere",
                Map.of(
                        "organization_system", "http://fhir.nl/fhir/NamingSystem/ura",
                        "organization_value", "90000961",
                        "service", ELSEWHERE,
                        "role", "30.000",
                        "scope", "system/*.cruds"),
                Instant.now()));
    }

    /** Her consent for the other desk, with its Provenance, as parameters. */
    private static String consent(String patient) {
        ObjectNode consent = find("Consent");
        consent.putObject("patient").put("reference", patient);
        ((ObjectNode) consent.at("/performer/0")).put("reference", patient);
        ((ObjectNode) consent.at("/provision/purpose/0")).put("code", "transfer");
        ObjectNode origin = find("Provenance");
        origin.putArray("target").addObject().put("reference", CONSENT);
        origin.putArray("agent").addObject().putObject("who").put("reference", patient);
        return ",{\"name\":\"consent\",\"resource\":" + consent.toString().replace("90000201-phb", ELSEWHERE)
                + "},{\"name\":\"provenance\",\"resource\":" + origin + "}";
    }

    private static ObjectNode find(String type) {
        for (JsonNode entry : Referral.example("case-1-referral.json").get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return entry.get("resource").deepCopy();
            }
        }
        throw new IllegalArgumentException(type);
    }

    private static String service(String number) {
        return SERVER.as("midwife")
                .get("/HealthcareService?identifier=http://ooievaar.example/fhir/NamingSystem/service|" + number)
                .jsonPath()
                .getString("entry[0].resource.id");
    }
}
