package nl.ooievaar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The threat model says what is tested and what is open; this keeps it from saying more. */
class ThreatModelTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGES = ROOT.resolve("src/docs/security");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:\\.(\\w+))?`");
    private static final List<String> STRIDE = List.of("S", "T", "R", "I", "D", "E");

    @Test
    void every_test_it_names_exists() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            NAMED.matcher(Files.readString(page)).results().forEach(named -> {
                if (!exists(named, tests)) {
                    missing.add(page.getFileName() + " " + named.group());
                }
            });
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void every_threat_has_a_test_or_is_open_and_every_page_goes_through_all_six_kinds() throws IOException {
        for (Path page : pages()) {
            // The index, and a reading of the law: neither is a boundary.
            if (page.endsWith("README.md") || page.endsWith("legal-reading.md")) {
                continue;
            }
            List<String[]> rows = Files.readAllLines(page).stream()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| STRIDE"))
                    .map(line -> line.split("\\|"))
                    .toList();
            List<String> kinds =
                    rows.stream().map(row -> row[1].trim()).distinct().toList();
            assertEquals(STRIDE, kinds, page.toString());
            for (String[] row : rows) {
                assertEquals(5, row.length, String.join("|", row));
                String test = row[4].trim();
                assertTrue(test.equals("open") || NAMED.matcher(test).find(), page + ": " + row[2]);
            }
        }
    }

    private static boolean exists(MatchResult named, Map<String, String> tests) {
        String source = tests.getOrDefault(named.group(1), "");
        return !source.isEmpty() && (named.group(2) == null || source.contains("void " + named.group(2) + "("));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            List<Path> found =
                    pages.filter(page -> page.toString().endsWith(".md")).toList();
            assertEquals(9, found.size());
            return found;
        }
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> found = new HashMap<>();
        for (String module : List.of("src/test/java", "profiles", "mappings", "fhir-server/src/test/java")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                        .forEach(file -> found.put(file.getFileName().toString().replace(".java", ""), read(file)));
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
