package nl.ooievaar.mappings.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.account.Why;
import org.junit.jupiter.api.Test;

class ChildDossierTest {
    private final ChildSelection selection = new ChildSelection(Declaration.table());

    private static ObjectNode visit() {
        ObjectNode bundle = PromisesTest.bundle(
                "woman.json", "case-1-findings.json", "case-1-plan.json", "case-1-goal.json", "gravidity.json");
        bundle.path("entry").forEach(entry -> ((ObjectNode) entry.path("resource"))
                .put("id", "example")
                .withObject("/meta")
                .put("versionId", "3"));
        return bundle;
    }

    private static ChildSelection.Choice choice(String source, String part) {
        return new ChildSelection.Choice(source, Optional.of(part).filter(it -> !it.isEmpty()));
    }

    private static final String FINDINGS = "QuestionnaireResponse/example/_history/3";

    @Test
    void exactly_what_was_chosen_goes_and_nothing_of_who_she_is() throws Exception {
        ObjectNode bundle = visit();
        ChildSelection.Chosen chosen = selection.of(
                bundle,
                List.of(
                        choice(FINDINGS, "item[3].item[1]"),
                        choice("CarePlan/example/_history/3", "activity[1]"),
                        choice("Goal/example/_history/3", "")));
        assertEquals(List.of(), chosen.unknown());
        JsonNode expected = Json.MAPPER.readTree(
                """
                {"version": "0.1.0",
                 "findings": [{"themes": {"parentsHealth": {"experience": "Lichamelijk gaat het goed, ik ben vaak verdrietig."}}}],
                 "plans": [{"activities": [{
                   "kind": {"coding": [{"system": "http://ooievaar.example/fhir/CodeSystem/phb-support", "code": "municipal-services"}]},
                   "status": "not-started", "description": "Taalles via de gemeente"}]}],
                 "goals": [{"lifecycleStatus": "active",
                   "description": {"text": "Zelf een afspraak kunnen maken in het Nederlands"}}]}""");
        assertEquals(expected, chosen.dossier().result());
        assertEquals(Leaves.of(bundle), chosen.dossier().account().leaves());
        assertEquals(0, chosen.dossier().account().count(Outcome.REJECTED));
        assertEquals(
                Why.NOT_CHOSEN,
                chosen.dossier().account().lines().stream()
                        .filter(one -> one.place().path().endsWith("birthDate"))
                        .findFirst()
                        .flatMap(Line::why)
                        .orElseThrow());
    }

    @Test
    void nothing_chosen_is_nothing() {
        assertEquals(
                Json.MAPPER.createObjectNode().put("version", "0.1.0"),
                selection.of(visit(), List.of()).dossier().result());
    }

    @Test
    void another_version_a_place_that_is_not_there_a_whole_answer_sheet_or_what_is_marked_is_not_chosen() {
        ObjectNode bundle = visit();
        ((ObjectNode) bundle.at("/entry/3/resource/meta"))
                .withArray("/security")
                .addObject()
                .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-withheld")
                .put("code", "informant");
        List<ChildSelection.Choice> choices = List.of(
                choice("QuestionnaireResponse/example/_history/2", "item[3].item[1]"),
                choice(FINDINGS, "item[3].item[9]"),
                choice(FINDINGS, "item"),
                choice(FINDINGS, ""),
                choice("Patient/example/_history/3", "name[0]"),
                choice("Goal/example/_history/3", ""),
                choice("Observation/example/_history/3", "valueInteger"));
        ChildSelection.Chosen chosen = selection.of(bundle, choices);
        assertEquals(choices, chosen.unknown());
        assertEquals(1, Leaves.of(chosen.dossier().result()));
    }

    @Test
    void an_observation_goes_as_its_value_without_who_made_it() {
        JsonNode result = selection
                .of(visit(), List.of(choice("Observation/example/_history/3", "")))
                .dossier()
                .result();
        assertEquals(1, result.at("/pregnancy/gravidities/0/value").asInt());
        assertFalse(result.toString().contains("performer"));
    }

    @Test
    void the_document_in_the_file_of_the_child_becomes_its_items() {
        ObjectNode document = Json.MAPPER.createObjectNode().put("resourceType", "Composition");
        document.withObject("/subject").put("reference", "Patient/child");
        document.withArray("/section")
                .addObject()
                .put("title", "Beleving")
                .withObject("/text")
                .put("status", "generated")
                .put(
                        "div",
                        "<div xmlns=\"http://www.w3.org/1999/xhtml\">Ik &#60;3 &amp; slaap &#8216;weinig&#8217;</div>");
        Mapped mapped = ChildDocument.items(document);
        assertEquals(
                "Ik <3 & slaap ‘weinig’", mapped.result().at("/items/0/text").asText());
        assertEquals("Beleving", mapped.result().at("/items/0/title").asText());
        assertEquals(Leaves.of(document), mapped.account().leaves());
        ((ObjectNode) document.at("/section/0/text"))
                .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">a<script>b</script></div>");
        assertEquals(1, ChildDocument.items(document).account().count(Outcome.REJECTED));
    }
}
