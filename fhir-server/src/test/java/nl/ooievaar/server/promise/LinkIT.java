package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.Asking;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** Two records of one woman, two who signal in one pregnancy: one woman and one visit, and two again when it was a mistake. */
class LinkIT {
    private static final TestServer SERVER = TestServer.get();

    /** The desk keeps her twice: once by her BSN, and once from a referral without it. */
    private static final class Twice {
        final Referral known = Referral.ofNewWoman();
        final Referral.Sent first = known.send(SERVER.as("midwife"));
        final Referral.Sent second = withoutBsn().send(SERVER.as("midwife"));
        final String one = Loop.patient(Loop.accept(first));
        final String work;
        final String other;

        Twice() {
            SERVER.as("jgz")
                    .get("/" + second.of("Patient") + "/$everything")
                    .then()
                    .statusCode(200);
            work = Loop.accept(second);
            other = Loop.patient(work);
        }
    }

    @Test
    void her_view_and_her_log_are_of_both_while_they_are_linked_and_of_one_when_they_are_split() {
        Twice her = new Twice();
        sees(her.known, her.other, 404);
        link(her.one, her.other).statusCode(200).body("parameter[0].valueBoolean", equalTo(false));
        link(her.other, her.one).statusCode(200).body("parameter[0].valueBoolean", equalTo(true));
        sees(her.known, her.one, 200);
        sees(her.known, her.other, 200);
        sees(her.known, her.work, 200);
        SERVER.asPerson(her.known.bsn())
                .get("/" + her.other + "/$access-log")
                .then()
                .statusCode(200)
                .body(containsString("link"));
        // What another party keeps is not for the desk to join.
        sees(her.known, her.second.of("Patient"), 404);

        unlink(her.one, her.other).statusCode(200).body("parameter[0].valueBoolean", equalTo(false));
        unlink(her.one, her.other).statusCode(200).body("parameter[0].valueBoolean", equalTo(true));
        sees(her.known, her.other, 404);
        sees(her.known, her.one, 200);
        SERVER.as("jgz").get("/" + her.other + "/_history/1").then().statusCode(200);
        SERVER.as("jgz").get("/" + her.work).then().statusCode(200);
    }

    @Test
    void whichever_is_named_first_it_is_of_the_woman_with_the_number() {
        Twice her = new Twice();
        link(her.other, her.one).statusCode(200);
        sees(her.known, her.other, 200);
        unlink(her.other, her.one).statusCode(200);
        sees(her.known, her.other, 404);
        sees(her.known, her.one, 200);
    }

    @Test
    void an_objection_in_the_one_stops_what_was_allowed_in_the_other() {
        Twice her = new Twice();
        String record = her.second.all("Observation").get(0);
        amend(record);
        SERVER.as("jgz").get("/" + record).then().body("meta.versionId", equalTo("2"));
        object(her.known, her.one);
        SERVER.as("jgz").get("/" + record).then().body("meta.versionId", equalTo("2"));
        link(her.one, her.other).statusCode(200);
        SERVER.as("jgz").get("/" + record).then().body("meta.versionId", equalTo("1"));
        unlink(her.one, her.other).statusCode(200);
        SERVER.as("jgz").get("/" + record).then().body("meta.versionId", equalTo("2"));
    }

    @Test
    void what_she_objects_to_after_the_link_counts_for_both() {
        Twice her = new Twice();
        String record = her.second.all("Observation").get(0);
        amend(record);
        link(her.one, her.other).statusCode(200);
        SERVER.as("jgz").get("/" + record).then().body("meta.versionId", equalTo("2"));
        object(her.known, her.one);
        SERVER.as("jgz").get("/" + record).then().body("meta.versionId", equalTo("1"));
    }

    @Test
    void a_linked_record_keeps_what_was_agreed_about_it() {
        Twice her = new Twice();
        link(her.one, her.other).statusCode(200);
        Loop.post("jgz", "QuestionnaireResponse", Loop.example("case-1-findings.json", her.other, her.second));
        Loop.move(her.work, "in-progress", "uitgevoerd");
        Loop.move(her.work, "completed", "afgesloten");
        SERVER.as("midwife")
                .get("/Communication?based-on=" + her.second.of("ServiceRequest"))
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void different_numbers_other_kinds_and_records_of_others_are_refused_and_hidden_is_absent() {
        Twice her = new Twice();
        String stranger = Loop.patient(Loop.accept(Referral.ofNewWoman().send(SERVER.as("midwife"))));
        link(her.one, stranger)
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("link-other-bsn"))
                .body("issue[0].expression[0]", equalTo("Parameters.parameter.where(name='other')"));
        link(her.one, her.one).statusCode(422).body("issue[0].details.coding[0].code", equalTo("link-two-records"));
        String partner = Loop.post(
                "jgz",
                "Patient",
                "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[\"http://ooievaar.example/fhir/StructureDefinition/phb-partner\"]},"
                        + "\"name\":[{\"text\":\"haar partner\"}]}");
        link(her.one, partner).statusCode(422).body("issue[0].details.coding[0].code", equalTo("link-two-records"));
        link(her.one, her.first.of("Patient")).statusCode(403);
        Response hidden = ask("outsider", her.one, her.other);
        Response absent = ask("outsider", "Patient/" + UUID.randomUUID(), her.other);
        assertEquals(absent.statusCode(), hidden.statusCode());
        assertEquals(
                absent.asString().replaceAll("[0-9a-f-]{36}", "ID"),
                hidden.asString().replaceAll("[0-9a-f-]{36}", "ID"));
    }

    @Test
    void a_number_that_is_found_later_makes_the_record_hers_and_what_she_objected_to_counts() {
        Referral known = Referral.ofNewWoman();
        Referral.Sent sent = known.send(SERVER.as("midwife"));
        Referral.Sent second = withoutBsn().send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + second.of("Patient") + "/$everything").then().statusCode(200);
        String other = Loop.patient(Loop.accept(second));
        String record = second.all("Observation").get(0);
        amend(record);
        object(known, sent.of("Patient"));
        sees(known, other, 404);
        BirthIT.identify(other, known.bsn());
        sees(known, other, 200);
        sees(known, second.of("Patient"), 404);
        SERVER.as("jgz").get("/" + record).then().body("meta.versionId", equalTo("1"));
    }

    @Test
    void a_second_signaller_joins_the_visit_and_learns_nothing_of_the_first() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent first = referral.send(SERVER.as("midwife"));
        String work = Loop.accept(first);
        Loop.move(work, "in-progress", "afspraak-gepland");
        Referral.Sent second = ofMaternity(referral);
        assertEquals(work, Loop.accept(second));
        SERVER.as("jgz")
                .get("/" + work)
                .then()
                .body("status", equalTo("in-progress"))
                .body("basedOn.reference", hasItems(first.of("ServiceRequest"), second.of("ServiceRequest")));
        SERVER.as("maternity").get("/" + second.of("Task")).then().body("status", equalTo("accepted"));
        SERVER.as("maternity").get("/" + first.of("Task")).then().statusCode(404);

        Loop.post("jgz", "QuestionnaireResponse", Loop.example("case-1-findings.json", Loop.patient(work), first));
        Loop.move(work, "in-progress", "uitgevoerd");
        Loop.move(work, "completed", "afgesloten");
        List.of(List.of("midwife", first), List.of("maternity", second)).forEach(pair -> {
            Referral.Sent sent = (Referral.Sent) pair.get(1);
            SERVER.as((String) pair.get(0)).get("/" + sent.of("Task")).then().body("status", equalTo("completed"));
            SERVER.as((String) pair.get(0))
                    .get("/Communication")
                    .then()
                    .body("entry.resource.basedOn.reference.flatten()", hasItem(sent.of("ServiceRequest")));
        });
        SERVER.as("maternity")
                .get("/Communication")
                .then()
                .body("entry.resource.basedOn.reference.flatten()", not(hasItem(first.of("ServiceRequest"))));
    }

    @Test
    void a_referral_that_one_signaller_loses_leaves_the_visit_to_the_other() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent first = referral.send(SERVER.as("midwife"));
        String work = Loop.accept(first);
        Referral.Sent second = ofMaternity(referral);
        Loop.accept(second);
        SERVER.asPerson(referral.bsn())
                .post("/" + Asking.consent(SERVER.as("midwife"), first, "referral") + "/$withdraw")
                .then()
                .statusCode(200);
        SERVER.as("midwife").get("/" + first.of("Task")).then().body("status", equalTo("cancelled"));
        SERVER.as("jgz")
                .get("/" + work)
                .then()
                .body("status", equalTo("accepted"))
                .body("basedOn.reference", equalTo(List.of(second.of("ServiceRequest"))));
    }

    @Test
    void destroying_a_linked_record_leaves_the_other_and_what_she_agreed() throws SQLException {
        Twice her = new Twice();
        link(her.one, her.other).statusCode(200);
        SERVER.as("jgz")
                .body(Asking.codes(java.util.Map.of("ground", "her-request")))
                .post("/" + her.other + "/$destroy")
                .then()
                .statusCode(200);
        sees(her.known, her.one, 200);
        sees(her.known, her.other, 404);
        SERVER.as("jgz").get("/" + her.first.of("Patient")).then().statusCode(200);
        assertEquals(
                List.of(),
                SERVER.query(
                        "select p.person_id from person p where not exists (select 1 from file f where f.person_id ="
                                + " p.person_id or f.joined_from = p.person_id) and p.bsn_index is null and p.person_id in"
                                + " (select person_id from access_grant)"));
    }

    private static Referral withoutBsn() {
        return Referral.ofNewWoman().resource("Patient", p -> {
            ObjectNode identifier = (ObjectNode) p.at("/identifier/0");
            identifier.put("system", "http://midwife.example/id/woman");
            identifier.put("value", "v-" + UUID.randomUUID());
        });
    }

    /** The same woman, noticed by maternity care. */
    private static Referral.Sent ofMaternity(Referral referral) {
        Loop.again(referral);
        ObjectNode bundle = referral.bundle();
        String json = bundle.toString()
                .replace("90000101-verloskunde", "90000301-kraamzorg")
                .replace("ura|90000101", "ura|90000301");
        bundle.setAll((ObjectNode) Referral.read(json));
        return referral.send(SERVER.as("maternity"));
    }

    private static void amend(String record) {
        SERVER.as("midwife")
                .header("If-Match", SERVER.as("midwife").get("/" + record).header("ETag"))
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"add\",\"path\":\"/note\",\"value\":[{\"text\":\"later gezegd\"}]}]")
                .patch("/" + record)
                .then()
                .statusCode(200);
    }

    /** Signed in she objects to every referral to the desk, whoever sends it. */
    private static void object(Referral her, String patient) {
        ObjectNode bundle = (ObjectNode) Referral.read(Asking.hers(patient, "deny"));
        ObjectNode provision = (ObjectNode) bundle.at("/entry/0/resource/provision");
        provision.remove("class");
        ((ObjectNode) provision.at("/purpose/0")).put("code", "referral");
        ((com.fasterxml.jackson.databind.node.ArrayNode) provision.get("actor")).remove(1);
        ((ObjectNode) provision.at("/actor/0/reference/identifier")).put("value", "90000201-phb");
        SERVER.asPerson(her.bsn()).body(bundle.toString()).post().then().statusCode(200);
    }

    private static void sees(Referral her, String record, int status) {
        SERVER.asPerson(her.bsn()).get("/" + record).then().statusCode(status);
    }

    private static ValidatableResponse link(String one, String other) {
        return ask("jgz", one, other).then();
    }

    private static Response ask(String who, String one, String other) {
        return SERVER.as(who).body(parameters(other)).post("/" + one + "/$link");
    }

    private static ValidatableResponse unlink(String one, String other) {
        return SERVER.as("jgz")
                .body(parameters(other))
                .post("/" + one + "/$unlink")
                .then();
    }

    private static String parameters(String other) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"other\",\"valueReference\":{\"reference\":\""
                + other + "\"}}]}";
    }
}
