package nl.ooievaar.server.promise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.identity.DemoParty;

/** A woman for each state of consent, with everything that can be kept about her, told through the front door. */
final class LeakWorld {
    private static final TestServer SERVER = TestServer.get();

    private final LeakCanaries canaries = new LeakCanaries();
    private final List<LeakStory> stories = new ArrayList<>();
    private final Map<String, List<Held>> holding = new HashMap<>();
    private final Map<Asked, Boolean> known = new HashMap<>();

    private LeakWorld() {}

    static LeakWorld tell() {
        LeakWorld world = new LeakWorld();
        String other = Referral.ofNewWoman().bsn();
        for (LeakState state : LeakState.values()) {
            LeakStory story = world.tell(state, other);
            other = story.bsn();
        }
        return world;
    }

    List<LeakStory> stories() {
        return stories;
    }

    LeakCanaries canaries() {
        return canaries;
    }

    /** Whether a word, or a BSN, stands in anything that is open to this caller; true for a word that is not of this world. */
    boolean mayKnow(LeakCaller caller, LeakStory asking, String word) {
        List<Held> held = holding().getOrDefault(word, List.of());
        return held.isEmpty()
                || held.stream()
                        .anyMatch(one -> known.computeIfAbsent(
                                new Asked(caller, asking, one.version()),
                                a -> LeakOracle.open(caller, asking, one.story(), one.version())));
    }

    /** One question about one version: a page holds thousands of words, and each asks it again. */
    private record Asked(LeakCaller caller, LeakStory asking, LeakVersion version) {}

    /** Where each word stands; made once all is told. */
    private Map<String, List<Held>> holding() {
        if (holding.isEmpty()) {
            stories.forEach(story -> story.versions().forEach(version -> version.words()
                    .forEach(word -> holding.computeIfAbsent(word, w -> new ArrayList<>())
                            .add(new Held(story, version)))));
        }
        return holding;
    }

    private record Held(LeakStory story, LeakVersion version) {}

    private LeakStory tell(LeakState state, String other) {
        Referral referral = Referral.ofNewWoman();
        Iterator<String> first = List.of(referral.bsn()).iterator();
        LeakStory story = new LeakStory(
                state,
                other,
                () -> first.hasNext() ? first.next() : Referral.ofNewWoman().bsn());
        stories.add(story);
        List<String> consents = refer(story, referral);
        String patient = story.patient(DemoParty.MIDWIFE.party(), story.bsn());
        more(story, DemoParty.MIDWIFE, patient);
        LeakExit.observe(SERVER.as("midwife"), patient, patient).then().statusCode(201);
        String own = state.accepted() ? accept(story, patient) : register(story);
        more(story, DemoParty.JGZ, own);
        List<String> his = partner(story);
        takeBack(story, DemoParty.MIDWIFE, story.bsn(), consents, state.hers());
        takeBack(story, DemoParty.JGZ, story.partnerBsn(), his, state.his());
        wrongWoman(story, patient);
        return story;
    }

    /** @return her Consents */
    private List<String> refer(LeakStory story, Referral referral) {
        LeakScribe scribe = new LeakScribe(story, canaries, DemoParty.MIDWIFE, story.bsn()).withReferral();
        Map<String, String> urls = new HashMap<>();
        List<JsonNode> entries = new ArrayList<>();
        referral.bundle().get("entry").forEach(entries::add);
        entries.removeIf(e -> Set.of("Consent", "Provenance")
                .contains(e.at("/resource/resourceType").asText()));
        referral.resource("ServiceRequest", s -> s.remove("supportingInfo"));
        referral.resource("Patient", p -> LeakRecords.age(p, story.state()));
        for (JsonNode entry : entries) {
            String type = entry.at("/resource/resourceType").asText();
            String url = entry.get("fullUrl").asText();
            urls.putIfAbsent(type, url);
            ObjectNode resource = (ObjectNode) entry.get("resource");
            if (type.equals("PractitionerRole")) {
                scribe.plain(url, resource, entry.get("request"));
            } else {
                scribe.put(url, type.equals("Patient") ? resource : closed(story, resource));
            }
        }
        for (LeakRelative one : List.of(story.representative(), story.secondParent())) {
            String url = "urn:uuid:" + UUID.randomUUID();
            urls.putIfAbsent(LeakSaying.PARENT, url);
            scribe.put(url, one.related(urls.get("Patient")));
        }
        return say(scribe, story, story.bsn(), story.state().hers(), urls);
    }

    /** As the midwife marks what she writes of this woman. */
    private static ObjectNode closed(LeakStory story, ObjectNode resource) {
        return switch (story.state()) {
            case SAFEGUARDING -> LeakScribe.marked(resource);
            case WITHHELD -> LeakScribe.withheld(resource);
            default -> resource;
        };
    }

    /** Puts what is said and its Provenance, and sends all. */
    private static List<String> say(
            LeakScribe scribe, LeakStory story, String person, List<LeakSaying> says, Map<String, String> sentAs) {
        List<String> urls = new ArrayList<>();
        for (LeakSaying one : says) {
            String url = "urn:uuid:" + UUID.randomUUID();
            urls.add(url);
            scribe.put(url, one.consent(sentAs));
        }
        if (!urls.isEmpty()) {
            scribe.put(
                    "urn:uuid:" + UUID.randomUUID(),
                    LeakRecords.provenance(scribe.party().party(), urls));
        }
        List<String> sent = scribe.send();
        List<String> consents =
                sent.stream().filter(p -> p.startsWith("Consent/")).toList();
        for (int i = 0; i < says.size(); i++) {
            String id = consents.get(i).substring("Consent/".length());
            story.statements(person).put(id, says.get(i).statement(id, scribe.party(), sent));
        }
        return consents;
    }

    private void more(LeakStory story, DemoParty party, String patient) {
        LeakScribe scribe = new LeakScribe(story, canaries, party, story.bsn());
        LeakRecords.about(patient, 2 * story.state().ordinal() + party.ordinal())
                .forEach(resource -> scribe.put(
                        "urn:uuid:" + UUID.randomUUID(),
                        party == DemoParty.MIDWIFE ? closed(story, resource) : resource));
        scribe.put(
                "urn:uuid:" + UUID.randomUUID(),
                LeakScribe.marked(LeakRecords.observation(patient, "een zorg over thuis")));
        scribe.send();
    }

    private String register(LeakStory story) {
        LeakScribe scribe = new LeakScribe(story, canaries, DemoParty.JGZ, story.bsn());
        return scribe.put("urn:uuid:" + UUID.randomUUID(), LeakRecords.woman(story.bsn(), story.state()))
                .send()
                .get(0);
    }

    private List<String> partner(LeakStory story) {
        LeakScribe scribe = new LeakScribe(story, canaries, DemoParty.JGZ, story.partnerBsn());
        String url = "urn:uuid:" + UUID.randomUUID();
        scribe.put(url, LeakRecords.partner(story.partnerBsn()));
        scribe.put("urn:uuid:" + UUID.randomUUID(), LeakRecords.observation(url, "wat hij vertelt"));
        return say(scribe, story, story.partnerBsn(), story.state().his(), Map.of("Patient", url));
    }

    /** @return the desk's own Patient */
    private String accept(LeakStory story, String patient) {
        JsonPath shown = SERVER.as("jgz")
                .get("/" + patient + "/$everything")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Set<String> ids = Set.copyOf(shown.<String>getList("entry.resource.id"));
        List<LeakVersion> told =
                story.versions().stream().filter(v -> ids.contains(v.id())).toList();
        told.forEach(version -> story.keep(DemoParty.JGZ.party(), version));
        LeakVersion task =
                told.stream().filter(v -> v.type().equals("Task")).findFirst().orElseThrow();
        String sent = SERVER.as("jgz").get("/" + task.reference()).asString();
        put("jgz", task.reference(), sent.replace("\"status\":\"requested\"", "\"status\":\"accepted\""));
        scribe(story, DemoParty.MIDWIFE).note(task.reference(), 2, DemoParty.JGZ, task.words());
        later(story, told);
        JsonPath work = SERVER.as("jgz")
                .get("/Task?based-on=" + referral(told))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String place = "Task/" + work.getString("entry[0].resource.id");
        String own = work.getString("entry[0].resource.for.reference");
        scribe(story, DemoParty.JGZ).note(place, 1, DemoParty.JGZ, Set.of());
        scribe(story, DemoParty.JGZ).note(own, 1, DemoParty.JGZ, Set.of());
        return own;
    }

    private static String referral(List<LeakVersion> told) {
        return told.stream()
                .filter(v -> v.type().equals("ServiceRequest"))
                .findFirst()
                .orElseThrow()
                .reference();
    }

    /** After acceptance the midwife writes on: versions that nobody was shown. */
    private void later(LeakStory story, List<LeakVersion> told) {
        Stream.of("RelatedPerson", "ServiceRequest").forEach(type -> told.stream()
                .filter(v -> v.type().equals(type))
                .findFirst()
                .ifPresent(version -> {
                    String before =
                            SERVER.as("midwife").get("/" + version.reference()).asString();
                    String marked = before;
                    Set<String> fresh = new java.util.TreeSet<>();
                    for (String word : version.words()) {
                        // Its identifier stays: it is the key of the referral.
                        if (!before.contains("\"value\":\"" + word + "\"")) {
                            String next = canaries.word("later " + canaries.placeOf(word));
                            marked = marked.replace(word, next);
                            fresh.add(next);
                        }
                    }
                    put("midwife", version.reference(), marked);
                    scribe(story, DemoParty.MIDWIFE).note(version.reference(), 2, DemoParty.MIDWIFE, fresh);
                }));
    }

    private void takeBack(
            LeakStory story, DemoParty recorder, String person, List<String> consents, List<LeakSaying> says) {
        for (int i = 0; i < says.size(); i++) {
            if (says.get(i).withdrawn()) {
                String place = consents.get(i);
                String json = SERVER.as(recorder.clientId()).get("/" + place).asString();
                put(recorder.clientId(), place, json.replace("\"status\":\"active\"", "\"status\":\"inactive\""));
                new LeakScribe(story, canaries, recorder, person).note(place, 2, recorder, LeakFinder.words(json));
            }
        }
    }

    /** What the midwife recorded for the wrong woman closes, with what was shown of it. */
    private void wrongWoman(LeakStory story, String patient) {
        switch (story.state()) {
            case RECORD_IN_ERROR -> {
                LeakVersion shown = story.versions().stream()
                        .filter(v -> v.type().equals("Observation") && story.kept(DemoParty.JGZ.party(), v))
                        .findFirst()
                        .orElseThrow();
                inError(shown.reference());
                scribe(story, DemoParty.MIDWIFE).note(shown.reference(), 2, DemoParty.MIDWIFE, shown.words());
                story.recordInError(shown.id());
            }
            case FILE_IN_ERROR -> {
                inError(patient);
                scribe(story, DemoParty.MIDWIFE).note(patient, 2, DemoParty.MIDWIFE, Set.of());
                story.statements(story.bsn()).keySet().stream()
                        .map(id -> story.current(id))
                        .toList()
                        .forEach(consent -> scribe(story, DemoParty.MIDWIFE)
                                .note(consent.reference(), 2, DemoParty.MIDWIFE, consent.words()));
                story.fileInError(DemoParty.MIDWIFE.party());
            }
            default -> {
                // She is who she was said to be.
            }
        }
    }

    private static void inError(String place) {
        SERVER.as("midwife").post("/" + place + "/$entered-in-error").then().statusCode(200);
    }

    private LeakScribe scribe(LeakStory story, DemoParty custodian) {
        return new LeakScribe(story, canaries, custodian, story.bsn());
    }

    private static void put(String client, String place, String json) {
        SERVER.as(client)
                .header("If-Match", "W/\"1\"")
                .body(json)
                .put("/" + place)
                .then()
                .statusCode(200);
    }
}
