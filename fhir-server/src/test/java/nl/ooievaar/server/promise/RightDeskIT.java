package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.directory.MunicipalityImport;
import nl.ooievaar.server.store.DirectoryImport;
import nl.ooievaar.subject.party.Party;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A referral goes to the desk of the municipality where she stays, and comes there also when it went elsewhere first. */
class RightDeskIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String STAY = "http://ooievaar.example/fhir/StructureDefinition/phb-municipality";
    private static final String MUNICIPALITIES = "http://ooievaar.example/fhir/NamingSystem/municipality";
    private static final String BECAUSE = "http://ooievaar.example/fhir/StructureDefinition/phb-desk-reason";
    private static final String CONSENT = "urn:uuid:00000000-0000-4000-8000-000000000001";

    /** Invented municipalities beside the sixteen of the sandbox: one of another desk, one of none, two that share a postal code. */
    @BeforeAll
    static void import_three_invented_municipalities() {
        String table =
                """
                municipality;name;ura;service;postal-from;postal-to
                9901;Proefstad;90000951;90000951-phb;1111;1112
                9902;Proefdorp;;;1112;
                9903;Proefhuizen;90000951;90000951-phb;1113;
                """;
        SERVER.part(DirectoryImport.class)
                .add(
                        new Party("http://fhir.nl/fhir/NamingSystem/ura", "90000951", "90000951-phb"),
                        "JGZ Proefstad",
                        "JGZ",
                        "Aanmeldpunt Proefstad",
                        Optional.empty());
        SERVER.part(MunicipalityImport.class).load(table.getBytes(StandardCharsets.UTF_8), "test", "test");
    }

    @Test
    void a_municipality_leads_to_its_desk_for_any_party() {
        for (String client : List.of("midwife", "debt-service", "outsider")) {
            as(client)
                    .get("/HealthcareService/$desk?municipality=GM0935")
                    .then()
                    .statusCode(200)
                    .body("parameter", hasSize(1))
                    .body("parameter[0].part[0].valueCoding.code", equalTo("0935"))
                    .body("parameter[0].part[0].valueCoding.display", equalTo("Maastricht"))
                    .body("parameter[0].part[1].resource.identifier[0].value", equalTo("90000201-phb"));
        }
        SERVER.as("midwife")
                .body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"municipality\",\"valueString\":\"1954\"}]}")
                .post("/HealthcareService/$desk")
                .then()
                .statusCode(200)
                .body("parameter[0].part[0].valueCoding.display", equalTo("Beekdaelen"));
        SERVER.nobody()
                .get("/HealthcareService/$desk?municipality=GM0935")
                .then()
                .statusCode(401);
    }

    @Test
    void the_sixteen_municipalities_of_the_region_are_served_by_its_desk() {
        for (String code : List.of(
                "0888", "1954", "0899", "1903", "1729", "0917", "0928", "0882", "0935", "0938", "0965", "1883", "0971",
                "0981", "0994", "0986")) {
            SERVER.as("midwife")
                    .get("/HealthcareService/$desk?municipality=" + code)
                    .then()
                    .statusCode(200)
                    .body("parameter[0].part[1].resource.id", equalTo(desk("90000201-phb")));
        }
        SERVER.as("midwife")
                .get("/HealthcareService/" + desk("90000201-phb"))
                .then()
                .body("coverageArea", hasSize(16));
    }

    @Test
    void a_postal_code_helps_and_one_that_is_shared_asks_to_choose() {
        SERVER.as("midwife")
                .get("/HealthcareService/$desk?postal-code=1111 AB")
                .then()
                .statusCode(200)
                .body("parameter", hasSize(1))
                .body("parameter[0].part[0].valueCoding.display", equalTo("Proefstad"));
        SERVER.as("midwife")
                .get("/HealthcareService/$desk?postal-code=1112")
                .then()
                .statusCode(200)
                .body("parameter.part.collect { it[0].valueCoding.code }", containsInAnyOrder("9901", "9902"));
    }

    @Test
    void what_has_no_desk_and_what_nobody_knows_are_told_apart_in_both_languages() {
        refused("municipality=9902", 404, "municipality-without-desk", "Proefdorp");
        refused("municipality=9999", 404, "municipality-not-found", "CBS");
        refused("municipality=Maastricht", 404, "municipality-not-found", "CBS");
        refused("postal-code=9999", 404, "postal-code-not-found", "");
        refused("municipality=0935&postal-code=1111", 400, "municipality-or-postal-code", "");
        refused("_format=json", 400, "municipality-or-postal-code", "");
        SERVER.as("midwife")
                .header("Accept-Language", "nl")
                .get("/HealthcareService/$desk?municipality=9902")
                .then()
                .body("issue[0].details.text", containsString("geen aanmeldpunt"));
    }

    @Test
    void a_referral_elsewhere_is_told_the_right_desk_and_nothing_of_it_is_kept() {
        Referral referral = of("9901");
        SERVER.as("midwife")
                .body(referral.json())
                .post()
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("desk-elsewhere"))
                .body("issue[0].details.text", containsString("Proefstad"))
                .body("issue[0].details.text", containsString("HealthcareService/" + desk("90000951-phb")))
                .body("issue[0].expression[0]", containsString("performer[0]"));
        SERVER.as("midwife")
                .get("/ServiceRequest?identifier=" + referral.identifierSystem() + "|" + referral.identifier())
                .then()
                .body("total", equalTo(0));
        referral.resource("ServiceRequest", request -> ((ObjectNode) request.at("/performer/0"))
                .putArray("extension")
                .addObject()
                .put("url", BECAUSE)
                .put("valueCode", "stays-elsewhere"));
        referral.send(SERVER.as("midwife"));
        of("0935").send(SERVER.as("midwife"));
    }

    @Test
    void without_a_code_an_address_that_one_municipality_has_decides_and_one_that_is_shared_does_not() {
        Referral alone =
                of("").resource("Patient", p -> ((ObjectNode) p.at("/address/0")).put("postalCode", "1113 XX"));
        SERVER.as("midwife")
                .body(alone.json())
                .post()
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("desk-elsewhere"));
        of("").resource("Patient", p -> ((ObjectNode) p.at("/address/0")).put("postalCode", "1112 XX"))
                .send(SERVER.as("midwife"));
    }

    @Test
    void an_unknown_municipality_is_refused_at_its_element_in_both_languages() {
        for (Map.Entry<String, String> said : Map.of("en", "list of municipalities", "nl", "lijst van gemeenten")
                .entrySet()) {
            SERVER.as("midwife")
                    .header("Accept-Language", said.getKey())
                    .body(of("9998").json())
                    .post()
                    .then()
                    .statusCode(422)
                    .body("issue[0].details.coding[0].code", equalTo("municipality-unknown"))
                    .body("issue[0].details.text", containsString(said.getValue()))
                    .body(
                            "issue[0].expression[0]",
                            equalTo("Bundle.entry[0].resource.extension('" + STAY + "').value.coding.code"));
        }
    }

    @Test
    void the_desk_of_a_referral_changes_by_no_update() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String other = "HealthcareService/" + desk("90000951-phb");
        String own = "HealthcareService/" + desk("90000201-phb");
        for (String place : List.of(sent.of("ServiceRequest"), sent.of("Task"))) {
            SERVER.as("midwife")
                    .header("If-Match", "W/\"1\"")
                    .body(SERVER.as("midwife").get("/" + place).asString().replace(own, other))
                    .put("/" + place)
                    .then()
                    .statusCode(422)
                    .body("issue[0].details.coding[0].code", equalTo("referral-desk-fixed"));
        }
    }

    @Test
    void a_rejected_referral_goes_on_to_the_right_desk_with_its_history() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String first = sent.of("Task");
        reroute(sent, consent(sent), 409).body("issue[0].details.coding[0].code", equalTo("reroute-not-rejected"));
        reject(first);

        reroute(sent, "", 422).body("issue[0].details.coding[0].code", equalTo("reroute-without-consent"));
        reroute("other", sent, consent(sent), 404);
        String second = "Task/"
                + reroute(sent, consent(sent), 200)
                        .body("parameter[0].resource.status", equalTo("requested"))
                        .body("parameter[0].resource.partOf[0].reference", equalTo(first))
                        .body(
                                "parameter[0].resource.owner.reference",
                                equalTo("HealthcareService/" + desk("90000951-phb")))
                        .extract()
                        .path("parameter[0].resource.id");

        as("other").get("/" + second).then().statusCode(200);
        as("other").get("/" + sent.of("Patient")).then().statusCode(200);
        as("other").get("/" + first).then().statusCode(200).body("status", equalTo("rejected"));
        SERVER.as("jgz").get("/" + second).then().statusCode(404);
        SERVER.as("jgz").get("/" + sent.of("ServiceRequest")).then().statusCode(404);
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(404);
        SERVER.as("jgz")
                .get("/Task?focus=" + sent.of("ServiceRequest"))
                .then()
                .body("entry.resource.id.flatten()", not(containsString(second)));

        reroute(sent, consent(sent), 200)
                .body("parameter[0].resource.id", equalTo(second.substring("Task/".length())))
                .body("parameter[1].resource.issue[0].severity", equalTo("information"))
                .body("parameter[1].resource.issue[0].details.coding[0].code", equalTo("reroute-known"));
        SERVER.as("midwife")
                .get("/Task?focus=" + sent.of("ServiceRequest"))
                .then()
                .body("total", equalTo(2));
        accept("other", second);
    }

    @Test
    void a_desk_rejects_for_an_administrative_reason_and_says_nothing_else() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        move("jgz", sent.of("Task"), "rejected", "phb-refusal-reason", "not-now")
                .then()
                .statusCode(422);
        reject(sent.of("Task"));
        SERVER.as("midwife")
                .get("/" + sent.of("Task"))
                .then()
                .body("status", equalTo("rejected"))
                .body("statusReason.coding[0].code", equalTo("wrong-desk"))
                .body("businessStatus", nullValue());
    }

    @Test
    void a_referral_is_not_sent_on_to_the_desk_that_rejected_it_or_to_who_is_none() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"performer\",\"valueReference\":"
                + "{\"reference\":\"HealthcareService/%s\"}}]}";
        SERVER.as("midwife")
                .body(body.formatted(desk("90000201-phb")))
                .post("/" + sent.of("ServiceRequest") + "/$reroute")
                .then()
                .statusCode(409)
                .body("issue[0].details.coding[0].code", equalTo("reroute-not-rejected"));
        reject(sent.of("Task"));
        SERVER.as("midwife")
                .body(body.formatted(desk("90000201-phb")))
                .post("/" + sent.of("ServiceRequest") + "/$reroute")
                .then()
                .statusCode(409)
                .body("issue[0].details.coding[0].code", equalTo("reroute-same-desk"));
        SERVER.as("midwife")
                .body(body.formatted("00000000-0000-4000-8000-00000000dead"))
                .post("/" + sent.of("ServiceRequest") + "/$reroute")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("reference-not-found"));
    }

    /** The other desk is a party of this test alone, so that who is a stranger elsewhere stays one. */
    private static RequestSpecification as(String client) {
        return client.equals("other")
                ? SERVER.with(SERVER.token(
                        "other-desk",
                        Map.of(
                                "organization_system", "http://fhir.nl/fhir/NamingSystem/ura",
                                "organization_value", "90000951",
                                "service", "90000951-phb",
                                "role", "30.000",
                                "scope", "system/*.cruds"),
                        Instant.now()))
                : SERVER.as(client);
    }

    private static void refused(String query, int status, String code, String word) {
        SERVER.as("midwife")
                .get("/HealthcareService/$desk?" + query)
                .then()
                .statusCode(status)
                .body("issue[0].details.coding[0].code", equalTo(code))
                .body("issue[0].details.text", containsString(word));
    }

    /** A woman who stays in this municipality; in an unnamed one when it is empty. */
    private static Referral of(String municipality) {
        return Referral.ofNewWoman().resource("Patient", p -> {
            for (var extension : p.get("extension")) {
                if (extension.get("url").asText().equals(STAY)) {
                    ObjectNode value = ((ObjectNode) extension).putObject("valueCodeableConcept");
                    value.put("text", "waar zij verblijft");
                    if (!municipality.isEmpty()) {
                        value.putArray("coding")
                                .addObject()
                                .put("system", MUNICIPALITIES)
                                .put("code", municipality);
                    }
                }
            }
        });
    }

    private static void reject(String task) {
        move("jgz", task, "rejected", "phb-rejection-reason", "wrong-desk")
                .then()
                .statusCode(200);
    }

    private static void accept(String client, String task) {
        as(client)
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"accepted\"}]")
                .patch("/" + task)
                .then()
                .statusCode(200);
    }

    private static Response move(String client, String task, String status, String system, String code) {
        return SERVER.as(client)
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + status
                        + "\"},{\"op\":\"add\",\"path\":\"/statusReason\",\"value\":{\"coding\":[{\"system\":"
                        + "\"http://ooievaar.example/fhir/CodeSystem/" + system + "\",\"code\":\"" + code + "\"}]}}]")
                .patch("/" + task);
    }

    private static io.restassured.response.ValidatableResponse reroute(Referral.Sent sent, String consent, int status) {
        return reroute("midwife", sent, consent, status);
    }

    private static io.restassured.response.ValidatableResponse reroute(
            String client, Referral.Sent sent, String consent, int status) {
        Response answer = as(client)
                .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"performer\",\"valueReference\":"
                        + "{\"reference\":\"HealthcareService/" + desk("90000951-phb") + "\"}}" + consent + "]}")
                .post("/" + sent.of("ServiceRequest") + "/$reroute");
        assertEquals(status, answer.statusCode(), answer.asString());
        return answer.then();
    }

    /** Her consent for the other desk, with its Provenance, as parameters. */
    private static String consent(Referral.Sent sent) {
        ObjectNode consent = find("Consent", "referral");
        String patient = sent.of("Patient");
        consent.putObject("patient").put("reference", patient);
        ((ObjectNode) consent.at("/performer/0")).put("reference", patient);
        ObjectNode origin = find("Provenance", "");
        origin.putArray("target").addObject().put("reference", CONSENT);
        origin.putArray("agent").addObject().putObject("who").put("reference", sent.of("PractitionerRole"));
        return ",{\"name\":\"consent\",\"resource\":" + consent.toString().replace("90000201-phb", "90000951-phb")
                + "},{\"name\":\"provenance\",\"resource\":" + origin + "}";
    }

    private static ObjectNode find(String type, String purpose) {
        for (var entry : Referral.example("case-1-referral.json").get("entry")) {
            var resource = entry.get("resource");
            boolean meant = resource.at("/provision/purpose/0/code").asText().equals(purpose);
            if (resource.get("resourceType").asText().equals(type) && meant) {
                return resource.deepCopy();
            }
        }
        throw new IllegalArgumentException(type);
    }

    private static String desk(String service) {
        return SERVER.as("midwife")
                .get("/HealthcareService?identifier=http://ooievaar.example/fhir/NamingSystem/service|" + service)
                .jsonPath()
                .getString("entry[0].resource.id");
    }
}
