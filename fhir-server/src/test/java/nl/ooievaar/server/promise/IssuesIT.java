package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbValidation;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.command.ValidateCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an issue tells, whether $validate was asked or a message refused, in every form in which one can be sent. */
class IssuesIT {
    private static final TestServer SERVER = TestServer.get();
    private static final PhbPackage PHB = PhbPackage.load();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PAGE = PhbPackage.profile("phb-explained-at");

    /** A referral on lines of its own, without the reason for it and with a woman without a name. */
    private static final String WRONG = wrong();

    @Test
    void a_rule_of_ours_is_told_with_its_id_its_place_and_its_paragraph_in_the_language_asked() {
        for (String language : List.of("nl", "en")) {
            Response answer = as("application/fhir+json")
                    .header("Accept-Language", language)
                    .body(WRONG)
                    .post("/$validate");
            answer.then().statusCode(200);
            String issue = "issue.find { it.details.coding[0].code == 'phb-ref-1' }.";
            assertEquals("error", answer.path(issue + "severity"), answer.asString());
            assertEquals(
                    SERVER.base().replace("/fhir", "/" + language + "/profiles/phb-referral.html#phb-ref-1"),
                    answer.path(issue + "extension.find { it.url == '" + PAGE + "' }.valueUrl"));
            assertEquals(
                    PhbPackage.profile("phb-referral") + "#phb-ref-1",
                    answer.path(issue + "extension.find { it.url.endsWith('message-id') }.valueString"));
            String at = answer.path(issue + "expression[0]");
            assertTrue(at.matches("Bundle\\.entry\\[\\d+]\\.resource"), at);
            int line = Integer.parseInt(answer.path(issue + "extension.find { it.url.endsWith('-line') }.valueString"));
            assertTrue(WRONG.lines().toList().get(line - 1).contains("\"resource\""), "line " + line);
        }
    }

    @Test
    void a_refusal_tells_it_in_the_same_way_as_validate() {
        Response judged = as("application/fhir+json").body(WRONG).post("/$validate");
        Response refused = as("application/fhir+json").body(WRONG).post();
        refused.then().statusCode(422);
        List<Map<String, Object>> told = judged.path("issue.findAll { it.severity == 'error' }");
        assertEquals(2, told.size(), judged.asString());
        assertEquals(told.stream().map(Object::toString).sorted().toList(), sorted(refused.path("issue")));
    }

    private static List<String> sorted(List<Map<String, Object>> issues) {
        return issues.stream().map(Object::toString).sorted().toList();
    }

    @Test
    void the_answer_is_itself_valid() {
        PhbValidation contract = new PhbValidation(PHB, Locale.ENGLISH);
        for (String body : List.of(WRONG, PHB.examples().get("desk.json"))) {
            String answer =
                    as("application/fhir+json").body(body).post("/$validate").asString();
            assertTrue(PhbValidation.accepted(contract.validate(answer)), answer);
        }
    }

    @Test
    void xml_is_told_with_the_lines_of_the_xml() {
        String xml = FhirContext.forR4Cached()
                .newXmlParser()
                .setPrettyPrint(true)
                .encodeResourceToString(
                        FhirContext.forR4Cached().newJsonParser().parseResource(WRONG));
        Response answer = as("application/fhir+xml").body(xml).post("/$validate");
        assertEquals(errors(as("application/fhir+json").body(WRONG).post("/$validate")), errors(answer));
        int line = line(answer, "phb-ref-1");
        assertTrue(xml.lines().toList().get(line - 1).contains("<resource>"), answer.asString());
    }

    @Test
    void each_line_of_ndjson_is_judged_and_told_with_its_number() {
        String desk = one(PHB.examples().get("desk.json"));
        String lines = desk + "\n\n{\"resourceType\":\"Patient\",\"birtdate\":\"1990-01-01\"}\n{\"resourceType\":\n"
                + desk + "\r\n";
        for (String type : List.of("application/fhir+ndjson", "application/ndjson", "application/x-ndjson")) {
            Response answer =
                    as(type).body(lines.getBytes(StandardCharsets.UTF_8)).post("/$validate");
            answer.then().statusCode(200);
            assertEquals(3, line(answer, "Unrecognised_property_"), answer.asString());
            assertEquals(4, line(answer, "malformed-json"), answer.asString());
            assertEquals(3, line(answer, "profile-required"), answer.asString());
            List<String> errors = answer.path("issue.findAll { it.severity == 'error' }.details.text");
            assertEquals(3, errors.size(), answer.asString());
        }
        as("application/fhir+ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/Patient")
                .then()
                .statusCode(415);
    }

    @Test
    void parameters_are_told_with_the_lines_of_the_body_that_was_sent() {
        String patient = "{\n      \"resourceType\": \"Patient\",\n      \"gender\": \"female\"\n    }";
        String body =
                "{\n  \"resourceType\": \"Parameters\",\n  \"parameter\": [\n    {\"name\": \"mode\", \"valueCode\":"
                        + " \"create\"},\n    {\"name\": \"profile\", \"valueUri\": \""
                        + PhbPackage.profile("phb-woman")
                        + "\"},\n    {\"name\": \"resource\",\n    \"resource\": " + patient + "}\n  ]\n}";
        Response json = as("application/fhir+json").body(body).post("/$validate");
        assertEquals(List.of("Parameters.parameter[2].resource"), expressions(json), json.asString());
        assertEquals(7, line(json, "Validation_VAL_Profile_Minimum"), json.asString());
        String xml =
                "<Parameters xmlns=\"http://hl7.org/fhir\">\n<parameter><name value=\"profile\"/><valueUri value=\""
                        + PhbPackage.profile("phb-woman")
                        + "\"/></parameter>\n<parameter><name value=\"resource\"/>\n<resource>\n"
                        + "<Patient>\n<gender value=\"vrouw\"/>\n</Patient></resource></parameter></Parameters>";
        Response told = as("application/fhir+xml").body(xml).post("/Patient/$validate");
        assertEquals(6, line(told, "Terminology_TX_NoValid_16"), told.asString());
        assertTrue(expressions(told).contains("Parameters.parameter[1].resource.gender"), told.asString());
    }

    @Test
    void a_profile_can_be_asked_in_the_address() {
        as("application/fhir+json")
                .queryParam("profile", PhbPackage.profile("phb-woman"))
                .queryParam("mode", "create")
                .body("{\"resourceType\":\"Patient\"}")
                .post("/Patient/$validate")
                .then()
                .statusCode(200)
                .body("issue.details.text", hasItem(containsString("Patient.name")));
        for (String wrong : List.of("mode=delete", "mode=x", "colour=blue")) {
            as("application/fhir+json")
                    .body("{\"resourceType\":\"Patient\"}")
                    .post("/Patient/$validate?" + wrong)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void what_is_right_has_no_issue_in_either_language() {
        String desk = PHB.examples().get("desk.json");
        as("application/fhir+json")
                .body(desk)
                .post("/$validate")
                .then()
                .body("issue[0].details.text", equalTo("No issues"));
        as("application/fhir+json")
                .header("Accept-Language", "nl")
                .body(desk)
                .post("/$validate")
                .then()
                .body("issue[0].details.text", equalTo("Geen bevindingen"));
    }

    @Test
    void a_hostile_body_is_refused_with_an_outcome_and_no_fault_of_the_server() {
        String deep = "{\"extension\":[".repeat(3000);
        refused(400, "malformed-json", "application/fhir+json", "".getBytes(StandardCharsets.UTF_8));
        refused(400, "malformed-json", "application/fhir+ndjson", "\n \n".getBytes(StandardCharsets.UTF_8));
        refused(400, "malformed-json", "application/fhir+json", "[1]".getBytes(StandardCharsets.UTF_8));
        refused(
                400,
                "too-deep",
                "application/fhir+json",
                ("{\"resourceType\":\"Patient\",\"extension\":[" + deep).getBytes(StandardCharsets.UTF_8));
        refused(
                400,
                "too-deep",
                "application/fhir+xml",
                "<Patient><a>".repeat(3000).getBytes(StandardCharsets.UTF_8));
        refused(400, "duplicate-key", "application/fhir+json", "{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8));
        refused(400, "malformed-json", "application/fhir+json", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
        refused(
                400,
                "not-utf8",
                "application/fhir+json",
                "{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_16LE));
        refused(
                400,
                "malformed-xml",
                "application/fhir+xml",
                ("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Patient>&a;</Patient>")
                        .getBytes(StandardCharsets.UTF_8));
        refused(
                400,
                "malformed-xml",
                "application/fhir+xml",
                ("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><Patient>&b;</Patient>")
                        .getBytes(StandardCharsets.UTF_8));
        refused(413, "too-large", "application/fhir+ndjson", new byte[5_000_001]);
        refused(415, "unsupported-format", "text/csv", "a,b".getBytes(StandardCharsets.UTF_8));
        refused(415, "unsupported-format", "image/png", new byte[] {1});
    }

    private static void refused(int status, String reason, String type, byte[] body) {
        as(type).body(body)
                .post("/$validate")
                .then()
                .statusCode(status)
                .body("issue[0].details.coding[0].code", equalTo(reason));
    }

    @Test
    void an_answer_has_an_end() {
        String body = "{\"resourceType\":\"Patient\",\"name\":[" + "{\"x\":1},".repeat(3_000) + "{}]}";
        Response answer = as("application/fhir+json").body(body).post("/$validate");
        answer.then().statusCode(200).body("issue.size()", equalTo(1001));
        assertEquals("more-issues", answer.path("issue[1000].details.coding[0].code"));
    }

    @Test
    void no_value_of_a_person_is_repeated() {
        Referral referral = Referral.ofNewWoman();
        String body = referral.resource(
                        "Patient", p -> p.put("birthDate", "12 april").put("gender", "Geheim"))
                .bundle()
                .toPrettyString();
        as("application/fhir+json")
                .body(body)
                .post("/$validate")
                .then()
                .statusCode(200)
                .body(not(containsString("12 april")))
                .body(not(containsString("Geheim")))
                .body(not(containsString(referral.bsn())));
    }

    @Test
    void the_command_finds_what_the_server_finds(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.json"), WRONG);
        Path lines = Files.writeString(folder.resolve("lines.ndjson"), "{\"resourceType\":\"Patient\",\"x\":1}\n{}\n");
        Map<Path, String> types = Map.of(file, "application/fhir+json", lines, "application/fhir+ndjson");
        for (String language : List.of("nl", "en")) {
            String site = SERVER.base().replace("/fhir", "");
            List<String> found = command("--format", "json", "--lang", language, "--site", site, folder.toString());
            for (Path one : types.keySet()) {
                Response answer = as(types.get(one))
                        .header("Accept-Language", language)
                        .body(Files.readAllBytes(one))
                        .post("/$validate");
                List<String> told = answer.path("issue.collect { it.severity + it.details.coding[0].code"
                        + " + it.details.text + it.extension*.valueString + it.extension*.valueUrl"
                        + " + (it.expression == null ? '' : it.expression[0]) }");
                assertEquals(
                        told,
                        found.stream()
                                .filter(f -> f.startsWith(one + " "))
                                .map(f -> f.substring(one.toString().length() + 1))
                                .toList());
            }
        }
    }

    /** Each finding in the words of the answer of the server, behind its file. */
    private static List<String> command(String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int end = new ValidateCommand(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
        assertEquals(1, end, out.toString(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            var one = MAPPER.readTree(line);
            List<String> texts = new ArrayList<>(List.of(
                    one.path("line").asText(),
                    one.path("column").asText(),
                    one.path("message").asText()));
            List<String> links = new ArrayList<>(Collections.nCopies(3, null));
            if (one.has("page")) {
                texts.add(null);
                links.add(one.path("page").asText());
            }
            found.add(one.path("file").asText() + " " + one.path("severity").asText()
                    + one.path("rule").asText() + one.path("text").asText() + texts + links
                    + one.path("expression").asText());
        }
        return found;
    }

    private static RequestSpecification as(String contentType) {
        return SERVER.as("midwife").contentType(contentType).accept("application/fhir+json");
    }

    private static List<String> errors(Response answer) {
        return answer.path("issue.findAll { it.severity == 'error' }.collect { it.expression[0] + it.details.text }");
    }

    private static List<String> expressions(Response answer) {
        return answer.path("issue.findAll { it.severity == 'error' }.expression.flatten()");
    }

    private static int line(Response answer, String rule) {
        return Integer.parseInt(answer.path("issue.find { it.details.coding[0].code == '" + rule
                + "' }.extension.find { it.url.endsWith('-line') }.valueString"));
    }

    private static String one(String json) {
        try {
            return MAPPER.readTree(json).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String wrong() {
        return Referral.ofNewWoman()
                .resource("ServiceRequest", s -> {
                    s.remove("reasonReference");
                    s.remove("reasonCode");
                    s.remove("note");
                })
                .resource("Patient", p -> p.remove("name"))
                .bundle()
                .toPrettyString();
    }
}
