package nl.ooievaar.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.OperationOutcome;
import org.hl7.fhir.r5.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.validation.ValidationEngine;
import org.hl7.fhir.validation.instance.advisor.BasePolicyAdvisorForFullValidation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the official validator says of the package and of each example, with no network: no error, and no warning but those of
 * {@code accepted.csv}, each with its reason.
 */
class JudgeTest {
    private static final Path PACKAGE = Path.of(System.getProperty("phb.package"));
    private static final Map<String, byte[]> FILES = new TreeMap<>();
    private static ValidationEngine engine;

    /** A warning we live with: in which files, how it reads, and why. */
    private record Accepted(Pattern file, Pattern text, String reason) {}

    private record Finding(String file, IssueSeverity severity, String place, String text) {}

    @BeforeAll
    static void prepare() throws Exception {
        try (InputStream in = Files.newInputStream(PACKAGE);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.getName().endsWith("package.json")
                        && !entry.getName().endsWith(".index.json")) {
                    FILES.put(entry.getName(), tar.readAllBytes());
                }
            }
        }
        Path cache = Path.of(System.getProperty("user.home"), ".fhir", "packages");
        // Without this number it takes the folder for that of another version and empties it.
        Files.writeString(cache.resolve("packages.ini"), "[cache]\nversion = 4\n");
        // It asks for this one at its start, and has nothing to do with it in R4.
        Path stub = Files.createDirectories(cache.resolve("hl7.fhir.xver-extensions#0.1.0/package"));
        Files.writeString(
                stub.resolve("package.json"),
                "{\"name\":\"hl7.fhir.xver-extensions\",\"version\":\"0.1.0\",\"fhirVersions\":[\"4.0.1\"]}");
        Files.writeString(stub.resolve(".index.json"), "{\"index-version\":2,\"files\":[]}");
        ManagedWebAccess.setAccessPolicy(ManagedWebAccess.WebAccessPolicy.PROHIBITED);
        engine = new ValidationEngine.ValidationEngineBuilder()
                .withVersion("4.0.1")
                .withNoTerminologyServer()
                .withCanRunWithoutTerminologyServer(true)
                .fromSource("hl7.fhir.r4.core#4.0.1");
        engine.getIgLoader().loadIg(engine.getIgs(), engine.getBinaries(), PACKAGE.toString(), false);
        // An example alone refers to what stands on a server.
        engine.setPolicyAdvisor(
                new BasePolicyAdvisorForFullValidation(ReferenceValidationPolicy.CHECK_TYPE_IF_EXISTS, Set.of()));
        engine.prepare();
    }

    @Test
    void the_official_validator_finds_no_error_and_no_warning_without_a_reason() throws Exception {
        List<Accepted> accepted = accepted();
        Set<Accepted> met = new HashSet<>();
        List<Finding> open = new ArrayList<>();
        List<String> report = new ArrayList<>();
        for (var file : FILES.entrySet()) {
            for (Finding one : judge(file.getKey(), file.getValue())) {
                List<Accepted> reasons = accepted.stream()
                        .filter(row -> one.severity() == IssueSeverity.WARNING
                                && row.file().matcher(one.file()).matches()
                                && row.text().matcher(one.text()).find())
                        .toList();
                met.addAll(reasons);
                if (reasons.isEmpty()) {
                    open.add(one);
                }
                report.add(one
                        + (reasons.isEmpty()
                                ? ""
                                : " | accepted: " + reasons.get(0).reason()));
            }
        }
        Files.write(Path.of("target", "judge.txt"), report, StandardCharsets.UTF_8);
        assertEquals(List.of(), open);
        assertEquals(
                List.of(), accepted.stream().filter(row -> !met.contains(row)).toList(), "rows that nothing needs");
        assertTrue(FILES.size() > 60, "the package was read");
    }

    @Test
    void the_judge_sees_what_breaks_our_rules() throws Exception {
        String referral = new String(FILES.get("package/example/case-1-referral.json"), StandardCharsets.UTF_8);
        String wrong = referral.replaceFirst("\"intent\": ?\"order\"", "\"intent\":\"plan\"");
        assertTrue(!wrong.equals(referral));
        assertTrue(judge("changed", wrong.getBytes(StandardCharsets.UTF_8)).stream()
                .anyMatch(one ->
                        one.severity() == IssueSeverity.ERROR && one.place().contains("intent")));
    }

    private static List<Finding> judge(String file, byte[] content) throws Exception {
        OperationOutcome outcome =
                engine.validate(FhirFormat.JSON, new ByteArrayInputStream(content), new ArrayList<>());
        return outcome.getIssue().stream()
                .filter(issue -> issue.getSeverity() != IssueSeverity.INFORMATION)
                .map(issue -> new Finding(
                        file,
                        issue.getSeverity(),
                        issue.getExpression().toString(),
                        issue.getDetails().getText()))
                .toList();
    }

    /** Three columns: file, text (both regular expressions), reason; a line that begins with # is none. */
    private static List<Accepted> accepted() throws IOException {
        try (InputStream in = Objects.requireNonNull(JudgeTest.class.getResourceAsStream("/accepted.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";", 3))
                    .map(row -> new Accepted(
                            Pattern.compile(row[0].strip()), Pattern.compile(row[1].strip()), row[2].strip()))
                    .toList();
        }
    }
}
