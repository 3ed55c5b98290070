package nl.ooievaar.mappings.source;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Mapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The records that birth care publishes, where they are at hand; and always the same of those of our own. */
class PublishedRecordsTest {
    /** Dates were filled in at other times in the two forms of these. */
    private static final List<String> DATES =
            List.of("effectiveDateTime", "valueDateTime", "birthDate", "period.start", "period.end");

    /** What the publisher left out of the second form: the number of a person is masked, and these have no place in its profiles. */
    private static final List<String> LEFT_OUT =
            List.of("woman.identifier.", "pregnancy.", "psychosocial-note.", "-problem.category.coding.");

    private static List<byte[]> all() {
        return Stream.concat(
                        Samples.OWN.stream().map(Samples::own),
                        Samples.published(".xml").stream().map(Samples::bytes))
                .toList();
    }

    @Test
    void the_account_has_a_line_for_each_leaf_of_every_record_in_every_form() {
        List<Executable> checks = new ArrayList<>();
        for (byte[] bytes : all()) {
            Mapped mapped = FromBirthCare.map(Facts.READERS.read(bytes));
            checks.add(() -> assertEquals(
                    mapped.source().leaves().stream().map(Leaf::place).toList(),
                    mapped.account().lines().stream().map(it -> it.place()).toList()));
            checks.add(() -> assertTrue(mapped.account().leaves() > 0));
        }
        assertTrue(checks.size() >= 2 * Samples.OWN.size());
        assertAll(checks);
    }

    /** The published lists leave out what the oldest form writes as a text or an attachment apart: these are leaves here too. */
    @Test
    void a_record_has_the_leaves_that_its_published_list_has() throws IOException {
        List<Executable> checks = new ArrayList<>();
        for (Path list : Samples.published(".json")) {
            JsonNode told = new ObjectMapper().readTree(list.toFile());
            Path file = list.getParent().getParent().resolve(told.get("file").asText());
            List<Leaf> leaves = Facts.READERS.read(Samples.bytes(file)).leaves();
            long apart = told.get("file").asText().contains("ada-2014")
                    ? leaves.stream().filter(PublishedRecordsTest::apart).count()
                    : 0;
            checks.add(() -> assertEquals(told.get("leafCount").asLong(), leaves.size() - apart, file.toString()));
        }
        checks.add(() -> assertEquals(
                18, Facts.READERS.read(Samples.own("kernset.ada.xml")).leaves().size()));
        assertAll(checks);
    }

    private static boolean apart(Leaf leaf) {
        return Set.of(10035, 10042, 10043, 10026, 20373, 80672, 60102)
                .contains(leaf.element().orElseThrow().number());
    }

    @Test
    void a_kernset_of_hl7_version_3_tells_what_its_twin_in_ada_tells_but_for_dates() {
        List<Executable> checks = new ArrayList<>();
        for (Path v3 : Samples.published("-23.hl7v3.xml")) {
            Path ada = v3.resolveSibling(v3.getFileName().toString().replace(".hl7v3.", ".ada."));
            checks.add(() -> assertEquals(undated(Samples.bytes(ada)), undated(Samples.bytes(v3)), v3.toString()));
        }
        checks.add(
                () -> assertEquals(undated(Samples.own("kernset.ada.xml")), undated(Samples.own("kernset.hl7v3.xml"))));
        assertAll(checks);
    }

    private static String undated(byte[] bytes) {
        return Facts.of(bytes).stream()
                .map(fact -> DATES.stream().anyMatch(date -> fact.contains("." + date + " = "))
                        ? fact.substring(0, fact.indexOf(" = "))
                        : fact)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_bundle_of_stu3_tells_what_its_twin_in_ada_tells_but_for_what_it_leaves_out() {
        List<Executable> checks = new ArrayList<>();
        for (Path stu3 : Samples.published(".fhir-stu3.xml")) {
            Path ada = stu3.resolveSibling(stu3.getFileName().toString().replace(".fhir-stu3.", ".ada."));
            if (ada.toFile().exists()) {
                checks.add(() -> same(Samples.bytes(ada), Samples.bytes(stu3), stu3.toString()));
            }
        }
        checks.add(() -> same(Samples.own("card.ada.xml"), Samples.own("card.fhir-stu3.xml"), "card"));
        assertAll(checks);
    }

    private static void same(byte[] ada, byte[] stu3, String name) {
        SortedSet<String> missing = new TreeSet<>(Facts.of(ada));
        SortedSet<String> more = Facts.of(stu3);
        missing.removeAll(more);
        more.removeAll(Facts.of(ada));
        missing.removeIf(fact -> LEFT_OUT.stream().anyMatch(fact::contains));
        assertEquals(Set.of(), missing, name);
        assertEquals(Set.of(), more, name);
    }

    @Test
    void ada_lite_tells_what_its_twin_in_ada_tells() {
        List<Executable> checks = new ArrayList<>();
        for (Path lite : Samples.published(".ada-lite.xml")) {
            String name = lite.getFileName().toString().replace("-lite", "");
            Path beside = lite.resolveSibling(name);
            Path ada = beside.toFile().exists()
                    ? beside
                    : lite.resolve("../../kernset-2.3.6/" + name).normalize();
            checks.add(() -> assertEquals(rootless(Samples.bytes(ada)), rootless(Samples.bytes(lite)), name));
        }
        checks.add(() ->
                assertEquals(rootless(Samples.own("kernset.ada.xml")), rootless(Samples.own("kernset.ada-lite.xml"))));
        assertAll(checks);
    }

    /** Without the numberings that belong to one system, which ADA Lite does not name. */
    private static String rootless(byte[] bytes) {
        return Facts.of(bytes).stream()
                .filter(fact -> !fact.contains("2.16.840.1.113883.2.4.3.11.999."))
                .collect(Collectors.joining("\n"));
    }
}
