package nl.ooievaar.mappings.bds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.dossier.Declaration;
import nl.ooievaar.mappings.dossier.Dossiers;
import nl.ooievaar.mappings.dossier.ToDossier;
import org.junit.jupiter.api.Test;

class BdsExportTest {
    private static final Path EXAMPLES = Path.of("../profiles/src/main/fhir/examples");
    private static final Path SEEN =
            Path.of(System.getProperty("reference", "../../shared/reference"), "jgz/bds-codes-seen.csv");

    static ObjectNode dossier(String... names) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode bundle = json.createObjectNode().put("resourceType", "Bundle");
        try {
            for (String name : names) {
                ObjectNode resource = (ObjectNode) json.readTree(Files.readAllBytes(EXAMPLES.resolve(name)));
                bundle.withArray("/entry").addObject().set("resource", resource.put("id", "example"));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new ToDossier(Declaration.table()).map(bundle).result();
    }

    static ObjectNode visit() {
        return dossier(
                "woman.json",
                "case-1-contact.json",
                "case-1-findings.json",
                "gravidity.json",
                "parity.json",
                "pregnancy-duration.json");
    }

    private static List<String> said(BdsExport export) {
        return export.rows().stream()
                .map(row -> row.element() + "=" + text(row.value()))
                .toList();
    }

    private static String text(BdsRow.Value value) {
        return value instanceof BdsRow.Coded coded
                ? coded.code()
                : value.toString().replaceAll("^[A-Za-z]+\\[|\\]$", "");
    }

    private static Line line(BdsExport export, String path) {
        return export.account().lines().stream()
                .filter(one -> one.place().path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_visit_becomes_the_elements_that_are_known_and_no_others() {
        BdsExport export = BdsExport.of(visit());
        assertEquals(
                List.of(
                                "4=text=Yilmaz",
                                "2=text=Bakker-Yilmaz",
                                "6=text=Fatima",
                                "7=extension=999900195, root=2.16.840.1.113883.2.4.6.3",
                                "20=value=1995-09-30",
                                "70=10",
                                "740=value=1",
                                "741=value=0",
                                "82=value=84, unit=d",
                                "494=22",
                                "1577=06",
                                "1341=12",
                                "724=value=2026-12-03",
                                "1605=01")
                        .stream()
                        .sorted()
                        .toList(),
                said(export).stream().sorted().toList());
        assertEquals(
                Why.SCALE,
                line(export, "findings[0].themes.motivation.score").why().orElseThrow());
        assertEquals(Why.TIME_DROPPED, line(export, "contacts[0].start").why().orElseThrow());
        assertEquals(Why.NO_PLACE, line(export, "findings[0].conclusion").why().orElseThrow());
        assertEquals(
                Why.SAFE_CONTACT, line(export, "person.telecom[0].value").why().orElseThrow());
    }

    @Test
    void every_value_of_a_dossier_has_one_line_and_no_code_is_invented() {
        for (long seed = 0; seed < 60L * Integer.getInteger("depth", 1); seed++) {
            ObjectNode dossier = Dossiers.random(seed);
            BdsExport export = BdsExport.of(dossier);
            assertEquals(Dossiers.leaves(dossier), export.account().leaves(), "seed " + seed);
            assertEquals(0, export.account().count(Outcome.REJECTED), "seed " + seed);
            for (BdsRow row : export.rows()) {
                assertTrue(
                        !(row.value() instanceof BdsRow.Coded coded)
                                || BdsTable.table().codes().contains(coded),
                        "seed " + seed);
            }
        }
    }

    @Test
    void every_code_stands_in_a_published_message() throws IOException {
        List<String> published = Files.exists(SEEN)
                ? Files.readAllLines(SEEN)
                : BdsTable.table().codes().stream()
                        .map(one -> one.system() + "," + one.code() + ",")
                        .toList();
        for (BdsRow.Coded code : BdsTable.table().codes()) {
            assertTrue(code.code().matches("[0-9]{2}") && code.system().startsWith("2.16.840.1.113883.2.4.4.40."));
            assertTrue(
                    published.stream().anyMatch(line -> line.contains(code.system() + "," + code.code() + ",")),
                    code::toString);
        }
    }

    @Test
    void an_answer_that_would_say_more_than_she_did_is_left() {
        ObjectNode dossier = visit();
        ((ObjectNode) dossier.at("/contacts/0/form/coding/0")).put("code", "digital");
        ((ArrayNode) dossier.at("/findings/0/themes/communication/factors"))
                .addObject()
                .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-risk-factor")
                .put("code", "low-literacy");
        BdsExport export = BdsExport.of(dossier);
        assertEquals(
                Why.NARROWER,
                line(export, "contacts[0].form.coding[0].code").why().orElseThrow());
        assertEquals(
                Why.CODE_UNSEEN,
                line(export, "findings[0].themes.communication.factors[1].code")
                        .why()
                        .orElseThrow());
        assertTrue(export.rows().stream().noneMatch(row -> row.element() == 1577));
        assertEquals(
                1, export.rows().stream().filter(row -> row.element() == 70).count());
    }

    @Test
    void an_instrument_is_filled_only_when_it_was_used() {
        ObjectNode dossier = visit();
        ObjectNode theme = (ObjectNode) dossier.at("/findings/0/themes/informalSupport");
        theme.removeAll();
        theme.put("notDiscussed", true);
        assertTrue(BdsExport.of(dossier).rows().stream().noneMatch(row -> row.element() == 1628));
        ((ArrayNode) dossier.at("/contacts/0/methods")).removeAll().add("samenstarten");
        BdsExport export = BdsExport.of(dossier);
        assertTrue(export.rows().stream()
                .anyMatch(row -> row.element() == 1628 && row.contact().equals(OptionalInt.of(0))));
        assertEquals(
                Why.CODE_UNSEEN, line(export, "contacts[0].methods[0]").why().orElseThrow());
    }

    @Test
    void nothing_marked_withdrawn_or_of_the_partner_becomes_an_element() {
        ObjectNode dossier = visit();
        ((ObjectNode) dossier.at("/findings/0"))
                .withArray("/security")
                .addObject()
                .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-withheld")
                .put("code", "informant");
        ((ObjectNode) dossier.at("/pregnancy/parities/0")).put("status", "entered-in-error");
        JsonNode his = dossier("case-1-findings.json").path("findings");
        dossier.withObject("/partner").set("findings", his);
        BdsExport export = BdsExport.of(dossier);
        assertTrue(export.rows().stream().noneMatch(row -> row.element() == 70 || row.element() == 741));
        assertEquals(Why.MARKED, line(export, "findings[0].conclusion").why().orElseThrow());
        assertEquals(
                Why.IN_ERROR, line(export, "pregnancy.parities[0].value").why().orElseThrow());
        assertEquals(
                Why.OTHER_PERSON,
                line(export, "partner.findings[0].conclusion").why().orElseThrow());
        assertEquals(Dossiers.leaves(dossier), export.account().leaves());
    }

    @Test
    void a_mark_holds_whatever_else_a_dossier_says() {
        ObjectNode dossier = visit();
        dossier.remove("version");
        ObjectNode findings = (ObjectNode) dossier.at("/findings/0");
        findings.put("version", "0.1.0")
                .putObject("security")
                .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-data-class")
                .put("code", "safeguarding");
        BdsExport export = BdsExport.of(dossier);
        assertTrue(export.rows().stream().noneMatch(row -> row.element() == 70));
        assertEquals(Dossiers.leaves(dossier), export.account().leaves());
    }

    @Test
    void a_date_stays_as_precise_as_it_was_and_a_broken_one_is_rejected() {
        ObjectNode dossier = visit();
        ((ObjectNode) dossier.path("person")).put("birthDate", "1995-09");
        assertTrue(said(BdsExport.of(dossier)).contains("20=value=1995-09"));
        ((ObjectNode) dossier.path("person")).put("birthDate", "september");
        BdsExport export = BdsExport.of(dossier);
        assertEquals(Outcome.REJECTED, line(export, "person.birthDate").outcome());
        assertFalse(export.rows().stream().anyMatch(row -> row.element() == 20));
    }

    @Test
    void the_newest_observation_holds() {
        ObjectNode dossier = visit();
        ArrayNode all = (ArrayNode) dossier.at("/pregnancy/gravidities");
        ((ObjectNode) all.get(0)).put("effective", "2026-12-01");
        all.add(all.get(0).deepCopy());
        ((ObjectNode) all.get(1)).put("effective", "2026-11-01").put("value", 4);
        assertTrue(said(BdsExport.of(dossier)).contains("740=value=1"));
        assertEquals(
                Why.SECOND_VALUE,
                line(BdsExport.of(dossier), "pregnancy.gravidities[1].value")
                        .why()
                        .orElseThrow());
    }

    @Test
    void every_example_goes_through_without_a_rejected_line() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.sorted().toList()) {
                JsonNode source = new ObjectMapper().readTree(Files.readAllBytes(file));
                BdsExport export = BdsExport.of(
                        new ToDossier(Declaration.table()).map(source).result());
                assertEquals(0, export.account().count(Outcome.REJECTED), file.toString());
            }
        }
    }

    @Test
    void the_forms_of_contact_are_those_of_the_published_map_but_an_answer_that_says_more_is_left() throws IOException {
        JsonNode map = new ObjectMapper()
                .readTree(Files.readAllBytes(EXAMPLES.getParent().resolve("ConceptMap-phb-contact-form-to-bds.json")));
        JsonNode group = map.at("/group/0");
        assertEquals(5, group.path("element").size());
        for (JsonNode element : group.path("element")) {
            JsonNode target = element.at("/target/0");
            BdsTable.Answer answer = BdsTable.table()
                    .answer(
                            1577,
                            group.path("source").asText(),
                            element.path("code").asText())
                    .orElseThrow();
            if (target.path("equivalence").asText().equals("narrower")) {
                assertTrue(answer.value().isEmpty());
            } else {
                assertEquals(
                        target.path("code").asText(),
                        answer.value().orElseThrow().code());
                assertEquals(
                        group.path("target").asText(),
                        "urn:oid:" + answer.value().orElseThrow().system());
                assertEquals(
                        target.path("equivalence").asText().equals("wider"),
                        answer.loss().isPresent());
            }
        }
    }
}
