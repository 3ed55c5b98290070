package nl.ooievaar.subject;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The glossary sends newcomers to classes and tests; this keeps the addresses right. */
class GlossaryTest {

    private static final Pattern CLASS = Pattern.compile("`([a-z.]*[A-Z]\\w+)`");
    private static final Pattern TEST_METHOD = Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+)+\\b");

    @Test
    void every_class_and_test_it_names_exists() throws IOException {
        String sources = everything(Path.of("test/java"));
        List<String> rows = Files.readString(Path.of("docs/glossary.md"))
                .split("## Where the rule lives")[1]
                .lines()
                .filter(it -> it.startsWith("| "))
                .toList();
        assertTrue(rows.size() > 15);
        for (String row : rows) {
            CLASS.matcher(row).results().map(it -> it.group(1)).forEach(name -> {
                if (name.endsWith("Test")) {
                    assertTrue(sources.contains("class " + name + " "), name);
                } else {
                    assertDoesNotThrow(() -> Class.forName("nl.ooievaar.subject." + name));
                }
            });
            TEST_METHOD
                    .matcher(row)
                    .results()
                    .forEach(it -> assertTrue(sources.contains("void " + it.group() + "("), row));
        }
    }

    private static String everything(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
