package nl.ooievaar.server.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbValidation;
import nl.ooievaar.profiles.Rows;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** Every message of the tables, right and wrong, through the door of the running server. */
class TableIT {
    private static final TestServer SERVER = TestServer.get();
    private static final PhbPackage PHB = PhbPackage.load();
    private static final String LINE = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line";
    private static final String ID = "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id";
    /** An answer tells no more than a thousand issues. */
    private static final int AT_ONCE = 100;

    @Test
    void the_server_tells_of_each_row_what_the_library_tells() {
        PhbValidation library = new PhbValidation(PHB, Locale.ENGLISH);
        List<Rows> rows = Stream.of("/valid.csv", "/invalid.csv")
                .flatMap(table -> Rows.of(table).stream())
                .toList();
        assertTrue(rows.size() > 400, "rows: " + rows.size());
        int issues = 0;
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<Rows> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            Map<Integer, List<String>> told = told(some);
            for (int i = 0; i < some.size(); i++) {
                List<String> expected = library.findings(some.get(i).resource(PHB), Optional.empty()).stream()
                        .map(one -> one.severity().getCode() + " " + one.expression() + " " + one.message())
                        .sorted()
                        .toList();
                assertEquals(
                        expected,
                        told.getOrDefault(i + 1, List.of()).stream().sorted().toList(),
                        some.get(i).text());
                issues += expected.size();
            }
        }
        assertTrue(issues > 350, "issues: " + issues);
    }

    /** Severity, place and message of each issue by its line; but for what a write needs besides being valid. */
    private static Map<Integer, List<String>> told(List<Rows> rows) {
        String lines = rows.stream().map(row -> row.resource(PHB)).collect(Collectors.joining("\n"));
        JsonPath answer = SERVER.as("midwife")
                .contentType("application/fhir+ndjson")
                .accept("application/fhir+json")
                .header("Accept-Language", "en")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/$validate")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<Integer, List<String>> told = new TreeMap<>();
        for (Map<String, Object> issue : answer.<Map<String, Object>>getList("issue")) {
            String message = extension(issue, ID);
            if (!message.equals("profile-required") && !extension(issue, LINE).isEmpty()) {
                Object place = issue.getOrDefault("expression", List.of(""));
                told.computeIfAbsent(Integer.valueOf(extension(issue, LINE)), line -> new ArrayList<>())
                        .add(issue.get("severity") + " " + ((List<?>) place).get(0) + " " + message);
            }
        }
        return told;
    }

    private static String extension(Map<String, Object> issue, String url) {
        return ((List<?>) issue.getOrDefault("extension", List.of()))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .filter(one -> url.equals(one.get("url")))
                        .map(one -> String.valueOf(one.get("valueString")))
                        .findFirst()
                        .orElse("");
    }
}
