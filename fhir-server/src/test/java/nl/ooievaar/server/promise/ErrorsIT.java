package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** Bad input gets the right status and says what is wrong, where, and what would be right. */
class ErrorsIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void no_token_is_401_with_an_outcome_and_metadata_is_open() {
        SERVER.nobody()
                .get("/Task")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("issue[0].details.coding[0].code", equalTo("unauthenticated"));
        SERVER.nobody().get("/metadata").then().statusCode(200).body("fhirVersion", equalTo("4.0.1"));
    }

    @Test
    void malformed_json_is_told_with_line_and_column() {
        SERVER.as("midwife")
                .body("{\n  \"resourceType\": \"Bundle\",\n  \"type\": }")
                .post()
                .then()
                .statusCode(400)
                .body("issue[0].details.coding[0].code", equalTo("malformed-json"))
                .body("issue[0].details.text", containsString("3"));
    }

    @Test
    void a_duplicate_key_is_refused() {
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"type\":\"batch\"}")
                .post()
                .then()
                .statusCode(400)
                .body("issue[0].details.coding[0].code", equalTo("duplicate-key"));
    }

    @Test
    void an_undeclared_parameter_is_refused_naming_the_declared_ones() {
        SERVER.as("midwife")
                .get("/Task?colour=blue")
                .then()
                .statusCode(400)
                .body("issue[0].details.text", containsString("business-status"));
    }

    @Test
    void a_bsn_in_a_url_is_refused_and_in_a_body_it_finds_her() {
        Referral referral = Referral.ofNewWoman();
        referral.send(SERVER.as("midwife"));
        String asked = "http://fhir.nl/fhir/NamingSystem/bsn|" + referral.bsn();
        SERVER.as("midwife")
                .queryParam("identifier", asked)
                .get("/Patient")
                .then()
                .statusCode(400)
                .body("issue[0].details.coding[0].code", equalTo("bsn-in-url"))
                .body(not(containsString(referral.bsn())));
        SERVER.as("midwife")
                .contentType("application/x-www-form-urlencoded")
                .formParam("identifier", asked)
                .post("/Patient/_search")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("link.url.flatten().toString()", not(containsString(referral.bsn())));
    }

    @Test
    void an_invalid_entry_is_told_with_its_place_in_the_request_and_nothing_is_written() {
        int before = count();
        Referral referral = Referral.ofNewWoman()
                .resource("ServiceRequest", s -> s.put("status", "activ"))
                .resource("Patient", p -> p.put("birthDate", "12 april"));
        Response answer =
                SERVER.as("midwife").body(referral.bundle().toPrettyString()).post();
        answer.then()
                .statusCode(422)
                .body("issue.expression.flatten()", hasItem(startsWith("Bundle.entry[0].resource")))
                .body("issue[0].extension[0].valueString.toInteger()", greaterThan(3))
                .body(not(containsString("12 april")));
        assertEquals(before, count());
    }

    @Test
    void the_position_of_an_issue_is_the_line_of_the_request() {
        String pretty = Referral.ofNewWoman()
                .resource("Task", t -> t.put("intent", "wish"))
                .bundle()
                .toPrettyString();
        int line = 1
                + (int) pretty.substring(0, pretty.indexOf("\"wish\"")).lines().count()
                - 1;
        List<String> lines = SERVER.as("midwife")
                .body(pretty)
                .post()
                .then()
                .statusCode(422)
                .extract()
                .path("issue.extension.collect { it[0].valueString }");
        assertTrue(lines.contains(Integer.toString(line)), () -> "no issue at line " + line + ": " + lines);
    }

    @Test
    void an_issue_in_xml_is_told_with_the_line_and_column_of_the_xml() {
        String patient = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Observation xmlns=\"http://hl7.org/fhir\">\n"
                + "  <status value=\"final\"/>\n  <subject>\n    <reference value=\"" + patient + "\"/>\n  </subject>\n"
                + "  <component>\n    <valueString value=\"een\"/>\n  </component>\n"
                + "  <component>\n    <code>\n      <text value=\"twee\"/>\n    </code>\n    <valueQuantity>\n"
                + "      <code value=\"kg\"/>\n    </valueQuantity>\n  </component>\n</Observation>\n";
        Response alone = xml().body(xml).post("/Observation");
        alone.then().statusCode(422);
        assertEquals(List.of(2, 1), place(alone, "Observation"), alone.asString());
        assertEquals(List.of(7, 3), place(alone, "Observation.component[0]"), alone.asString());
        assertEquals(List.of(14, 5), place(alone, "Observation.component[1].value.ofType(Quantity)"), alone.asString());

        String bundle = "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"transaction\"/>\n<entry><resource>"
                + "<RelatedPerson><patient><reference value=\"" + patient + "\"/></patient></RelatedPerson></resource>"
                + "<request><method value=\"POST\"/><url value=\"RelatedPerson\"/></request></entry>\n<entry>\n<resource>"
                + xml.substring(xml.indexOf("<Obs")) + "</resource>"
                + "<request><method value=\"POST\"/><url value=\"Observation\"/></request></entry></Bundle>";
        Response within = xml().body(bundle).post();
        within.then().statusCode(422);
        assertEquals(List.of(9, 3), place(within, "Bundle.entry[1].resource.component[0]"), within.asString());
    }

    @Test
    void a_value_in_xml_that_is_none_of_its_type_is_told_with_its_place_and_not_repeated() {
        String patient = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        String xml = "<RelatedPerson xmlns=\"http://hl7.org/fhir\">\n  <active value=\"misschien\"/>\n  <patient>"
                + "<reference value=\"" + patient + "\"/></patient>\n  <name>\n    <family value=\"Geheimnaam\"/>\n"
                + "  </name>\n  <birthDate value=\"12 april\"/>\n</RelatedPerson>";
        for (String door : List.of("/RelatedPerson", "/RelatedPerson/$validate")) {
            Response answer = xml().body(xml).post(door);
            answer.then()
                    .statusCode(door.contains("$") ? 200 : 422)
                    .body(not(containsString("misschien")))
                    .body(not(containsString("12 april")))
                    .body(not(containsString("Geheimnaam")));
            assertEquals(2, place(answer, "RelatedPerson.active").get(0), answer.asString());
            assertEquals(7, place(answer, "RelatedPerson.birthDate").get(0), answer.asString());
        }
    }

    @Test
    void a_resource_on_which_the_validator_breaks_is_refused_and_no_fault_of_the_server() {
        for (String meta : List.of(
                "{\"profile\":[{\"a\":1}]}",
                "{\"profile\":[\"http://ooievaar.example/fhir/StructureDefinition/phb-woman\",{\"a\":1}]}",
                "{\"profile\":[null]}",
                "[1]")) {
            String body = "{\"resourceType\":\"Patient\",\"meta\":" + meta + "}";
            SERVER.as("midwife").body(body).post("/Patient").then().statusCode(422);
            SERVER.as("midwife")
                    .header("Accept-Language", "nl")
                    .body(body)
                    .post("/Patient/$validate")
                    .then()
                    .statusCode(200)
                    .body("issue[0].severity", equalTo("error"));
        }
    }

    @Test
    void malformed_xml_is_told_with_line_and_column() {
        String start = "<RelatedPerson xmlns=\"http://hl7.org/fhir\">\n";
        refusedXml(start + "  <active value=\"true\">\n</RelatedPerson>", 3);
        refusedXml(start + "  <active value=\"true\"/>\n  <colour value=\"blue\"/></RelatedPerson>", 3);
        refusedXml(start + "\n  tekst</RelatedPerson>", 0);
        refusedXml("<!DOCTYPE RelatedPerson [<!ENTITY a \"b\">]>\n" + start + "</RelatedPerson>", 1);
    }

    private static void refusedXml(String body, int line) {
        xml().body(body)
                .post("/RelatedPerson")
                .then()
                .statusCode(400)
                .body("issue[0].details.coding[0].code", equalTo("malformed-xml"))
                .body("issue[0].details.text", containsString(line == 0 ? "line " : "line " + line + ","));
    }

    private static RequestSpecification xml() {
        return SERVER.as("midwife").contentType("application/fhir+xml").accept("application/fhir+json");
    }

    /** Line and column of the first error at an expression. */
    private static List<Integer> place(Response answer, String expression) {
        return answer
                .jsonPath()
                .getList(
                        "issue.findAll { it.severity == 'error' && it.expression == ['" + expression
                                + "'] }[0].extension.findAll { it.url.contains('issue-') }.valueString",
                        String.class)
                .stream()
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void a_workflow_resource_without_our_profile_is_refused_naming_it() {
        SERVER.as("midwife")
                .body(Referral.ofNewWoman()
                        .resource("Task", t -> t.remove("meta"))
                        .json())
                .post()
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("profile-required"))
                .body("issue[0].details.text", containsString("phb-referral-task"));
    }

    @Test
    void an_unknown_profile_of_ours_is_refused() {
        SERVER.as("midwife")
                .body(Referral.ofNewWoman()
                        .resource(
                                "Patient", p -> ((com.fasterxml.jackson.databind.node.ArrayNode) p.at("/meta/profile"))
                                        .add("http://ooievaar.example/fhir/StructureDefinition/phb-womann"))
                        .json())
                .post()
                .then()
                .statusCode(422);
    }

    @Test
    void dutch_is_spoken_when_asked() {
        SERVER.as("midwife")
                .header("Accept-Language", "nl")
                .get("/Task/00000000-0000-4000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("issue[0].details.text", containsString("bekend"));
    }

    @Test
    void an_update_without_or_with_a_stale_version_is_refused() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String task = SERVER.as("midwife").get("/" + sent.of("Task")).asString();
        SERVER.as("midwife").body(task).put("/" + sent.of("Task")).then().statusCode(428);
        SERVER.as("midwife")
                .header("If-Match", "W/\"9\"")
                .body(task)
                .put("/" + sent.of("Task"))
                .then()
                .statusCode(412);
    }

    @Test
    void an_illegal_move_names_the_legal_ones() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String task = SERVER.as("jgz").get("/" + sent.of("Task")).asString();
        SERVER.as("jgz")
                .header("If-Match", "W/\"1\"")
                .body(task.replace("\"status\":\"requested\"", "\"status\":\"completed\""))
                .put("/" + sent.of("Task"))
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("illegal-move"))
                .body("issue[0].details.text", containsString("accepted"));
    }

    @Test
    void route_contact_details_with_more_than_that_is_refused_naming_it() {
        Referral referral = Referral.contactDetailsOnly();
        ObjectNode entry = referral.bundle().withArray("entry").addObject();
        entry.put("fullUrl", "urn:uuid:00000000-0000-4000-8000-00000000ffff");
        ObjectNode partner = entry.putObject("resource");
        partner.put("resourceType", "RelatedPerson");
        partner.putObject("patient")
                .put("reference", referral.bundle().at("/entry/0/fullUrl").asText());
        entry.putObject("request").put("method", "POST").put("url", "RelatedPerson");
        SERVER.as("midwife")
                .body(referral.json())
                .post()
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("route3-content"));
    }

    @Test
    void deleting_is_not_offered() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        int status = SERVER.as("midwife").delete("/" + sent.of("Task")).statusCode();
        assertFalse(status < 400 || status >= 500, "status " + status);
        SERVER.as("midwife").get("/" + sent.of("Task")).then().statusCode(200);
    }

    private static int count() {
        return SERVER.as("midwife").get("/ServiceRequest?_summary=count").path("total");
    }
}
