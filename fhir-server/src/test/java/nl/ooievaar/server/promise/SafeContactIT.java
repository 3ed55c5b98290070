package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** Whatever is told to her goes only as she said it is safe, and without her word nothing goes at all (rule 10). */
class SafeContactIT {
    private static final TestServer SERVER = TestServer.get();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URL = "http://ooievaar.example/fhir/StructureDefinition/phb-safe-contact";
    private static final String ASKED = "{\"url\":\"asked\",\"valueDate\":\"2026-11-23\"}";
    private static final String APP = way("app", "");
    private static final String PHONE = way(
            "phone",
            ",{\"url\":\"telecom\",\"valueContactPoint\":{\"system\":\"phone\",\"value\":\"+31600000777\"}}"
                    + ",{\"url\":\"times\",\"valueString\":\"na zes uur\"}");
    private static final String WRITE_NOTHING = "{\"url\":\"write\",\"valueBoolean\":false}";
    private static final String NAME = "{\"url\":\"name-to-use\",\"valueString\":\"zeg dat het de praktijk is\"}";

    private final Referral referral = Referral.ofNewWoman();

    @Test
    void who_was_never_asked_is_sent_nothing_and_the_officer_reads_no_way_to_her() {
        send("");
        JsonPath told = notice(open());
        assertEquals(List.of(), inputs(told, "channel"));
        assertEquals(List.of(false), inputs(told, "told-in-app"));
        hers().body("total", equalTo(0));
    }

    @Test
    void who_was_asked_and_called_nothing_safe_is_sent_nothing() {
        send(ASKED);
        assertEquals(List.of(), inputs(notice(open()), "channel"));
        hers().body("total", equalTo(0));
    }

    @Test
    void where_nothing_may_be_written_there_is_no_message_and_the_officer_rings_as_she_said() {
        send(String.join(",", ASKED, PHONE, WRITE_NOTHING, NAME));
        JsonPath told = notice(open());
        assertEquals(List.of("phone"), inputs(told, "channel"));
        assertEquals(List.of("+31600000777"), inputs(told, "telecom"));
        assertEquals(List.of("na zes uur"), inputs(told, "times"));
        assertEquals(List.of(false), inputs(told, "voicemail"));
        assertEquals(List.of("zeg dat het de praktijk is"), inputs(told, "name-to-use"));
        assertEquals(List.of(true), inputs(told, "interpreter"));
        assertEquals(
                "es",
                told.getString("input.find { it.type.coding[0].code == 'language' }"
                        + ".valueCodeableConcept.coding[0].code"));
        hers().body("total", equalTo(0));
    }

    @Test
    void where_the_app_is_safe_she_finds_it_when_she_signs_in_and_nobody_else_does() {
        String patient = send(String.join(",", ASKED, APP));
        String access = open();
        assertEquals(List.of(true), inputs(notice(access), "told-in-app"));
        JsonPath found = hers().body("total", equalTo(1))
                .body("entry[0].resource.subject.reference", equalTo(patient))
                .body("entry[0].resource.identifier[0].value", equalTo("urn:uuid:" + access))
                .body("entry[0].resource.payload[0].contentString", containsString("in een noodgeval"))
                .extract()
                .jsonPath();
        String message = "/Communication/" + found.getString("entry[0].resource.id");
        for (String other : List.of("midwife", "ward", "ward-privacy", "jgz", "jgz-privacy", "outsider")) {
            SERVER.as(other).get(message).then().statusCode(404);
        }
        SERVER.as("midwife-privacy").get(message).then().statusCode(200);
        assertFalse(found.prettify().contains("Buiten bewustzijn"), "the reason is not on her screen");
    }

    @Test
    void what_the_officer_puts_off_is_kept_from_her_by_every_door_until_he_takes_it_up_again() {
        send(String.join(",", ASKED, APP));
        String access = open();
        String message = "/Communication/" + hers().extract().jsonPath().getString("entry[0].resource.id");
        JsonPath told = notice(access);
        move(told, "on-hold", 1).then().statusCode(200);
        hers().body("total", equalTo(0));
        for (String door : List.of("", "/_history", "/_history/1")) {
            SERVER.asPerson(referral.bsn()).get(message + door).then().statusCode(404);
        }
        move(told, "in-progress", 2).then().statusCode(200);
        hers().body("total", equalTo(1));
        SERVER.asPerson(referral.bsn()).get(message).then().statusCode(200);
    }

    @Test
    void who_was_told_another_way_does_not_find_it_where_that_was_put_off() {
        send(String.join(",", ASKED, APP, PHONE));
        JsonPath told = notice(open());
        move(told, "on-hold", 1).then().statusCode(200);
        move(told, "completed", 2).then().statusCode(200);
        hers().body("total", equalTo(0));
    }

    @Test
    void putting_it_off_asks_for_a_reason() {
        send(String.join(",", ASKED, APP));
        JsonPath told = notice(open());
        String body = SERVER.as("midwife-privacy")
                .get("/Task/" + told.getString("id"))
                .asString();
        put(told, body.replace("\"status\":\"requested\"", "\"status\":\"on-hold\""), 1)
                .then()
                .statusCode(422);
        hers().body("total", equalTo(1));
    }

    @Test
    void one_who_heard_that_the_app_is_not_safe_keeps_it_out_for_all() {
        send(String.join(",", ASKED, APP));
        String other = SERVER.as("maternity")
                .body(woman(String.join(",", ASKED, PHONE)))
                .post("/Patient")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        assertFalse(other.isEmpty());
        assertEquals(List.of(false), inputs(notice(open()), "told-in-app"));
        hers().body("total", equalTo(0));
    }

    @Test
    void feedback_tells_nothing_of_how_she_is_reached_and_nothing_is_told_to_her_of_it() {
        String words = "kanarie-" + UUID.randomUUID();
        Referral.Sent sent =
                told(String.join(",", ASKED, APP, PHONE, NAME, "{\"url\":\"note\",\"valueString\":\"" + words + "\"}"));
        String work = Loop.accept(sent);
        Loop.move(work, "in-progress", "uitgevoerd");
        Loop.move(work, "completed", "afgesloten");
        String feedback = SERVER.as("midwife")
                .get("/Communication?based-on=" + sent.of("ServiceRequest"))
                .then()
                .body("total", equalTo(1))
                .extract()
                .asString();
        for (String hers : List.of(words, "+31600000777", "zeg dat het de praktijk is", "na zes uur")) {
            assertFalse(feedback.contains(hers), hers);
        }
        hers().body("total", equalTo(0));
    }

    @Test
    void a_contradiction_is_refused_in_both_languages() {
        String body = woman(String.join(",", ASKED, APP, WRITE_NOTHING));
        for (String language : List.of("nl", "en")) {
            SERVER.as("maternity")
                    .header("Accept-Language", language)
                    .body(body)
                    .post("/Patient")
                    .then()
                    .statusCode(422)
                    .body(
                            "issue.details.text",
                            hasItem(containsString(language.equals("nl") ? "geschreven weg" : "written way")));
        }
    }

    private String send(String parts) {
        return told(parts).of("Patient");
    }

    private Referral.Sent told(String parts) {
        referral.resource("Patient", patient -> {
            ArrayNode extensions = (ArrayNode) patient.get("extension");
            extensions.remove(0);
            if (!parts.isEmpty()) {
                extensions.insert(0, read("{\"url\":\"" + URL + "\",\"extension\":[" + parts + "]}"));
            }
        });
        return referral.send(SERVER.as("midwife"));
    }

    private String woman(String parts) {
        var woman = (com.fasterxml.jackson.databind.node.ObjectNode) Referral.example("woman.json");
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        woman.get("identifier").get(0))
                .put("value", referral.bsn());
        ((ArrayNode) woman.get("extension")).set(0, read("{\"url\":\"" + URL + "\",\"extension\":[" + parts + "]}"));
        return woman.toString();
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String way(String channel, String more) {
        return "{\"url\":\"way\",\"extension\":[{\"url\":\"channel\",\"valueCode\":\"" + channel + "\"}" + more + "]}";
    }

    /** @return id of the emergency access */
    private String open() {
        return SERVER.as("ward")
                .body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"identifier\",\"valueIdentifier\":{\"system\":\"http://fhir.nl/fhir/NamingSystem/bsn\",\"value\":\""
                                + referral.bsn()
                                + "\"}},{\"name\":\"class\",\"valueCode\":\"referral\"},{\"name\":\"reason\",\"valueString\":\"Buiten bewustzijn binnengebracht\"},{\"name\":\"basis\",\"valueCode\":\"vital-interest\"}]}")
                .post("/Patient/$emergency-access")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("parameter.find { it.name == 'id' }.valueId");
    }

    private static JsonPath notice(String access) {
        return JsonPath.from(SERVER.as("midwife-privacy")
                        .get("/Task?identifier=urn:ietf:rfc:3986|urn:uuid:" + access)
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(1))
                        .extract()
                        .asString())
                .setRootPath("entry[0].resource");
    }

    private static List<Object> inputs(JsonPath told, String item) {
        return told
                .<java.util.Map<String, Object>>getList("input.findAll { it.type.coding[0].code == '" + item + "' }")
                .stream()
                .map(input -> input.entrySet().stream()
                        .filter(it -> it.getKey().startsWith("value"))
                        .findFirst()
                        .orElseThrow()
                        .getValue())
                .toList();
    }

    /** What she finds where she signs in. */
    private io.restassured.response.ValidatableResponse hers() {
        return SERVER.asPerson(referral.bsn())
                .get("/Communication?category=emergency-notice")
                .then()
                .statusCode(200);
    }

    private static Response move(JsonPath told, String status, int version) {
        String reason =
                status.equals("on-hold") ? ",\"statusReason\":{\"text\":\"haar telefoon wordt meegelezen\"}" : "";
        String body = SERVER.as("midwife-privacy")
                .get("/Task/" + told.getString("id") + "/_history/1")
                .asString()
                .replace("\"status\":\"requested\"", "\"status\":\"" + status + "\"" + reason);
        return put(told, body, version);
    }

    private static Response put(JsonPath told, String body, int version) {
        return SERVER.as("midwife-privacy")
                .header("If-Match", "W/\"" + version + "\"")
                .body(body)
                .put("/Task/" + told.getString("id"));
    }
}
