package nl.ooievaar.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each sentence of the site that demands or promises something is kept by a test that exists. */
class RequirementsTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void every_requirement_has_a_test_and_every_test_named_exists() throws IOException {
        Map<String, String> table = table();
        assertEquals(anchors("nl"), table.keySet());
        List<String> missing = new ArrayList<>();
        for (var row : table.entrySet()) {
            String[] test = row.getValue().split("#");
            if (!exists(test[0], test[1])) {
                missing.add(row.toString());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void both_languages_make_the_same_requirements() throws IOException {
        assertEquals(anchors("nl"), anchors("en"));
        assertTrue(anchors("nl").size() > 20);
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/requirements.csv"))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split(";");
                assertEquals(3, cells.length, line);
                assertEquals(null, table.put(cells[0].strip(), cells[1].strip()), line);
            }
        }
        return table;
    }

    private static Set<String> anchors(String language) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path page : Publisher.files(Path.of("src/main/pages", language))) {
            Matcher requirement = Prose.REQUIREMENT.matcher(Files.readString(page));
            while (requirement.find()) {
                assertTrue(found.add(requirement.group(1)), page + " " + requirement.group(1));
            }
        }
        return found;
    }

    private static boolean exists(String type, String method) throws IOException {
        for (String module : List.of("src", "profiles", "profiles/judge", "mappings", "fhir-server")) {
            Path tests = ROOT.resolve(module).resolve(module.equals("src") ? "test/java" : "src/test/java");
            if (Files.isDirectory(tests)) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (Path file :
                            files.filter(one -> one.endsWith(type + ".java")).toList()) {
                        if (Files.readString(file).contains("void " + method + "(")) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
