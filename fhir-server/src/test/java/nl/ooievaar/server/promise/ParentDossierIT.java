package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.mappings.dossier.DossierReader;
import nl.ooievaar.mappings.source.Limits;
import nl.ooievaar.server.Born;
import nl.ooievaar.server.Consents;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.Work;
import org.junit.jupiter.api.Test;

/** Her parent dossier leaves by the gate, as everything does. */
class ParentDossierIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String SOURCES =
            "parameter.findAll { it.name == 'field' && it.part.any { it.valueCode == 'marked' } }"
                    + ".part.flatten().findAll { it.name == 'source' }.valueReference.reference";

    private final Referral referral = Referral.ofNewWoman();
    private final Referral.Sent sent = referral.send(SERVER.as("midwife"));

    @Test
    void a_desk_gets_of_her_what_it_may_see_and_all_of_that_is_on_record_before() throws SQLException {
        Work work = Work.accepted(SERVER, sent);
        String findings = work.write("findings", it -> {});
        String plan = work.plan(it -> {});
        Response answer = dossier("jgz", work.patient(), "");
        JsonNode dossier = Referral.read(text(answer));
        assertEquals(work.patient(), dossier.at("/person/reference").asText());
        assertTrue(dossier.toString().contains(findings) && dossier.toString().contains(plan), dossier.toString());
        assertTrue(
                dossier.toString().contains(sent.of("Observation")),
                "what birth care sent along, about the same woman");
        Set<String> recorded = new HashSet<>(
                SERVER.query("select unnest(ids)::text from audit where interaction = 'to-parent-dossier'"));
        for (String one : List.of(work.patient(), findings, plan, sent.of("Observation"))) {
            assertTrue(recorded.contains(one.substring(one.indexOf('/') + 1)), one);
        }
        assertFalse(recorded.contains(work.task().substring("Task/".length())), "work is no part of it");
    }

    @Test
    void what_is_marked_never_goes_and_is_told_of_to_who_keeps_it_alone() throws SQLException {
        String address = withheldAddress();
        Consents.give(SERVER.as("midwife"), sent.of("Patient"), "contact-details", consent -> ((ObjectNode)
                        consent.get("provision"))
                .putArray("data")
                .addObject()
                .put("meaning", "instance")
                .putObject("reference")
                .put("reference", address));
        SERVER.as("jgz").get("/" + address).then().statusCode(200);

        Response keeper = dossier("midwife", sent.of("Patient"), "");
        assertTrue(keeper.<List<String>>path(SOURCES).contains(address + "/_history/1"));
        Response reader = dossier("jgz", sent.of("Patient"), "");
        assertEquals(List.of(), reader.<List<String>>path(SOURCES));
        assertFalse(reader.asString().contains(address));
        for (Response one : List.of(keeper, reader)) {
            assertFalse(text(one).contains("Voorbeeldhof"), "the address");
            assertFalse(text(one).contains(address), "the record");
        }
        String id = address.substring("Observation/".length());
        assertEquals(
                List.of("90000101-verloskunde"),
                SERVER.query("select service from audit where interaction = 'to-parent-dossier' and ids @> array['" + id
                        + "']::uuid[]"));
    }

    @Test
    void hidden_and_absent_are_the_same_and_a_withdrawal_closes_at_the_next_request() {
        String patient = sent.of("Patient");
        dossier("jgz", patient, "");
        String absent = SERVER.as("outsider")
                .get("/Patient/" + UUID.randomUUID() + "/$to-parent-dossier")
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertEquals(absent, asked("outsider", patient, "").asString());
        for (String consent : sent.all("Consent")) {
            SERVER.as("midwife")
                    .body(
                            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"obtained\",\"valueCode\":\"oral\"}]}")
                    .post("/" + consent + "/$withdraw")
                    .then()
                    .statusCode(200);
        }
        Response after = asked("jgz", patient, "");
        after.then().statusCode(404);
        assertEquals(absent, after.asString());
    }

    @Test
    void it_leaves_in_each_of_its_forms() {
        Work work = Work.accepted(SERVER, sent);
        work.write("findings", it -> {});
        String json = text(dossier("jgz", work.patient(), "?form=json"));
        String xml = text(dossier("jgz", work.patient(), "?form=xml"));
        DossierReader reader = new DossierReader(Limits.USUAL);
        assertEquals(reader.read(bytes(json)).leaves(), reader.read(bytes(xml)).leaves());
        JsonNode bds = Referral.read(text(dossier("jgz", work.patient(), "?form=bds")));
        assertTrue(bds.toString().contains("\"element\":7,"), bds.toString());
        dossier("jgz", work.patient(), "?form=jgz-message&application=501&receiver=502")
                .then()
                .body("parameter.findAll { it.name == 'dossier' }.size()", equalTo(0))
                .body("parameter.findAll { it.name == 'summary' }.size()", equalTo(2));
        for (String wrong : List.of("?form=pdf", "?form=jgz-message", "?form=jgz-message&application=1&receiver=<a>")) {
            asked("jgz", work.patient(), wrong).then().statusCode(400);
        }
        SERVER.asPerson(referral.bsn())
                .get("/" + sent.of("Patient") + "/$to-parent-dossier?form=jgz-message&application=1&receiver=2")
                .then()
                .statusCode(400);
        SERVER.asPerson(referral.bsn())
                .get("/" + sent.of("Patient") + "/$to-parent-dossier")
                .then()
                .statusCode(200);
    }

    @Test
    void a_narrow_token_opens_no_more_by_it_and_a_child_has_none() {
        Work work = Work.accepted(SERVER, sent);
        String findings = work.write("findings", it -> {});
        String narrow = SERVER.tokenOf("jgz", java.util.Map.of("scope", "system/Patient.r"));
        String dossier = text(SERVER.with(narrow).get("/" + work.patient() + "/$to-parent-dossier"));
        assertTrue(dossier.contains(work.patient()));
        assertFalse(dossier.contains(findings));
        String child = SERVER.as("jgz")
                .body(Born.parameters(false, Born.on("2026-11-02")))
                .post("/" + work.patient() + "/$birth")
                .then()
                .statusCode(200)
                .extract()
                .path("parameter[0].valueReference.reference");
        asked("jgz", child, "")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("dossier-of-woman"));
    }

    private String withheldAddress() {
        ObjectNode address = (ObjectNode) Referral.example("withheld-address.json");
        address.putObject("subject").put("reference", sent.of("Patient"));
        address.remove("performer");
        return Work.place(SERVER.as("midwife").body(address.toString()).post("/Observation"));
    }

    private static Response asked(String who, String patient, String form) {
        return SERVER.as(who).get("/" + patient + "/$to-parent-dossier" + form);
    }

    private static Response dossier(String who, String patient, String form) {
        Response answer = asked(who, patient, form);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer;
    }

    private static String text(Response answer) {
        String data = answer.path("parameter.find { it.name == 'dossier' }.valueAttachment.data");
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
