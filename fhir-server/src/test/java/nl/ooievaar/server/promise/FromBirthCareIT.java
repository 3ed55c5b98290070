package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final String OUTCOMES =
            "parameter.findAll { it.name == 'resource' }.part.flatten().findAll { it.name == 'outcome' }.valueCode";

    private final Referral referral = Referral.ofNewWoman();
    private final String bsn = referral.bsn();
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
    void a_record_brings_her_up_to_date_whom_a_referral_made_known_and_keeps_what_it_does_not_tell() {
        String patient = referral.send(SERVER.as("midwife")).of("Patient");
        String card = described("2001-03-04");
        List<String> made = references(send("midwife", card, ""));
        assertTrue(made.contains(patient), "her own, and no second one");
        SERVER.as("midwife")
                .get("/" + patient)
                .then()
                .body("meta.versionId", equalTo("2"))
                .body("birthDate", equalTo("2001-03-04"))
                .body("name.size()", equalTo(1))
                .body("name[0].given", equalTo(List.of("Marisol", "M")))
                .body("name[0].family", equalTo("Verzonnen"))
                .body("telecom.value", hasItems("+31600000101", "0612345678"))
                .body("identifier.findAll { it.system.endsWith('/bsn') }.size()", equalTo(1))
                .body("extension.url", hasItem(containsString("phb-safe-contact")))
                .body("communication[0].preferred", equalTo(true));
        SERVER.as("midwife")
                .get("/" + patient + "/_history/1")
                .then()
                .body("birthDate", equalTo("2003-04-12"))
                .body("name[0].family", equalTo("Morales"));
        oneOrigin(List.of(patient));
        send("midwife", described("2001"), "");
        SERVER.as("midwife").get("/" + patient).then().body("birthDate", equalTo("2001-03-04"));
    }

    @Test
    void what_was_corrected_since_stays_when_the_same_record_comes_again() {
        List<String> made = references(send("midwife", described("2001-03-04"), ""));
        String patient = patient(made);
        Response now = SERVER.as("midwife").get("/" + patient);
        SERVER.as("midwife")
                .header("If-Match", now.header("ETag"))
                .body(now.asString().replace("Verzonnen", "Verbeterd"))
                .put("/" + patient)
                .then()
                .statusCode(200);
        send("midwife", described("2001-03-04"), "");
        SERVER.as("midwife").get("/" + patient).then().body("name[0].family", equalTo("Verbeterd"));
        send("midwife", described("2001-03-05"), "");
        SERVER.as("midwife")
                .get("/" + patient)
                .then()
                .body("name[0].family", equalTo("Verzonnen"))
                .body("meta.versionId", equalTo("3"));
    }

    @Test
    void who_sees_the_patient_of_another_makes_its_own_and_changes_nothing_of_the_other() {
        String hers = referral.send(SERVER.as("midwife")).of("Patient");
        List<String> ofMidwife = references(send("midwife", card("2", "79"), ""));
        SERVER.as("jgz").get("/" + hers).then().statusCode(200);
        List<String> ofDesk =
                references(send("jgz", card("2", "79"), "").body(OUTCOMES, everyItem(equalTo("created"))));
        assertTrue(ofMidwife.contains(hers));
        ofMidwife.forEach(one -> assertFalse(ofDesk.contains(one), one));
        String own = patient(ofDesk);
        SERVER.as("jgz").get("/Observation?subject=" + own).then().body("total", not(equalTo(0)));
        SERVER.as("midwife").get("/" + own).then().statusCode(404);
        int versions = versions(ofMidwife);
        send("jgz", card("3", "80"), "").body(OUTCOMES, not(hasItem("created")));
        assertEquals(versions, versions(ofMidwife));
        Response preview = post("jgz", card("4", "81"), ",{\"name\":\"preview\",\"valueBoolean\":true}");
        SERVER.as("jgz")
                .body(preview.<Object>path("parameter.find { it.name == 'transaction' }.resource"))
                .post()
                .then()
                .statusCode(200);
        assertEquals(versions, versions(ofMidwife));
    }

    @Test
    void where_she_keeps_an_address_secret_none_of_a_record_comes_in_her_patient() {
        String patient = patient(references(send("midwife", card("2", "79"), "")));
        ObjectNode secret = (ObjectNode) Referral.example("withheld-address.json");
        secret.putObject("subject").put("reference", patient);
        secret.remove("performer");
        SERVER.as("midwife").body(secret.toString()).post("/Observation").then().statusCode(201);
        send("midwife", described("2001-03-04"), "")
                .body(
                        "parameter.findAll { it.name == 'field' }.part.flatten().findAll { it.name == 'why' }.valueCode",
                        hasItem("withheld-address"));
        SERVER.as("midwife")
                .get("/" + patient)
                .then()
                .body("name[0].family", equalTo("Verzonnen"))
                .body("address", nullValue());
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

    private static String patient(List<String> made) {
        return made.stream().filter(it -> it.startsWith("Patient/")).findFirst().orElseThrow();
    }

    /** The same card with more of who she is. */
    private String described(String born) {
        String concept = "conceptId=\"2.16.840.1.113883.2.4.3.11.60.90.77.2.6.";
        String more = "<naamgegevens " + concept + "10035\"><initialen " + concept + "82359\" value=\"M\"/><achternaam "
                + concept + "82361\"><achternaam " + concept
                + "10043\" value=\"Verzonnen\"/></achternaam></naamgegevens><adres " + concept + "10300\"><straat "
                + concept + "10301\" value=\"Testweg\"/><huisnummer " + concept
                + "10302\" value=\"7\"/></adres><telefoonnummers " + concept + "82695\"><telefoonnummer " + concept
                + "82696\" value=\"0612345678\"/></telefoonnummers></vrouw>";
        return card("2", "79").replace("2001-03-04", born).replace("</vrouw>", more);
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
