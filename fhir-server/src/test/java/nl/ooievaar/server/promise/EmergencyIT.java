package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.Consents;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** Emergency access opens little, for a short time, on record and never over her no (design of the gate, rule 10). */
class EmergencyIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String REASON = "Buiten bewustzijn binnengebracht kanarie-" + UUID.randomUUID();
    private static final String MARK =
            "\"meta\":{\"security\":[{\"system\":\"http://ooievaar.example/fhir/CodeSystem/phb-data-class\",\"code\":\"safeguarding\"}]},";

    private final Referral referral = Referral.ofNewWoman();
    private final Referral.Sent sent = referral.send(SERVER.as("midwife"));

    @Test
    void it_opens_the_classes_that_were_asked_for_and_no_others_and_only_to_who_asked() {
        SERVER.as("ward").get("/" + sent.of("Patient")).then().statusCode(404);
        open("referral").then().statusCode(200);

        SERVER.as("ward").get("/" + sent.of("Patient")).then().statusCode(200);
        found().body("entry.resource.id", hasItem(id(sent.of("Patient"))));
        SERVER.as("ward").get("/" + sent.of("Consent")).then().statusCode(404);
        SERVER.as("ward-privacy").get("/" + sent.of("Patient")).then().statusCode(404);
        SERVER.as("outsider").get("/" + sent.of("Patient")).then().statusCode(404);
    }

    @Test
    void it_can_be_asked_by_a_reference_that_is_known() {
        SERVER.as("ward")
                .body(parameters(
                        "{\"name\":\"patient\",\"valueReference\":{\"reference\":\"" + sent.of("Patient") + "\"}}",
                        "referral",
                        ""))
                .post("/Patient/$emergency-access")
                .then()
                .statusCode(200);
        SERVER.as("ward").get("/" + sent.of("Patient")).then().statusCode(200);
    }

    @Test
    void it_ends_by_itself_with_the_next_request() throws SQLException {
        JsonPath opened = open("referral").jsonPath();
        OffsetDateTime start =
                OffsetDateTime.parse(opened.getString("parameter.find { it.name == 'period' }.valuePeriod.start"));
        OffsetDateTime end =
                OffsetDateTime.parse(opened.getString("parameter.find { it.name == 'period' }.valuePeriod.end"));
        assertEquals(Duration.ofHours(4), Duration.between(start, end));
        SERVER.as("ward").get("/" + sent.of("Patient")).then().statusCode(200);

        SERVER.change(
                "update emergency_access set starts = starts - interval '4 hours', ends = ends - interval '4 hours'"
                        + " where emergency_id = '" + access(opened) + "'");

        SERVER.as("ward").get("/" + sent.of("Patient")).then().statusCode(404);
        found().body("total", equalTo(0));
    }

    @Test
    void an_objection_that_speaks_to_the_caller_keeps_it_closed_and_one_to_another_does_not() {
        Referral other = Referral.ofNewWoman();
        Referral.Sent hers = other.send(SERVER.as("midwife"));
        object(hers, "90000501-acute-verloskunde");
        openFor(other.bsn(), "referral").then().statusCode(200);
        SERVER.as("ward").get("/" + hers.of("Patient")).then().statusCode(404);
        object(sent, "90000901-phb");
        open("referral");
        SERVER.as("ward").get("/" + sent.of("Patient")).then().statusCode(200);
    }

    @Test
    void an_objection_recorded_while_it_is_open_closes_at_the_next_request() {
        open("referral");
        SERVER.as("ward").get("/" + sent.of("Patient")).then().statusCode(200);
        object(sent, "90000501-acute-verloskunde");
        SERVER.as("ward").get("/" + sent.of("Patient")).then().statusCode(404);
    }

    @Test
    void a_note_on_safety_at_home_never_opens_and_can_not_be_asked_for() {
        String note = SERVER.as("midwife")
                .body("{\"resourceType\":\"Observation\"," + MARK
                        + "\"status\":\"final\",\"code\":{\"text\":\"aantekening\"},\"subject\":{\"reference\":\""
                        + sent.of("Patient") + "\"},\"valueString\":\"in eigen woorden\"}")
                .post("/Observation")
                .header("Location")
                .replaceAll(".*(Observation/[^/]+).*", "$1");
        for (String closed : List.of("safeguarding", "work", "consent", "nonsense")) {
            open(closed)
                    .then()
                    .statusCode(422)
                    .body("issue[0].expression[0]", equalTo("Parameters.parameter[1]"))
                    .body("issue[0].details.text", containsString("contact, referral, findings, plan, feedback"));
        }
        open("referral").then().statusCode(200);
        SERVER.as("ward").get("/" + note).then().statusCode(404);
        SERVER.as("ward")
                .get("/" + sent.of("Patient") + "/$everything")
                .then()
                .statusCode(200)
                .body("entry.resource.id", not(hasItem(id(note))));
    }

    @Test
    void the_answer_is_the_same_for_a_woman_who_is_unknown_objects_or_died() {
        String unknown = Referral.ofNewWoman().bsn();
        Referral objecting = Referral.ofNewWoman();
        object(objecting.send(SERVER.as("midwife")), "90000501-acute-verloskunde");
        Referral dead = Referral.ofNewWoman().resource("Patient", p -> p.put("deceasedDateTime", "2026-11-20"));
        Referral.Sent died = dead.send(SERVER.as("midwife"));
        String known = plain(open("referral"));
        for (String bsn : List.of(unknown, objecting.bsn(), dead.bsn())) {
            assertEquals(known, plain(openFor(bsn, "referral")));
        }
        SERVER.as("ward").get("/" + died.of("Patient")).then().statusCode(404);
    }

    @Test
    void who_may_not_ask_is_refused_before_anything_is_read() {
        for (String stranger : List.of("outsider", "midwife", "municipality", "veilig-thuis")) {
            String bodyOfNobody = parameters(bsn("999900006"), "safeguarding", "");
            SERVER.as(stranger)
                    .body(bodyOfNobody)
                    .post("/Patient/$emergency-access")
                    .then()
                    .statusCode(403)
                    .body("issue[0].details.coding[0].code", equalTo("emergency-not-open-to-caller"));
        }
        SERVER.asPerson(referral.bsn())
                .body(parameters(bsn(referral.bsn()), "referral", ""))
                .post("/Patient/$emergency-access")
                .then()
                .statusCode(403);
    }

    @Test
    void a_wrong_question_is_refused_at_its_parameter_in_dutch_and_in_english() {
        SERVER.as("ward")
                .header("Accept-Language", "nl")
                .body(parameters(bsn(referral.bsn()), "referral", "").replace(REASON, "spoed"))
                .post("/Patient/$emergency-access")
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Parameters.parameter[2]"))
                .body("issue[0].details.text", containsString("10 tot 500 tekens"));
        String day =
                ",{\"name\":\"duration\",\"valueDuration\":{\"value\":24,\"unit\":\"h\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"h\"}}";
        SERVER.as("ward")
                .body(parameters(bsn(referral.bsn()), "referral", day))
                .post("/Patient/$emergency-access")
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Parameters.parameter[4]"))
                .body("issue[0].details.text", containsString("at most 720 minutes"));
        SERVER.as("ward")
                .body(parameters(bsn("999900007"), "referral", ""))
                .post("/Patient/$emergency-access")
                .then()
                .statusCode(400)
                .body("issue[0].details.text", not(containsString("999900007")));
        SERVER.as("ward")
                .body(parameters(bsn(referral.bsn()) + "," + bsn(referral.bsn()), "referral", ""))
                .post("/Patient/$emergency-access")
                .then()
                .statusCode(400);
    }

    @Test
    void each_officer_concerned_is_told_at_once_and_nobody_else_sees_the_notice() throws SQLException {
        JsonPath opened = open("referral").jsonPath();
        JsonPath told = notice("midwife-privacy", opened);
        assertEquals(REASON, told.getString("reasonCode.text"));
        assertEquals("vital-interest", told.getString("reasonCode.coding[0].code"));
        assertEquals("urn:uuid:" + id(sent.of("Patient")), told.getString("for.identifier.value"));
        assertEquals("90000501-arts-7", told.getString("input.find { it.type.coding[0].code == 'user' }.valueString"));
        assertEquals("requested", told.getString("status"));
        assertFalse(told.getString("restriction.period.end").isEmpty());
        assertTrue(
                told.getString("restriction.period.end").compareTo(Instant.now().toString()) > 0);
        notice("ward-privacy", opened);
        for (String other : List.of("ward", "midwife", "jgz", "jgz-privacy", "veilig-thuis")) {
            SERVER.as(other).get("/Task/" + told.getString("id")).then().statusCode(404);
        }
        SERVER.asPerson(referral.bsn())
                .get("/Task/" + told.getString("id"))
                .then()
                .statusCode(404);
        assertEquals(
                List.of("2"),
                SERVER.query("select count(*) from outbox o join version v on v.id = o.id and v.version = o.version"
                        + " where o.event = 'emergency' and v.last_updated >= (select starts from emergency_access"
                        + " where emergency_id = '" + access(opened) + "') and v.file_id in (select file_id from file"
                        + " where person_id = (select person_id from emergency_access where emergency_id = '"
                        + access(opened) + "'))"));
        SERVER.as("midwife-privacy")
                .body(told.prettify())
                .post("/Task/$validate")
                .then()
                .statusCode(200)
                .body("issue.severity", not(hasItem("error")));
    }

    @Test
    void the_officer_puts_off_telling_her_only_with_a_reason_and_changes_nothing_else() {
        JsonPath told = notice("midwife-privacy", open("referral").jsonPath());
        String task = SERVER.as("midwife-privacy")
                .get("/Task/" + told.getString("id"))
                .asString();
        move(told, task.replace("\"status\":\"requested\"", "\"status\":\"on-hold\""), 1)
                .then()
                .statusCode(422)
                .body("issue[0].details.text", containsString("statusReason"));
        String later = task.replace(
                "\"status\":\"requested\"",
                "\"status\":\"on-hold\",\"statusReason\":{\"text\":\"haar telefoon wordt meegelezen\"}");
        move(told, later.replace(REASON, "geen reden meer nodig"), 1).then().statusCode(422);
        move(told, later, 1).then().statusCode(200);
        move(told, later.replace("on-hold", "cancelled"), 2)
                .then()
                .statusCode(422)
                .body("issue[0].details.text", containsString("completed"));
        move(told, task.replace("\"status\":\"requested\"", "\"status\":\"completed\""), 2)
                .then()
                .statusCode(200);
    }

    @Test
    void a_notice_is_made_by_the_server_alone() {
        JsonPath told = notice("midwife-privacy", open("referral").jsonPath());
        String copy = SERVER.as("midwife-privacy")
                .get("/Task/" + told.getString("id"))
                .asString()
                .replaceFirst("\"for\":\\{[^}]*\\}\\}", "\"for\":{\"reference\":\"" + sent.of("Patient") + "\"}");
        SERVER.as("midwife").body(copy).post("/Task").then().statusCode(403);
    }

    @Test
    void every_read_is_on_record_as_an_emergency_with_its_basis_and_its_id() throws SQLException {
        JsonPath opened = open("referral").jsonPath();
        SERVER.as("ward").get("/" + sent.of("Patient")).then().statusCode(200);
        String basis = "emergency:vital-interest emergency-access:" + access(opened);
        SERVER.as("midwife")
                .get("/AuditEvent?patient=" + sent.of("Patient"))
                .then()
                .body("entry.resource.outcomeDesc", hasItem(basis));
        assertEquals(
                List.of("read|retrievable|90000501-arts-7"),
                SERVER.query("select interaction, kind, actor from audit where basis = '" + basis
                        + "' and interaction = 'read'"));
        assertEquals(
                List.of("E|90000501-acute-verloskunde", "E|90000501-acute-verloskunde"),
                SERVER.query("select action, service from audit where basis = '" + basis
                        + "' and interaction = 'emergency-access'"));
        assertEquals(List.of("0"), SERVER.query("select count(*) from audit where query like '%kanarie%'"));
    }

    @Test
    void what_an_emergency_shows_can_be_read_and_not_changed_and_is_not_kept_afterwards() throws SQLException {
        JsonPath opened = open("referral", "contact").jsonPath();
        String task = SERVER.as("ward")
                .get("/" + sent.of("Task"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        SERVER.as("ward")
                .header("If-Match", "W/\"1\"")
                .body(task.replace("\"status\":\"requested\"", "\"status\":\"accepted\""))
                .put("/" + sent.of("Task"))
                .then()
                .statusCode(403);
        SERVER.change("delete from emergency_access where emergency_id = '" + access(opened) + "'");
        SERVER.as("ward").get("/" + sent.of("Task")).then().statusCode(404);
    }

    @Test
    void a_service_that_goes_from_woman_to_woman_is_stopped() throws SQLException {
        open("referral").then().statusCode(200);
        SERVER.change(
                "insert into emergency_access select person_id, gen_random_uuid(), party, sources, classes, basis, starts, ends"
                        + " from (select * from emergency_access where ends > now() limit 1) one, generate_series(1, 1000)");
        try {
            open("referral").then().statusCode(429);
        } finally {
            SERVER.change("delete from emergency_access where ends > now()");
        }
    }

    @Test
    void veilig_thuis_is_not_reached() {
        Referral own = Referral.ofNewWoman();
        ObjectNode woman = (ObjectNode) Referral.example("woman.json");
        ((ObjectNode) woman.get("identifier").get(0)).put("value", own.bsn());
        String kept = SERVER.as("veilig-thuis")
                .body(woman.toString())
                .post("/Patient")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceAll(".*(Patient/[^/]+).*", "$1");
        openFor(own.bsn(), "contact", "referral").then().statusCode(200);
        SERVER.as("ward").get("/" + kept).then().statusCode(404);
    }

    private Response open(String... classes) {
        return openFor(referral.bsn(), classes);
    }

    private static Response openFor(String bsn, String... classes) {
        return SERVER.as("ward")
                .body(parameters(bsn(bsn), String.join(" ", classes), ""))
                .post("/Patient/$emergency-access");
    }

    private static String bsn(String value) {
        return "{\"name\":\"identifier\",\"valueIdentifier\":{\"system\":\"http://fhir.nl/fhir/NamingSystem/bsn\",\"value\":\""
                + value + "\"}}";
    }

    private static String parameters(String who, String classes, String more) {
        StringBuilder body = new StringBuilder("{\"resourceType\":\"Parameters\",\"parameter\":[").append(who);
        for (String one : classes.split(" ")) {
            body.append(",{\"name\":\"class\",\"valueCode\":\"").append(one).append("\"}");
        }
        return body.append(",{\"name\":\"reason\",\"valueString\":\"")
                .append(REASON)
                .append("\"},{\"name\":\"basis\",\"valueCode\":\"vital-interest\"}")
                .append(more)
                .append("]}")
                .toString();
    }

    private io.restassured.response.ValidatableResponse found() {
        return SERVER.as("ward")
                .contentType("application/x-www-form-urlencoded")
                .formParam("identifier", "http://fhir.nl/fhir/NamingSystem/bsn|" + referral.bsn())
                .post("/Patient/_search")
                .then()
                .statusCode(200);
    }

    /** She objects to whatever this service would get of the midwife for a referral. */
    private static void object(Referral.Sent sent, String service) {
        Consents.give(SERVER.as("midwife"), sent.of("Patient"), "referral", consent -> {
            ((ObjectNode) consent.get("provision")).put("type", "deny");
            consent.at("/provision/actor").forEach(actor -> {
                ObjectNode identifier = (ObjectNode) actor.at("/reference/identifier");
                if (identifier.path("value").asText().equals("90000201-phb")) {
                    identifier.put("value", service);
                }
            });
        });
    }

    private static JsonPath notice(String officer, JsonPath opened) {
        JsonPath all = SERVER.as(officer)
                .get("/Task?code=emergency-notice&_sort=-_lastUpdated")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String id = all.getString(
                "entry.resource.find { it.input.any { i -> i.valueString == '" + access(opened) + "' } }.id");
        return SERVER.as(officer)
                .get("/Task/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response move(JsonPath told, String body, int version) {
        return SERVER.as("midwife-privacy")
                .header("If-Match", "W/\"" + version + "\"")
                .body(body)
                .put("/Task/" + told.getString("id"));
    }

    private static String access(JsonPath opened) {
        return opened.getString("parameter.find { it.name == 'id' }.valueId");
    }

    /** What differs from one opening to the next is cut. */
    private static String plain(Response answer) {
        return answer.statusCode() + " "
                + answer.asString()
                        .replaceAll("\"valueId\":\"[^\"]+\"", "")
                        .replaceAll("\"(start|end)\":\"[^\"]+\"", "");
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
