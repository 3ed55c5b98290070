package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.command.ValidateCommand;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that the site shows, run as they stand there, block by block; only the address of the server is another. */
class PageCommandsIT {
    private static final TestServer SERVER = TestServer.get();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLOCK = Pattern.compile("(?s)\n```\n(.*?)\n```");
    private static final String SHOWN = "http://127.0.0.1:8080";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void the_commands_on_sending_send_a_referral(String language) throws Exception {
        Referral referral = Referral.ofNewWoman();
        Files.writeString(folder.resolve("referral.json"), referral.json());
        List<String> said = run(language, "send");
        JsonNode answer = JSON.readTree(said.get(0));
        assertEquals("transaction-response", answer.at("/type").asText(), said.toString());
        assertEquals("201 Created", answer.at("/entry/0/response/status").asText(), said.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void the_commands_on_pulling_lead_from_the_worklist_to_feedback(String language) throws Exception {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Files.writeString(
                folder.resolve("findings.json"),
                Referral.example("case-1-findings.json").toString());
        List<String> said = run(language, "pull");
        assertTrue(said.get(0).contains(sent.of("Task")), "on the worklist");
        assertTrue(said.get(1).contains(sent.of("Patient")), "everything: " + said.get(1));
        assertEquals("accepted", JSON.readTree(said.get(2)).at("/status").asText(), said.get(2));
        assertEquals("", said.get(3));
        JsonNode findings = JSON.readTree(said.get(4));
        assertEquals("QuestionnaireResponse", findings.at("/resourceType").asText(), said.get(4));
        assertFalse(findings.at("/subject/reference").asText().contains("example"), said.get(4));
        assertTrue(said.get(5).contains("\"completed\""), said.get(5));
        SERVER.as("midwife").get("/" + sent.of("Task")).then().body("status", equalTo("completed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void the_commands_on_validating_judge_the_same_here_and_there(String language) throws Exception {
        JsonNode referral = Referral.example("case-1-referral.json");
        Files.writeString(folder.resolve("referral.json"), referral.toPrettyString());
        Path more = Files.createDirectory(folder.resolve(language.equals("nl") ? "berichten" : "messages"));
        Files.writeString(
                more.resolve("desk.json"), Referral.example("desk.json").toPrettyString());
        List<String> said = run(language, "validate");
        JsonNode outcome = JSON.readTree(said.get(0));
        assertEquals("OperationOutcome", outcome.at("/resourceType").asText(), said.get(0));
        assertFalse(said.get(0).contains("\"error\""), said.get(0));

        List<String> java = Files.readAllLines(folder.resolve("java"));
        assertEquals(2, java.size(), java.toString());
        assertTrue(java.get(0).startsWith("-jar ooievaar.jar validate --lang " + language + " "), java.get(0));
        assertEquals(0, command(java.get(0).split(" ")));
        // Of another publisher; JudgeTest has it judge every example.
        assertEquals("-jar validator_cli.jar referral.json -version 4.0.1 -ig package.tgz", java.get(1));
    }

    /** What each block of a page says. The program java is only written down: it would take its time to start. */
    private List<String> run(String language, String page) throws IOException, InterruptedException {
        String text = Files.readString(Path.of("../profiles/publish/src/main/pages", language, page + ".md"));
        List<String> blocks = BLOCK.matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
        StringBuilder script = new StringBuilder("set -eu\njava() { echo \"$*\" >> java; }\n");
        for (int i = 0; i < blocks.size(); i++) {
            script.append("exec > said-").append(i).append('\n');
            script.append(blocks.get(i).replace(SHOWN, SERVER.base().replace("/fhir", "")))
                    .append('\n');
        }
        Process bash = new ProcessBuilder("bash", "-c", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("all").toFile())
                .start();
        assertTrue(bash.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, bash.exitValue(), Files.readString(folder.resolve("all")));
        List<String> said = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            said.add(Files.readString(folder.resolve("said-" + i)));
        }
        return said;
    }

    /** The command itself, in the folder of the page. */
    private int command(String... words) throws IOException {
        List<String> arguments = Arrays.stream(words)
                .skip(3)
                .map(one ->
                        Files.exists(folder.resolve(one)) ? folder.resolve(one).toString() : one)
                .toList();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new ValidateCommand(InputStream.nullInputStream(), nowhere, nowhere).run(arguments);
    }
}
