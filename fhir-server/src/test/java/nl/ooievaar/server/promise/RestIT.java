package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** FHIR R4 over HTTP, as a vendor's library expects it. */
class RestIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void json_and_xml_tell_the_same() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("midwife")
                .accept("application/fhir+xml")
                .get("/" + sent.of("Task"))
                .then()
                .statusCode(200)
                .contentType(startsWith("application/fhir+xml"))
                .body("Task.status.@value", equalTo("requested"));
        SERVER.as("midwife")
                .get("/" + sent.of("Task") + "?_format=xml")
                .then()
                .contentType(startsWith("application/fhir+xml"));
    }

    @Test
    void an_xml_resource_is_accepted_and_an_unknown_element_in_it_is_refused() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String xml = "<RelatedPerson xmlns=\"http://hl7.org/fhir\"><patient><reference value=\"" + sent.of("Patient")
                + "\"/></patient></RelatedPerson>";
        SERVER.as("midwife")
                .contentType("application/fhir+xml")
                .body(xml)
                .post("/RelatedPerson")
                .then()
                .statusCode(201);
        SERVER.as("midwife")
                .contentType("application/fhir+xml")
                .body(xml.replace("<patient>", "<colour value=\"blue\"/><patient>"))
                .post("/RelatedPerson")
                .then()
                .statusCode(400);
    }

    @Test
    void what_was_sent_is_answered_as_it_was_written() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String body = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},"
                + "\"subject\":{\"reference\":\"" + sent.of("Patient")
                + "\"},\"valueQuantity\":{\"value\":70.10,\"unit\":\"kg\"}}";
        String location = SERVER.as("midwife")
                .body(body)
                .post("/Observation")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String stored = SERVER.as("midwife").get(location).asString();
        assertTrue(stored.contains("\"value\":70.10,\"unit\":\"kg\""), stored);
    }

    @Test
    void a_condition_finds_instead_of_creating() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String partner =
                "{\"resourceType\":\"RelatedPerson\",\"identifier\":[{\"system\":\"urn:example:rp\",\"value\":\""
                        + sent.of("Patient") + "\"}],\"patient\":{\"reference\":\"" + sent.of("Patient") + "\"}}";
        String condition = "identifier=urn:example:rp|" + sent.of("Patient");
        SERVER.as("midwife")
                .header("If-None-Exist", condition)
                .body(partner)
                .post("/RelatedPerson")
                .then()
                .statusCode(201);
        SERVER.as("midwife")
                .header("If-None-Exist", condition)
                .body(partner)
                .post("/RelatedPerson")
                .then()
                .statusCode(200);
    }

    @Test
    void an_unchanged_resource_is_not_sent_again() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("midwife")
                .header("If-None-Match", "W/\"1\"")
                .get("/" + sent.of("Task"))
                .then()
                .statusCode(304);
    }

    @Test
    void minimal_means_no_body() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("midwife")
                .header("Prefer", "return=minimal")
                .body("{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + sent.of("Patient") + "\"}}")
                .post("/RelatedPerson")
                .then()
                .statusCode(201)
                .body(emptyString());
    }

    @Test
    void elements_and_summary_shorten_the_answer() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("midwife")
                .get("/" + sent.of("Task") + "?_elements=status")
                .then()
                .body("status", equalTo("requested"))
                .body("owner", nullValue())
                .body("meta.tag.code", hasItem("SUBSETTED"));
        SERVER.as("midwife").get("/Task?_summary=count").then().body("entry", nullValue());
    }

    @Test
    void history_tells_every_version_and_a_version_can_be_read() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("midwife")
                .contentType("application/json-patch+json")
                .header("If-Match", "W/\"1\"")
                .body("[{\"op\":\"add\",\"path\":\"/description\",\"value\":\"tweede\"}]")
                .patch("/" + sent.of("Task"))
                .then()
                .statusCode(200);
        SERVER.as("midwife")
                .get("/" + sent.of("Task") + "/_history")
                .then()
                .statusCode(200)
                .body("type", equalTo("history"))
                .body("entry.size()", equalTo(2))
                .body("entry[0].resource.meta.versionId", equalTo("2"));
        SERVER.as("midwife").get("/" + sent.of("Task") + "/_history/1").then().body("description", nullValue());
    }

    @Test
    void a_task_written_ahead_of_the_clock_stays_valid_when_it_moves() {
        String ahead = Instant.now()
                .plus(10, ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Referral.Sent sent = Referral.ofNewWoman()
                .resource("Task", task -> task.put("authoredOn", ahead))
                .send(SERVER.as("midwife"));
        patch("jgz", sent.of("Task"), "1", "/status", "accepted").then().statusCode(200);
        String work = SERVER.as("jgz")
                .get("/Task?based-on=" + sent.of("ServiceRequest"))
                .jsonPath()
                .getString("entry[0].resource.id");
        patch("jgz", "Task/" + work, "1", "/status", "in-progress").then().statusCode(200);
        SERVER.as("midwife").get("/" + sent.of("Task")).then().body("status", equalTo("in-progress"));
        assertEquals(
                List.of(),
                SERVER.as("midwife")
                        .body(SERVER.as("midwife").get("/" + sent.of("Task")).asByteArray())
                        .post("/$validate")
                        .jsonPath()
                        .getList("issue.findAll { it.severity == 'error' }"));
    }

    private static Response patch(String client, String place, String version, String path, String value) {
        return SERVER.as(client)
                .header("If-Match", "W/\"" + version + "\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":\"" + value + "\"}]")
                .patch("/" + place);
    }

    @Test
    void a_fhirpath_patch_changes_one_element() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                        + "{\"name\":\"type\",\"valueCode\":\"add\"},{\"name\":\"path\",\"valueString\":\"Task\"},"
                        + "{\"name\":\"name\",\"valueString\":\"description\"},"
                        + "{\"name\":\"value\",\"valueString\":\"tweede\"}]}]}")
                .patch("/" + sent.of("Task"))
                .then()
                .statusCode(200)
                .body("description", equalTo("tweede"));
    }

    @Test
    void a_batch_answers_entry_by_entry() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("midwife")
                .body(
                        "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\""
                                + sent.of("Task")
                                + "\"}},{\"request\":{\"method\":\"GET\",\"url\":\"Task/nothing\"}}]}")
                .post()
                .then()
                .statusCode(200)
                .body("entry[0].resource.resourceType", equalTo("Task"))
                .body("entry[1].response.status", startsWith("404"));
    }

    @Test
    void a_get_inside_a_batch_is_answered_as_the_same_get_alone() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String search = "Task?_id=" + id(sent.of("Task")) + "&_include=Task:patient";
        List<String> asked = List.of(
                search,
                sent.of("Task") + "/_history/1",
                sent.of("Task") + "/_history",
                "Task?_id=" + id(sent.of("Task")) + "&_elements=status",
                sent.of("Patient") + "/$everything",
                "Questionnaire?status=active");
        JsonPath batch = SERVER.as("midwife")
                .body(batch(asked.stream().map(url -> get(url, "")).toList()))
                .post()
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (int i = 0; i < asked.size(); i++) {
            String place = "entry[" + i + "].";
            JsonPath alone = SERVER.as("midwife")
                    .urlEncodingEnabled(false)
                    .get("/" + asked.get(i))
                    .jsonPath();
            assertEquals("200 OK", batch.getString(place + "response.status"), asked.get(i));
            for (String same : List.of("resourceType", "id", "type", "total", "entry.search", "link", "status")) {
                if (!same.equals("id") || alone.get("type") == null) {
                    assertEquals(
                            alone.<Object>get(same),
                            batch.<Object>get(place + "resource." + same),
                            asked.get(i) + " " + same);
                }
            }
            assertEquals(
                    alone.<Object>get("entry.resource"),
                    batch.<Object>get(place + "resource.entry.resource"),
                    asked.get(i));
        }
        SERVER.as("midwife")
                .body(batch(List.of(get("AuditEvent?patient=" + sent.of("Patient"), ""))))
                .post()
                .then()
                .body("entry[0].resource.entry.resource.resourceType", hasItem("AuditEvent"));
        SERVER.as("midwife")
                .accept("application/fhir+xml")
                .body(batch(List.of(get(search, ""))))
                .post()
                .then()
                .statusCode(200)
                .body("Bundle.entry.resource.Bundle.entry[0].resource.Task.status.@value", equalTo("requested"));
    }

    @Test
    void a_get_inside_a_batch_keeps_its_own_condition_and_its_own_refusal() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("midwife")
                .header("If-None-Match", "W/\"1\"")
                .body(batch(List.of(
                        get(sent.of("Task"), ""),
                        get(sent.of("Task"), ",\"ifNoneMatch\":\"W/\\\"1\\\"\""),
                        get(sent.of("Task"), ",\"ifNoneMatch\":\"W/\\\"2\\\"\""),
                        get(sent.of("Task"), ",\"ifModifiedSince\":\"2100-01-01T00:00:00+01:00\""),
                        get(sent.of("Task"), ",\"ifModifiedSince\":\"2020-01-01T00:00:00Z\""),
                        get(sent.of("Task"), ",\"ifModifiedSince\":\"yesterday\""),
                        get("Task?colour=blue", ""),
                        get("Patient?identifier=http://fhir.nl/fhir/NamingSystem/bsn|999900006", ""),
                        get("Binary?_id=1", ""),
                        get("Nothing/1", ""))))
                .post()
                .then()
                .statusCode(200)
                .body("entry[0].response.status", startsWith("200"))
                .body("entry[0].response.etag", equalTo("W/\"1\""))
                .body("entry[1].response.status", startsWith("304"))
                .body("entry[1].resource", nullValue())
                .body("entry[2].response.status", startsWith("200"))
                .body("entry[3].response.status", startsWith("304"))
                .body("entry[4].response.status", startsWith("200"))
                .body("entry[5].response.status", startsWith("400"))
                .body("entry[6].response.outcome.issue[0].details.coding[0].code", equalTo("undeclared-parameter"))
                .body("entry[7].response.outcome.issue[0].details.coding[0].code", equalTo("bsn-in-url"))
                .body("entry[8].response.status", startsWith("400"))
                .body("entry[9].response.status", startsWith("404"));
        SERVER.as("midwife")
                .header("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                .get("/" + sent.of("Task"))
                .then()
                .statusCode(304);
    }

    @Test
    void a_transaction_and_a_batch_patch_as_a_patch_alone_does() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String task = sent.of("Task");
        String replace = binary("[{\"op\":\"add\",\"path\":\"/description\",\"value\":\"tweede\"}]");
        String relation =
                "{\"fullUrl\":\"urn:uuid:00000000-0000-4000-8000-00000000aaaa\",\"resource\":{\"resourceType\":"
                        + "\"RelatedPerson\",\"patient\":{\"reference\":\"" + sent.of("Patient")
                        + "\"}},\"request\":{\"method\":\"POST\",\"url\":\"RelatedPerson\"}}";
        JsonPath done = SERVER.as("midwife")
                .body(bundle(
                        "transaction",
                        List.of(
                                relation,
                                patch(
                                        task,
                                        1,
                                        binary("[{\"op\":\"add\",\"path\":\"/input\",\"value\":[{\"type\":{\"text\":"
                                                + "\"partner\"},\"valueReference\":{\"reference\":"
                                                + "\"urn:uuid:00000000-0000-4000-8000-00000000aaaa\"}}]}]")),
                                patch(sent.of("Observation"), 1, described("Observation", "issued")))))
                .post()
                .then()
                .statusCode(200)
                .body("entry[1].response.etag", equalTo("W/\"2\""))
                .body("entry[2].response.status", startsWith("200"))
                .extract()
                .jsonPath();
        String partner = done.getString("entry[0].response.location").replaceAll(".*/fhir/(.*)/_history/1", "$1");
        SERVER.as("midwife")
                .get("/" + task)
                .then()
                .body("meta.versionId", equalTo("2"))
                .body("input[0].valueReference.reference", equalTo(partner));
        SERVER.as("midwife")
                .body(bundle("batch", List.of(patch(task, 2, replace), patch(task, 2, replace))))
                .post()
                .then()
                .statusCode(200)
                .body("entry[0].response.etag", equalTo("W/\"3\""))
                .body("entry[1].response.status", startsWith("412"));
    }

    @Test
    void a_patch_inside_a_bundle_is_refused_for_what_a_patch_alone_is_and_then_nothing_is_written() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String task = sent.of("Task");
        String add = "[{\"op\":\"add\",\"path\":\"/description\",\"value\":\"x\"}]";
        refusedPatch(patch(task, 9, binary(add)), 412, "version-mismatch");
        refusedPatch(patch(task, 0, binary(add)), 428, "version-required");
        refusedPatch(patch(task, 1, binary("[{\"op\":\"remove\",\"path\":\"/nothing\"}]")), 422, "patch-failed");
        refusedPatch(patch(task, 1, binary("{")), 422, "patch-failed");
        refusedPatch(patch(task, 1, binary("[{\"op\":\"replace\",\"path\":\"\",\"value\":5}]")), 422, "patch-failed");
        refusedPatch(
                patch(task, 1, binary(add).replace("json-patch+json", "xml-patch+xml")), 415, "unsupported-format");
        refusedPatch(
                patch(task, 1, binary("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"completed\"}]")),
                422,
                "illegal-move");
        refusedPatch(patch("Task/00000000-0000-4000-8000-000000000000", 1, binary(add)), 404, "not-found");
        refusedPatch(patch(sent.of("Provenance"), 1, binary(add)), 400, "not-offered");
        refusedPatch(
                patch(task, 1, binary("[{\"op\":\"replace\",\"path\":\"/intent\",\"value\":\"wish\"}]")), 422, null);
        SERVER.as("jgz")
                .body(bundle(
                        "transaction",
                        List.of(patch(
                                sent.of("ServiceRequest"),
                                1,
                                binary(add.replace("description", "patientInstruction"))))))
                .post()
                .then()
                .statusCode(403);
        SERVER.as("midwife")
                .body(bundle("transaction", List.of(patch(task, 1, binary(add)), patch(task, 1, binary(add)))))
                .post()
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("duplicate-target"));
        SERVER.as("midwife").get("/" + task).then().body("meta.versionId", equalTo("1"));
    }

    @Test
    void a_type_without_updates_is_not_updated_inside_a_bundle_either() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String provenance =
                SERVER.as("midwife").get("/" + sent.of("Provenance")).asString();
        SERVER.as("midwife")
                .body(bundle(
                        "transaction",
                        List.of("{\"resource\":" + provenance + ",\"request\":{\"method\":\"PUT\",\"url\":\""
                                + sent.of("Provenance") + "\",\"ifMatch\":\"W/\\\"1\\\"\"}}")))
                .post()
                .then()
                .statusCode(400)
                .body("issue[0].details.coding[0].code", equalTo("not-offered"));
    }

    @Test
    void a_condition_updates_and_patches_the_one_it_finds_and_never_creates() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String value = id(sent.of("Patient"));
        String partner =
                "{\"resourceType\":\"RelatedPerson\",\"identifier\":[{\"system\":\"urn:example:rp\",\"value\":\""
                        + value + "\"}],\"patient\":{\"reference\":\"" + sent.of("Patient") + "\"}}";
        String place = "/RelatedPerson?identifier=urn:example:rp|" + value;
        conditional(partner).put(place).then().statusCode(422).body(code(), equalTo("update-create"));
        patching().patch(place).then().statusCode(404);
        assertEquals(0, total(place));

        SERVER.as("midwife").body(partner).post("/RelatedPerson").then().statusCode(201);
        conditional(partner.replace("\"identifier\"", "\"active\":true,\"identifier\""))
                .put(place)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("W/\"2\""))
                .body("active", equalTo(true));
        patching().patch(place).then().statusCode(200).body("meta.versionId", equalTo("3"));
        patching().header("If-Match", "W/\"2\"").patch(place).then().statusCode(412);
        conditional(partner).header("If-Match", "W/\"2\"").put(place).then().statusCode(412);
        conditional(partner.replace("\"identifier\"", "\"id\":\"" + value + "\",\"identifier\""))
                .put(place)
                .then()
                .statusCode(400)
                .body(code(), equalTo("id-mismatch"));

        SERVER.as("midwife").body(partner).post("/RelatedPerson").then().statusCode(201);
        conditional(partner).put(place).then().statusCode(412).body(code(), equalTo("several-matches"));
        patching().patch(place).then().statusCode(412).body(code(), equalTo("several-matches"));
        for (String entry : List.of(
                "{\"resource\":" + partner + ",\"request\":{\"method\":\"PUT\",\"url\":\"" + place.substring(1)
                        + "\"}}",
                patch(place.substring(1), 0, binary("[{\"op\":\"add\",\"path\":\"/gender\",\"value\":\"male\"}]")))) {
            SERVER.as("midwife")
                    .body(bundle("transaction", List.of(entry)))
                    .post()
                    .then()
                    .statusCode(412);
            SERVER.as("midwife")
                    .body(bundle("transaction", List.of(entry.replace("|" + value, "|none"))))
                    .post()
                    .then()
                    .statusCode(entry.contains("PATCH") ? 404 : 422);
        }
        assertEquals(2, total(place));
    }

    @Test
    void a_condition_that_asks_nothing_finds_nobody_and_none_names_a_bsn_in_an_address() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String patient = SERVER.as("midwife").get("/" + sent.of("Patient")).asString();
        for (String nothing : List.of("?_format=json", "?_count=1", "?_sort=_id", "?_elements=id")) {
            conditional(patient).put("/Patient" + nothing).then().statusCode(412);
            patching().patch("/Patient" + nothing).then().statusCode(412);
        }
        conditional(patient).put("/Patient").then().statusCode(400);
        patching().patch("/Patient").then().statusCode(400);
        String bsn = "/Patient?identifier=http://fhir.nl/fhir/NamingSystem/bsn|" + referral.bsn();
        conditional(patient).put(bsn).then().statusCode(400).body(code(), equalTo("bsn-in-url"));
        patching().patch(bsn).then().statusCode(400).body(code(), equalTo("bsn-in-url"));
        SERVER.as("midwife").get("/" + sent.of("Patient")).then().body("meta.versionId", equalTo("1"));
    }

    @Test
    void the_capability_statement_tells_what_a_condition_may_do() {
        SERVER.nobody()
                .get("/metadata")
                .then()
                .body(
                        "rest[0].resource.find { it.type == 'RelatedPerson' }.interaction"
                                + ".find { it.code == 'patch' }.documentation",
                        containsString("[type]?[criteria]"))
                .body(
                        "rest[0].resource.find { it.type == 'RelatedPerson' }.interaction"
                                + ".find { it.code == 'update' }.documentation",
                        containsString("neither creates"))
                .body("rest[0].resource.find { it.type == 'RelatedPerson' }.conditionalUpdate", equalTo(true))
                .body("rest[0].resource.find { it.type == 'Provenance' }.conditionalUpdate", equalTo(false))
                .body("rest[0].resource.find { it.type == 'Task' }.conditionalRead", equalTo("full-support"));
    }

    private static RequestSpecification conditional(String body) {
        return SERVER.as("midwife").body(body);
    }

    private static RequestSpecification patching() {
        return SERVER.as("midwife")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"add\",\"path\":\"/gender\",\"value\":\"male\"}]");
    }

    private static String code() {
        return "issue[0].details.coding[0].code";
    }

    private static int total(String search) {
        return SERVER.as("midwife").get(search).path("total");
    }

    private static void refusedPatch(String entry, int status, String code) {
        var answer = SERVER.as("midwife")
                .body(bundle("transaction", List.of(entry)))
                .post()
                .then()
                .statusCode(status);
        if (code != null) {
            answer.body("issue[0].details.coding[0].code", equalTo(code));
        }
        var inBatch = SERVER.as("midwife")
                .body(bundle("batch", List.of(entry)))
                .post()
                .then()
                .statusCode(200)
                .body("entry[0].response.status", startsWith(Integer.toString(status)));
        if (code != null) {
            inBatch.body("entry[0].response.outcome.issue[0].details.coding[0].code", equalTo(code));
        }
    }

    @Test
    void pages_neither_repeat_nor_skip_while_others_write() {
        for (int i = 0; i < 12; i++) {
            Referral.ofNewWoman().send(SERVER.as("midwife"));
        }
        JsonPath all = SERVER.as("jgz")
                .get("/Task?status=requested&_sort=-authored-on&_count=500")
                .jsonPath();
        Set<String> expected = new HashSet<>(all.<String>getList("entry.resource.id"));
        List<String> seen = new ArrayList<>();
        String next = "/Task?status=requested&_sort=-authored-on&_count=5";
        while (next != null) {
            JsonPath page =
                    SERVER.as("jgz").get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("entry.resource.id"));
            next = page.getString("link.find { it.relation == 'next' }?.url");
            Referral.ofNewWoman().send(SERVER.as("midwife"));
        }
        assertEquals(seen.size(), new HashSet<>(seen).size(), "a page repeated");
        assertTrue(seen.containsAll(expected), "a page skipped");
    }

    @Test
    void findings_are_judged_before_they_are_stored() {
        SERVER.as("jgz")
                .body(Referral.example("case-1-findings.json").toString())
                .post("/QuestionnaireResponse/$validate")
                .then()
                .statusCode(200)
                .body("issue.findAll { it.severity == 'error' }.size()", equalTo(0));
        SERVER.as("jgz")
                .body(Referral.example("case-1-findings.json")
                        .toString()
                        .replaceFirst("\"valueInteger\":\\d+", "\"valueInteger\":11"))
                .post("/QuestionnaireResponse/$validate")
                .then()
                .statusCode(200)
                .body("issue.severity", hasItem("error"));
    }

    @Test
    void a_token_may_come_with_its_bar_as_it_is() throws IOException {
        String search = "/HealthcareService?identifier=http://ooievaar.example/fhir/NamingSystem/service|90000201-phb";
        // java.net.URI, and so REST Assured, refuses to send what many clients send.
        var asSent = (HttpURLConnection) new URL(SERVER.base() + search).openConnection();
        asSent.setRequestProperty("Authorization", "Bearer " + SERVER.token("midwife"));
        assertEquals(200, asSent.getResponseCode());
        assertEquals(1, new JsonPath(asSent.getInputStream()).getInt("total"));
    }

    @Test
    void the_capability_statement_offers_no_update_that_creates_and_no_delete() {
        SERVER.nobody()
                .get("/metadata")
                .then()
                .body("rest[0].resource.updateCreate.unique()", equalTo(List.of(false)))
                .body(containsString("phb-referral"));
    }

    private static String batch(List<String> entries) {
        return bundle("batch", entries);
    }

    private static String bundle(String type, List<String> entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private static String patch(String url, int version, String resource) {
        String condition = version == 0 ? "" : ",\"ifMatch\":\"W/\\\"" + version + "\\\"\"";
        return "{\"resource\":" + resource + ",\"request\":{\"method\":\"PATCH\",\"url\":\"" + url + "\"" + condition
                + "}}";
    }

    private static String binary(String jsonPatch) {
        return "{\"resourceType\":\"Binary\",\"contentType\":\"application/json-patch+json\",\"data\":\""
                + Base64.getEncoder().encodeToString(jsonPatch.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }

    /** A FHIRPath Patch that adds a moment. */
    private static String described(String path, String name) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                + "{\"name\":\"type\",\"valueCode\":\"add\"},{\"name\":\"path\",\"valueString\":\"" + path + "\"},"
                + "{\"name\":\"name\",\"valueString\":\"" + name + "\"},"
                + "{\"name\":\"value\",\"valueInstant\":\"2026-01-02T03:04:05Z\"}]}]}";
    }

    private static String get(String url, String condition) {
        return "{\"request\":{\"method\":\"GET\",\"url\":\"" + url + "\"" + condition + "}}";
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
