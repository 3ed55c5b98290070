package nl.ooievaar.judge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

/** The official validator with our package and no network. */
final class Judge {
    private static final Path PACKAGE = Path.of(System.getProperty("phb.package"));

    private final ValidationEngine engine;

    /** What it says of a file; information is left out. */
    record Finding(String file, IssueSeverity severity, String place, String text) {}

    /** It knows our package, the base, and what is given of others. */
    Judge(List<Known> known) throws Exception {
        cache();
        ManagedWebAccess.setAccessPolicy(ManagedWebAccess.WebAccessPolicy.PROHIBITED);
        engine = new ValidationEngine.ValidationEngineBuilder()
                .withVersion("4.0.1")
                .withNoTerminologyServer()
                .withCanRunWithoutTerminologyServer(true)
                .fromSource("hl7.fhir.r4.core#4.0.1");
        load(PACKAGE);
        known.forEach(one -> engine.getContext().cacheResource(one.definition()));
        // An example alone refers to what stands on a server.
        engine.setPolicyAdvisor(
                new BasePolicyAdvisorForFullValidation(ReferenceValidationPolicy.CHECK_TYPE_IF_EXISTS, Set.of()));
        engine.prepare();
    }

    /** Makes the folder that the build filled with FHIR R4 one that the validator takes. */
    static void cache() throws IOException {
        Path cache = Path.of(System.getProperty("user.home"), ".fhir", "packages");
        // Without this number it takes the folder for that of another version and empties it.
        Files.writeString(cache.resolve("packages.ini"), "[cache]\nversion = 4\n");
        // It asks for this one at its start, and has nothing to do with it in R4.
        Path stub = Files.createDirectories(cache.resolve("hl7.fhir.xver-extensions#0.1.0/package"));
        Files.writeString(
                stub.resolve("package.json"),
                "{\"name\":\"hl7.fhir.xver-extensions\",\"version\":\"0.1.0\",\"fhirVersions\":[\"4.0.1\"]}");
        Files.writeString(stub.resolve(".index.json"), "{\"index-version\":2,\"files\":[]}");
    }

    /** Loads the definitions of a package or folder too. */
    void load(Path source) throws Exception {
        engine.getIgLoader().loadIg(engine.getIgs(), engine.getBinaries(), source.toString(), false);
    }

    /** What it says of a resource in JSON, by what the resource claims and the given profiles; of nothing but the mentionable. */
    List<Finding> of(String file, byte[] json, String... profiles) throws Exception {
        OperationOutcome outcome = engine.validate(FhirFormat.JSON, new ByteArrayInputStream(json), List.of(profiles));
        return outcome.getIssue().stream()
                .filter(issue -> issue.getSeverity() != IssueSeverity.INFORMATION)
                .map(issue -> new Finding(
                        file,
                        issue.getSeverity(),
                        issue.getExpression().get(0).getValue().replaceAll("/\\*[^*]*\\*/", ""),
                        issue.getDetails().getText()))
                .toList();
    }

    /** What its engine makes of a source in JSON by a published map. */
    byte[] transform(byte[] json, String map) throws Exception {
        return engine.transform(json, FhirFormat.JSON, map, FhirFormat.JSON);
    }

    /** The definitions and examples of the package, by their names in it. */
    static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (InputStream in = Files.newInputStream(PACKAGE);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().replaceFirst("^package/", "");
                if (!name.endsWith("package.json") && !name.endsWith(".index.json")) {
                    files.put(name, tar.readAllBytes());
                }
            }
        }
        return files;
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
