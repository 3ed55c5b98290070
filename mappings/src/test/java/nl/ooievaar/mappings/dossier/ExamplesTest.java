package nl.ooievaar.mappings.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.account.Why;
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

    @Test
    void of_what_belongs_to_the_dossier_only_the_kind_of_a_given_name_has_no_place() throws IOException {
        List<String> left = new ArrayList<>();
        for (Path file : all()) {
            JsonNode source = Json.MAPPER.readTree(Files.readAllBytes(file));
            new ToDossier(Declaration.table())
                    .map(source).account().lines().stream()
                            .filter(line -> line.why().equals(Optional.of(Why.NO_PLACE)))
                            .forEach(line -> left.add(
                                    file.getFileName() + " " + line.place().path()));
        }
        // The own notes of a midwife, a referral she only proposes and an outcome of the server are no part of it.
        left.removeIf(one ->
                one.startsWith("case-4-own-note") || one.startsWith("referral-proposal") || one.startsWith("outcome"));
        assertEquals(2, left.size(), left::toString);
        assertTrue(left.stream().allMatch(one -> one.contains("_given[0].extension")));
    }
}
