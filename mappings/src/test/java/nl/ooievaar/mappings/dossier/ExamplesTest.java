package nl.ooievaar.mappings.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.ooievaar.mappings.account.Outcome;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    static final Path EXAMPLES = Path.of("../profiles/src/main/fhir/examples");

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.sorted().toList();
        }
    }

    @Test
    void every_example_goes_through_with_a_line_for_each_leaf_and_none_rejected() throws IOException {
        for (Path file : all()) {
            JsonNode source = Json.MAPPER.readTree(Files.readAllBytes(file));
            Mapped mapped = new ToDossier(Declaration.table()).map(source);
            assertEquals(Leaves.of(source), mapped.account().leaves());
            assertEquals(0, mapped.account().count(Outcome.REJECTED));
            Mapped back = new FromDossier(Declaration.table()).map(mapped.result());
            assertEquals(Leaves.of(mapped.result()), back.account().leaves());
            JsonNode again =
                    new ToDossier(Declaration.table()).map(back.result()).result();
            assertEquals(mapped.result(), again);
            assertTrue(back.account().count(Outcome.MAPPED) == back.account().leaves());
        }
    }
}
