package nl.ooievaar.server.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.subject.consent.DataClassOf;
import nl.ooievaar.subject.consent.RecordFacts;
import nl.ooievaar.subject.consent.StoredRecord.Mark;
import nl.ooievaar.subject.referral.Route;

/** Sends resources full of canaries as one party, and writes down which version each became. */
final class LeakScribe {
    private static final TestServer SERVER = TestServer.get();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "http://ooievaar.example/fhir/CodeSystem/phb-data-class";
    private static final String WITHHELD = "http://ooievaar.example/fhir/CodeSystem/phb-withheld";

    private final LeakStory story;
    private final LeakCanaries canaries;
    private final DemoParty party;
    private final String person;
    private final ArrayNode entries = JSON.createArrayNode();
    private final List<Set<String>> planted = new ArrayList<>();
    private boolean referral;

    /** @param person whom it is all about, as a test BSN */
    LeakScribe(LeakStory story, LeakCanaries canaries, DemoParty party, String person) {
        this.story = story;
        this.canaries = canaries;
        this.party = party;
        this.person = person;
    }

    DemoParty party() {
        return party;
    }

    /** What is put comes with a referral. */
    LeakScribe withReferral() {
        referral = true;
        return this;
    }

    /** @param url under which others of this submission refer to it */
    LeakScribe put(String url, JsonNode resource) {
        LeakCanaries.Planted full = canaries.plant(resource, story.state() + " " + party.clientId());
        planted.add(full.words());
        return entry(url, read(full.json()), JSON.createObjectNode());
    }

    /** As it is: work data of professionals, which are not about her. */
    LeakScribe plain(String url, JsonNode resource, JsonNode request) {
        planted.add(Set.of());
        return entry(url, resource, (ObjectNode) request);
    }

    private LeakScribe entry(String url, JsonNode resource, ObjectNode request) {
        ObjectNode entry = entries.addObject();
        entry.put("fullUrl", url).set("resource", resource);
        request.put("method", "POST").put("url", resource.get("resourceType").asText());
        entry.set("request", request);
        return this;
    }

    /** Sends all that was put as one transaction. @return {@code Type/id} of each, in their order */
    List<String> send() {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "transaction");
        bundle.set("entry", entries);
        Response answer = SERVER.as(party.clientId()).body(bundle.toString()).post();
        assertEquals(200, answer.statusCode(), answer::asString);
        List<String> places = answer.jsonPath().<String>getList("entry.response.location").stream()
                .map(place -> place.replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1"))
                .toList();
        for (int i = 0; i < places.size(); i++) {
            if (!planted.get(i).isEmpty()) {
                note(places.get(i), 1, party, planted.get(i));
            }
        }
        return places;
    }

    /** Reads a version back as its custodian, and writes down what stands in it. */
    LeakVersion note(String place, int number, DemoParty author, Set<String> expected) {
        Response stored = SERVER.as(party.clientId()).get("/" + place + "/_history/" + number);
        stored.then().statusCode(200);
        Set<String> words = LeakFinder.words(stored.asString());
        Set<String> lost = new TreeSet<>(expected);
        lost.removeAll(words);
        if (!lost.isEmpty()) {
            throw new AssertionError(
                    "not stored: " + lost.stream().map(canaries::placeOf).toList());
        }
        RecordFacts facts = facts(read(stored.asString()));
        LeakVersion version = new LeakVersion(
                place.substring(0, place.indexOf('/')),
                place.substring(place.indexOf('/') + 1),
                number,
                party.party(),
                author.party(),
                person,
                DataClassOf.of(facts),
                stored.asString().contains(WITHHELD) ? Set.of(Mark.WITHHELD) : Set.of(),
                told(read(stored.asString())),
                true,
                words);
        story.add(version);
        return version;
    }

    private static Set<String> told(JsonNode resource) {
        Set<String> ids = new TreeSet<>();
        (resource.get("resourceType").asText().equals("Provenance") ? resource.path("target") : JSON.createArrayNode())
                .forEach(to -> ids.add(to.path("reference").asText().replaceAll(".*/", "")));
        return ids;
    }

    private RecordFacts facts(JsonNode resource) {
        Set<String> profiles = new TreeSet<>();
        resource.at("/meta/profile").forEach(url -> profiles.add(url.asText().replaceAll(".*/", "")));
        boolean marked = false;
        for (JsonNode label : resource.at("/meta/security")) {
            marked |= label.path("system").asText().equals(MARK)
                    && label.path("code").asText().equals("safeguarding");
        }
        return new RecordFacts(
                resource.get("resourceType").asText(), profiles, Optional.of(Route.TOGETHER), referral, marked);
    }

    /** Marks a resource as a note on safety at home. */
    static ObjectNode marked(ObjectNode resource) {
        return labelled(resource, MARK, "safeguarding");
    }

    /** Marks a resource as kept from her, to protect who told it. */
    static ObjectNode withheld(ObjectNode resource) {
        return labelled(resource, WITHHELD, "informant");
    }

    private static ObjectNode labelled(ObjectNode resource, String system, String code) {
        resource.withObject("/meta")
                .withArray("security")
                .addObject()
                .put("system", system)
                .put("code", code);
        return resource;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
