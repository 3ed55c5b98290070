package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.ooievaar.server.Born;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** What goes to the dossier of a child: what she chose, after birth, with her consent, once, and nothing else of hers. */
class ChildDossierIT {
    private static final TestServer SERVER = TestServer.get();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A woman of whom the desk keeps a file full of canaries, and her child. */
    private static final class Story {
        final Referral referral = Referral.ofNewWoman();
        final String mother;
        final String child;
        final List<String> canaries = new ArrayList<>();

        Story() {
            Referral.Sent sent = referral.send(SERVER.as("midwife"));
            mother = Loop.patient(Loop.accept(sent));
            Loop.post(
                    "jgz",
                    "QuestionnaireResponse",
                    strings(Loop.example("case-1-findings.json", mother, sent), "valueString"));
            Loop.post("jgz", "CarePlan", strings(plan(sent), "description"));
            for (String code : List.of("gewicht", "slaap")) {
                Loop.post("jgz", "Observation", observation(code, null));
            }
            Loop.post("jgz", "Observation", observation("meldcode stap 1", "safeguarding"));
            child = SERVER.as("jgz")
                    .body(Born.parameters(false, Born.on("2026-11-02")))
                    .post("/" + mother + "/$birth")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("parameter[0].valueReference.reference");
        }

        private String observation(String code, String mark) {
            ObjectNode made =
                    JSON.createObjectNode().put("resourceType", "Observation").put("status", "final");
            if (mark != null) {
                made.putObject("meta")
                        .putArray("security")
                        .addObject()
                        .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-data-class")
                        .put("code", mark);
            }
            made.putObject("code").put("text", code);
            made.putObject("subject").put("reference", mother);
            made.put("valueString", canary());
            made.putArray("note").addObject().put("text", canary());
            return made.toString();
        }

        private String plan(Referral.Sent sent) {
            ObjectNode plan = (ObjectNode) read(Loop.example("case-1-plan.json", mother, sent));
            plan.remove(List.of("goal", "supportingInfo"));
            return plan.toString();
        }

        /** Every free text of this name becomes a word that stands nowhere else. */
        private String strings(String json, String name) {
            StringBuilder all = new StringBuilder();
            java.util.regex.Matcher found = java.util.regex.Pattern.compile("\"" + name + "\":\"[^\"]*\"")
                    .matcher(json);
            while (found.find()) {
                found.appendReplacement(all, "\"" + name + "\":\"" + canary() + "\"");
            }
            return found.appendTail(all).toString();
        }

        private String canary() {
            String word =
                    "kanarie" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
            canaries.add(word);
            return word;
        }

        JsonPath preview(String who) {
            return SERVER.as(who)
                    .body(asked(child, List.of()))
                    .post("/" + mother + "/$preview-for-child")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }

        ValidatableResponse handOver(String to, List<Map<String, String>> items) {
            return SERVER.as("jgz")
                    .body(asked(to, items))
                    .post("/" + mother + "/$hand-over-to-child")
                    .then();
        }

        void consents(String type) {
            consent(mother, type);
        }
    }

    @Test
    void she_sees_item_by_item_what_could_go_and_who_will_read_it_and_nothing_goes_by_looking() {
        Story story = new Story();
        JsonPath preview = story.preview("jgz");
        assertEquals(1, readers(preview).size());
        assertFalse(readers(preview).get(0).contains("90000201"), "a name, not a number");
        List<Map<String, String>> items = items(preview);
        assertTrue(items.size() > 8, items.toString());
        assertTrue(items.stream().noneMatch(item -> item.get("text").isBlank()));
        assertFalse(items.toString().contains("meldcode"));
        SERVER.asPerson(story.referral.bsn(), "patient/*.cruds")
                .body(asked(story.child, List.of()))
                .post("/" + story.mother + "/$preview-for-child")
                .then()
                .statusCode(200)
                .body("parameter.findAll { it.name == 'item' }.size()", equalTo(items.size()));
        SERVER.as("jgz").get("/Composition?patient=" + story.child).then().body("total", equalTo(0));
    }

    @Test
    void exactly_what_was_chosen_goes_and_nothing_else_of_hers() {
        Story story = new Story();
        story.consents("permit");
        List<Map<String, String>> items = items(story.preview("jgz"));
        Map<String, String> answer = items.stream()
                .filter(item -> item.get("source").startsWith("Questionnaire")
                        && item.get("text").startsWith("kanarie"))
                .findFirst()
                .orElseThrow();
        Map<String, String> whole = items.stream()
                .filter(item -> item.get("source").startsWith("Observation"))
                .findFirst()
                .orElseThrow();

        String document = story.handOver(story.child, List.of(answer, whole))
                .statusCode(200)
                .body("parameter.find { it.name == 'repeated' }.valueBoolean", is(false))
                .extract()
                .path("parameter[0].valueReference.reference");

        JsonPath there = SERVER.as("jgz").get("/" + document).jsonPath();
        assertEquals(story.child, there.getString("subject.reference"));
        assertEquals(2, there.getList("section").size());
        String all = SERVER.as("jgz").get("/" + story.child + "/$everything").asString();
        assertTrue(all.contains(answer.get("text")), all);
        List<String> gone = story.canaries.stream().filter(all::contains).toList();
        List<String> chosen = story.canaries.stream()
                .filter(word ->
                        answer.get("text").contains(word) || whole.get("text").contains(word))
                .toList();
        assertEquals(chosen, gone);
        for (String hers : List.of("Morales", story.referral.bsn(), "Voorbeeldstraat")) {
            assertFalse(all.contains(hers), hers);
        }
        SERVER.as("jgz")
                .get("/Provenance?target=" + document)
                .then()
                .body("total", equalTo(1))
                .body("entry[0].resource.entity.what.reference", hasItem(answer.get("source")))
                .body("entry[0].resource.entity.size()", equalTo(2));
        SERVER.asPerson(story.referral.bsn())
                .get("/" + story.mother + "/$access-log")
                .then()
                .body(containsString("hand-over-to-child"));
        for (String other : List.of("midwife", "outsider", "veilig-thuis")) {
            SERVER.as(other).get("/" + document).then().statusCode(404);
        }
    }

    @Test
    void what_was_chosen_comes_out_as_the_dossier_of_the_child_and_nothing_else() {
        Story story = new Story();
        story.consents("permit");
        String door = "/" + story.child + "/$to-child-dossier";
        SERVER.as("jgz")
                .get(door)
                .then()
                .statusCode(200)
                .body("parameter.findAll { it.name == 'dossier' }.size()", equalTo(0));
        Map<String, String> chosen = items(story.preview("jgz")).stream()
                .filter(item -> item.get("text").startsWith("kanarie"))
                .findFirst()
                .orElseThrow();
        story.handOver(story.child, List.of(chosen)).statusCode(200);
        String data = SERVER.as("jgz")
                .get(door)
                .then()
                .statusCode(200)
                .extract()
                .path("parameter.find { it.name == 'dossier' }.valueAttachment.data");
        String dossier =
                new String(java.util.Base64.getDecoder().decode(data), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(dossier.contains(chosen.get("title")), dossier);
        assertEquals(
                story.canaries.stream().filter(chosen.get("text")::contains).toList(),
                story.canaries.stream().filter(dossier::contains).toList());
        SERVER.as("jgz").get(door + "?form=xml").then().statusCode(400);
        String absent = SERVER.as("midwife")
                .get("/Patient/" + UUID.randomUUID() + "/$to-child-dossier")
                .asString();
        for (String other : List.of("midwife", "outsider", "veilig-thuis")) {
            assertEquals(
                    absent,
                    SERVER.as(other).get(door).then().statusCode(404).extract().asString());
        }
    }

    @Test
    void one_hand_over_for_each_child_and_twins_each_their_own() {
        Story story = new Story();
        story.consents("permit");
        List<Map<String, String>> items = items(story.preview("jgz"));
        String first = story.handOver(story.child, List.of(items.get(0), items.get(1)))
                .statusCode(200)
                .extract()
                .path("parameter[0].valueReference.reference");
        story.handOver(story.child, List.of(items.get(1), items.get(0)))
                .statusCode(200)
                .body("parameter[0].valueReference.reference", equalTo(first))
                .body("parameter.find { it.name == 'repeated' }.valueBoolean", is(true));
        story.handOver(story.child, List.of(items.get(2)))
                .statusCode(409)
                .body("issue[0].details.text", containsString(first));
        String twin = SERVER.as("jgz")
                .body(Born.parameters(true, Born.on("2026-11-02").at("2026-11-02T04:25:00+01:00")))
                .post("/" + story.mother + "/$birth")
                .then()
                .statusCode(200)
                .extract()
                .path("parameter[0].valueReference.reference");
        story.handOver(twin, List.of(items.get(2))).statusCode(200);
    }

    @Test
    void without_the_consent_of_the_adult_concerned_nothing_goes() {
        Story story = new Story();
        Map<String, String> item = items(story.preview("jgz")).get(0);
        story.handOver(story.child, List.of(item))
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("child-dossier-consent"))
                .body("issue[0].expression[0]", equalTo("Parameters.parameter[1]"));
        story.consents("permit");
        assertTrue(items(story.preview("jgz")).stream()
                .allMatch(one -> one.get("consent").equals("true")));
        story.consents("deny");
        assertTrue(items(story.preview("jgz")).stream()
                .allMatch(one -> one.get("consent").equals("false")));
        story.handOver(story.child, List.of(item)).statusCode(422);

        String partner = Loop.post(
                "jgz",
                "Patient",
                "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[\"http://ooievaar.example/fhir/StructureDefinition/phb-partner\"]},"
                        + "\"name\":[{\"text\":\"haar partner\"}]}");
        String told = Loop.post(
                "jgz",
                "Observation",
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"slaap\"},\"valueString\":\"kort\","
                        + "\"subject\":{\"reference\":\"" + partner + "\"}}");
        Map<String, String> his = Map.of("source", told + "/_history/1");
        story.handOver(story.child, List.of(his))
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("item-not-offered"));
        String body = asked(story.child, List.of(his))
                .replaceFirst(
                        "\\{\"name\":\"item\"",
                        "{\"name\":\"partner\",\"valueReference\":{\"reference\":\"" + partner
                                + "\"}},{\"name\":\"item\"");
        SERVER.as("jgz")
                .body(body)
                .post("/" + story.mother + "/$hand-over-to-child")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("child-dossier-consent"));
        consent(partner, "permit");
        SERVER.as("jgz")
                .body(body)
                .post("/" + story.mother + "/$hand-over-to-child")
                .then()
                .statusCode(200);
    }

    @Test
    void what_was_not_offered_or_goes_to_another_child_is_refused() {
        Story story = new Story();
        story.consents("permit");
        Map<String, String> item = items(story.preview("jgz")).get(0);
        story.handOver(new Story().child, List.of(item))
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("not-her-child"));
        story.handOver("Patient/" + UUID.randomUUID(), List.of(item))
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("not-her-child"));
        story.handOver(story.child, List.of(Map.of("source", story.mother + "/_history/1")))
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("item-not-offered"))
                .body("issue.expression.flatten()", everyItem(equalTo("Parameters.parameter[1]")));
        SERVER.as("midwife")
                .body(asked(story.child, List.of(item)))
                .post("/" + story.mother + "/$hand-over-to-child")
                .then()
                .statusCode(404);
    }

    private static List<String> readers(JsonPath preview) {
        return preview.getList("parameter.findAll { it.name == 'reader' }.valueString");
    }

    private static List<Map<String, String>> items(JsonPath preview) {
        List<Map<String, String>> items = new ArrayList<>();
        List<List<Map<String, Object>>> parts = preview.getList("parameter.findAll { it.name == 'item' }.part");
        for (List<Map<String, Object>> one : parts) {
            Map<String, String> item = new java.util.HashMap<>();
            for (Map<String, Object> part : one) {
                Object value = part.values().stream()
                        .filter(it -> !it.equals(part.get("name")))
                        .findFirst()
                        .orElse("");
                item.put(
                        (String) part.get("name"),
                        value instanceof Map<?, ?> reference ? (String) reference.get("reference") : value.toString());
            }
            items.add(item);
        }
        return items;
    }

    private static String asked(String child, List<Map<String, String>> items) {
        ObjectNode made = JSON.createObjectNode().put("resourceType", "Parameters");
        ArrayNode all = made.putArray("parameter");
        all.addObject().put("name", "child").putObject("valueReference").put("reference", child);
        for (Map<String, String> item : items) {
            ArrayNode parts = all.addObject().put("name", "item").putArray("part");
            parts.addObject().put("name", "source").putObject("valueReference").put("reference", item.get("source"));
            if (item.containsKey("part")) {
                parts.addObject().put("name", "part").put("valueString", item.get("part"));
            }
        }
        return made.toString();
    }

    private static void consent(String patient, String type) {
        ObjectNode said =
                (ObjectNode) Referral.example("case-6-feedback-consent.json").at("/entry/1/resource");
        said.remove("id");
        ((ObjectNode) said.get("patient")).put("reference", patient);
        ((ObjectNode) said.at("/performer/0")).put("reference", patient);
        ObjectNode provision = (ObjectNode) said.get("provision");
        provision.put("type", type);
        provision.remove("class");
        ((ObjectNode) provision.at("/purpose/0")).put("code", "child-dossier");
        for (var actor : provision.get("actor")) {
            ((ObjectNode) actor.at("/reference/identifier")).put("value", "90000201-phb");
        }
        String url = "urn:uuid:00000000-0000-4000-8000-00000000c002";
        String origin =
                "{\"resourceType\":\"Provenance\",\"meta\":{\"profile\":[\"http://ooievaar.example/fhir/StructureDefinition/phb-consent-provenance\"]},"
                        + "\"target\":[{\"reference\":\"" + url
                        + "\"}],\"recorded\":\"2026-11-26T10:00:00+01:00\",\"agent\":[{\"who\":{\"type\":\"Organization\","
                        + "\"identifier\":{\"system\":\"http://fhir.nl/fhir/NamingSystem/ura\",\"value\":\"90000201\"}}}]}";
        SERVER.as("jgz")
                .body("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"fullUrl\":\"" + url
                        + "\",\"resource\":"
                        + said + ",\"request\":{\"method\":\"POST\",\"url\":\"Consent\"}},{\"resource\":" + origin
                        + ",\"request\":{\"method\":\"POST\",\"url\":\"Provenance\"}}]}")
                .post()
                .then()
                .statusCode(200);
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
