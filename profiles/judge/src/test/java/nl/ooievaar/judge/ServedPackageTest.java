package nl.ooievaar.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.validation.ValidationEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official validator takes the package as its option {@code -ig} does, as a running server serves it. By file: addresses it
 * takes by https only. Only run by {@code elsewhere}, which knows the server.
 */
class ServedPackageTest {
    private static final String SERVER = System.getProperty("phb.served");
    private static final String REFERRAL = "http://ooievaar.example/fhir/StructureDefinition/phb-referral";

    @Test
    void the_served_package_judges_a_referral_in_a_validator_that_knows_nothing_else_of_ours(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("package.tgz");
        try (var in = URI.create(SERVER + "/package.tgz").toURL().openStream()) {
            Files.copy(in, file);
        }
        Judge.cache();
        ManagedWebAccess.setAccessPolicy(ManagedWebAccess.WebAccessPolicy.PROHIBITED);
        ValidationEngine engine = new ValidationEngine.ValidationEngineBuilder()
                .withVersion("4.0.1")
                .withNoTerminologyServer()
                .withCanRunWithoutTerminologyServer(true)
                .fromSource("hl7.fhir.r4.core#4.0.1");
        engine.getIgLoader().loadIg(engine.getIgs(), engine.getBinaries(), file.toString(), false);
        engine.prepare();
        String empty = "{\"resourceType\":\"ServiceRequest\",\"meta\":{\"profile\":[\"" + REFERRAL + "\"]},"
                + "\"status\":\"active\",\"intent\":\"order\",\"subject\":{\"reference\":\"Patient/1\"}}";
        List<String> errors = engine
                .validate(FhirFormat.JSON, new ByteArrayInputStream(empty.getBytes(StandardCharsets.UTF_8)), List.of())
                .getIssue()
                .stream()
                .filter(issue -> issue.getSeverity() == IssueSeverity.ERROR)
                .map(issue -> issue.getDetails().getText())
                .toList();
        assertTrue(errors.stream().anyMatch(text -> text.contains("phb-ref-1")), errors.toString());
        assertEquals(
                List.of(),
                errors.stream()
                        .filter(text -> text.contains("could not be found"))
                        .toList());
    }
}
