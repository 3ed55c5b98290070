package nl.ooievaar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks in the output of a server for people: names, telephone numbers, streets and postal codes of the examples, and any BSN. */
public final class PrintedPersons {
    private static final Path EXAMPLES = Path.of("../profiles/src/main/fhir/examples");
    // Not a fraction of a second, which may have nine digits too.
    private static final Pattern TEST_BSN = Pattern.compile("(?<![0-9.])9999[0-9]{5}(?![0-9])");
    private static final Set<String> VALUES = values();

    private PrintedPersons() {}

    /** Fails when this output tells of somebody. */
    public static void assertNone(String output) {
        assertTrue(VALUES.size() > 10, "values to look for");
        List<String> found = Stream.concat(
                        VALUES.stream()
                                .filter(value -> word(value).matcher(output).find()),
                        TEST_BSN.matcher(output).results().map(hit -> "a BSN"))
                .toList();
        assertEquals(List.of(), found, output);
    }

    /** As a word: Tom is a person, Tomcat is not. */
    private static Pattern word(String value) {
        return Pattern.compile(
                "(?<!\\p{L})" + Pattern.quote(value) + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Set<String> values() {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.toList()) {
                collect(new ObjectMapper().readTree(file.toFile()), found);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        for (String name : List.of("family", "given", "line", "postalCode")) {
            node.path(name).forEach(value -> found.add(value.asText()));
            if (node.path(name).isTextual()) {
                found.add(node.get(name).asText());
            }
        }
        for (JsonNode contact : node.path("telecom")) {
            // Without the plus, which a URL writes otherwise.
            found.add(contact.path("value").asText().replace("+", ""));
        }
        node.forEach(child -> collect(child, found));
    }
}
