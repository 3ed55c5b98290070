package nl.ooievaar.mappings.outward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.profiles.PhbValidation;
import org.junit.jupiter.api.Test;

/** Feedback and plan in the forms that a record of birth care can take. */
class OutwardTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final java.nio.file.Path EXAMPLES = java.nio.file.Path.of("../profiles/src/main/fhir/examples");
    private static final String LABELS = "http://ooievaar.example/fhir/CodeSystem/";
    private static final CareDocument.Head HEAD = new CareDocument.Head(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            "2026-12-04T09:00:00+01:00",
            "https://jgz.example/fhir",
            "JGZ Voorbeeld",
            new Locale("nl"));

    private static ObjectNode example(String file) {
        try {
            return (ObjectNode) JSON.readTree(EXAMPLES.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the server has them: each with the id by which the others name it. */
    private static ObjectNode bundle(ObjectNode... resources) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        for (ObjectNode one : resources) {
            if (!one.has("id")) {
                one.put("id", "example");
            }
            bundle.withArray("/entry").addObject().set("resource", one);
        }
        return bundle;
    }

    private static ObjectNode case1() {
        return bundle(
                example("woman.json"),
                example("case-1-feedback.json"),
                example("case-1-plan.json"),
                example("case-1-goal.json"),
                example("case-1-care-team.json"));
    }

    private static ObjectNode resource(ObjectNode bundle, int at) {
        return (ObjectNode) bundle.at("/entry/" + at + "/resource");
    }

    private static void mark(ObjectNode resource, String system, String code) {
        resource.withObject("/meta")
                .withArray("/security")
                .addObject()
                .put("system", LABELS + system)
                .put("code", code);
    }

    private static int leaves(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.isNull() ? 0 : 1;
        }
        int sum = 0;
        for (JsonNode one : node) {
            sum += leaves(one);
        }
        return sum;
    }

    private static Line line(Sent sent, String path) {
        return sent.account().lines().stream()
                .filter(one -> one.place().path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Why why(Sent sent, String path) {
        return line(sent, path).why().orElseThrow();
    }

    private static List<JsonNode> resources(Sent sent) {
        List<JsonNode> all = new java.util.ArrayList<>();
        sent.bundle().path("entry").forEach(one -> all.add(one.path("resource")));
        return all;
    }

    @Test
    void a_document_has_the_composition_first_and_then_all_that_it_names() {
        Sent sent = CareDocument.of(case1(), HEAD);
        assertEquals("document", sent.bundle().path("type").asText());
        assertEquals(
                List.of("Composition", "Patient", "Communication", "CarePlan", "Goal", "CareTeam"),
                resources(sent).stream()
                        .map(one -> one.path("resourceType").asText())
                        .toList());
        Set<String> there = new java.util.HashSet<>();
        sent.bundle().path("entry").forEach(one -> there.add(one.path("fullUrl").asText()));
        assertEquals(6, there.size());
        JsonNode composition = resources(sent).get(0);
        assertEquals(4, composition.path("section").size());
        composition
                .path("section")
                .forEach(one ->
                        assertTrue(there.contains(one.at("/entry/0/reference").asText()), one.toString()));
        assertTrue(composition.at("/section/0/text/div").asText().contains("Marisol houdt zelf de regie."));
        assertTrue(composition.at("/section/1/text/div").asText().contains("Taalles via de gemeente"));
        assertEquals(
                "https://jgz.example/fhir/Patient/example",
                composition.at("/subject/reference").asText());
    }

    @Test
    void each_part_of_a_document_is_valid_by_the_package() {
        PhbValidation validation = PhbValidation.shared(Locale.ENGLISH);
        for (JsonNode one : resources(CareDocument.of(case1(), HEAD))) {
            List<String> errors = validation.validate(one.toString()).getMessages().stream()
                    .filter(it -> it.getSeverity().ordinal() >= 2)
                    .map(it -> it.getLocationString() + " " + it.getMessage())
                    .toList();
            assertEquals(List.of(), errors, one.path("resourceType").asText());
        }
    }

    @Test
    void where_she_lives_and_how_she_is_reached_goes_in_neither_form() {
        ObjectNode source = case1();
        ObjectNode woman = resource(source, 0);
        woman.withArray("/telecom").addObject().put("system", "phone").put("value", "+31600000909");
        woman.withArray("/address").addObject().put("city", "Geheim");
        for (Sent sent : List.of(CareDocument.of(source, HEAD), IndividualCareplan.of(source))) {
            assertFalse(sent.bundle().toString().contains("+31600000909"));
            assertFalse(sent.bundle().toString().contains("Geheim"));
            assertEquals(
                    woman.path("identifier"),
                    resources(sent).stream()
                            .filter(one -> one.path("resourceType").asText().equals("Patient"))
                            .findFirst()
                            .orElseThrow()
                            .path("identifier"));
        }
    }

    @Test
    void the_plan_goes_as_an_individual_care_plan_with_its_goal_and_team() {
        Sent sent = IndividualCareplan.of(case1());
        JsonNode plan = resources(sent).get(1);
        assertEquals(
                "http://nictiz.nl/fhir/StructureDefinition/bc-IndividualCareplan",
                plan.at("/meta/profile/0").asText());
        assertEquals("736377005", plan.at("/category/0/coding/0/code").asText());
        assertEquals("Goal/example", plan.at("/goal/0/reference").asText());
        JsonNode author = plan.path("author").get(0);
        assertFalse(author.has("reference"));
        assertEquals(IndividualCareplan.ROLE, author.at("/extension/0/url").asText());
        assertEquals(
                "PractitionerRole/example",
                author.at("/extension/0/valueReference/reference").asText());
        assertEquals(3, plan.path("activity").size());
        JsonNode goal = resources(sent).get(2);
        assertEquals("in-progress", goal.path("status").asText());
        assertEquals("2027-05-01", goal.at("/target/dueDate").asText());
        JsonNode team = resources(sent).get(3);
        assertEquals("lead", team.at("/participant/0/role/coding/0/code").asText());
        assertEquals(Why.NO_PLACE, why(sent, "entry[1].resource.payload[0].contentString"));
        assertEquals(Why.OUTSIDE, why(sent, "entry[2].resource.supportingInfo[0].reference"));
        assertFalse(sent.bundle().toString().contains("QuestionnaireResponse"));
    }

    @Test
    void every_value_has_one_line_and_no_line_holds_it() {
        ObjectNode source = case1();
        source.withArray("/entry").addObject().set("resource", example("case-1-findings.json"));
        resource(source, 2).putArray("strange").addArray().add("in a list in a list");
        for (Sent sent : List.of(CareDocument.of(source, HEAD), IndividualCareplan.of(source))) {
            assertEquals(leaves(source), sent.account().leaves());
            assertEquals(0, sent.account().count(Outcome.REJECTED));
            String told = sent.account().lines().toString();
            for (String value : List.of("Marisol", "Taalles", "in a list", "999")) {
                assertFalse(told.contains(value), value);
            }
            for (Line one : sent.account().lines()) {
                one.target()
                        .ifPresent(at -> assertTrue(
                                References.at(sent.bundle(), Path.of(at)).isValueNode(), at + " of " + one.place()));
            }
        }
    }

    @Test
    void what_is_marked_never_goes_nor_does_a_reference_to_it_however_it_names_it() {
        for (String[] mark : List.of(
                new String[] {"phb-data-class", "safeguarding"},
                new String[] {"phb-data-class", "withheld-address"},
                new String[] {"phb-withheld", "informant"})) {
            for (String name :
                    List.of("Goal/example", "Goal/example/_history/2", "https://jgz.example/fhir/Goal/example")) {
                ObjectNode source = case1();
                mark(resource(source, 3), mark[0], mark[1]);
                ((ObjectNode) resource(source, 2).at("/goal/0"))
                        .put("reference", name)
                        .put("display", "zorgen over thuis");
                for (Sent sent : List.of(CareDocument.of(source, HEAD), IndividualCareplan.of(source))) {
                    assertFalse(sent.bundle().toString().contains("Goal"), name);
                    assertFalse(sent.bundle().toString().contains("zorgen"), name);
                    assertFalse(sent.bundle().toString().contains("Zelf een afspraak"), name);
                    assertEquals(Why.MARKED, why(sent, "entry[3].resource.description.text"));
                    assertEquals(Why.MARKED, why(sent, "entry[2].resource.goal[0].display"));
                    assertEquals(leaves(source), sent.account().leaves());
                }
            }
        }
        ObjectNode plan = example("case-1-plan.json");
        mark(plan, "phb-data-class", "safeguarding");
        assertFalse(CareDocument.of(plan, HEAD).bundle().toString().contains("Taalles"));
        assertFalse(IndividualCareplan.of(plan).bundle().has("entry"));
    }

    @Test
    void another_persons_records_a_withdrawn_one_and_one_that_something_modifies_stay() {
        ObjectNode other = example("case-1-goal.json").put("id", "other");
        ((ObjectNode) other.path("subject")).put("reference", "Patient/other");
        ObjectNode two = bundle(example("case-1-plan.json"), other);
        for (Sent sent : List.of(CareDocument.of(two, HEAD), IndividualCareplan.of(two))) {
            assertTrue(sent.account().lines().stream()
                    .filter(one -> one.place().path().contains(".resource."))
                    .allMatch(one -> one.why().equals(Optional.of(Why.OTHER_PERSON))));
        }
        ObjectNode wrong = case1();
        resource(wrong, 2).put("status", "entered-in-error");
        resource(wrong, 3)
                .withArray("/modifierExtension")
                .addObject()
                .put("url", "urn:x")
                .put("valueBoolean", true);
        ObjectNode note = example("case-1-feedback.json").put("id", "own");
        note.withObject("/meta")
                .putArray("profile")
                .add("http://ooievaar.example/fhir/StructureDefinition/phb-own-note");
        wrong.withArray("/entry").addObject().set("resource", note);
        for (Sent sent : List.of(CareDocument.of(wrong, HEAD), IndividualCareplan.of(wrong))) {
            assertEquals(Why.IN_ERROR, why(sent, "entry[2].resource.title"));
            assertEquals(Why.NO_PLACE, why(sent, "entry[3].resource.description.text"));
            assertEquals(Why.NO_PLACE, why(sent, "entry[5].resource.payload[0].contentString"));
        }
    }

    @Test
    void what_stu3_can_not_say_is_told_and_nothing_is_made_of_it() {
        ObjectNode source = case1();
        ObjectNode plan = resource(source, 2).put("status", "revoked");
        ((ObjectNode) plan.at("/activity/0/detail")).put("status", "entered-in-error");
        ((ObjectNode) plan.at("/activity/1/detail")).put("status", "stopped");
        ((ObjectNode) plan.at("/activity/1/detail"))
                .putObject("statusReason")
                .putArray("coding")
                .addObject()
                .put("code", "moved");
        resource(source, 3).put("lifecycleStatus", "completed");
        Sent sent = IndividualCareplan.of(source);
        JsonNode out = resources(sent).get(1);
        assertEquals("cancelled", out.path("status").asText());
        assertEquals(2, out.path("activity").size());
        assertEquals("cancelled", out.at("/activity/0/detail/status").asText());
        assertEquals("moved", out.at("/activity/0/detail/statusReason").asText());
        assertEquals(Why.COARSER, why(sent, "entry[2].resource.activity[1].detail.status"));
        assertEquals(Why.IN_ERROR, why(sent, "entry[2].resource.activity[0].detail.description"));
        assertEquals(
                Optional.of("entry[1].resource.activity[0].detail.description"),
                line(sent, "entry[2].resource.activity[1].detail.description").target());
        assertEquals(Why.NO_PLACE, why(sent, "entry[3].resource.lifecycleStatus"));
        resource(source, 3)
                .putObject("achievementStatus")
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/goal-achievement")
                .put("code", "achieved");
        assertEquals(
                "achieved",
                resources(IndividualCareplan.of(source)).get(2).path("status").asText());
    }

    @Test
    void whatever_went_whole_comes_back_the_same_and_again_it_is_the_same_plan() {
        for (String status : List.of("draft", "active", "on-hold", "revoked", "completed", "unknown")) {
            for (String goal :
                    List.of("proposed", "planned", "accepted", "active", "on-hold", "cancelled", "rejected")) {
                ObjectNode source = case1();
                resource(source, 2).put("status", status);
                resource(source, 3).put("lifecycleStatus", goal);
                resource(source, 2).withArray("/note").addObject().put("text", "met tolk");
                Sent sent = IndividualCareplan.of(source);
                ObjectNode back = BackToR4.of(sent.bundle());
                assertEquals(whole(source, sent.account()), values(back));
                assertEquals(sent.bundle(), IndividualCareplan.of(back).bundle());
            }
        }
    }

    /** What went whole, without where it stood in the Bundle: the feedback between them stays. */
    private static Map<String, String> whole(JsonNode source, Account account) {
        Map<String, String> whole = new TreeMap<>();
        for (Line one : account.lines()) {
            if (one.outcome() == Outcome.MAPPED) {
                String path = one.place().path();
                int of = Integer.parseInt(path.replaceAll("^entry\\[(\\d+)].*", "$1"));
                whole.put(
                        source.at("/entry/" + of + "/resource/resourceType").asText()
                                + path.replaceAll("^entry\\[\\d+]", ""),
                        References.at(source, Path.of(path)).asText());
            }
        }
        return whole;
    }

    private static Map<String, String> values(JsonNode bundle) {
        Map<String, String> values = new TreeMap<>();
        bundle.path("entry").forEach(entry -> Tree.leaves(entry)
                .forEach(leaf -> values.put(
                        entry.at("/resource/resourceType").asText() + "."
                                + leaf.path().text(),
                        leaf.value().asText())));
        return values;
    }
}
