package nl.ooievaar.mappings.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.source.Limits;
import org.junit.jupiter.api.Test;

class LawsTest {
    private static final int CASES = 25 * Integer.getInteger("depth", 1);
    private final ToDossier to = new ToDossier(Declaration.table());
    private final FromDossier from = new FromDossier(Declaration.table());
    private final DossierWriter writer = new DossierWriter(Declaration.table());
    private final DossierReader reader = new DossierReader(Limits.USUAL);

    private static void each(BiConsumer<Long, ObjectNode> law) {
        for (long seed = 0; seed < CASES; seed++) {
            law.accept(seed, new Random(seed).dossier());
        }
    }

    @Test
    void there_and_back_gives_the_same_dossier_with_every_value_carried_whole() {
        each((seed, dossier) -> {
            Mapped there = from.map(dossier);
            assertEquals(Leaves.of(dossier), there.account().leaves(), "seed " + seed);
            assertEquals(Set.of(), left(there), "seed " + seed);
            Mapped back = to.map(there.result());
            assertEquals(Leaves.of(there.result()), back.account().leaves(), "seed " + seed);
            assertEquals(dossier, back.result(), "seed " + seed);
        });
    }

    @Test
    void there_and_back_gives_the_same_records() {
        each((seed, dossier) -> {
            JsonNode records = from.map(dossier).result();
            assertEquals(records, from.map(to.map(records).result()).result(), "seed " + seed);
        });
    }

    @Test
    void the_forms_in_json_and_xml_say_the_same() {
        each((seed, dossier) -> {
            DossierSource json = reader.read(writer.json(dossier));
            DossierSource xml = reader.read(writer.xml(dossier));
            assertEquals(values(json), values(xml), "seed " + seed);
            assertEquals(Leaves.of(dossier), xml.leaves(), "seed " + seed);
            assertEquals(from.map(dossier).result(), from.map(xml).result(), "seed " + seed);
            assertEquals(from.map(dossier).result(), from.map(json).result(), "seed " + seed);
        });
    }

    /** Whatever stands in a source: a line for each value, nothing sinks, and what came out comes back the same. */
    @Test
    void records_that_are_broken_strange_or_marked_keep_the_account_and_the_normal_form() {
        each((seed, dossier) -> {
            JsonNode records = from.map(dossier).result();
            int closed = Spoiled.records(records, new java.util.Random(seed));
            Mapped there = to.map(records);
            assertEquals(Leaves.of(records), there.account().leaves(), "seed " + seed);
            assertTrue(!there.result().toString().contains(Spoiled.SECRET), "seed " + seed);
            assertTrue(there.account().lines().stream().anyMatch(line -> line.outcome() != Outcome.MAPPED));
            assertTrue(closed == 0 || left(there).toString().contains("MARKED"), "seed " + seed);
            assertStable(there.result(), seed);
        });
    }

    @Test
    void a_dossier_that_is_broken_or_strange_keeps_the_account_and_the_normal_form() {
        each((seed, dossier) -> {
            Spoiled.values(dossier, new java.util.Random(seed));
            Mapped there = from.map(dossier);
            assertEquals(Leaves.of(dossier), there.account().leaves(), "seed " + seed);
            assertStable(to.map(there.result()).result(), seed);
        });
    }

    /** A dossier that was made stays as it is, but for parts of which nothing but the key was left. */
    private void assertStable(JsonNode dossier, long seed) {
        JsonNode again = to.map(from.map(dossier).result()).result();
        assertEquals(again, to.map(from.map(again).result()).result(), "seed " + seed);
        assertTrue(Leaves.of(dossier) - Leaves.of(again) <= keys(dossier), "seed " + seed);
    }

    private static int keys(JsonNode dossier) {
        return dossier.findValues("reference").size();
    }

    private static Set<String> values(DossierSource source) {
        return source.fields().stream()
                .map(field -> field.path().text() + "=" + field.value())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> left(Mapped mapped) {
        return mapped.account().lines().stream()
                .filter(line -> line.outcome() != Outcome.MAPPED)
                .map(line -> line.outcome() + " " + line.place().path() + " " + line.why())
                .collect(Collectors.toSet());
    }
}
