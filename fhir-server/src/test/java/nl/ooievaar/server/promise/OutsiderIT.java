package nl.ooievaar.server.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/**
 * The small leak matrix: every door, for every party that no consent names. A canary stands in every free text of the
 * referral; it never comes out, and what is hidden answers as what never was.
 */
class OutsiderIT {
    private static final TestServer SERVER = TestServer.get();
    /** A stranger, and one under the roof of the desk; all others are callers of {@link LeakMatrixIT}. */
    private static final List<String> STRANGERS = List.of("outsider", "veilig-thuis");

    private static final String CANARY =
            "kanarie" + UUID.randomUUID().toString().substring(0, 8);

    /** A door: what it is called in the capability statement, and how a stranger goes through it to one resource. */
    record Door(String interaction, BiFunction<RequestSpecification, String, Response> pass) {}

    /** The one list of doors: {@link LeakMatrixIT} takes every one of them through all states and callers. */
    static final Map<String, Door> DOORS = new LinkedHashMap<>();

    static {
        door("read", "read", (as, ref) -> as.get("/" + ref));
        door("vread", "vread", (as, ref) -> as.get("/" + ref + "/_history/1"));
        door("history", "history-instance", (as, ref) -> as.get("/" + ref + "/_history"));
        door("search by id", "search-type", (as, ref) -> as.get("/" + type(ref) + "?_id=" + id(ref)));
        door("search all", "search-type", (as, ref) -> as.get("/" + type(ref) + "?_total=accurate&_count=100"));
        door("count", "search-type", (as, ref) -> as.get("/" + type(ref) + "?_summary=count"));
        door("search by post", "search-type", (as, ref) -> as.contentType("application/x-www-form-urlencoded")
                .formParam("_id", id(ref))
                .post("/" + type(ref) + "/_search"));
        door("sort", "search-type", (as, ref) -> as.get("/" + type(ref) + "?_sort=-_lastUpdated&_count=1"));
        door("include", "search-type", (as, ref) -> as.get("/Task?_include=Task:focus&_include=Task:patient"));
        door(
                "revinclude",
                "search-type",
                (as, ref) -> as.get("/ServiceRequest?_revinclude=Task:focus&_revinclude=Provenance:target"));
        door("chain", "search-type", (as, ref) -> as.contentType("application/x-www-form-urlencoded")
                .formParam("subject:Patient.family", "Morales")
                .post("/ServiceRequest/_search"));
        door("update", "update", (as, ref) -> as.header("If-Match", "W/\"1\"")
                .body("{\"resourceType\":\"" + type(ref) + "\",\"id\":\"" + id(ref)
                        + "\",\"meta\":{\"profile\":[\"http://ooievaar.example/fhir/StructureDefinition/none\"]}}")
                .put("/" + ref));
        door("patch", "patch", (as, ref) -> as.header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"test\",\"path\":\"/status\",\"value\":\"requested\"}]")
                .patch("/" + ref));
        door("conditional update", "update", (as, ref) -> as.body(
                        "{\"resourceType\":\"" + type(ref) + "\",\"id\":\"" + id(ref)
                                + "\",\"meta\":{\"profile\":[\"http://ooievaar.example/fhir/StructureDefinition/none\"]}}")
                .put("/" + type(ref) + "?_id=" + id(ref)));
        door("conditional update that is valid", "update", (as, ref) -> as.body(
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"}}")
                .put("/Observation?_id=" + id(ref)));
        door("conditional patch", "patch", (as, ref) -> as.contentType("application/json-patch+json")
                .body("[{\"op\":\"test\",\"path\":\"/status\",\"value\":\"requested\"}]")
                .patch("/" + type(ref) + "?_id=" + id(ref)));
        door("create that refers", "create", (as, ref) -> as.body(
                        "{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + ref + "\"}}")
                .post("/RelatedPerson"));
        door("conditional create", "create", (as, ref) -> as.header("If-None-Exist", "_id=" + id(ref))
                .body("{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"Patient/" + UUID.randomUUID()
                        + "\"}}")
                .post("/RelatedPerson"));
        door("transaction", "transaction", (as, ref) -> as.body(bundle("transaction", "POST", "RelatedPerson", ref))
                .post());
        door("batch", "batch", (as, ref) -> as.body("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{"
                        + "\"request\":{\"method\":\"GET\",\"url\":\"" + ref + "\"}}]}")
                .post());
        door("patch in a transaction", "transaction", (as, ref) -> as.body(patch("transaction", ref))
                .post());
        door("patch in a batch", "batch", (as, ref) -> as.body(patch("batch", ref))
                .post());
        door("search in a batch", "batch", (as, ref) -> as.body(
                        "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{"
                                + "\"request\":{\"method\":\"GET\",\"url\":\"" + type(ref) + "?_id=" + id(ref)
                                + "\"}},{\"request\":{\"method\":\"GET\",\"url\":\"" + ref + "/_history\"}}]}")
                .post());
        door("everything", "everything", (as, ref) -> as.get("/Patient/" + id(ref) + "/$everything"));
        door("withdraw", "withdraw", (as, ref) -> as.body(parameters("obtained", "oral"))
                .post("/Consent/" + id(ref) + "/$withdraw"));
        door("withdraw all", "withdraw", (as, ref) -> as.body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"obtained\",\"valueCode\":\"oral\"},"
                                + "{\"name\":\"purpose\",\"valueCode\":\"referral\"}]}")
                .post("/Patient/" + id(ref) + "/$withdraw"));
        door("destroy", "destroy", (as, ref) -> as.body(parameters("ground", "her-request"))
                .post("/Patient/" + id(ref) + "/$destroy"));
        door("add a statement", "add-statement", (as, ref) -> as.body(parameters("text", "zo was het niet"))
                .post("/" + ref + "/$add-statement"));
        door("entered in error", "entered-in-error", (as, ref) -> as.post("/" + ref + "/$entered-in-error"));
        door("export", "export", (as, ref) -> as.get("/Patient/" + id(ref) + "/$export"));
        door("export in a batch", "batch", (as, ref) -> as.body(
                        "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"Patient/"
                                + id(ref) + "/$export\"}}]}")
                .post());
        door("emergency access", "emergency-access", (as, ref) -> as.body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"patient\",\"valueReference\":"
                                + "{\"reference\":\"" + ref + "\"}}]}")
                .post("/Patient/$emergency-access"));
        door("desk", "desk", (as, ref) -> as.get("/HealthcareService/$desk?municipality=" + ref));
        door("reroute", "reroute", (as, ref) -> as.body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"performer\",\"valueReference\":"
                                + "{\"reference\":\"HealthcareService/00000000-0000-4000-8000-000000000001\"}}]}")
                .post("/ServiceRequest/" + id(ref) + "/$reroute"));
        door("transfer", "transfer", (as, ref) -> as.body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"to\",\"valueReference\":"
                                + "{\"reference\":\"HealthcareService/00000000-0000-4000-8000-000000000001\"}}]}")
                .post("/Patient/" + id(ref) + "/$transfer"));
        door("from birth care", "from-birth-care", (as, ref) -> as.body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"strict\",\"valueBoolean\":true},"
                                + "{\"name\":\"record\",\"valueBase64Binary\":\""
                                + Base64.getEncoder()
                                        .encodeToString(
                                                ("<prio1_huidig><vrouw><burgerservicenummer value=\"1\"/><geboortedatum value=\""
                                                                + ref + "\"/></vrouw></prio1_huidig>")
                                                        .getBytes(StandardCharsets.UTF_8))
                                + "\"}]}")
                .post("/$from-birth-care"));
        door("to birth care", "to-birth-care", (as, ref) -> as.get("/Patient/" + id(ref) + "/$to-birth-care"));
        door(
                "to birth care of STU3",
                "to-birth-care",
                (as, ref) -> as.get("/Patient/" + id(ref) + "/$to-birth-care?form=stu3"));
        door("from a parent dossier", "from-parent-dossier", (as, ref) -> as.body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"preview\",\"valueBoolean\":true},"
                                + "{\"name\":\"dossier\",\"valueBase64Binary\":\""
                                + Base64.getEncoder()
                                        .encodeToString(("{\"version\":\"0.1.0\",\"person\":{\"reference\":\""
                                                        + (ref.startsWith("Patient/") ? ref : "urn:uuid:" + id(ref))
                                                        + "\",\"active\":true},\"findings\":[{\"reference\":\"urn:x\",\"status\":\"completed\","
                                                        + "\"author\":{\"reference\":\"" + ref
                                                        + "\"}}],\"goals\":[{\"reference\":\"Goal/"
                                                        + id(ref)
                                                        + "\",\"lifecycleStatus\":\"proposed\"}]}")
                                                .getBytes(StandardCharsets.UTF_8))
                                + "\"}]}")
                .post("/$from-parent-dossier"));
        for (String form : List.of("json", "bds")) {
            door(
                    "to a parent dossier as " + form,
                    "to-parent-dossier",
                    (as, ref) -> as.get("/Patient/" + id(ref) + "/$to-parent-dossier?form=" + form));
        }
        door(
                "to a child dossier",
                "to-child-dossier",
                (as, ref) -> as.get("/Patient/" + id(ref) + "/$to-child-dossier"));
        door("pregnancy ended", "pregnancy-ended", (as, ref) -> as.post("/Patient/" + id(ref) + "/$pregnancy-ended"));
        door("birth", "birth", (as, ref) -> as.body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"child\",\"resource\":{\"resourceType\":"
                                + "\"Patient\",\"birthDate\":\"2026-11-01\"}}]}")
                .post("/Patient/" + id(ref) + "/$birth"));
        door("preview for a child", "preview-for-child", (as, ref) -> as.body(reference("child", UUID.randomUUID()))
                .post("/Patient/" + id(ref) + "/$preview-for-child"));
        door("hand over to a child", "hand-over-to-child", (as, ref) -> as.body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"child\",\"valueReference\":{\"reference\":"
                                + "\"Patient/" + UUID.randomUUID()
                                + "\"}},{\"name\":\"item\",\"part\":[{\"name\":\"source\","
                                + "\"valueReference\":{\"reference\":\"" + ref + "/_history/1\"}}]}]}")
                .post("/Patient/" + id(ref) + "/$hand-over-to-child"));
        door("link", "link", (as, ref) -> as.body(reference("other", UUID.randomUUID()))
                .post("/Patient/" + id(ref) + "/$link"));
        door("link with it", "link", (as, ref) -> as.body(reference("other", UUID.fromString(id(ref))))
                .post("/Patient/" + UUID.randomUUID() + "/$link"));
        door("unlink", "unlink", (as, ref) -> as.body(reference("other", UUID.randomUUID()))
                .post("/Patient/" + id(ref) + "/$unlink"));
        door("preview feedback", "preview-feedback", (as, ref) -> as.get("/Task/" + id(ref) + "/$preview-feedback"));
        door("send feedback", "send-feedback", (as, ref) -> as.body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"recipient\",\"valueReference\":"
                                + "{\"reference\":\"HealthcareService/" + UUID.randomUUID() + "\"}}]}")
                .post("/Task/" + id(ref) + "/$send-feedback"));
        door("visit summary", "visit-summary", (as, ref) -> as.get("/Task/" + id(ref) + "/$visit-summary"));
        door("document", "document", (as, ref) -> as.get("/Communication/" + id(ref) + "/$document"));
        door("document as a page", "document", (as, ref) -> as.header("Accept", "text/html")
                .get("/Communication/" + id(ref) + "/$document"));
        door("seal", "seal", (as, ref) -> as.get("/Communication/" + id(ref) + "/$seal"));
        door("apply", "apply", (as, ref) -> as.get("/PlanDefinition/phb-voorzorg/$apply?subject=" + ref));
        door("cards", "apply", (as, ref) -> as.basePath("")
                .body("{\"hook\":\"patient-view\",\"hookInstance\":\"1\"," + "\"context\":{\"patientId\":\"" + id(ref)
                        + "\"}}")
                .post("/cds-services/phb-support"));
        door("validate", "validate", (as, ref) -> as.body(
                        "{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + ref + "\"}}")
                .post("/RelatedPerson/$validate"));
        door("validate at large", "validate", (as, ref) -> as.body(
                        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":"
                                + "{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + ref + "\"}}}]}")
                .post("/$validate"));
        door("expand", "expand", (as, ref) -> as.get("/ValueSet/$expand?url=" + ref));
        door(
                "validate-code",
                "validate-code",
                (as, ref) -> as.get(
                        "/CodeSystem/$validate-code?url=" + PhbPackage.BASE + "/CodeSystem/phb-route&code=" + ref));
        door("lookup", "lookup", (as, ref) -> as.get("/CodeSystem/$lookup?system=" + type(ref) + "&code=" + id(ref)));
        door(
                "translate",
                "translate",
                (as, ref) -> as.get("/ConceptMap/$translate?system=" + type(ref) + "&code=" + id(ref)));
        door("subscription status", "status", (as, ref) -> as.get("/Subscription/" + id(ref) + "/$status"));
        door("subscription events", "events", (as, ref) -> as.get("/Subscription/" + id(ref) + "/$events"));
        door("audit trail", "search-type", (as, ref) -> as.get("/AuditEvent?patient=Patient/" + id(ref)));
        door("access log", "access-log", (as, ref) -> as.get("/Patient/" + id(ref) + "/$access-log"));
        door("access log as a page", "access-log", (as, ref) -> as.accept("text/html")
                .get("/Patient/" + id(ref) + "/$access-log"));
    }

    @Test
    void no_stranger_gets_anything_through_any_door() {
        Referral referral = withCanaries();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        List<String> leaks = new ArrayList<>();
        for (String stranger : STRANGERS) {
            for (String location : sent.locations()) {
                String hidden = location.replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1");
                if (hidden.startsWith("Practitioner")) {
                    continue;
                }
                DOORS.forEach((name, door) -> {
                    Response answer = door.pass().apply(SERVER.as(stranger), hidden);
                    String all = answer.asString() + answer.headers();
                    if (all.contains(CANARY) || all.contains(referral.bsn()) || all.contains("Morales")) {
                        leaks.add(stranger + " through " + name + " to " + hidden);
                    }
                });
            }
        }
        assertEquals(List.of(), leaks);
    }

    @Test
    void what_speaks_of_a_professional_too_is_filed_with_the_woman_and_not_with_the_directory() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String role =
                """
                {"resourceType":"PractitionerRole","meta":{"profile":["%s"]},"identifier":[{"system":"http://midwife.example/id/role",
                 "value":"%s"}],"practitioner":{"display":"J. de Wit"},
                 "organization":{"reference":"Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura|90000101"}}
                """
                        .formatted(PhbPackage.profile("phb-practitioner-role"), UUID.randomUUID());
        String provenance =
                """
                {"resourceType":"Provenance","target":[{"reference":"urn:uuid:11111111-0000-4000-8000-000000000001"},
                 {"reference":"%s"}],"recorded":"2026-11-23T10:00:00+01:00",
                 "agent":[{"who":{"reference":"urn:uuid:11111111-0000-4000-8000-000000000001"}}]}
                """
                        .formatted(sent.of("Consent"));
        String written = SERVER.as("midwife")
                .body(
                        """
                        {"resourceType":"Bundle","type":"transaction","entry":[
                         {"fullUrl":"urn:uuid:11111111-0000-4000-8000-000000000001","resource":%s,
                          "request":{"method":"POST","url":"PractitionerRole"}},
                         {"resource":%s,"request":{"method":"POST","url":"Provenance"}}]}
                        """
                                .formatted(role, provenance))
                .post()
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("entry[1].response.location")
                .replaceAll(".*(Provenance/[^/]+).*", "$1");
        SERVER.as("midwife").get("/" + written).then().statusCode(200);
        for (String stranger : STRANGERS) {
            SERVER.as(stranger).get("/" + written).then().statusCode(404);
        }
    }

    @Test
    void what_is_hidden_answers_as_what_never_was() {
        Referral.Sent sent = withCanaries().send(SERVER.as("midwife"));
        for (String stranger : STRANGERS) {
            for (String type : List.of("Patient", "Task", "ServiceRequest", "Observation", "Consent")) {
                String hidden = sent.of(type);
                String absent = type + "/" + UUID.randomUUID();
                DOORS.forEach((name, door) -> {
                    Response there = door.pass().apply(SERVER.as(stranger), hidden);
                    Response nowhere = door.pass().apply(SERVER.as(stranger), absent);
                    assertEquals(nowhere.statusCode(), there.statusCode(), stranger + " " + name + " " + type);
                    assertEquals(plain(nowhere, absent), plain(there, hidden), stranger + " " + name + " " + type);
                });
            }
        }
    }

    @Test
    void every_interaction_and_operation_offered_has_a_door_in_this_matrix() {
        Set<String> offered = new LinkedHashSet<>();
        var metadata = SERVER.nobody().get("/metadata").jsonPath();
        offered.addAll(metadata.<String>getList("rest[0].interaction.code"));
        offered.addAll(metadata.<String>getList("rest[0].resource.interaction.code.flatten()"));
        offered.addAll(metadata.<String>getList("rest[0].resource.operation.name.flatten()"));
        offered.addAll(metadata.<String>getList("rest[0].operation.name"));
        offered.remove(null);
        Set<String> tried = new LinkedHashSet<>();
        DOORS.values().forEach(door -> tried.add(door.interaction()));
        assertTrue(tried.containsAll(offered), () -> "no row for " + offered + " in " + tried);
        assertFalse(offered.contains("delete"));
    }

    @Test
    void a_page_link_opens_nothing_for_another_party() {
        Referral.ofNewWoman().send(SERVER.as("midwife"));
        Referral.ofNewWoman().send(SERVER.as("midwife"));
        String next = SERVER.as("midwife")
                .get("/Task?_count=1")
                .jsonPath()
                .getString("link.find { it.relation == 'next' }.url");
        SERVER.as("midwife").get(next).then().statusCode(200);
        SERVER.as("outsider").get(next).then().statusCode(404);
    }

    private static Referral withCanaries() {
        return Referral.ofNewWoman()
                .resource("Task", t -> t.put("description", CANARY))
                .resource("ServiceRequest", s -> s.putArray("note").addObject().put("text", CANARY))
                .resource("Observation", o -> o.putArray("note").addObject().put("text", CANARY))
                .resource("Patient", p -> ((com.fasterxml.jackson.databind.node.ObjectNode) p.at("/name/0"))
                        .put("text", CANARY));
    }

    /** The answer without what differs by nature: ids, moments, and digests of what the caller itself sent. */
    private static String plain(Response answer, String reference) {
        return answer.asString()
                .replace(id(reference), "ID")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("[0-9a-f]{64}", "DIGEST")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.+Z]+", "MOMENT");
    }

    private static String bundle(String kind, String method, String url, String ref) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + kind + "\",\"entry\":[{\"resource\":{\"resourceType\":\""
                + url + "\",\"patient\":{\"reference\":\"" + ref + "\"}},\"request\":{\"method\":\"" + method
                + "\",\"url\":\"" + url + "\"}}]}";
    }

    private static String parameters(String name, String code) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + name + "\",\"value"
                + (name.equals("text") ? "String" : "Code") + "\":\"" + code + "\"}]}";
    }

    private static String reference(String name, UUID patient) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + name
                + "\",\"valueReference\":{\"reference\":\"Patient/" + patient + "\"}}]}";
    }

    private static String patch(String kind, String ref) {
        String test = "[{\"op\":\"test\",\"path\":\"/status\",\"value\":\"requested\"}]";
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + kind
                + "\",\"entry\":[{\"resource\":{\"resourceType\":\"Binary\","
                + "\"contentType\":\"application/json-patch+json\",\"data\":\""
                + Base64.getEncoder().encodeToString(test.getBytes(StandardCharsets.UTF_8))
                + "\"},\"request\":{\"method\":\"PATCH\",\"url\":\"" + ref + "\",\"ifMatch\":\"W/\\\"1\\\"\"}}]}";
    }

    private static void door(String name, String interaction, BiFunction<RequestSpecification, String, Response> pass) {
        DOORS.put(name, new Door(interaction, pass));
    }

    private static String type(String reference) {
        return reference.substring(0, reference.indexOf('/'));
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
