package nl.ooievaar.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.ooievaar.server.Referral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONCEPT = "conceptId=\"2.16.840.1.113883.2.4.3.11.60.90.77.2.6.";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_folder_of_records_becomes_transactions_with_an_account_each() throws IOException {
        write("records/one.xml", card("2"));
        write("records/two.xml", card("3"));
        assertEquals(
                0,
                run(
                        "from-birth-care",
                        "--to",
                        folder.resolve("made").toString(),
                        folder.resolve("records").toString()));
        JsonNode bundle = JSON.readTree(Files.readString(folder.resolve("made/one.bundle.json")));
        assertEquals("transaction", bundle.path("type").asText());
        JsonNode account = JSON.readTree(Files.readString(folder.resolve("made/two.account.json")));
        assertEquals(
                account.at("/summary/fields").asInt(), account.path("field").size());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("[2/2]"), "it says how far it is");
        assertFalse(account.toString().contains("Verzonnen"));
    }

    @Test
    void a_field_that_can_not_be_read_is_told_and_strict_writes_nothing_of_its_record() throws IOException {
        write("one.xml", card("twee"));
        assertEquals(
                1,
                run(
                        "from-birth-care",
                        "--to",
                        folder.resolve("a").toString(),
                        folder.resolve("one.xml").toString()));
        assertTrue(Files.exists(folder.resolve("a/one.bundle.json")));
        assertTrue(Files.readString(folder.resolve("a/one.account.json")).contains("not-whole"));
        assertEquals(
                1,
                run(
                        "from-birth-care",
                        "--strict",
                        "--to",
                        folder.resolve("b").toString(),
                        folder.resolve("one.xml").toString()));
        assertFalse(Files.exists(folder.resolve("b/one.bundle.json")));
        assertTrue(Files.exists(folder.resolve("b/one.account.json")));
    }

    @Test
    void what_is_no_record_is_named_with_its_place_and_the_rest_goes_on() throws IOException {
        write("records/a.xml", "<adaxml><data>");
        write("records/b.xml", card("2"));
        assertEquals(
                2,
                run(
                        "from-birth-care",
                        "--lang",
                        "nl",
                        "--to",
                        folder.resolve("made").toString(),
                        folder.resolve("records").toString(),
                        "nowhere.xml"));
        assertTrue(Files.exists(folder.resolve("made/b.bundle.json")));
        String told = out.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("a.xml:1:") && told.contains("welgevormde"), told);
        assertTrue(told.contains("nowhere.xml: is not there"), told);
    }

    @Test
    void a_bundle_becomes_a_parent_dossier_that_goes_back_and_elements_of_the_bds() throws IOException {
        String to = folder.resolve("made").toString();
        write("case.json", Referral.example("case-1-referral.json").toString());
        assertEquals(
                0,
                run("to-parent-dossier", "--to", to, folder.resolve("case.json").toString()));
        JsonNode dossier = JSON.readTree(Files.readString(folder.resolve("made/case.dossier.json")));
        assertTrue(dossier.at("/person/names/0").isObject(), dossier.toString());
        String dossierFile = folder.resolve("made/case.dossier.json").toString();
        assertEquals(0, run("from-parent-dossier", "--to", to, dossierFile));
        JsonNode back = JSON.readTree(Files.readString(folder.resolve("made/case.dossier.bundle.json")));
        assertEquals("collection", back.path("type").asText());
        for (String file : List.of(dossierFile, folder.resolve("case.json").toString())) {
            assertEquals(0, run("to-bds", "--to", to, file));
        }
        assertEquals(
                Files.readString(folder.resolve("made/case.bds.json")),
                Files.readString(folder.resolve("made/case.dossier.bds.json")));
        assertTrue(Files.readString(folder.resolve("made/case.bds.json")).contains("\"element\" : 7"));
        write("broken.json", "{\"a\":");
        for (String what : List.of("to-parent-dossier", "from-parent-dossier", "to-bds")) {
            assertEquals(2, run(what, "--to", to, folder.resolve("broken.json").toString()));
        }
    }

    @Test
    void feedback_and_plan_become_a_document_and_a_care_plan_of_stu3_with_an_account_each() throws IOException {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        for (String example : List.of("feedback", "plan", "goal")) {
            ObjectNode one = (ObjectNode) Referral.example("case-1-" + example + ".json");
            bundle.withArray("/entry").addObject().set("resource", one.put("id", example));
        }
        write("visit.json", bundle.toString());
        write("card.json", "{\"resourceType\":\"Bundle\",\"entry\":[]}");
        String to = folder.resolve("made").toString();
        assertEquals(
                0,
                run(
                        "to-birth-care",
                        "--lang",
                        "nl",
                        "--to",
                        to,
                        folder.resolve("visit.json").toString(),
                        folder.resolve("card.json").toString()));
        JsonNode document = JSON.readTree(Files.readString(folder.resolve("made/visit.care-document.json")));
        assertEquals("document", document.path("type").asText());
        assertEquals(
                "Composition", document.at("/entry/0/resource/resourceType").asText());
        assertEquals(
                "Terugkoppeling",
                document.at("/entry/0/resource/section/0/title").asText());
        JsonNode plan = JSON.readTree(Files.readString(folder.resolve("made/visit.care-plan.json")));
        assertTrue(plan.toString().contains("bc-IndividualCareplan"), plan.toString());
        assertFalse(plan.toString().contains("Communication"), "feedback has no place there");
        for (String form : List.of("care-document", "care-plan")) {
            JsonNode account = JSON.readTree(Files.readString(folder.resolve("made/visit." + form + ".account.json")));
            assertEquals(
                    account.at("/summary/fields").asInt(), account.path("field").size());
            assertTrue(account.at("/summary/mapped").asInt() > 0, account.toString());
            assertFalse(Files.exists(folder.resolve("made/card." + form + ".json")), "nothing of it says anything");
            assertTrue(Files.exists(folder.resolve("made/card." + form + ".account.json")));
        }
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("[2/2]"), "it says how far it is");
        write("broken.json", "{\"a\":");
        assertEquals(
                2,
                run("to-birth-care", "--to", to, folder.resolve("broken.json").toString()));
    }

    @Test
    void two_records_of_one_name_are_both_written() throws IOException {
        write("a/one.xml", card("2"));
        write("b/one.xml", card("3"));
        assertEquals(
                0,
                run(
                        "from-birth-care",
                        "--to",
                        folder.resolve("made").toString(),
                        folder.resolve("a").toString(),
                        folder.resolve("b").toString()));
        assertTrue(Files.readString(folder.resolve("made/one.bundle.json")).contains("\"valueInteger\" : 2"));
        assertTrue(Files.readString(folder.resolve("made/one-2.bundle.json")).contains("\"valueInteger\" : 3"));
    }

    @Test
    void what_is_asked_wrongly_gets_the_usage() throws IOException {
        assertEquals(2, run());
        assertEquals(2, run("from-somewhere", "x.xml"));
        assertEquals(2, run("from-birth-care", "--lang", "de", "x.xml"));
        assertEquals(0, run("--help"));
        assertEquals(0, run("--help", "--lang", "nl"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("from-birth-care"));
        String told = out.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("Nothing is sent anywhere") && told.contains("Er wordt niets verstuurd"), told);
    }

    private int run(String... arguments) throws IOException {
        return new MapCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC))
                .run(List.of(arguments));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String card(String gravidity) {
        return "<adaxml><data><verloskundig_dossier><vrouw " + CONCEPT + "2\"><naamgegevens " + CONCEPT
                + "10035\"><achternaam " + CONCEPT + "82361\"><achternaam " + CONCEPT
                + "10043\" value=\"Verzonnen\"/></achternaam></naamgegevens></vrouw><zwangerschap " + CONCEPT
                + "3\"><graviditeit " + CONCEPT + "20010\" value=\"" + gravidity
                + "\"/></zwangerschap></verloskundig_dossier></data></adaxml>";
    }
}
