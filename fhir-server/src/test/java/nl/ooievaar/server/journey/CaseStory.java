package nl.ooievaar.server.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.subject.person.Bsn;

/**
 * One case of the guideline, told message by message to the server: places that the examples leave open ({@code
 * Patient/example}) get what the server answered before, days are counted from today, and nobody in it was met before.
 */
final class CaseStory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TOLD_ON = LocalDate.parse("2026-11-24");
    private static final Pattern DAY = Pattern.compile("20(?:2[6-9]|[3-9][0-9])-[0-9]{2}-[0-9]{2}");
    private static final Pattern PLACE = Pattern.compile("\"([A-Z][A-Za-z]+/example(?:-sender)?)\"");
    private static final Pattern LINK = Pattern.compile("]\\((case-[0-9]+-[a-z-]+\\.json)\\)");
    private static final List<String> BSN =
            Bsn.testNumbers().map(Bsn::value).skip(150).limit(50).toList();
    private static final AtomicInteger MET = new AtomicInteger();

    private final TestServer server;
    private final int number;
    /** How often anybody was met: a case told twice is of two women, with a referral each. */
    private final int met = MET.getAndIncrement();

    private final String bsn = BSN.get(met);
    private final Map<String, String> places = new HashMap<>();
    private final List<String> told = new ArrayList<>();

    CaseStory(TestServer server, int number) {
        this.server = server;
        this.number = number;
        places.put("Organization/example", found("/Organization?identifier=90000201"));
    }

    /** The first message: who is in it is known to the sender only. */
    CaseStory refer(String client, String what) {
        send(client, what);
        places.put("Patient/example-sender", places.remove("Patient/example"));
        places.put("Task/referral", places.remove("Task/example"));
        return this;
    }

    /** The JGZ signals itself: it is sender and desk, and its own task stands in the same message. */
    CaseStory ownReferral(String what) {
        send("jgz", what);
        places.put("Task/referral", places.get("Task/example"));
        places.put("Task/example", found("/Task?based-on=" + at("ServiceRequest/example")));
        return this;
    }

    /** The consent that the next message takes back. */
    CaseStory withdraw(String consent) {
        places.put("Consent/example", consent);
        return this;
    }

    /** The desk accepts; from then on it has a Patient and a task of its own. */
    CaseStory accept() {
        server.as("jgz")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"accepted\"}]")
                .patch("/" + at("Task/referral"))
                .then()
                .statusCode(200);
        String work = found("/Task?based-on=" + at("ServiceRequest/example"));
        places.put("Task/example", work);
        places.put(
                "Patient/example", server.as("jgz").get("/" + work).jsonPath().getString("for.reference"));
        return this;
    }

    /** Sends the next message of the story, which must be accepted. */
    CaseStory send(String client, String what) {
        told.add("case-" + number + "-" + what + ".json");
        JsonNode message = message(what);
        Response answer = message.has("entry") ? post(client, message) : write(client, message);
        answer.then().log().ifValidationFails();
        assertEquals(2, answer.statusCode() / 100, what + ": " + answer.asString());
        if (message.has("entry")) {
            List<String> locations = answer.jsonPath().getList("entry.response.location");
            for (int i = 0; i < locations.size(); i++) {
                remember(message.at("/entry/" + i + "/resource"), locations.get(i));
            }
        } else if (answer.header("Location") != null) {
            remember(message, answer.header("Location"));
        }
        return this;
    }

    /** A message that somebody reads and nobody sends here. */
    CaseStory mention(String what) {
        told.add("case-" + number + "-" + what + ".json");
        return this;
    }

    /** Both languages tell these messages, in this order. */
    void end() throws IOException {
        for (String language : List.of("nl", "en")) {
            String text =
                    Files.readString(Path.of("../profiles/src/main/cases/case-" + number + "." + language + ".md"));
            assertEquals(
                    told,
                    LINK.matcher(text).results().map(link -> link.group(1)).toList(),
                    language);
        }
    }

    /** Where the server keeps what a place stands for. */
    String at(String place) {
        return places.get(place);
    }

    /** Her number, by which she signs in; hers only where the story tells it. */
    String bsn() {
        return bsn;
    }

    Response get(String client, String place) {
        return server.as(client).get("/" + at(place));
    }

    /** The message as it is sent now. */
    JsonNode message(String what) {
        String text =
                today(Referral.example("case-" + number + "-" + what + ".json").toString());
        text = text.replaceAll("\"9999[0-9]{5}\"", "\"" + bsn + "\"")
                .replace("-2026-00", "-told" + met + "-00")
                // The local number of a child, of which a custodian keeps one.
                .replaceAll("\"k-([0-9]+)\"", "\"k-$1-" + met + "\"");
        text = PLACE.matcher(text)
                .replaceAll(place -> "\"" + places.getOrDefault(place.group(1), place.group(1)) + "\"");
        try {
            JsonNode message = JSON.readTree(text);
            identify(message);
            message.path("entry").forEach(entry -> identify(entry.get("resource")));
            return message;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(what, e);
        }
    }

    /** A message told as if its story began today. */
    static String today(String text) {
        long days = ChronoUnit.DAYS.between(TOLD_ON, LocalDate.now(ZoneId.of("Europe/Amsterdam")));
        return DAY.matcher(text)
                .replaceAll(day -> LocalDate.parse(day.group()).plusDays(days).toString());
    }

    Response post(String client, JsonNode bundle) {
        return server.as(client)
                .body(bundle.toString().getBytes(StandardCharsets.UTF_8))
                .post();
    }

    /** What a client finds, as {@code Type/id}, when there is exactly one. */
    String found(String query) {
        JsonPath found = server.as("jgz").get(query).jsonPath();
        assertEquals(1, found.getInt("total"), query);
        return found.getString("entry[0].resource.resourceType") + "/" + found.getString("entry[0].resource.id");
    }

    private Response write(String client, JsonNode resource) {
        String type = resource.get("resourceType").asText();
        if (!resource.has("id")) {
            return server.as(client)
                    .body(resource.toString().getBytes(StandardCharsets.UTF_8))
                    .post("/" + type);
        }
        String place = "/" + type + "/" + resource.get("id").asText();
        String version = server.as(client).get(place).header("ETag");
        return server.as(client)
                .header("If-Match", version)
                .body(resource.toString().getBytes(StandardCharsets.UTF_8))
                .put(place);
    }

    private void identify(JsonNode resource) {
        if (resource.path("id").asText().equals("example")) {
            String place = at(resource.get("resourceType").asText() + "/example");
            ((ObjectNode) resource).put("id", place.substring(place.indexOf('/') + 1));
        }
    }

    /** The first of a type; of answers to questionnaires only findings, for those are referred to, and evaluations by that name. */
    private void remember(JsonNode resource, String location) {
        String type = resource.get("resourceType").asText();
        String profile = resource.at("/meta/profile/0").asText();
        String name = profile.endsWith("/phb-evaluation") ? "/evaluation" : "/example";
        if (!type.equals("QuestionnaireResponse")
                || profile.endsWith("/phb-findings")
                || profile.endsWith("/phb-evaluation")) {
            places.putIfAbsent(type + name, location.replaceAll(".*?([A-Z][A-Za-z]+/[0-9a-f-]{36})/_history/.*", "$1"));
        }
    }
}
