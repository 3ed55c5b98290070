package nl.ooievaar.server.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.command.ValidateCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks whether a message is right hears what is wrong, where, by which rule, and where that is explained. */
class ValidateIT {
    private static final TestServer SERVER = TestServer.get();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINE = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line";
    private static final String PAGE = "http://ooievaar.example/fhir/StructureDefinition/phb-explained-at";

    @TempDir
    private Path folder;

    @Test
    void a_rule_of_ours_is_named_and_its_paragraph_is_there_in_the_language_of_the_answer() {
        ObjectNode referral = (ObjectNode) resource("case-1-referral.json", "ServiceRequest");
        referral.remove(List.of("reasonReference", "note"));
        for (String language : List.of("nl", "en")) {
            JsonPath told = ask(referral.toPrettyString(), "application/fhir+json", language);
            assertEquals("phb-ref-1", told.getString("issue[0].details.coding[0].code"));
            String page = told.getString("issue[0].extension.find { it.url == '" + PAGE + "' }.valueUrl");
            assertTrue(page.endsWith("/" + language + "/profiles/phb-referral.html#phb-ref-1"), page);
            String address = page.substring(0, page.indexOf('#'));
            String html = SERVER.nobody().baseUri("").basePath("").get(address).asString();
            assertTrue(html.contains("id=\"phb-ref-1\""), address);
        }
    }

    @Test
    void another_rule_leads_to_the_element_in_the_table_of_the_profile() {
        ObjectNode consent = (ObjectNode) resource("case-1-referral.json", "Consent");
        ((ObjectNode) consent.get("provision")).remove("purpose");
        JsonPath told = ask(consent.toPrettyString(), "application/fhir+json", "en");
        String page = told.getString("issue[0].extension.find { it.url == '" + PAGE + "' }.valueUrl");
        assertTrue(page.contains("/en/profiles/phb-consent.html#Consent.provision"), page);
    }

    @Test
    void a_whole_bundle_is_judged_entry_by_entry_with_the_lines_of_the_bundle() {
        ObjectNode bundle = (ObjectNode) Referral.example("case-1-referral.json");
        assertFalse(wrong(ask(bundle.toPrettyString(), "application/fhir+json", "en")));
        for (JsonNode entry : bundle.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("ServiceRequest")) {
                ((ObjectNode) entry.get("resource")).put("intent", "plan");
            }
        }
        String text = bundle.toPrettyString();
        JsonPath told = ask(text, "application/fhir+json", "en");
        int line = Integer.parseInt(told.getString("issue[0].extension.find { it.url == '" + LINE + "' }.valueString"));
        assertTrue(text.split("\n")[line - 1].contains("\"plan\""), text.split("\n")[line - 1]);
        assertTrue(told.getString("issue[0].expression[0]").matches("Bundle\\.entry\\[\\d+]\\.resource\\.intent"));
    }

    @Test
    void a_document_is_judged_by_what_it_claims() {
        ObjectNode dossier = (ObjectNode) Referral.example("case-1-dossier.json");
        assertFalse(wrong(ask(dossier.toPrettyString(), "application/fhir+json", "en")));
        ((ObjectNode) dossier.at("/entry/0/resource/meta")).remove("profile");
        JsonPath told = ask(dossier.toPrettyString(), "application/fhir+json", "nl");
        assertTrue(told.getList("issue.details.coding.flatten().code").contains("phb-dos-1"), told.prettify());
    }

    @Test
    void lines_of_ndjson_are_judged_one_by_one_and_a_broken_one_spoils_no_other() {
        String good = resource("case-1-referral.json", "Task").toString();
        ObjectNode bad = resource("case-1-referral.json", "Task").deepCopy();
        bad.put("intent", "plan");
        String body = good + "\n{\"resourceType\":\n\n" + bad + "\n";
        JsonPath told = ask(body, "application/fhir+ndjson", "en");
        List<String> lines =
                told.getList("issue.findAll { it.severity == 'error' }.extension.flatten().findAll { it.url == '" + LINE
                        + "' }.valueString");
        assertTrue(lines.contains("2") && lines.contains("4") && !lines.contains("1"), lines.toString());
    }

    @Test
    void xml_is_judged_without_naming_its_type_in_the_address() {
        String xml = "<Patient xmlns=\"http://hl7.org/fhir\">\n <meta><profile value=\"http://ooievaar.example/fhir/"
                + "StructureDefinition/phb-woman\"/></meta>\n <gender value=\"purple\"/>\n</Patient>";
        JsonPath told = ask(xml, "application/fhir+xml", "en");
        assertTrue(wrong(told));
        assertTrue(told.getList("issue.extension.flatten().findAll { it.url == '" + LINE + "' }.valueString")
                .contains("3"));
    }

    @Test
    void a_message_that_a_write_would_refuse_for_its_missing_profile_is_not_called_valid() {
        ObjectNode referral = (ObjectNode) resource("case-1-referral.json", "ServiceRequest");
        referral.remove("meta");
        JsonPath told = ask(referral.toPrettyString(), "application/fhir+json", "en");
        assertEquals("profile-required", told.getString("issue[0].details.coding[0].code"));
    }

    @Test
    void parameters_keep_the_lines_of_what_was_sent() {
        ObjectNode referral = (ObjectNode) resource("case-1-referral.json", "ServiceRequest");
        referral.put("intent", "plan");
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[\n{\"name\":\"resource\",\"resource\":\n"
                + referral.toPrettyString() + "}]}";
        JsonPath told = ask(body, "application/fhir+json", "en");
        int line = Integer.parseInt(told.getString("issue[0].extension.find { it.url == '" + LINE + "' }.valueString"));
        assertTrue(body.split("\n")[line - 1].contains("\"plan\""), told.prettify());
    }

    @Test
    void a_parameter_that_is_none_is_refused_without_repeating_it() {
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Patient\"}")
                .post("/$validate?Sanne=1")
                .then()
                .statusCode(400)
                .body("issue[0].details.text", org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("anne")))
                .body("issue[0].details.text", org.hamcrest.Matchers.containsString("profile, mode"));
    }

    @Test
    void the_address_of_a_type_judges_that_type_only_in_every_form() {
        String right = resource("case-1-referral.json", "Task").toString();
        String xml = "<Patient xmlns=\"http://hl7.org/fhir\"/>";
        String in =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":" + right + "}]}";
        assertFalse(rules("Task", right, "application/fhir+json").contains("other-type"));
        assertFalse(rules("Task", in, "application/fhir+json").contains("other-type"));
        for (String[] wrong : new String[][] {
            {"Patient", right, "application/fhir+json"},
            {"Patient", in, "application/fhir+json"},
            {"Patient", right, "application/fhir+ndjson"},
            {"Task", xml, "application/fhir+xml"},
            {"Task", "{\"resourceType\":\"Sanne-999900006\"}", "application/fhir+json"}
        }) {
            assertTrue(rules(wrong[0], wrong[1], wrong[2]).contains("other-type"), String.join(" ", wrong));
        }
    }

    @Test
    void what_can_be_no_type_is_not_repeated() {
        for (String address : List.of("/$validate", "/Task/$validate")) {
            SERVER.as("midwife")
                    .contentType("application/fhir+xml")
                    .body("<Sanne-999900006 xmlns=\"http://hl7.org/fhir\"/>".getBytes(StandardCharsets.UTF_8))
                    .post(address)
                    .then()
                    .statusCode(400)
                    .body(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("999900006")));
        }
        assertTrue(rules("Task", "{\"resourceType\":\"Sanne-999900006\"}", "application/fhir+json")
                .contains("other-type"));
    }

    private static List<String> rules(String type, String body, String form) {
        String answer = SERVER.as("midwife")
                .contentType(form)
                .accept("application/fhir+json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/" + type + "/$validate")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertFalse(answer.contains("999900006"), answer);
        return JsonPath.from(answer).getList("issue.details.coding.flatten().code");
    }

    @Test
    void hostile_bodies_get_an_answer_and_no_fault() {
        String deep = "{\"resourceType\":\"Patient\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        String entity = "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<Patient xmlns=\"http://hl7.org/fhir\"><name><text value=\"&e;\"/></name></Patient>";
        for (String[] one : new String[][] {
            {deep, "application/fhir+json"},
            {entity, "application/fhir+xml"},
            {"", "application/fhir+json"},
            {"[]", "application/fhir+json"},
            {"{\"resourceType\":\"Bundle\",\"entry\":7}", "application/fhir+json"},
            {"{\"resourceType\":\"Nothing\"}", "application/fhir+ndjson"},
            {"{}\n{}", "application/fhir+ndjson"},
            {"\u0000", "application/fhir+ndjson"}
        }) {
            int status = SERVER.as("midwife")
                    .contentType(one[1])
                    .body(one[0].getBytes(StandardCharsets.UTF_8))
                    .post("/$validate")
                    .statusCode();
            assertTrue(status < 500, status + " " + one[0].substring(0, Math.min(60, one[0].length())));
        }
    }

    @Test
    void the_command_tells_what_the_server_tells_and_answers_with_its_exit() throws Exception {
        ObjectNode referral = (ObjectNode) resource("case-1-referral.json", "ServiceRequest");
        Path good = Files.writeString(folder.resolve("good.json"), referral.toPrettyString());
        referral.put("intent", "plan");
        Path bad = Files.writeString(folder.resolve("bad.json"), referral.toPrettyString());
        JsonPath told = ask(referral.toPrettyString(), "application/fhir+json", "nl");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(1, command(out, "--lang", "nl", "--format", "json", folder.toString()));
        List<String> texts = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            JsonNode finding = JSON.readTree(line);
            if (finding.get("file").asText().equals(bad.toString())) {
                texts.add(finding.get("text").asText());
            }
        }
        assertEquals(told.getList("issue.details.text"), texts);
        assertEquals(0, command(new ByteArrayOutputStream(), good.toString()));
        assertEquals(
                2,
                command(new ByteArrayOutputStream(), folder.resolve("none.json").toString()));
        assertEquals(2, command(new ByteArrayOutputStream()));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        assertEquals(1, command(text, bad.toString()));
        assertTrue(
                text.toString(StandardCharsets.UTF_8)
                        .matches("(?s)" + java.util.regex.Pattern.quote(bad.toString())
                                + ":\\d+:\\d+ error \\S+ .*\\(/en/profiles/phb-referral\\.html.*"),
                text.toString(StandardCharsets.UTF_8));
    }

    private static int command(ByteArrayOutputStream out, String... arguments) throws Exception {
        return new ValidateCommand(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private static boolean wrong(JsonPath told) {
        return told.<String>getList("issue.severity").stream().anyMatch(one -> one.matches("error|fatal"));
    }

    private static JsonPath ask(String body, String type, String language) {
        RequestSpecification as = SERVER.as("midwife")
                .contentType(type)
                .accept("application/fhir+json")
                .header("Accept-Language", language);
        return as.body(body.getBytes(StandardCharsets.UTF_8))
                .post("/$validate")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonNode resource(String example, String type) {
        for (JsonNode entry : Referral.example(example).get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return entry.get("resource");
            }
        }
        throw new IllegalArgumentException(type);
    }
}
