package nl.ooievaar.mappings.birthcare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.account.Why;
import org.junit.jupiter.api.Test;

/**
 * How much of each record comes along: of our own records always, of the published ones where they are at hand. With
 * {@code -DargLine=-Dcoverage.write=true} the table is written to {@code mappings/coverage.md}.
 */
class CoverageTest {
    /** About her, her pregnancy or her situation, and yet left: none of these is. */
    private static final Set<Why> OF_OTHERS = EnumSet.of(
            Why.CHILD,
            Why.OTHER_PERSON,
            Why.PROVIDER,
            Why.PAYER,
            Why.POINTER,
            Why.EMPTY,
            Why.ETHNICITY,
            Why.EARLIER_PREGNANCY,
            Why.REPRESENTATION);

    private record Row(String record, Mapped mapped) {
        long needed() {
            return mapped.account().lines().stream()
                    .filter(CoverageTest::needed)
                    .count();
        }

        long carried() {
            return mapped.account().lines().stream()
                    .filter(line -> needed(line) && line.target().isPresent())
                    .count();
        }

        String told() {
            return "| " + record + " | " + mapped.account().leaves() + " | "
                    + mapped.account().count(Outcome.MAPPED) + " | "
                    + mapped.account().count(Outcome.LOSSY) + " | "
                    + mapped.account().count(Outcome.NOT_MAPPED) + " | "
                    + mapped.account().count(Outcome.REJECTED) + " | " + carried() + " of " + needed() + " |";
        }

        private static boolean needed(Line line) {
            return CoverageTest.needed(line);
        }
    }

    /** A field that stands in the part about her, her pregnancy or her situation, and is hers. */
    private static boolean needed(Line line) {
        String path = line.place().path().replaceAll("\\[\\d+]", "");
        boolean hers = path.matches(".*/patient/.*")
                || path.matches(".*/(naamgegevens|adres|contactgegevens|geboortedatum|burgerservicenummer).*")
                        && path.contains("/vrouw/")
                || path.matches(
                        ".*/(gezinssituatie|woonsituatie|opleiding|participatie_in_maatschappij|taalvaardigheid)/.*")
                || path.matches(".*/(psychosociale_anamnese|psychische_enof_sociale_problemen)/.*")
                || path.matches(".*/gezin/.*observatie/.*") && !path.contains("kraamweek")
                || path.matches(".*/(tabak_gebruik|alcohol_gebruik|drugs_gebruik)/.*")
                || path.matches(".*/(rookgedrag|alcoholgebruik|drugsgebruikq|soort_drugs)")
                || path.matches(".*/zwangerschap/(graviditeit|pariteit.*|.*a_?terme.*|.*aterme.*|zwangerschapsduur)");
        // What a form adds of its own, as the state of a resource, has no number in the dataset.
        return hers
                && line.element().isPresent()
                && line.why().filter(OF_OTHERS::contains).isEmpty();
    }

    @Test
    void what_the_visit_needs_of_her_her_pregnancy_and_her_situation_comes_along() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String own : List.of("card-2.3.xml", "card-3.2.xml")) {
            rows.add(new Row("our own " + own, Cards.map(own)));
        }
        for (Path path : Cards.published()) {
            rows.add(new Row(path.getFileName().toString(), FromBirthCare.map(Cards.read(path))));
        }
        List<String> left = new ArrayList<>();
        for (Row row : rows) {
            assertEquals(
                    row.mapped().source().leaves().size(),
                    row.mapped().account().leaves());
            row.mapped().account().lines().stream()
                    .filter(line -> needed(line) && line.target().isEmpty())
                    .filter(line -> line.outcome() != Outcome.REJECTED)
                    .forEach(line -> left.add(row.record() + " " + line.place().path() + " " + line.element()));
        }
        if (Boolean.getBoolean("coverage.write")) {
            write(rows);
        }
        assertEquals(List.of(), left);
        assertTrue(rows.stream().mapToLong(Row::carried).sum() >= 40, "fields were counted");
    }

    private static void write(List<Row> rows) throws IOException {
        List<String> text = new ArrayList<>(List.of(
                "# Coverage",
                "",
                "What becomes of every field of a record, made by `mvn -pl mappings test -Dtest=CoverageTest -DargLine=-Dcoverage.write=true` with the records that",
                "Nictiz publishes beside the project. Needed: who she is, her pregnancy, her social situation, her use of tobacco, alcohol and drugs.",
                "",
                "| Record | Fields | Mapped | With loss | Not mapped | Rejected | Needed and carried |",
                "|---|---|---|---|---|---|---|"));
        rows.forEach(row -> text.add(row.told()));
        text.add("");
        Files.writeString(Path.of("coverage.md"), String.join("\n", text));
    }
}
