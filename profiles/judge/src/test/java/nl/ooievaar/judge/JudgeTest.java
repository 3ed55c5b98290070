package nl.ooievaar.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ooievaar.judge.Accepted.Place;
import nl.ooievaar.judge.Judge.Finding;
import org.hl7.fhir.r5.model.OperationOutcome.IssueSeverity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the official validator says of the package and of each example, with no network: no error, and no warning but those of
 * {@code accepted.csv}. With {@code -Djudge.write} the table is written anew first, and a person fills in the missing reasons.
 */
class JudgeTest {
    private static Judge judge;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void prepare() throws Exception {
        files = Judge.files();
        judge = new Judge(Known.all());
    }

    @Test
    void the_official_validator_finds_no_error_and_no_warning_without_a_reason() throws Exception {
        List<Finding> found = new ArrayList<>();
        for (var file : files.entrySet()) {
            found.addAll(judge.of(file.getKey(), file.getValue()));
        }
        Files.write(
                Path.of("target", "judge.txt"),
                found.stream().map(Finding::toString).toList(),
                StandardCharsets.UTF_8);
        List<Finding> errors = found.stream()
                .filter(one -> one.severity() != IssueSeverity.WARNING)
                .toList();
        found.removeAll(errors);
        Set<Place> warnings = found.stream().map(Place::of).collect(Collectors.toSet());
        if (Boolean.getBoolean("judge.write")) {
            Accepted.read().write(warnings);
        }
        assertEquals(List.of(), errors);
        Map<Place, String> accepted = Accepted.read().reasons();
        assertEquals("", lines(warnings, accepted.keySet()), "not in " + Accepted.FILE + " (-Djudge.write adds them)");
        assertEquals("", lines(accepted.keySet(), warnings), "no longer said: take it out of " + Accepted.FILE);
        assertTrue(files.size() > 60, "the package was read");
    }

    @Test
    void each_accepted_warning_has_one_of_the_reasons_and_each_reason_is_given() throws Exception {
        Set<String> reasons = new TreeSet<>();
        for (List<String> row : Table.read("reasons.csv", 2)) {
            assertTrue(row.get(1).length() > 20, row.get(0));
            reasons.add(row.get(0));
        }
        assertEquals(reasons, new TreeSet<>(Accepted.read().reasons().values()));
    }

    @Test
    void the_judge_sees_what_breaks_our_rules() throws Exception {
        assertTrue(said("\"intent\": \"order\"", "\"intent\": \"plan\"", IssueSeverity.ERROR)
                .contains("intent"));
    }

    @Test
    void the_judge_sees_a_wrong_address_or_code_of_another_publisher() throws Exception {
        assertTrue(said("NamingSystem/bsn", "NamingSystem/bns", IssueSeverity.WARNING)
                .contains("identifier[0].system"));
        assertTrue(said("\"03.000\"", "\"03.00\"", IssueSeverity.WARNING).contains("code[0]"));
    }

    /** The places of what is said of the referral of case 1 when a text in it is another. */
    private static String said(String text, String other, IssueSeverity severity) throws Exception {
        String referral = Judge.text(files.get("example/case-1-referral.json"));
        String wrong = referral.replace(text, other);
        assertNotEquals(referral, wrong);
        return judge.of("changed", wrong.getBytes(StandardCharsets.UTF_8)).stream()
                .filter(one -> one.severity() == severity)
                .map(Finding::place)
                .collect(Collectors.joining(" "));
    }

    private static String lines(Set<Place> those, Set<Place> without) {
        return those.stream()
                .filter(one -> !without.contains(one))
                .map(one -> one.file() + "; " + one.place() + "; <reason>; " + one.text())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
