package nl.ooievaar.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ooievaar.judge.Judge.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Our examples before the profiles of the Dutch base, where those are at hand (see the pom): each is satisfied, or what it does
 * not accept stands in the table with the reason. Value sets without their codes are not checked by anybody here.
 */
class NlCoreTest {
    private static final Path BASE = Path.of(System.getProperty("nl.core"));
    private static Judge judge;
    private static Examples examples;
    private static List<NlCore> table;

    @BeforeAll
    static void load() throws Exception {
        table = NlCore.all();
        examples = new Examples(Judge.files());
        judge = new Judge(List.of());
        for (String folder : List.of("terminology", "terminology/manual", "profiles-zib", "profiles-nl-core")) {
            judge.load(BASE.resolve(folder));
        }
    }

    @Test
    void what_nl_core_does_not_accept_is_listed_and_what_is_listed_is_so() throws Exception {
        Set<List<String>> pairs = new HashSet<>();
        Set<String> found = new TreeSet<>();
        for (NlCore row : table) {
            if (!row.verdict().equals(NlCore.NONE) && pairs.add(List.of(row.profile(), row.other()))) {
                said(row).forEach(one -> found.add(row.profile() + "; " + row.other() + "; " + one));
            }
        }
        Set<String> listed = table.stream()
                .filter(NlCore::said)
                .map(row -> String.join("; ", row.profile(), row.other(), row.verdict(), row.element(), row.message()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", listed), String.join("\n", found));
    }

    @Test
    void each_profile_of_ours_has_its_place_in_the_table_and_each_row_its_reason_in_both_languages() throws Exception {
        Set<String> ours = Judge.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("StructureDefinition-")
                        && !Judge.text(file.getValue()).contains("\"type\":\"Extension\"")
                        && !Judge.text(file.getValue()).contains("\"kind\":\"logical\""))
                .map(file -> file.getKey().replaceAll("StructureDefinition-|\\.json", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> placed = table.stream().map(NlCore::profile).collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(ours);
        expected.addAll(examples.profiles());
        assertEquals(expected, placed);
        for (NlCore row : table) {
            assertTrue(row.dutch().length() > 10 && row.english().length() > 10, row.toString());
            assertEquals(row.said(), !row.message().isEmpty(), row.toString());
            assertFalse(
                    row.verdict().equals(NlCore.SATISFIED)
                            && table.stream()
                                    .anyMatch(other -> other.profile().equals(row.profile())
                                            && other.other().equals(row.other())
                                            && other.verdict().equals(NlCore.EXCEPTION)),
                    row.toString());
        }
    }

    @Test
    void where_the_table_says_none_nl_core_has_no_profile_of_that_type() throws Exception {
        List<String> index = Files.readAllLines(BASE.resolve("index.csv"));
        for (NlCore row : table) {
            if (row.verdict().equals(NlCore.NONE)) {
                // Its column other has the type.
                assertTrue(
                        index.stream()
                                .noneMatch(
                                        line -> line.contains("/nl-core-") && line.contains("," + row.other() + ",")),
                        row.toString());
            }
        }
    }

    /** What nl-core adds to what is said of the examples anyway, without the numbers and codes that differ by example. */
    private static Set<String> said(NlCore row) throws Exception {
        List<byte[]> alone = examples.of(row.profile());
        List<byte[]> both = examples.of(row.profile(), row.address());
        Set<String> said = new TreeSet<>();
        assertFalse(both.isEmpty(), "no example of " + row.profile());
        for (int i = 0; i < both.size(); i++) {
            List<Finding> before = judge.of("", alone.get(i));
            for (Finding one : judge.of("", both.get(i))) {
                // That a reference meets more than one of the profiles offered is no objection.
                boolean several = one.text().startsWith("Found multiple matching profiles");
                if (!several && !before.contains(one) && one.place().startsWith("Bundle.entry[0]")) {
                    boolean unchecked = one.text().contains("cannot be validated");
                    said.add((unchecked ? NlCore.UNCHECKED : NlCore.EXCEPTION) + "; " + place(one) + "; "
                            + message(one));
                }
            }
        }
        return said;
    }

    private static String place(Finding one) {
        return one.place()
                .replaceFirst("Bundle\\.entry\\[0]\\.resource\\.?", "")
                .replaceAll("\\[\\d+]", "");
    }

    private static String message(Finding one) {
        return one.text()
                .replaceAll(
                        " Issues: .*| \\(codes = [^)]*\\)| \\(from http[^)]*\\)| \\(http[^)]*\\)| \\(note that[^)]*\\)",
                        "")
                .replaceAll("urn:uuid:[-0-9a-f]*", "…")
                .replaceAll("(max allowed = [0-9]+, but found) [0-9]+", "$1 more")
                .replace(';', ',')
                .strip();
    }
}
