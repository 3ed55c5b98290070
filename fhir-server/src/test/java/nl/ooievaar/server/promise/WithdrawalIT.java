package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.ooievaar.server.Asking;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** She takes back what she gave, as easily as she gave it; what stood on it ends, and nobody learns why. */
class WithdrawalIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String ORAL = Asking.codes(Map.of("obtained", "oral"));

    @Test
    void she_withdraws_in_one_call_and_the_next_request_of_the_desk_finds_nothing_but_that_it_ended() {
        Referral referral = Referral.ofNewWoman().resource("Task", t -> t.put("description", "kanarie in woorden"));
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Task")).then().statusCode(200);

        SERVER.asPerson(referral.bsn())
                .post("/" + consent(sent, "referral") + "/$withdraw")
                .then()
                .statusCode(200)
                .body("status", equalTo("inactive"))
                .body("extension.valueCode", equalTo(List.of("portal")));

        for (String type : List.of("Patient", "ServiceRequest", "Observation")) {
            SERVER.as("jgz").get("/" + sent.of(type)).then().statusCode(404);
        }
        SERVER.as("jgz")
                .get("/" + sent.of("Task"))
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body(not(containsString("kanarie")));
        SERVER.as("jgz").get("/" + sent.of("Task") + "/_history/1").then().statusCode(404);
    }

    @Test
    void a_desk_that_never_looked_has_nothing_to_end() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        SERVER.asPerson(referral.bsn())
                .post("/" + consent(sent, "referral") + "/$withdraw")
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + sent.of("Task")).then().statusCode(404);
        SERVER.as("jgz").get("/" + consent(sent, "referral")).then().statusCode(404);
    }

    @Test
    void a_party_in_the_loop_records_it_on_her_word_in_one_call() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String consent = consent(sent, "referral");
        SERVER.as("jgz")
                .body(ORAL)
                .post("/" + consent + "/$withdraw")
                .then()
                .statusCode(200)
                .body("status", equalTo("inactive"));

        SERVER.as("jgz").get("/" + sent.of("ServiceRequest")).then().statusCode(404);
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(404);
        SERVER.as("midwife")
                .get("/" + consent)
                .then()
                .body("status", equalTo("inactive"))
                .body("extension.valueCode", equalTo(List.of("oral")));
        SERVER.as("midwife")
                .get("/Provenance?target=" + consent + "&_sort=-recorded")
                .then()
                .body("total", equalTo(2))
                .body("entry[0].resource.agent[0].who.identifier.value", equalTo("90000201"));
    }

    @Test
    void done_twice_it_is_done_once() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String consent = consent(sent, "referral");
        SERVER.as("jgz").get("/" + consent).then().statusCode(200);
        for (RequestSpecification again :
                List.of(SERVER.as("midwife"), SERVER.as("jgz"), SERVER.asPerson(referral.bsn()))) {
            again.body(ORAL)
                    .post("/" + consent + "/$withdraw")
                    .then()
                    .statusCode(200)
                    .body("meta.versionId", equalTo("2"));
        }
        SERVER.as("midwife").get("/Provenance?target=" + consent).then().body("total", equalTo(2));
    }

    @Test
    void who_sees_nothing_of_a_consent_can_not_withdraw_it_nor_tell_that_it_is_there() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String other = Referral.ofNewWoman().bsn();
        String consent = consent(sent, "referral");
        for (RequestSpecification as : List.of(SERVER.as("outsider"), SERVER.asPerson(other))) {
            as.body(ORAL).post("/" + consent + "/$withdraw").then().statusCode(404);
        }
        SERVER.as("midwife").get("/" + consent).then().body("status", equalTo("active"));
        SERVER.as("jgz")
                .header("If-Match", "W/\"1\"")
                .body(SERVER.as("midwife").get("/" + consent).asString())
                .put("/" + consent)
                .then()
                .statusCode(403);
    }

    @Test
    void what_stood_on_it_ends_with_it_in_both_files() throws SQLException {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String work = accept(sent);
        SERVER.asPerson(referral.bsn())
                .post("/" + consent(sent, "referral") + "/$withdraw")
                .then()
                .statusCode(200);

        for (String party : List.of("midwife", "jgz")) {
            SERVER.as(party)
                    .get("/" + sent.of("Task"))
                    .then()
                    .body("status", equalTo("cancelled"))
                    .body("restriction", nullValue());
        }
        SERVER.as("midwife").get("/" + sent.of("ServiceRequest")).then().body("status", equalTo("revoked"));
        SERVER.as("jgz")
                .get("/" + work)
                .then()
                .body("status", equalTo("cancelled"))
                .body("businessStatus.coding[0].code", equalTo("ingetrokken"))
                .body("restriction", nullValue());
        SERVER.as("jgz")
                .get("/Task?_id=" + id(work) + "&due=gt2000-01-01")
                .then()
                .body("total", equalTo(0));
        SERVER.as("midwife").get("/" + work).then().statusCode(404);
        String task = id(sent.of("Task"));
        assertEquals(
                List.of("task|t|null", "task|t|null", "task|f|null", "ended|f|90000201-phb"),
                SERVER.query("select event, withdrawn_at is not null, p.service from outbox o left join party p on"
                        + " p.party_id = o.recipient where id = '" + task + "' order by o.seq"));
    }

    @Test
    void a_reason_stays_with_who_recorded_it() {
        for (String recorder : List.of("midwife", "jgz", "herself")) {
            Referral referral = Referral.ofNewWoman();
            Referral.Sent sent = referral.send(SERVER.as("midwife"));
            String consent = consent(sent, "referral");
            SERVER.as("jgz").get("/" + sent.of("Task")).then().statusCode(200);
            as(recorder, referral)
                    .body(Asking.codes(Map.of("obtained", "oral", "reason", "pregnancy-ended")))
                    .post("/" + consent + "/$withdraw")
                    .then()
                    .statusCode(200);
            for (String reader : List.of("midwife", "jgz", "herself")) {
                String all = as(reader, referral)
                                .get("/Provenance?target=" + consent)
                                .asString()
                        + as(reader, referral)
                                .get("/Consent?_id=" + id(consent))
                                .asString()
                        + as(reader, referral)
                                .get("/Task?_id=" + id(sent.of("Task")))
                                .asString();
                assertEquals(
                        reader.equals(recorder),
                        all.contains("pregnancy-ended"),
                        reader + " of what " + recorder + " recorded");
            }
        }
    }

    @Test
    void how_she_told_it_must_be_said_in_words_we_know() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String consent = consent(sent, "referral");
        for (String body : List.of(
                "",
                Asking.codes(Map.of("obtained", "telepathy")),
                Asking.codes(Map.of("obtained", "oral", "reason", "gossip")),
                Asking.codes(Map.of("obtained", "oral", "purpose", "referral")))) {
            SERVER.as("midwife")
                    .header("Accept-Language", "nl")
                    .body(body)
                    .post("/" + consent + "/$withdraw")
                    .then()
                    .statusCode(400)
                    .body("issue[0].details.text", containsString("parameter"));
        }
        SERVER.as("midwife").get("/" + consent).then().body("meta.versionId", equalTo("1"));
    }

    @Test
    void one_call_takes_back_all_for_one_purpose_and_leaves_her_objections() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        SERVER.asPerson(referral.bsn())
                .body(Asking.hers(sent.of("Patient"), "deny"))
                .post()
                .then()
                .statusCode(200);
        SERVER.asPerson(referral.bsn())
                .body(Asking.codes(Map.of("purpose", "feedback")))
                .post("/" + sent.of("Patient") + "/$withdraw")
                .then()
                .statusCode(200)
                .body("entry.size()", equalTo(1))
                .body("entry[0].resource.status", equalTo("inactive"))
                .body("entry[0].resource.provision.type", equalTo("permit"));
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(200);
        SERVER.asPerson(referral.bsn())
                .body(Asking.codes(Map.of("purpose", "feedback")))
                .post("/" + sent.of("Patient") + "/$withdraw")
                .then()
                .statusCode(200)
                .body("entry", nullValue());
    }

    @Test
    void she_gives_and_refuses_herself_where_her_record_is_kept() throws SQLException {
        Referral referral = Referral.ofNewWoman().withoutFeedbackConsent();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String given = SERVER.asPerson(referral.bsn())
                .body(Asking.hers(sent.of("Patient"), "permit"))
                .post()
                .then()
                .statusCode(200)
                .extract()
                .path("entry[0].response.location");
        String place = given.replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1");
        SERVER.as("midwife").get("/" + place).then().statusCode(200);
        assertEquals(
                List.of("1"),
                SERVER.query("select count(*) from access_grant where data_class = 'feedback' and consent_id = '"
                        + id(place) + "'"));
        SERVER.asPerson(referral.bsn())
                .body(Asking.hers(sent.of("Patient"), "deny"))
                .post()
                .then()
                .statusCode(200);
        assertEquals(
                List.of("0"),
                SERVER.query("select count(*) from access_grant g where data_class = 'feedback' and consent_id = '"
                        + id(place) + "' and not exists (select 1 from access_grant d where d.effect = 'deny'"
                        + " and d.person_id = g.person_id and d.recipient = g.recipient and d.purpose = g.purpose"
                        + " and d.data_class = g.data_class and d.weight = g.weight)"));
    }

    @Test
    void a_consent_about_somebody_else_is_refused_as_one_about_nobody() {
        Referral referral = Referral.ofNewWoman();
        referral.send(SERVER.as("midwife"));
        String other = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        Response there = SERVER.asPerson(referral.bsn())
                .body(Asking.hers(other, "permit"))
                .post();
        Response nowhere = SERVER.asPerson(referral.bsn())
                .body(Asking.hers("Patient/" + UUID.randomUUID(), "permit"))
                .post();
        assertEquals(422, there.statusCode());
        assertEquals(nowhere.statusCode(), there.statusCode());
        assertEquals(nowhere.asString(), there.asString());
    }

    @Test
    void with_a_token_of_her_own_she_writes_nothing_else() throws SQLException {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        List<String> files = SERVER.query("select count(*) from file");
        for (String body : List.of(
                "{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + sent.of("Patient") + "\"}}",
                "{\"resourceType\":\"Provenance\",\"target\":[{\"reference\":\"" + sent.of("Observation")
                        + "\"}],\"recorded\":\"2026-11-26T10:00:00Z\",\"agent\":[{\"who\":{\"reference\":\""
                        + sent.of("Patient") + "\"}}]}",
                SERVER.as("midwife").get("/" + sent.of("Patient")).asString())) {
            String type = body.replaceAll("(?s).*?\"resourceType\":\"(\\w+)\".*", "$1");
            SERVER.asPerson(referral.bsn(), "patient/*.cruds")
                    .body(body)
                    .post("/" + type)
                    .then()
                    .statusCode(403)
                    .body("issue[0].details.coding[0].code", equalTo("not-by-herself"));
        }
        SERVER.asPerson(referral.bsn(), "patient/*.rs")
                .post("/" + consent(sent, "referral") + "/$withdraw")
                .then()
                .statusCode(403);
        assertEquals(files, SERVER.query("select count(*) from file"));
    }

    @Test
    void her_objection_ends_a_referral_as_a_withdrawal_does() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String consent = consent(sent, "referral");
        String json = SERVER.as("midwife").get("/" + consent).asString();
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body(json.replace("\"type\":\"permit\"", "\"type\":\"deny\""))
                .put("/" + consent)
                .then()
                .statusCode(200);
        SERVER.as("midwife").get("/" + sent.of("Task")).then().body("status", equalTo("cancelled"));
    }

    /** @return the work task of the desk */
    private static String accept(Referral.Sent sent) {
        String task = SERVER.as("jgz").get("/" + sent.of("Task")).asString();
        SERVER.as("jgz")
                .header("If-Match", "W/\"1\"")
                .body(task.replace("\"status\":\"requested\"", "\"status\":\"in-progress\""))
                .put("/" + sent.of("Task"))
                .then()
                .statusCode(200);
        return "Task/"
                + SERVER.as("jgz")
                        .get("/Task?based-on=" + sent.of("ServiceRequest"))
                        .jsonPath()
                        .getString("entry[0].resource.id");
    }

    private static RequestSpecification as(String who, Referral referral) {
        return who.equals("herself") ? SERVER.asPerson(referral.bsn()) : SERVER.as(who);
    }

    private static String consent(Referral.Sent sent, String purpose) {
        return Asking.consent(SERVER.as("midwife"), sent, purpose);
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
