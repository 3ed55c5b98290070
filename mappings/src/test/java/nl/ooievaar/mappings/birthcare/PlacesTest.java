package nl.ooievaar.mappings.birthcare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ooievaar.mappings.source.Dataset;
import nl.ooievaar.mappings.source.Element;
import nl.ooievaar.mappings.source.Group;
import nl.ooievaar.mappings.source.Leaf;
import nl.ooievaar.mappings.source.Rows;
import nl.ooievaar.mappings.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** The law of what a newer record changes: a part that is put in, left out or moved leaves what the others became as it was. */
class PlacesTest {
    private static final int DEPTH = Integer.getInteger("depth", 1);
    private static final Pattern CHECK_UP =
            Pattern.compile("<prenatale_controle .*?</prenatale_controle>", Pattern.DOTALL);

    @Test
    void a_part_that_is_put_in_left_out_or_moved_leaves_the_others_as_they_were() {
        Random random = new Random(20261127);
        int compared = 0;
        for (int i = 0; i < 40 * DEPTH; i++) {
            for (List<String> row : Rows.of("repeats.csv")) {
                for (Dataset dataset : List.of(Dataset.PWD_2, Dataset.PWD_3)) {
                    String fields = row.get(dataset == Dataset.PWD_2 ? 1 : 2);
                    if (!fields.isEmpty()) {
                        compared += law(random, dataset, row.get(0), fields);
                    }
                }
            }
        }
        assertTrue(compared > 500, "resources were compared: " + compared);
    }

    /** @return how many resources were compared */
    private static int law(Random random, Dataset dataset, String part, String fields) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            parts.add(Part.of(random, dataset, part, fields, i));
        }
        Part more = Part.of(random, dataset, part, fields, parts.size());
        Map<String, JsonNode> before = made(dataset, part, parts);
        List<Part> with = new ArrayList<>(parts);
        with.add(random.nextInt(parts.size() + 1), more);
        Collections.shuffle(with, random);
        Map<String, JsonNode> after = made(dataset, part, with);
        before.forEach(
                (identifier, resource) -> assertEquals(resource, after.get(identifier), () -> part + " " + identifier));
        Part gone = with.remove(random.nextInt(with.size()));
        Map<String, JsonNode> fewer = made(dataset, part, with);
        fewer.forEach(
                (identifier, resource) -> assertEquals(resource, after.get(identifier), () -> part + " " + identifier));
        assertEquals(after.size() - made(dataset, part, List.of(gone)).size(), fewer.size(), part);
        return before.size();
    }

    /** One part with what tells it from the others of its name, and with other fields of the facts that stand in it. */
    private record Part(Map<Element, String> fields) {
        static Part of(Random random, Dataset dataset, String part, String key, int nth) {
            Map<Element, String> made = new TreeMap<>(java.util.Comparator.comparingInt(Element::number));
            List<Element> keys = Pattern.compile("\\+")
                    .splitAsStream(key)
                    .map(number -> new Element(dataset, Integer.parseInt(number)))
                    .toList();
            Element telling = keys.get(random.nextInt(keys.size()));
            made.put(telling, "20" + (10 + nth));
            Element told = Declarations.all()
                    .of(telling)
                    .map(Field::fact)
                    .flatMap(fact -> Declarations.all().anchor(fact, dataset))
                    .filter(field -> !field.fact().resource().equals("-"))
                    .flatMap(field -> field.number(dataset))
                    .map(number -> new Element(dataset, number))
                    .orElse(new Element(dataset, dataset == Dataset.PWD_2 ? 80738 : 2246));
            made.putIfAbsent(told, Integer.toString(100 + random.nextInt(100)));
            return new Part(made);
        }
    }

    private static Map<String, JsonNode> made(Dataset dataset, String part, List<Part> parts) {
        Group message = new Group(Optional.empty(), "message", 0, Optional.empty(), "");
        Group person = new Group(
                Optional.of(message),
                "vrouw",
                0,
                dataset == Dataset.PWD_3 ? Optional.of(new Element(dataset, 675)) : Optional.empty(),
                "her");
        List<Leaf> leaves = new ArrayList<>();
        leaves.add(leaf(person, new Element(dataset, dataset == Dataset.PWD_2 ? 10040 : 683), "1999"));
        leaves.add(leaf(message, new Element(dataset, dataset == Dataset.PWD_2 ? 84211 : 3338), "D-1"));
        for (int i = 0; i < parts.size(); i++) {
            Group in = new Group(Optional.of(message), part, i, Optional.empty(), "");
            parts.get(i).fields().forEach((element, value) -> leaves.add(leaf(in, element, value)));
        }
        return made(FromBirthCare.map(
                new SourceRecord(SourceRecord.Format.ADA, "message", dataset, List.copyOf(leaves), "0".repeat(64))));
    }

    private static Leaf leaf(Group in, Element element, String value) {
        Form form = Declarations.all().of(element).map(Field::form).orElse(Form.TEXT);
        Optional<Leaf.Coded> code = form == Form.CODE
                ? Optional.of(new Leaf.Coded(value, "2.16.840.1.113883.6.96", Optional.empty(), Optional.empty()))
                : Optional.empty();
        return new Leaf(
                in,
                "f" + element.number(),
                0,
                Optional.of(element),
                Optional.of(value),
                code,
                form == Form.AMOUNT ? Optional.of("d") : Optional.empty(),
                Optional.empty(),
                element.number() == 10520,
                1,
                1);
    }

    /** What is about her, by its identifier; the account of the record says how many fields it had, and differs. */
    private static Map<String, JsonNode> made(Mapped mapped) {
        return mapped.resources().stream()
                .filter(one -> !List.of("source", "woman", "record").contains(one.fact()))
                .collect(Collectors.toMap(Mapped.Made::identifier, Mapped.Made::resource));
    }

    @Test
    void a_check_up_that_a_newer_card_puts_first_is_another_and_the_others_stay() {
        String card = Cards.text("card-2.3.xml");
        Matcher first = CHECK_UP.matcher(card);
        assertTrue(first.find());
        String other = first.group().replace("2026-08-03T10:30:00", "2026-07-01T09:00:00");
        assertFalse(other.equals(first.group()));
        Map<String, JsonNode> before = observations(Cards.map("card-2.3.xml"));
        Map<String, JsonNode> after = observations(FromBirthCare.map(
                Cards.read(card.substring(0, first.start()) + other + card.substring(first.start()))));
        assertTrue(after.size() > before.size());
        before.forEach((identifier, resource) -> assertEquals(resource, after.get(identifier), identifier));
    }

    private static Map<String, JsonNode> observations(Mapped mapped) {
        Map<String, JsonNode> all = made(mapped);
        all.keySet().removeIf(identifier -> identifier.contains("/factor/"));
        return all;
    }

    @Test
    void parts_that_nothing_tells_apart_keep_their_order() {
        Part same = new Part(
                Map.of(new Element(Dataset.PWD_2, 80737), "2026-11-02", new Element(Dataset.PWD_2, 80738), "79"));
        Part untold = new Part(Map.of(new Element(Dataset.PWD_2, 80738), "80"));
        Map<String, JsonNode> made = made(Dataset.PWD_2, "prenatale_controle", List.of(untold, same, same, untold));
        assertEquals(4, made.size(), made.toString());
        assertTrue(made.keySet().stream().anyMatch(it -> it.endsWith("/prenatale_controle[1]")), made.toString());
    }

    @Test
    void what_a_part_is_known_by_stands_in_no_identifier() {
        Map<String, JsonNode> made = made(Cards.map("card-2.3.xml"));
        assertFalse(made.keySet().toString().contains("2026"), made.keySet().toString());
    }
}
