package nl.ooievaar.server.promise;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.subject.person.Bsn;
import org.junit.jupiter.api.Test;

/** A citizen service number stands in bodies only, there only as a number that can be one, and only from who may use it. */
class BsnIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String ROOT = SERVER.base().replace("/fhir", "");
    private static final String BSN =
            Bsn.testNumbers().skip(9000).findFirst().orElseThrow().value();
    private static final String SYSTEM = "http://fhir.nl/fhir/NamingSystem/bsn";
    private static final String WRONG = BSN.substring(0, 8) + (BSN.charAt(8) == '0' ? '1' : '0');

    @Test
    void no_address_of_the_node_takes_a_bsn_however_it_is_written() {
        String dotted = BSN.substring(0, 4) + "." + BSN.substring(4, 6) + "." + BSN.substring(6);
        String spaced = dotted.replace(".", "%20");
        String encoded = BSN.replace("9", "%39");
        String twice = encoded.replace("%", "%25");
        for (String number : List.of(BSN, dotted, spaced, dotted.replace('.', '+'), encoded, twice, "bsn" + BSN)) {
            for (String address : List.of(
                    "/fhir/Patient/" + number,
                    "/fhir/Patient?identifier=" + number,
                    "/fhir/Patient?" + number + "=x",
                    "/fhir/Patient/" + UUID.randomUUID() + "/_history/" + number,
                    "/fhir/Task?_page=" + number,
                    "/fhir/metadata?x=" + number,
                    "/oauth2/token?client_id=" + number,
                    "/actuator/health?x=" + number,
                    "/nl/index.html?q=" + number,
                    "/" + number)) {
                given().urlEncodingEnabled(false)
                        .get(ROOT + address)
                        .then()
                        .statusCode(400)
                        .header("Content-Type", containsString("fhir+json"))
                        .body("issue[0].details.coding[0].code", equalTo("bsn-in-url"))
                        .body(not(containsString(BSN)));
            }
        }
        for (String method : List.of("PUT", "PATCH", "POST", "DELETE", "HEAD", "OPTIONS")) {
            given().request(method, ROOT + "/fhir/Patient/" + BSN).then().statusCode(400);
        }
    }

    @Test
    void no_header_takes_a_bsn_and_the_answer_tells_where_the_condition_goes() {
        for (String header : List.of("If-None-Exist", "Prefer", "Idempotency-Key", "X-Request-Id", "Referer")) {
            SERVER.as("midwife")
                    .header(header, "identifier=" + URLEncoder.encode(SYSTEM + "|" + BSN, StandardCharsets.UTF_8))
                    .header("Accept-Language", "nl")
                    .body("{\"resourceType\":\"Patient\"}")
                    .post("/Patient")
                    .then()
                    .statusCode(400)
                    .body("issue[0].details.coding[0].code", equalTo("bsn-in-header"))
                    .body("issue[0].details.text", containsString("request.ifNoneExist"))
                    .body(not(containsString(BSN)));
        }
    }

    @Test
    void a_condition_on_a_bsn_goes_in_the_body_of_a_transaction() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent first = referral.send(SERVER.as("midwife"));
        String patient = SERVER.as("midwife").get("/" + first.of("Patient")).asString();
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + patient
                        + ",\"request\":{\"method\":\"POST\",\"url\":\"Patient\",\"ifNoneExist\":\"identifier="
                        + SYSTEM + "|" + referral.bsn() + "\"}}]}")
                .post()
                .then()
                .statusCode(200)
                .body("entry[0].response.status", equalTo("200 OK"))
                .body("entry[0].response.location", containsString(first.of("Patient")));
    }

    @Test
    void a_bsn_in_an_address_is_on_record_of_who_sent_it_and_without_the_number() throws SQLException {
        String count = "select count(*) from audit where interaction = 'http' and basis = 'bsn-in-url'"
                + " and service = '90000301-kraamzorg'";
        long before = Long.parseLong(SERVER.query(count).get(0));
        SERVER.as("maternity").get("/Patient/" + BSN).then().statusCode(400);
        assertEquals(before + 1, Long.parseLong(SERVER.query(count).get(0)));
        assertEquals(List.of("0"), SERVER.query("select count(*) from audit where audit::text like '%" + BSN + "%'"));
    }

    @Test
    void numbers_that_are_no_bsn_pass() {
        for (String address : List.of(
                "/Task?_lastUpdated=ge2026-11-26T14:43:51." + BSN + "Z",
                "/Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura|90000201",
                "/Patient/" + UUID.randomUUID())) {
            SERVER.as("midwife").get(address).then().body(not(containsString("bsn-in-")));
        }
    }

    @Test
    void a_number_that_fails_the_eleven_test_is_refused_wherever_an_identifier_stands_naming_the_place() {
        String patient = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        String bad = "{\"system\":\"" + SYSTEM + "\",\"value\":\"" + WRONG + "\"}";
        Map<String, String> places = Map.of(
                "RelatedPerson.identifier[0].value",
                "\"identifier\":[" + bad + "]",
                "RelatedPerson.extension[0].valueReference.identifier.value",
                "\"extension\":[{\"url\":\"urn:example:x\",\"valueReference\":{\"identifier\":" + bad + "}}]",
                "RelatedPerson.extension[0].valueIdentifier.value",
                "\"extension\":[{\"url\":\"urn:example:x\",\"valueIdentifier\":" + bad + "}]",
                "RelatedPerson.contained[0].identifier[0].value",
                "\"contained\":[{\"resourceType\":\"Practitioner\",\"id\":\"a\",\"identifier\":[" + bad
                        + "]}],\"extension\":[{\"url\":\"urn:example:x\",\"valueReference\":{\"reference\":\"#a\"}}]");
        places.forEach((place, content) -> SERVER.as("midwife")
                .body(related(patient, content))
                .post("/RelatedPerson")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("bsn-invalid"))
                .body("issue[0].expression[0]", equalTo(place))
                .body(not(containsString(WRONG))));
    }

    @Test
    void a_party_outside_care_sends_a_bsn_nowhere() {
        String number = "{\"system\":\"" + SYSTEM + "\",\"value\":\"" + BSN + "\"}";
        for (String type : List.of("Observation", "ServiceRequest", "Consent", "Task")) {
            Referral one = Referral.ofNewWoman();
            one.resource("Patient", p -> ((ObjectNode) p.get("identifier").get(0)).put("system", "urn:example:local"));
            one.resource(type, r -> r.withArray("extension")
                    .addObject()
                    .put("url", "urn:example:x")
                    .putObject("valueIdentifier")
                    .put("system", SYSTEM)
                    .put("value", BSN));
            SERVER.as("debt-service")
                    .body(one.json())
                    .post()
                    .then()
                    .statusCode(403)
                    .body("issue[0].details.coding[0].code", equalTo("bsn-not-for-party"))
                    .body("issue[0].expression[0]", containsString("].valueIdentifier"))
                    .body(not(containsString(BSN)));
        }
        ObjectNode woman = (ObjectNode)
                Referral.ofNewWoman().bundle().at("/entry/0/resource").deepCopy();
        ((ObjectNode) woman.at("/identifier/0"))
                .put("system", "urn:example:local")
                .put("value", UUID.randomUUID().toString());
        // A whole referral would leave a second midwife of the same number, whom the next one finds beside her own.
        String patient = SERVER.as("debt-service")
                .body(woman.toString())
                .post("/Patient")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (String content : List.of(
                "\"identifier\":[" + number + "]",
                "\"identifier\":[{\"value\":\"" + BSN + "\"}]",
                "\"identifier\":[{\"system\":\"urn:oid:2.16.840.1.113883.2.4.6.3\",\"value\":\"" + BSN + "\"}]")) {
            SERVER.as("debt-service")
                    .body(related("Patient/" + patient, content))
                    .post("/RelatedPerson")
                    .then()
                    .statusCode(403)
                    .body("issue[0].details.coding[0].code", equalTo("bsn-not-for-party"));
        }
    }

    @Test
    void a_bsn_in_what_becomes_a_link_is_refused() {
        String patient = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        Map<String, String> places = Map.of(
                "RelatedPerson.photo[0].url",
                "\"photo\":[{\"url\":\"https://foto.example/" + BSN + ".png\"}]",
                "RelatedPerson.name[0].id",
                "\"name\":[{\"id\":\"" + BSN + "\",\"family\":\"Test\"}]",
                "RelatedPerson.extension[0].valueUri",
                "\"extension\":[{\"url\":\"urn:example:x\",\"valueUri\":\"urn:bsn:" + BSN + "\"}]",
                "RelatedPerson.extension[0].valueReference.reference",
                "\"extension\":[{\"url\":\"urn:example:x\",\"valueReference\":{\"reference\":\"https://x.example/Patient/"
                        + BSN + "\"}}]");
        places.forEach((place, content) -> SERVER.as("midwife")
                .body(related(patient, content))
                .post("/RelatedPerson")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("bsn-in-link"))
                .body("issue[0].expression[0]", equalTo(place))
                .body(not(containsString(BSN))));
        SERVER.as("midwife")
                .body(
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"fullUrl\":\"https://x.example/"
                                + "RelatedPerson/" + BSN + "\",\"resource\":" + related(patient, "\"active\":true")
                                + ",\"request\":{\"method\":\"POST\",\"url\":\"RelatedPerson\"}}]}")
                .post()
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Bundle.entry[0].fullUrl"))
                .body(not(containsString(BSN)));
    }

    private static String related(String patient, String content) {
        return "{\"resourceType\":\"RelatedPerson\"," + content + ",\"patient\":{\"reference\":\"" + patient + "\"}}";
    }
}
