package nl.ooievaar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every library on the class path of the server and its tests, as the build resolved it, stands in the list with licence and
 * reason; one that came, went or changed must be looked at before it is listed.
 */
class DependenciesTest {
    private static final Path LIST = Path.of("../src/docs/security/dependencies.csv");
    private static final Pattern JAR = Pattern.compile("([^/]+)/([^/]+)/([^/]+)/\\2-\\3(?:-[a-z0-9_]+)?\\.jar$");
    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-1.0",
            "EPL-2.0",
            "LGPL-2.1",
            "MPL-2.0",
            "CC0-1.0",
            "Unicode-3.0",
            "Bouncy Castle");

    @Test
    void every_library_is_listed_as_it_is_and_none_twice() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(LIST).stream().skip(1).toList()) {
            String[] cells = line.split(",", 4);
            assertEquals(4, cells.length, line);
            assertTrue(LICENCES.contains(cells[2]), "licence of " + line);
            assertTrue(cells[3].length() > 3, "reason of " + line);
            assertEquals(null, listed.put(cells[0], cells[1]), "twice in the list: " + cells[0]);
        }
        Map<String, String> resolved = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (String entry : path()) {
            Matcher jar = JAR.matcher(entry.replace(File.separatorChar, '/'));
            if (jar.find() && !jar.group(2).startsWith("ooievaar-")) {
                // Two publishers may call a library the same.
                String library = jar.group(1) + "/" + jar.group(2);
                if (resolved.put(library, jar.group(3)) != null) {
                    twice.add(library);
                }
            }
        }
        assertTrue(resolved.size() > 50, "reads the class path");
        assertEquals(List.of(), twice, "two versions of one library");
        Set<String> differences = new TreeSet<>();
        resolved.forEach((name, version) -> {
            if (!version.equals(listed.get(name))) {
                differences.add("resolved " + name + "," + version + ", listed " + listed.get(name));
            }
        });
        listed.keySet().stream()
                .filter(name -> !resolved.containsKey(name))
                .forEach(name -> differences.add("listed but not there: " + name));
        assertEquals(Set.of(), differences);
    }

    private static List<String> path() {
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.asList(tests.split(File.pathSeparator));
    }
}
