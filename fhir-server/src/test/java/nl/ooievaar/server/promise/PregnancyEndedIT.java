package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.SQLException;
import java.util.List;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** One neutral event stops all at once, and tells nobody more than that it is handled. */
class PregnancyEndedIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String NO_DATE = "{\"resourceType\":\"Parameters\"}";

    @Test
    void everything_that_goes_on_stops_in_both_files_and_the_signaller_sees_handled() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String work = Loop.accept(sent);
        Loop.move(work, "in-progress", "afspraak-gepland");
        String own = Loop.patient(work);
        String appointment = Loop.post("jgz", "Appointment", Loop.example("case-1-appointment.json", own, sent));

        end("jgz", own, "2026-11-20").body("parameter.find { it.name == 'repeated' }.valueBoolean", equalTo(false));

        SERVER.as("jgz")
                .get("/" + work)
                .then()
                .body("status", equalTo("cancelled"))
                .body("businessStatus.coding[0].code", equalTo("afgesloten"))
                .body("restriction", nullValue());
        SERVER.as("jgz").get("/" + appointment).then().body("status", equalTo("cancelled"));
        SERVER.as("midwife")
                .get("/" + sent.of("Task"))
                .then()
                .body("status", equalTo("completed"))
                .body("restriction", nullValue())
                .body("businessStatus", nullValue());
        SERVER.as("midwife").get("/" + sent.of("ServiceRequest")).then().body("status", equalTo("completed"));
        SERVER.as("midwife")
                .get("/Communication?based-on=" + sent.of("ServiceRequest"))
                .then()
                .body("total", equalTo(0));
        // Her own records stay.
        SERVER.as("midwife").get("/" + sent.of("Observation")).then().statusCode(200);
    }

    @Test
    void a_referral_that_nobody_took_up_ends_too_and_no_file_is_opened_for_it() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        end("midwife", sent.of("Patient"), null);
        SERVER.as("midwife").get("/" + sent.of("Task")).then().body("status", equalTo("completed"));
        assertEquals(1, filesAbout(sent).size());
    }

    @Test
    void a_visit_that_took_place_stays_one() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String work = Loop.accept(sent);
        Loop.post("jgz", "QuestionnaireResponse", Loop.example("case-1-findings.json", Loop.patient(work), sent));
        Loop.move(work, "in-progress", "uitgevoerd");
        Loop.move(work, "in-progress", "evaluatie-gepland");
        end("jgz", Loop.patient(work), null);
        SERVER.as("midwife").get("/" + sent.of("ServiceRequest")).then().body("status", equalTo("completed"));
        SERVER.as("jgz").get("/" + work).then().body("status", equalTo("cancelled"));
        SERVER.as("midwife")
                .get("/Communication?based-on=" + sent.of("ServiceRequest"))
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void done_twice_it_is_done_once() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String work = Loop.accept(sent);
        String record =
                end("jgz", Loop.patient(work), "2026-11-20").extract().path("parameter[0].valueReference.reference");
        for (String day : new String[] {"2026-11-20", null}) {
            end("jgz", Loop.patient(work), day)
                    .body("parameter[0].valueReference.reference", equalTo(record))
                    .body("parameter.find { it.name == 'repeated' }.valueBoolean", equalTo(true));
        }
        SERVER.as("jgz").get("/" + work).then().body("meta.versionId", equalTo("2"));
        assertEquals(
                List.of("f"),
                SERVER.query("select withdrawn_at is not null from outbox where id = '" + id(sent.of("Task"))
                        + "' order by seq desc limit 1"),
                "what tells that it is handled still leaves");
    }

    @Test
    void the_event_stands_in_one_file_alone_and_no_other_trail_names_it() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String work = Loop.accept(sent);
        String record =
                end("jgz", Loop.patient(work), "2026-11-20").extract().path("parameter[0].valueReference.reference");
        SERVER.as("jgz").get("/" + record).then().statusCode(200);
        SERVER.as("midwife").get("/" + record).then().statusCode(404);
        SERVER.as("midwife")
                .get("/AuditEvent?patient=" + sent.of("Patient"))
                .then()
                .statusCode(200)
                .body(containsString("update"))
                .body(not(containsString("pregnancy-ended")));
        SERVER.as("jgz")
                .get("/AuditEvent?patient=" + Loop.patient(work))
                .then()
                .body(containsString("pregnancy-ended"));
    }

    @Test
    void she_ends_it_herself_and_can_be_referred_again() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String work = Loop.accept(sent);
        SERVER.asPerson(referral.bsn(), "patient/*.cruds")
                .body(NO_DATE)
                .post("/" + sent.of("Patient") + "/$pregnancy-ended")
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + work).then().body("status", equalTo("cancelled"));
        Referral.Sent again = Loop.again(referral).send(SERVER.as("midwife"));
        String fresh = Loop.accept(again);
        assertFalse(fresh.equals(work));
        SERVER.as("jgz").get("/" + fresh).then().body("status", equalTo("accepted"));
    }

    @Test
    void what_is_queued_about_it_no_longer_leaves() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Loop.accept(sent);
        end("midwife", sent.of("Patient"), null);
        assertEquals(
                List.of("t", "t", "f"),
                SERVER.query("select withdrawn_at is not null from outbox where id = '" + id(sent.of("Task"))
                        + "' and event = 'task' order by seq"));
    }

    @Test
    void a_day_to_come_or_a_cause_is_refused_and_others_may_not_ask() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("midwife")
                .header("Accept-Language", "nl")
                .body(parameters("2099-01-01"))
                .post("/" + sent.of("Patient") + "/$pregnancy-ended")
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Parameters.parameter.where(name='date')"))
                .body("issue[0].details.text", containsString("toekomst"));
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"cause\",\"valueString\":\"x\"}]}")
                .post("/" + sent.of("Patient") + "/$pregnancy-ended")
                .then()
                .statusCode(400);
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(200);
        SERVER.as("jgz")
                .body(NO_DATE)
                .post("/" + sent.of("Patient") + "/$pregnancy-ended")
                .then()
                .statusCode(403);
        SERVER.as("midwife").get("/" + sent.of("Task")).then().body("status", equalTo("requested"));
    }

    private static io.restassured.response.ValidatableResponse end(String who, String patient, String day) {
        return SERVER.as(who)
                .body(day == null ? NO_DATE : parameters(day))
                .post("/" + patient + "/$pregnancy-ended")
                .then()
                .statusCode(200);
    }

    private static String parameters(String day) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"date\",\"valueDate\":\"" + day + "\"}]}";
    }

    private static List<String> filesAbout(Referral.Sent sent) throws SQLException {
        return SERVER.query(
                "select f.file_id from file f where f.person_id = (select f.person_id from file f join version v on"
                        + " v.file_id = f.file_id where v.id = '" + id(sent.of("Patient")) + "' limit 1)");
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
