package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** A record as a midwife's system has it, into her own file on this server. */
class FromBirthCareIT {
    private static final TestServer SERVER = TestServer.get();

    private final String bsn = Referral.ofNewWoman().bsn();
    private final String dossier = "D-" + UUID.randomUUID();

    @Test
    void a_pregnancy_card_becomes_her_her_pregnancy_and_what_it_tells() {
        List<String> made = references(send("midwife", card("2", "79"), "")
                .body(
                        "parameter.find { it.name == 'summary' }.part.find { it.name == 'rejected' }.valueInteger",
                        equalTo(0)));
        assertEquals(1, made.stream().filter(it -> it.startsWith("Patient/")).count());
        String patient = made.stream()
                .filter(it -> it.startsWith("Patient/"))
                .findFirst()
                .orElseThrow();
        SERVER.as("midwife")
                .get("/Observation?subject=" + patient + "&_count=50")
                .then()
                .statusCode(200)
                .body(
                        "entry.resource.code.coding.flatten().code",
                        hasItems("161732006", "161714006", "57036006", "risk-factor"))
                .body("entry.resource.subject.reference", everyItem(equalTo(patient)));
        SERVER.as("midwife")
                .get("/DocumentReference?subject=" + patient)
                .then()
                .body("total", equalTo(1))
                .body("entry[0].resource.description", containsString("0 rejected"));
        oneOrigin(made);
    }

    @Test
    void the_same_record_again_changes_nothing() {
        List<String> first = references(send("midwife", card("2", "79"), ""));
        int versions = versions(first);
        send("midwife", card("2", "79"), "")
                .body(
                        "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'outcome' }.valueCode",
                        everyItem(equalTo("unchanged")))
                .body("parameter.findAll { it.name == 'resource' }.size()", equalTo(first.size()));
        assertEquals(versions, versions(first));
        oneOrigin(first);
    }

    @Test
    void a_newer_record_brings_up_to_date_and_keeps_what_was() {
        List<String> first = references(send("midwife", card("2", "79"), ""));
        send("midwife", card("3", "79"), "")
                .body(
                        "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'outcome' }.valueCode",
                        hasItem("updated"))
                .body(
                        "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'outcome' }.valueCode",
                        not(hasItem("created")));
        String gravidity = first.stream()
                .filter(it -> SERVER.as("midwife").get("/" + it).asString().contains("\"161732006\""))
                .findFirst()
                .orElseThrow();
        SERVER.as("midwife")
                .get("/" + gravidity)
                .then()
                .body("valueInteger", equalTo(3))
                .body("meta.versionId", equalTo("2"));
        SERVER.as("midwife").get("/" + gravidity + "/_history/1").then().body("valueInteger", equalTo(2));
    }

    @Test
    void it_opens_nothing_to_anybody() {
        List<String> made = references(send("midwife", card("2", "79"), ""));
        for (String stranger : List.of("jgz", "ward", "maternity")) {
            made.forEach(one -> SERVER.as(stranger).get("/" + one).then().statusCode(404));
        }
        SERVER.asPerson(bsn).get("/" + made.get(0)).then().statusCode(200);
    }

    @Test
    void a_preview_writes_nothing_and_answers_what_a_transaction_would_be() {
        Response preview = post("midwife", card("2", "79"), ",{\"name\":\"preview\",\"valueBoolean\":true}");
        preview.then()
                .statusCode(200)
                .body("parameter.find { it.name == 'transaction' }.resource.type", equalTo("transaction"))
                .body("parameter.findAll { it.name == 'field' }.size()", equalTo(8));
        SERVER.as("midwife")
                .body(preview.<Object>path("parameter.find { it.name == 'transaction' }.resource"))
                .post()
                .then()
                .statusCode(200);
        SERVER.as("midwife")
                .contentType("application/x-www-form-urlencoded")
                .formParam("identifier", "http://fhir.nl/fhir/NamingSystem/bsn|" + bsn)
                .post("/Patient/_search")
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void a_field_that_can_not_be_read_is_left_out_and_said_or_refuses_all_when_strict() {
        send("midwife", card("twee", "79"), "")
                .body(
                        "parameter.find { it.name == 'summary' }.part.find { it.name == 'rejected' }.valueInteger",
                        equalTo(1))
                .body(
                        "parameter.findAll { it.name == 'field' }.part.flatten().findAll { it.name == 'why' }.valueCode",
                        hasItem("not-whole"));
        String other = card("twee", "79").replace(dossier, "D-" + UUID.randomUUID());
        Response refused = post("midwife", other, ",{\"name\":\"strict\",\"valueBoolean\":true}");
        refused.then().statusCode(422).body("issue[0].details.coding[0].code", equalTo("record-strict"));
        assertFalse(refused.asString().contains("twee"));
    }

    @Test
    void what_is_no_record_is_refused_with_its_place_and_without_its_words() {
        for (String body : List.of(
                "geen xml " + bsn,
                "<!DOCTYPE a [<!ENTITY b \"" + bsn + "\">]><adaxml><data>&b;</data></adaxml>",
                "<patient value=\"" + bsn + "\"/>",
                card("2", "79").replace(".77.2.6.", ".77.2.99."))) {
            Response refused = post("midwife", body, "");
            refused.then().statusCode(422).body("issue[0].details.coding[0].code", equalTo("record-unreadable"));
            assertFalse(refused.asString().contains(bsn));
        }
        post("midwife", card("2", "79").replaceAll("<vrouw.*</vrouw>", ""), "")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("record-without-woman"));
    }

    private static void oneOrigin(List<String> made) {
        made.forEach(one ->
                SERVER.as("midwife").get("/Provenance?target=" + one).then().body("total", equalTo(1)));
    }

    private int versions(List<String> references) {
        return references.stream()
                .filter(it -> !it.startsWith("Provenance/"))
                .mapToInt(it -> Integer.parseInt(
                        SERVER.as("midwife").get("/" + it).jsonPath().getString("meta.versionId")))
                .sum();
    }

    private static List<String> references(ValidatableResponse answer) {
        List<String> found = answer.extract()
                .path(
                        "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'reference' }.valueReference.reference");
        assertTrue(found.size() > 5, "she and what is about her");
        return found;
    }

    private ValidatableResponse send(String who, String record, String more) {
        Response answer = post(who, record, more);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.then();
    }

    private static Response post(String who, String record, String more) {
        String base64 = Base64.getEncoder().encodeToString(record.getBytes(StandardCharsets.UTF_8));
        return SERVER.as(who)
                .header("Accept-Language", "nl")
                .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"record\",\"valueBase64Binary\":\""
                        + base64 + "\"}" + more + "]}")
                .post("/$from-birth-care");
    }

    private String card(String gravidity, String days) {
        String concept = "conceptId=\"2.16.840.1.113883.2.4.3.11.60.90.77.2.6.";
        return "<adaxml><data><verloskundig_dossier><vrouw " + concept + "2\"><burgerservicenummer " + concept
                + "10030\" root=\"2.16.840.1.113883.2.4.6.3\" value=\"" + bsn + "\"/><geboortedatum " + concept
                + "10040\" value=\"2001-03-04\"/></vrouw><zwangerschap " + concept + "3\"><dossiernummer " + concept
                + "84211\" root=\"2.16.840.1.113883.2.4.3.11.999.77.2\" value=\"" + dossier + "\"/><graviditeit "
                + concept
                + "20010\" value=\"" + gravidity + "\"/><a_terme_datum_groep " + concept + "20029\"><a_terme_datum "
                + concept
                + "20030\" value=\"2027-03-14\"/></a_terme_datum_groep><prenatale_controle " + concept
                + "80732\"><datum_controle " + concept + "80737\" value=\"2026-11-02\"/><zwangerschapsduur " + concept
                + "80738\" value=\"" + days + "\" unit=\"d\"/><rookgedrag " + concept
                + "80810\" value=\"2\" code=\"2\" codeSystem=\"2.16.840.1.113883.2.4.4.13.58\"/></prenatale_controle></zwangerschap></verloskundig_dossier></data></adaxml>";
    }
}
