package nl.ooievaar.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.ooievaar.profiles.PhbPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command judges files without a server, tells each finding on a line, and ends as a build server needs. */
class ValidateCommandTest {
    private static final String WRONG = "{\n  \"resourceType\": \"Patient\",\n  \"birthDate\": \"12 april\"\n}\n";

    @TempDir
    private Path folder;

    /** How a run ended and what it said. */
    private record Run(int end, String out, String err) {}

    @Test
    void what_is_valid_ends_with_0_and_says_nothing_on_the_output() throws IOException {
        Run run = run("", file("desk.json", PhbPackage.load().examples().get("desk.json")));
        assertEquals(0, run.end(), run.toString());
        assertEquals("", run.out());
        assertTrue(run.err().contains("1 judged, 0 invalid"), run.err());
    }

    @Test
    void a_finding_is_a_line_with_file_line_column_severity_rule_sentence_and_link() throws IOException {
        String file = file("wrong.json", WRONG);
        Run run = run("", "--site", "https://site.example/", "--profile", PhbPackage.profile("phb-woman"), file);
        assertEquals(1, run.end(), run.toString());
        String[] lines = run.out().split("\n");
        assertEquals(2, lines.length, run.out());
        assertTrue(run.out().contains(file + ":3:3 error Type_Specific_Checks_DT_Date_Valid "), run.out());
        assertTrue(
                run.out().contains(file + ":1:1 error Validation_VAL_Profile_Minimum Patient: Patient.name"),
                run.out());
        assertTrue(run.out().contains(" (https://site.example/en/profiles/phb-woman.html#Patient.name)"), run.out());
    }

    @Test
    void dutch_is_spoken_when_asked() throws IOException {
        Run run = run("", "--lang", "nl", file("wrong.json", WRONG));
        assertTrue(run.out().contains("datum"), run.out());
    }

    @Test
    void a_folder_is_walked_and_the_standard_input_is_read() throws IOException {
        Files.createDirectory(folder.resolve("below"));
        file("below/wrong.json", WRONG);
        file("lines.ndjson", "{\"resourceType\":\"Patient\"}\n{\"resourceType\":\"Patient\",\"gendr\":\"x\"}\n");
        file("wrong.xml", "<Patient xmlns=\"http://hl7.org/fhir\">\n<gendr value=\"x\"/></Patient>");
        file("notes.txt", "no resource");
        file("package.json", "{\"name\":\"x\"}");
        Run run = run("{\"resourceType\":\n", folder.toString(), "-");
        assertEquals(1, run.end());
        assertTrue(run.out().contains("wrong.json:3:3 error"), run.out());
        assertTrue(run.out().contains("lines.ndjson:2:27 error"), run.out());
        assertTrue(run.out().contains("wrong.xml:2:1 error"), run.out());
        assertTrue(run.out().contains("-:2:1 error malformed-json"), run.out());
        assertTrue(run.err().contains("4 judged, 4 invalid"), run.err());
    }

    @Test
    void what_cant_be_read_ends_with_2_and_the_others_are_judged() throws IOException {
        String wrong = file("wrong.json", WRONG);
        Run run = run("", folder.resolve("absent.json").toString(), wrong);
        assertEquals(2, run.end());
        assertTrue(run.err().contains("absent.json: can't be read"), run.err());
        assertTrue(run.out().contains("wrong.json:3:3"), run.out());
    }

    @Test
    void a_wrong_command_line_ends_with_2_and_tells_how_it_should_be() throws IOException {
        for (String[] wrong :
                new String[][] {{}, {"--colour", "blue", "x"}, {"--lang", "fr", "x"}, {"--format"}, {"-x"}}) {
            Run run = run("", wrong);
            assertEquals(2, run.end());
            assertTrue(run.err().contains("validate [options] FILE"), run.err());
        }
        Run help = run("", "--help");
        assertEquals(0, help.end());
        assertTrue(help.out().startsWith("java -jar ooievaar.jar validate"), help.out());
    }

    @Test
    void no_value_of_a_person_is_printed() throws IOException {
        Run run = run("", file("wrong.json", WRONG));
        assertTrue(!(run.out() + run.err()).contains("april"), run.toString());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Run run(String input, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int end = new ValidateCommand(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
        return new Run(end, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
