package nl.ooievaar.mappings.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Mapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Each form of a record of birth care, on invented people. */
class ReadersTest {
    static final List<String> OWN = Samples.OWN;

    private static SourceRecord read(String name) {
        return Facts.READERS.read(Samples.own(name));
    }

    private static List<Leaf> numbered(SourceRecord record, int number) {
        return record.leaves().stream()
                .filter(leaf -> leaf.element().map(Element::number).equals(Optional.of(number)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "kernset.ada.xml, ADA, PWD_2, 18",
        "kernset.ada-lite.xml, ADA_LITE, PWD_2, 18",
        "handover.ada-2014.xml, ADA, PWD_2, 12",
        "kernset.hl7v3.xml, HL7V3, PWD_2, 28",
        "handover.hl7v3.xml, HL7V3, PWD_2, 18",
        "neonatology.cda.xml, CDA, NEONATOLOGY, 11",
        "card.ada.xml, ADA, PWD_3, 46",
        "card.fhir-stu3.xml, FHIR_STU3, PWD_3, 98",
        "card.fhir-stu3.json, FHIR_STU3, PWD_3, 98"
    })
    void a_record_is_known_by_itself_in_each_form(
            String name, SourceRecord.Format format, Dataset dataset, int leaves) {
        SourceRecord record = read(name);
        assertEquals(format, record.format());
        assertEquals(dataset, record.dataset());
        assertEquals(leaves, record.leaves().size());
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void every_leaf_has_a_place_of_its_own_and_a_line_in_the_account(String name) {
        SourceRecord record = read(name);
        Mapped mapped = FromBirthCare.map(record);
        assertEquals(
                record.leaves().stream().map(Leaf::place).toList(),
                mapped.account().lines().stream().map(Line::place).toList());
        assertTrue(record.leaves().stream().allMatch(leaf -> leaf.line() > 0 && leaf.column() > 0));
        assertEquals(
                record.leaves().size(),
                record.leaves().stream()
                        .map(leaf -> leaf.place().path())
                        .distinct()
                        .count());
        assertEquals(0, mapped.account().count(Outcome.REJECTED));
    }

    @ParameterizedTest
    @CsvSource({
        "kernset.ada.xml, kernset.hl7v3.xml",
        "handover.ada-2014.xml, handover.hl7v3.xml",
        "card.ada.xml, card.fhir-stu3.xml",
        "card.fhir-stu3.xml, card.fhir-stu3.json"
    })
    void two_forms_of_one_record_tell_the_same(String one, String other) {
        assertFalse(Facts.of(Samples.own(one)).isEmpty());
        assertEquals(lines(one), lines(other));
    }

    private static String lines(String name) {
        return String.join("\n", Facts.of(Samples.own(name)));
    }

    @Test
    void ada_lite_tells_the_same_but_in_which_numbering_the_record_is_kept() {
        String without = Facts.of(Samples.own("kernset.ada.xml")).stream()
                .filter(it -> !it.equals("record.identifier.system = urn:oid:2.16.840.1.113883.2.4.3.11.999.60.4"))
                .collect(Collectors.joining("\n"));
        assertEquals(without, lines("kernset.ada-lite.xml"));
    }

    @Test
    void ada_lite_goes_by_what_is_shown_since_positions_in_a_list_differ() {
        String lite = new String(Samples.own("kernset.ada-lite.xml"), StandardCharsets.UTF_8)
                .replace("value=\"2\" displayName=\"1 - 10 per dag\"", "value=\"7\" displayName=\"1 - 10 PER DAG\"");
        Leaf smoking = numbered(Facts.READERS.read(lite.getBytes(StandardCharsets.UTF_8)), 80810)
                .get(0);
        assertEquals("2", smoking.code().orElseThrow().code());
        assertEquals(
                "2.16.840.1.113883.2.4.4.13.58", smoking.code().orElseThrow().system());
        assertEquals(Optional.of("7"), smoking.value());
    }

    @Test
    void ada_lite_that_shows_what_no_list_has_gets_no_code() {
        String lite = new String(Samples.own("kernset.ada-lite.xml"), StandardCharsets.UTF_8)
                .replace("1 - 10 per dag", "af en toe");
        Leaf smoking = numbered(Facts.READERS.read(lite.getBytes(StandardCharsets.UTF_8)), 80810)
                .get(0);
        assertEquals(Optional.empty(), smoking.code());
    }

    @Test
    void a_text_that_the_oldest_form_writes_apart_is_not_lost() {
        Leaf text = numbered(read("handover.ada-2014.xml"), 10035).get(0);
        assertEquals(Optional.of("Test"), text.value());
    }

    @Test
    void why_a_value_is_missing_is_its_code() {
        Leaf alcohol = numbered(read("kernset.hl7v3.xml"), 80747).get(0);
        assertEquals("UNK", alcohol.code().orElseThrow().code());
        assertEquals("2.16.840.1.113883.5.1008", alcohol.code().orElseThrow().system());
    }

    @Test
    void a_statement_that_is_denied_of_a_disorder_says_that_there_is_none() {
        Leaf present = numbered(read("kernset.hl7v3.xml"), 82159).get(0);
        assertEquals(Optional.of("true"), present.value());
        String denied = new String(Samples.own("kernset.hl7v3.xml"), StandardCharsets.UTF_8)
                .replace("negationInd=\"false\"", "negationInd=\"true\"");
        Leaf absent = numbered(Facts.READERS.read(denied.getBytes(StandardCharsets.UTF_8)), 82159)
                .get(0);
        assertEquals(Optional.of("false"), absent.value());
    }

    @Test
    void an_earlier_pregnancy_is_not_this_one() {
        List<Leaf> dates = numbered(read("kernset.hl7v3.xml"), 82160);
        assertEquals(
                List.of("2026-08-21"),
                dates.stream().map(it -> it.value().orElseThrow()).toList());
        List<Leaf> numbers = numbered(read("handover.hl7v3.xml"), 80627);
        assertEquals(
                List.of("12"),
                numbers.stream().map(it -> it.value().orElseThrow()).toList());
    }

    @Test
    void the_narrative_of_a_section_is_one_leaf_and_what_a_code_was_made_of_stays_with_it() {
        List<Leaf> leaves = read("neonatology.cda.xml").leaves();
        assertEquals(
                1,
                leaves.stream()
                        .filter(it -> it.value().equals(Optional.of("Graviditeit 2")))
                        .count());
        assertEquals(
                List.of("iets anders"),
                leaves.stream()
                        .flatMap(it -> it.code().stream())
                        .flatMap(it -> it.original().stream())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"card.fhir-stu3.xml", "card.fhir-stu3.json"})
    void twins_keep_apart_from_each_other_and_from_their_mother(String name) {
        List<Group> born = numbered(read(name), 683).stream()
                .map(Leaf::group)
                .filter(group -> group.within("kind"))
                .toList();
        assertEquals(List.of("a", "b"), born.stream().map(Group::id).toList());
        assertFalse(Facts.of(Samples.own(name)).toString().contains("Mo"));
    }

    @ParameterizedTest
    @CsvSource({"card.fhir-stu3.xml", "card.fhir-stu3.json"})
    void what_another_drinks_or_a_child_breathes_is_not_hers(String name) {
        assertEquals(1, numbered(read(name), 123).size());
        assertEquals(1, numbered(read(name), 2246).size());
        SourceRecord record = read(name);
        List<Group> drinking = record.leaves().stream()
                .filter(leaf -> leaf.code().map(Leaf.Coded::code).equals(Optional.of("219006")))
                .map(Leaf::group)
                .toList();
        assertEquals(1, drinking.size());
        assertTrue(drinking.get(0).within("contactpersoon"));
        assertTrue(record.leaves().stream()
                .filter(leaf -> leaf.group().within("contactpersoon"))
                .allMatch(leaf -> leaf.element().isEmpty()));
    }

    @Test
    void another_grown_patient_in_the_bundle_is_not_taken_for_her() {
        String json = new String(Samples.own("card.fhir-stu3.json"), StandardCharsets.UTF_8)
                .replaceFirst("bc-Child", "nl-core-other");
        byte[] other = json.getBytes(StandardCharsets.UTF_8);
        assertEquals(Facts.of(Samples.own("card.fhir-stu3.json")), Facts.of(other));
        assertEquals(2, numbered(Facts.READERS.read(other), 683).size());
    }

    @Test
    void a_duration_at_a_contact_is_not_that_of_the_pregnancy() {
        List<Leaf> durations = numbered(read("card.fhir-stu3.json"), 3342);
        assertEquals(
                List.of("264"),
                durations.stream().map(it -> it.value().orElseThrow()).toList());
    }
}
