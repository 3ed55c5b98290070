package nl.ooievaar.server.notification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.Subscribing;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.subject.notification.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked of a subscription, by whom, and what is refused with which words. */
class SubscriptionIT {
    private static final TestServer SERVER = TestServer.get();
    /** Where nobody listens: the discard port of this machine. */
    private static final String NOBODY = "http://127.0.0.1:9/meldingen";

    @AfterEach
    void everyone_stops_listening() throws SQLException {
        Subscribing.endAll(SERVER);
    }

    @Test
    void those_of_another_are_not_there_by_any_door() {
        String theirs = made("jgz");
        List<BiFunction<RequestSpecification, String, Response>> doors = List.of(
                (as, id) -> as.get("/Subscription/" + id),
                (as, id) -> as.get("/Subscription/" + id + "/$status"),
                (as, id) -> as.get("/Subscription/" + id + "/$events"),
                (as, id) -> as.get("/Subscription?_id=" + id),
                (as, id) -> as.header("If-Match", "W/\"1\"")
                        .body(Subscribing.to("task-changed", NOBODY)
                                .put("id", id)
                                .toString())
                        .put("/Subscription/" + id));
        for (String other : List.of("midwife", "outsider", "veilig-thuis", "jgz-privacy")) {
            String absent = UUID.randomUUID().toString();
            for (BiFunction<RequestSpecification, String, Response> door : doors) {
                Response there = door.apply(SERVER.as(other), theirs);
                Response nowhere = door.apply(SERVER.as(other), absent);
                assertEquals(nowhere.statusCode(), there.statusCode(), other);
                assertEquals(plain(nowhere, absent), plain(there, theirs), other);
            }
            SERVER.as(other)
                    .get("/Subscription")
                    .then()
                    .statusCode(200)
                    .body("entry.findAll { it.resource.id == '" + theirs + "' }", hasSize(0));
        }
        SERVER.as("jgz").get("/Subscription?status=requested,error").then().body("entry.resource.id", hasItem(theirs));
        SERVER.as("jgz")
                .get("/Subscription?criteria=" + Topic.FEEDBACK_ARRIVED.canonical())
                .then()
                .statusCode(200)
                .body("entry.findAll { it.resource.id == '" + theirs + "' }", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/status|\"active\"|subscription-status|Subscription.status|requested",
                "/criteria|\"Task?owner=x\"|subscription-topic|Subscription.criteria|SubscriptionTopic/task-changed",
                "/channel/type|\"email\"|subscription-channel|Subscription.channel.type|rest-hook",
                "/channel/payload|\"application/fhir+xml\"|subscription-payload|Subscription.channel.payload|id-only",
                "/channel/_payload/extension/0/valueCode|\"full-resource\"|subscription-payload|Subscription.channel.payload|id-only",
                "/channel/_payload/extension/0/valueCode|\"empty\"|subscription-payload|Subscription.channel.payload|id-only",
                "/channel/endpoint|\"http://epd.example/\"|subscription-endpoint|Subscription.channel.endpoint|https",
                "/channel/endpoint|\"https://epd.example/?t=1\"|subscription-endpoint|Subscription.channel.endpoint|query",
                "/channel/endpoint|\"https://epd.example/\"|subscription-host|Subscription.channel.endpoint|directory",
                "/channel/header|[\"Host: elders.example\"]|subscription-header|Subscription.channel.header|Authorization",
                "/channel/header|[\"X-A: b\\r\\nX-C: d\"]|subscription-header|Subscription.channel.header|Authorization",
                "/end|\"2020-01-01T00:00:00Z\"|subscription-element|Subscription.end|past",
                "/_criteria|{\"extension\":[{\"url\":\"http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria\",\"valueString\":\"Task?owner=x\"}]}|subscription-element|Subscription.criteria.extension|obeyed",
                "/channel/extension|[{\"url\":\"http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-max-count\",\"valuePositiveInt\":3}]|subscription-element|Subscription.channel.extension|obeyed"
            })
    void what_would_not_be_obeyed_is_refused_with_what_would_be_right(
            String pointer, String json, String code, String at, String right) throws SQLException {
        ObjectNode wanted = Subscribing.to("task-changed", NOBODY);
        int slash = pointer.lastIndexOf('/');
        var parent = wanted.at(pointer.substring(0, slash));
        if (parent.isArray()) {
            throw new IllegalArgumentException(pointer);
        }
        ((ObjectNode) parent).set(pointer.substring(slash + 1), Referral.read(json));
        String before = SERVER.query("select count(*) from subscription").get(0);
        SERVER.as("jgz")
                .body(wanted.toString())
                .post("/Subscription")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo(code))
                .body("issue[0].expression[0]", equalTo(at))
                .body("issue[0].details.text", containsString(right));
        assertEquals(before, SERVER.query("select count(*) from subscription").get(0));
    }

    @Test
    void a_secret_of_the_party_stands_nowhere_in_clear() throws SQLException {
        made("jgz");
        assertEquals(
                List.of("0"),
                SERVER.query("select count(*) from subscription s where position('geheim-van-de-partij' in s::text) > 0"
                        + " or position(encode('geheim-van-de-partij', 'hex') in encode(content, 'hex')) > 0"));
    }

    @Test
    void a_token_that_may_not_read_tasks_is_not_told_of_them() {
        String narrow = SERVER.tokenOf("jgz", Map.of("scope", "system/Subscription.cruds system/Consent.rs"));
        SERVER.with(narrow)
                .body(Subscribing.to("task-changed", NOBODY).toString())
                .post("/Subscription")
                .then()
                .statusCode(403);
        SERVER.with(narrow)
                .body(Subscribing.to("consent-changed", NOBODY).toString())
                .post("/Subscription")
                .then()
                .statusCode(201);
        SERVER.with(SERVER.tokenOf("jgz", Map.of("scope", "system/Task.rs")))
                .get("/Subscription")
                .then()
                .statusCode(403);
    }

    @Test
    void she_is_sent_nothing_by_this_way() {
        SERVER.asPerson("999900006", "patient/*.cruds")
                .body(Subscribing.to("task-changed", NOBODY).toString())
                .post("/Subscription")
                .then()
                .statusCode(403)
                .body("issue[0].details.coding[0].code", equalTo("not-by-herself"));
    }

    @Test
    void only_its_state_changes_and_only_by_who_saw_the_newest() throws SQLException {
        String id = made("ward");
        // Nobody answers there, which is a state too.
        Subscribing.await(SERVER, "status = 'error'", id);
        ObjectNode now = (ObjectNode)
                Referral.read(SERVER.as("ward").get("/Subscription/" + id).asString());
        put("ward", id, null, now.put("status", "off")).then().statusCode(428);
        put("ward", id, "W/\"99\"", now).then().statusCode(412);
        ObjectNode other = now.deepCopy();
        other.put("criteria", Topic.TASK_DUE.canonical());
        String tag = SERVER.as("ward").get("/Subscription/" + id).header("ETag");
        put("ward", id, tag, other)
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("subscription-fixed"));
        put("ward", id, tag, now.deepCopy().put("status", "active"))
                .then()
                .statusCode(422)
                .body("issue[0].details.text", containsString("requested, off"));
        put("ward", id, tag, now.put("status", "off"))
                .then()
                .statusCode(200)
                .body("status", equalTo("off"))
                .body("channel.endpoint", equalTo(NOBODY));
        SERVER.as("ward").patch("/Subscription/" + id).then().statusCode(400);
    }

    @Test
    void it_is_made_by_a_request_of_its_own_once_for_each_key() {
        String body = Subscribing.to("task-changed", NOBODY).toString();
        SERVER.as("jgz")
                .body("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + body
                        + ",\"request\":{\"method\":\"POST\",\"url\":\"Subscription\"}}]}")
                .post()
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("subscription-alone"));
        String key = UUID.randomUUID().toString();
        String first = SERVER.as("jgz")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/Subscription")
                .path("id");
        String again = SERVER.as("jgz")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/Subscription")
                .path("id");
        assertEquals(first, again);
        SERVER.as("jgz")
                .header("If-None-Exist", "status=active")
                .body(body)
                .post("/Subscription")
                .then()
                .statusCode(400);
    }

    @Test
    void nobody_keeps_more_than_a_few() {
        for (int i = 0; i < 20; i++) {
            made("midwife");
        }
        SERVER.as("midwife")
                .body(Subscribing.to("task-changed", NOBODY).toString())
                .post("/Subscription")
                .then()
                .statusCode(409)
                .body("issue[0].details.coding[0].code", equalTo("subscription-too-many"));
    }

    @Test
    void the_server_tells_its_topics_and_the_package_says_what_they_are() {
        List<String> told = SERVER.nobody()
                .get("/metadata")
                .jsonPath()
                .getList("rest[0].resource.find { it.type == 'Subscription' }.extension.valueCanonical");
        List<String> codes = SERVER.nobody()
                .get("/CodeSystem?url=http://ooievaar.example/fhir/CodeSystem/phb-subscription-topic")
                .jsonPath()
                .getList("entry[0].resource.concept.code");
        assertEquals(told, codes.stream().map(code -> Topic.BASE + code).toList());
        assertTrue(told.size() == Topic.values().length, told::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "eventsSinceNumber=-1,parameter-value",
        "eventsUntilNumber=veel,parameter-value",
        "content=full-resource,parameter-value",
        "bsn=x,undeclared-parameter"
    })
    void a_range_that_is_none_is_refused(String asked, String code) {
        SERVER.as("jgz")
                .get("/Subscription/" + made("jgz") + "/$events?" + asked)
                .then()
                .statusCode(400)
                .body("issue[0].details.coding[0].code", equalTo(code));
    }

    private static Response put(String who, String id, String match, ObjectNode body) {
        RequestSpecification as = SERVER.as(who).body(body.toString());
        return (match == null ? as : as.header("If-Match", match)).put("/Subscription/" + id);
    }

    /** The answer without what differs by nature. */
    private static String plain(Response answer, String id) {
        return answer.asString()
                .replace(id, "ID")
                .replaceAll("\"id\":\"[0-9a-f-]{36}\"", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.+Z]+", "MOMENT");
    }

    private static String made(String who) {
        return SERVER.as(who)
                .body(Subscribing.to("task-changed", NOBODY).toString())
                .post("/Subscription")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
