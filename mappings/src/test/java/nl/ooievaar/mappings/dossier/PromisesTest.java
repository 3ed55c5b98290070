package nl.ooievaar.mappings.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Limits;
import nl.ooievaar.mappings.source.Unreadable;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private static final String LABELS = "http://ooievaar.example/fhir/CodeSystem/";
    private final ToDossier to = new ToDossier(Declaration.table());
    private final FromDossier from = new FromDossier(Declaration.table());

    static ObjectNode example(String name) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(ExamplesTest.EXAMPLES.resolve(name)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A bundle of the examples of one woman, as the server names them. */
    static ObjectNode bundle(String... names) {
        ObjectNode bundle =
                Json.MAPPER.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        for (String name : names) {
            ObjectNode resource = example(name);
            if (name.equals("woman.json")) {
                resource.put("id", "example");
            }
            bundle.withArray("/entry").addObject().set("resource", resource);
        }
        return bundle;
    }

    private static Line line(Mapped mapped, String path) {
        return mapped.account().lines().stream()
                .filter(one -> one.place().path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static void mark(JsonNode resource, String system, String code) {
        ((ObjectNode) resource)
                .withObject("/meta")
                .withArray("/security")
                .addObject()
                .put("system", LABELS + system)
                .put("code", code);
    }

    @Test
    void what_is_marked_never_goes_nor_does_a_reference_to_it() {
        for (String[] mark : List.of(
                new String[] {"phb-data-class", "safeguarding"},
                new String[] {"phb-data-class", "withheld-address"},
                new String[] {"phb-withheld", "informant"})) {
            ObjectNode bundle = bundle("woman.json", "case-1-findings.json", "case-1-plan.json");
            JsonNode findings = bundle.at("/entry/1/resource");
            ((ObjectNode) findings).put("id", "example");
            mark(findings, mark[0], mark[1]);
            Mapped mapped = to.map(bundle);
            assertFalse(mapped.result().has("findings"));
            assertFalse(mapped.result().toString().contains("QuestionnaireResponse/example"));
            assertTrue(mapped.result().has("plans"));
            assertEquals(Leaves.of(bundle), mapped.account().leaves());
            assertEquals(
                    Why.MARKED,
                    line(mapped, "entry[2].resource.supportingInfo[0].reference")
                            .why()
                            .orElseThrow());
            assertTrue(mapped.account().lines().stream()
                    .filter(one -> one.place().path().startsWith("entry[1].resource"))
                    .allMatch(one -> one.why().equals(java.util.Optional.of(Why.MARKED))));
        }
    }

    @Test
    void a_reference_to_what_is_marked_stays_whole_however_it_names_it() {
        for (String reference : List.of(
                "QuestionnaireResponse/example/_history/4",
                "https://jgz.example/fhir/QuestionnaireResponse/example",
                "https://jgz.example/fhir/QuestionnaireResponse/example/_history/4")) {
            ObjectNode bundle = bundle("woman.json", "case-1-findings.json", "case-1-plan.json");
            mark(((ObjectNode) bundle.at("/entry/1/resource")).put("id", "example"), "phb-data-class", "safeguarding");
            ((ObjectNode) bundle.at("/entry/2/resource/supportingInfo/0"))
                    .put("reference", reference)
                    .put("display", "zorgen over thuis");
            Mapped mapped = to.map(bundle);
            assertFalse(mapped.result().toString().contains("zorgen"), reference);
            assertFalse(mapped.result().toString().contains("QuestionnaireResponse"), reference);
            assertEquals(Leaves.of(bundle), mapped.account().leaves());
        }
        ObjectNode dossier = to.map(bundle("woman.json", "case-1-findings.json", "case-1-plan.json"))
                .result();
        ObjectNode findings = (ObjectNode) dossier.at("/findings/0");
        findings.put("reference", "urn:uuid:f")
                .putObject("security")
                .put("system", LABELS + "phb-withheld")
                .put("code", "informant");
        ((ObjectNode) dossier.at("/plans/0/supportingInfo/0"))
                .put("reference", "urn:uuid:f")
                .put("display", "zorgen");
        Mapped back = from.map(dossier);
        assertFalse(back.result().toString().contains("zorgen"));
        assertFalse(back.result().toString().contains("urn:uuid:f"));
        assertEquals(Leaves.of(dossier), back.account().leaves());
    }

    @Test
    void an_address_that_is_kept_secret_never_goes() {
        ObjectNode woman = example("woman.json");
        ObjectNode address = (ObjectNode) woman.at("/address/0");
        address.withArray("/extension")
                .addObject()
                .put("url", "http://hl7.org/fhir/StructureDefinition/iso21090-AD-use")
                .put("valueCode", "CONF");
        Mapped mapped = to.map(woman);
        assertFalse(mapped.result().toString().contains("Voorbeeldstraat"));
        assertFalse(mapped.result().path("person").has("addresses"));
        assertEquals(Why.MARKED, line(mapped, "address[0].city").why().orElseThrow());
        assertEquals(Leaves.of(woman), mapped.account().leaves());
    }

    @Test
    void no_line_holds_a_value() {
        ObjectNode dossier = example("case-1-dossier.json");
        ((ObjectNode) dossier.at("/entry/1/resource"))
                .withArray("/extension")
                .addObject()
                .put("url", "http://else.example/999900109")
                .put("valueString", "Morales");
        Mapped mapped = to.map(dossier);
        String told = mapped.account().lines() + ""
                + from.map(mapped.result()).account().lines();
        for (String value : List.of("999900109", "Morales", "Marisol", "6411", "Taalles", "2003-04", "urn:uuid")) {
            assertFalse(told.contains(value), value);
        }
        assertEquals(Leaves.of(dossier), mapped.account().leaves());
    }

    @Test
    void a_list_in_a_list_has_its_lines_and_goes_nowhere() {
        ObjectNode woman = example("woman.json");
        woman.withArray("/name").addArray().addArray().add("x");
        Mapped mapped = to.map(woman);
        assertEquals(Leaves.of(woman), mapped.account().leaves());
        assertEquals(1, mapped.result().at("/person/names").size());
    }

    @Test
    void what_is_marked_in_a_dossier_never_becomes_a_record() {
        ObjectNode dossier = to.map(bundle("woman.json", "case-1-findings.json", "case-1-goal.json"))
                .result();
        dossier.at("/goals/0").isObject();
        ((ObjectNode) dossier.at("/goals/0"))
                .withArray("/security")
                .addObject()
                .put("system", LABELS + "phb-data-class")
                .put("code", "safeguarding");
        Mapped mapped = from.map(dossier);
        assertFalse(mapped.result().toString().contains("\"Goal\""));
        assertEquals(Why.MARKED, line(mapped, "goals[0].description.text").why().orElseThrow());
    }

    @Test
    void what_the_partner_tells_of_himself_is_never_merged_with_hers() {
        ObjectNode his = example("case-3-partner.json");
        ObjectNode all = example("case-3-visit.json");
        his.path("entry").forEach(((ArrayNode) all.path("entry"))::add);
        Mapped mapped = to.map(all);
        assertEquals(1, mapped.result().at("/findings").size());
        assertEquals(1, mapped.result().at("/partner/findings").size());
        JsonNode words = mapped.result().at("/partner/findings/0/themes");
        assertFalse(mapped.result().at("/findings").toString().contains(words.toString()));
        Mapped back = from.map(mapped.result());
        assertEquals(0, back.account().count(Outcome.REJECTED));
        assertEquals(mapped.result(), to.map(back.result()).result());
        ((ArrayNode) all.path("entry"))
                .removeIf(entry -> entry.at("/resource/resourceType").asText().equals("Patient"));
        assertFalse(to.map(all).result().has("partner"), "without himself nothing of his is anyone's");
    }

    @Test
    void of_the_partner_without_himself_nothing_becomes_a_record() {
        ObjectNode dossier = to.map(example("case-3-partner.json")).result();
        ((ObjectNode) dossier.path("partner")).remove("person");
        Mapped mapped = from.map(dossier);
        assertEquals(
                Why.NO_SUBJECT, line(mapped, "partner.findings[0].status").why().orElseThrow());
        assertFalse(mapped.result().toString().contains("QuestionnaireResponse"));
    }

    @Test
    void unknown_absent_no_and_not_discussed_stay_distinct() {
        ObjectNode bundle = bundle("case-1-findings.json", "case-1-family-profile.json");
        JsonNode dossier = to.map(bundle).result();
        assertTrue(dossier.at("/findings/0/themes/safety/notDiscussed").asBoolean());
        assertTrue(dossier.at("/findings/0/themes/childDevelopment").isMissingNode());
        assertEquals(
                0, dossier.at("/familyProfiles/0/otherChildren/atHome/count").asInt(-1));
        assertTrue(dossier.at("/familyProfiles/0/otherChildren/elsewhere").isMissingNode());
        ObjectNode woman = example("woman.json");
        woman.remove("birthDate");
        woman.withObject("/_birthDate")
                .withArray("/extension")
                .addObject()
                .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
                .put("valueCode", "asked-unknown");
        JsonNode unknown = to.map(woman).result();
        assertEquals("asked-unknown", unknown.at("/person/birthDateAbsent").asText());
        assertTrue(unknown.at("/person/birthDate").isMissingNode());
        assertEquals(unknown, to.map(from.map(unknown).result()).result());
    }

    @Test
    void a_score_beside_not_discussed_is_refused_and_the_rest_goes_through() {
        ObjectNode dossier = to.map(bundle("case-1-findings.json")).result();
        ((ObjectNode) dossier.at("/findings/0/themes/motivation")).put("notDiscussed", true);
        Mapped mapped = from.map(dossier);
        Line score = line(mapped, "findings[0].themes.motivation.score");
        assertEquals(Outcome.REJECTED, score.outcome());
        assertEquals(Why.CONTRADICTION, score.why().orElseThrow());
        assertFalse(mapped.result().toString().contains("motivation.score"));
        assertTrue(mapped.result().toString().contains("conclusion"));
        JsonNode item = example("case-1-findings.json");
        for (JsonNode theme : item.path("item")) {
            if (theme.path("linkId").asText().equals("motivation")) {
                ((ArrayNode) theme.path("item"))
                        .addObject()
                        .put("linkId", "motivation.not-discussed")
                        .withArray("/answer")
                        .addObject()
                        .put("valueBoolean", true);
            }
        }
        assertTrue(to.map(item).account().count(Outcome.REJECTED) > 0);
    }

    @Test
    void what_is_said_in_code_and_in_words_becomes_one_value_and_the_words_are_accounted_for() {
        ObjectNode dossier =
                to.map(bundle("case-1-findings.json", "case-1-plan.json")).result();
        ObjectNode coded =
                dossier.withObject("/findings/0").withArray("/advice").addObject();
        coded.put("code", "other").put("text", "in words too");
        dossier.withObject("/findings/0").withArray("/advice").addObject().put("text", "in words only");
        ObjectNode note = dossier.withObject("/plans/0").withArray("/notes").addObject();
        note.put("text", "a note").put("authorName", "a name too");
        note.withObject("/author").put("display", "a reference");
        ObjectNode activity =
                dossier.withObject("/plans/0").withArray("/activities").addObject();
        activity.put("status", "scheduled").put("scheduled", "a period too");
        activity.withObject("/scheduledPeriod").put("start", "2026-12-01");
        Mapped mapped = from.map(dossier);
        String made = mapped.result().toString();
        assertTrue(made.contains("in words only") && made.contains("a reference") && made.contains("2026-12-01"));
        for (String words : List.of("in words too", "a name too", "a period too")) {
            assertFalse(made.contains(words), words);
        }
        assertEquals(
                3,
                mapped.account().lines().stream()
                        .filter(one ->
                                one.why().filter(Why.SECOND_VALUE::equals).isPresent())
                        .count());
    }

    @Test
    void a_score_in_the_voice_of_another_is_refused() {
        ObjectNode findings = example("case-1-findings.json");
        JsonNode voice = findings.at("/item/2/item/0/extension/0/valueReference");
        ((ObjectNode) voice).put("reference", "PractitionerRole/example");
        Mapped mapped = to.map(findings);
        assertTrue(mapped.result()
                .at("/findings/0/themes/attachmentAndParenting/score")
                .isMissingNode());
        assertEquals(
                Why.NOT_HER_VOICE,
                line(
                                mapped,
                                "item(attachment-and-parenting).item(attachment-and-parenting.score).answer[0].valueInteger")
                        .why()
                        .orElseThrow());
        assertFalse(mapped.result()
                .at("/findings/0/themes/attachmentAndParenting/experience")
                .isMissingNode());
    }

    @Test
    void a_broken_leaf_is_rejected_with_its_place_and_never_sinks_the_rest() {
        String text =
                """
                {"version": "0.1.0",
                 "person": {"reference": "urn:uuid:w", "birthDate": "2003-13", "gender": "female", "shoeSize": "38"},
                 "findings": [{"themes": {"safety": {"score": 11, "experience": ""}, "motivation": {"score": 4}}}]}""";
        DossierSource source = new DossierReader(Limits.USUAL).read(text.getBytes(StandardCharsets.UTF_8));
        Mapped mapped = from.map(source);
        assertEquals(source.leaves(), mapped.account().leaves());
        Line date = line(mapped, "person.birthDate");
        assertEquals(Why.NOT_A_DATE, date.why().orElseThrow());
        assertEquals(2, date.place().line());
        assertTrue(date.place().column() > 1);
        assertEquals(
                Why.NOT_A_SCORE,
                line(mapped, "findings[0].themes.safety.score").why().orElseThrow());
        assertEquals(
                Why.EMPTY,
                line(mapped, "findings[0].themes.safety.experience").why().orElseThrow());
        assertEquals(Why.UNKNOWN_ELEMENT, line(mapped, "person.shoeSize").why().orElseThrow());
        assertEquals(
                Outcome.MAPPED,
                line(mapped, "findings[0].themes.motivation.score").outcome());
        assertTrue(mapped.result().toString().contains("\"valueInteger\":4"));
    }

    @Test
    void a_number_that_no_memory_holds_is_rejected() {
        String text =
                "{\"pregnancy\": {\"durations\": [{\"status\": \"final\", \"value\": {\"value\": 1e999999999}}]}}";
        Mapped json = from.map(new DossierReader(Limits.USUAL).read(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                Why.NOT_A_NUMBER,
                line(json, "pregnancy.durations[0].value.value").why().orElseThrow());
        String same = "<dossier xmlns=\"" + DossierWriter.NAMESPACE
                + "\"><pregnancy><durations><value><value>1e999999999</value></value></durations></pregnancy></dossier>";
        Mapped xml = from.map(new DossierReader(Limits.USUAL).read(same.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                Why.NOT_A_NUMBER,
                line(xml, "pregnancy.durations[0].value.value").why().orElseThrow());
    }

    @Test
    void a_partial_date_stays_partial() {
        ObjectNode woman = example("woman.json").put("birthDate", "1995");
        assertEquals("1995", to.map(woman).result().at("/person/birthDate").asText());
        assertEquals(
                "1995",
                from.map(to.map(woman).result())
                        .result()
                        .at("/entry/0/resource/birthDate")
                        .asText());
    }

    @Test
    void contact_details_become_her_personal_data_and_the_account_says_that_the_profile_is_dropped() {
        JsonNode referral = example("case-2-referral.json");
        Mapped mapped = to.map(referral);
        assertEquals(1, mapped.account().count(Outcome.LOSSY));
        assertEquals(
                Why.PROFILE,
                mapped.account().lines().stream()
                        .filter(one -> one.outcome() == Outcome.LOSSY)
                        .findFirst()
                        .flatMap(Line::why)
                        .orElseThrow());
    }

    @Test
    void another_womans_records_do_not_slip_in() {
        ObjectNode bundle = bundle("woman.json", "case-1-goal.json", "case-1-goal.json");
        ((ObjectNode) bundle.at("/entry/2/resource/subject")).put("reference", "Patient/another");
        Mapped mapped = to.map(bundle);
        assertEquals(1, mapped.result().path("goals").size());
        assertEquals(
                Why.OTHER_PERSON,
                line(mapped, "entry[2].resource.description.text").why().orElseThrow());
        ((ArrayNode) bundle.path("entry")).remove(0);
        assertFalse(to.map(bundle).result().has("goals"), "two women and no telling which");
    }

    @Test
    void hostile_input_is_refused_whole_and_quotes_nothing() {
        String entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><dossier xmlns=\""
                + DossierWriter.NAMESPACE + "\"><version>&x;</version></dossier>";
        refused(entity, Unreadable.Reason.NOT_XML);
        refused("<other/>", Unreadable.Reason.NOT_A_DOSSIER);
        refused("{\"version\": \"0.1.0\", \"version\": \"0.1.0\"}", Unreadable.Reason.NOT_JSON);
        refused("{\"version\": ", Unreadable.Reason.NOT_JSON);
        refused("[]", Unreadable.Reason.NOT_A_DOSSIER);
        refused("", Unreadable.Reason.NOT_A_DOSSIER);
        refused("{\"a\":".repeat(60) + "1" + "}".repeat(60), Unreadable.Reason.TOO_DEEP);
        refused("<dossier xmlns=\"" + DossierWriter.NAMESPACE + "\">" + "<a>".repeat(60), Unreadable.Reason.TOO_DEEP);
        refused("{\"a\": [" + "1,".repeat(30_000) + "1]}", Unreadable.Reason.TOO_MANY);
        refused(
                "<dossier xmlns=\"" + DossierWriter.NAMESPACE + "\">" + "<a/>".repeat(30_000) + "</dossier>",
                Unreadable.Reason.TOO_MANY);
        refused("x".repeat(9_000_000), Unreadable.Reason.TOO_LARGE);
    }

    private static void refused(String text, Unreadable.Reason reason) {
        Unreadable refusal = assertThrows(
                Unreadable.class, () -> new DossierReader(Limits.USUAL).read(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(reason, refusal.reason());
    }
}
