package nl.ooievaar.mappings.birthcare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Outcome;
import nl.ooievaar.mappings.source.Dataset;
import nl.ooievaar.mappings.source.Element;
import nl.ooievaar.mappings.source.Group;
import nl.ooievaar.mappings.source.Leaf;
import nl.ooievaar.mappings.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** The law of this bridge: what was carried comes back the same, field by field, in its normal form. */
class RoundTripTest {
    private static final int DEPTH = Integer.getInteger("depth", 1);

    @Test
    void the_fields_of_a_card_come_back_as_they_were() {
        List<SourceRecord> all = new ArrayList<>(Stream.of("card-2.3.xml", "card-3.2.xml")
                .map(card -> Cards.read(Cards.text(card)))
                .toList());
        Cards.published().forEach(path -> all.add(Cards.read(path)));
        int compared = 0;
        for (SourceRecord source : all) {
            compared += law(source);
        }
        assertTrue(compared > 50, "fields were compared: " + compared);
    }

    @Test
    void the_fields_of_any_record_come_back_as_they_were() {
        Random random = new Random(20261126);
        int compared = 0;
        for (int i = 0; i < 300 * DEPTH; i++) {
            compared += law(random(random, random.nextBoolean() ? Dataset.PWD_2 : Dataset.PWD_3));
        }
        assertTrue(compared > 3000, "fields were compared: " + compared);
    }

    /** @return how many fields were compared */
    private static int law(SourceRecord source) {
        Mapped mapped = FromBirthCare.map(source);
        assertEquals(source.leaves().size(), mapped.account().leaves());
        List<JsonNode> resources = mapped.resources().stream()
                .map(made -> (JsonNode) made.resource())
                .toList();
        TreeSet<String> back = new TreeSet<>();
        ToBirthCare.fields(resources, source.dataset()).forEach(told -> back.add(text(told)));
        Places places = new Places(source);
        TreeSet<String> there = new TreeSet<>();
        for (int i = 0; i < source.leaves().size(); i++) {
            Line line = mapped.account().lines().get(i);
            if (line.outcome() == Outcome.MAPPED && !line.target().orElse("").contains("check-up")) {
                there.add(text(source.leaves().get(i), places));
            }
        }
        TreeSet<String> lost = new TreeSet<>(there);
        lost.removeAll(back);
        assertEquals(new TreeSet<>(), lost, () -> source.transaction() + " came back as " + back);
        return there.size();
    }

    private static String text(ToBirthCare.Told told) {
        return String.join(
                "|",
                Integer.toString(told.element()),
                told.place(),
                Integer.toString(told.repeat()),
                told.code().isEmpty() ? told.value() : told.code() + " of " + told.codeSystem(),
                told.unit(),
                told.root());
    }

    private static String text(Leaf leaf, Places places) {
        Element element = leaf.element().orElseThrow();
        Field field = Declarations.all().of(element).orElseThrow();
        Value.Written written = field.form().read(leaf).value().orElseThrow().written();
        boolean coded = !written.code().isEmpty();
        return String.join(
                "|",
                Integer.toString(element.number()),
                places.of(field.fact(), leaf.group()),
                Integer.toString(field.fact().name().equals("woman") ? Repeats.of(leaf.group()) : 0),
                coded
                        ? leaf.code().orElseThrow().code() + " of "
                                + Systems.oid(Systems.address(
                                        leaf.code().orElseThrow().system()))
                        : normal(leaf, field),
                leaf.unit().filter(it -> field.form() == Form.AMOUNT).orElse(""),
                field.form() == Form.BSN || field.form() == Form.IDENTIFIER
                        ? leaf.root().orElse("")
                        : "");
    }

    private static String normal(Leaf leaf, Field field) {
        return leaf.value().orElse("").strip();
    }

    private static SourceRecord random(Random random, Dataset dataset) {
        Group message = new Group(Optional.empty(), "message", 0, Optional.empty(), "");
        Group person = new Group(
                Optional.of(message),
                "vrouw",
                0,
                dataset == Dataset.PWD_3 ? Optional.of(new Element(dataset, 675)) : Optional.empty(),
                "her");
        List<Leaf> leaves = new ArrayList<>();
        // Whom it is about is always told.
        Field born = Declarations.all()
                .of(new Element(dataset, dataset == Dataset.PWD_2 ? 10040 : 683))
                .orElseThrow();
        for (Field field : Declarations.all().fields()) {
            Optional<Integer> number = field.number(dataset);
            if (number.isEmpty()
                    || field.fact().resource().equals("-")
                    || !field.equals(born) && random.nextInt(3) == 0) {
                continue;
            }
            int times = field.fact().single() || random.nextBoolean() ? 1 : 2;
            for (int i = 0; i < times; i++) {
                Group in = field.fact().name().equals("woman")
                        ? person
                        : new Group(Optional.of(message), field.fact().name(), i, Optional.empty(), "");
                leaves.add(leaf(random, in, field, new Element(dataset, number.get())));
            }
        }
        return new SourceRecord(SourceRecord.Format.ADA, "message", dataset, leaves, "0".repeat(64));
    }

    private static Leaf leaf(Random random, Group in, Field field, Element element) {
        boolean missing = field.form() != Form.CODE
                && !in.name().equals("vrouw")
                && (field.part().equals("value"))
                && random.nextInt(6) == 0;
        boolean coded = field.form() == Form.CODE || missing;
        return new Leaf(
                in,
                field.part(),
                0,
                Optional.of(element),
                coded ? Optional.empty() : Optional.of(value(random, field)),
                coded ? Optional.of(code(random, field, missing)) : Optional.empty(),
                field.form() == Form.AMOUNT && !missing ? Optional.of("d") : Optional.empty(),
                switch (field.form()) {
                    case BSN -> Optional.of("2.16.840.1.113883.2.4.6.3");
                    case IDENTIFIER -> Optional.of("2.16.840.1.113883.2.4.3.11.999.77." + (1 + random.nextInt(9)));
                    default -> Optional.empty();
                },
                false,
                1,
                1);
    }

    private static Leaf.Coded code(Random random, Field field, boolean missing) {
        if (missing) {
            String[] flavors = {"UNK", "NI", "ASKU", "NASK", "MSK"};
            return new Leaf.Coded(
                    flavors[random.nextInt(flavors.length)],
                    "2.16.840.1.113883.5.1008",
                    Optional.empty(),
                    Optional.empty());
        }
        if (field.part().equals("name-use")) {
            return new Leaf.Coded(
                    "NL" + (1 + random.nextInt(4)),
                    "2.16.840.1.113883.2.4.3.11.60.101.5.4",
                    Optional.empty(),
                    Optional.empty());
        }
        String system = random.nextBoolean() ? "2.16.840.1.113883.6.96" : "2.16.840.1.113883.2.4.4.13.58";
        return new Leaf.Coded(
                Integer.toString(100000 + random.nextInt(900000)),
                system,
                random.nextBoolean() ? Optional.of("weergave") : Optional.empty(),
                Optional.empty());
    }

    private static String value(Random random, Field field) {
        String day = String.format(
                "20%02d-%02d-%02d", 10 + random.nextInt(17), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return switch (field.form()) {
            case TEXT -> "tekst " + random.nextInt(1000) + " é<&\"";
            case WHOLE, CODE -> Integer.toString(random.nextInt(20));
            case TRUTH -> Boolean.toString(random.nextBoolean());
            case AMOUNT -> random.nextInt(300) + (random.nextBoolean() ? "" : ".50");
            case DAY, MOMENT -> day.substring(0, new int[] {4, 7, 10}[random.nextInt(3)]);
            case IDENTIFIER -> "id-" + random.nextInt(100000);
            case BSN -> "999900018";
        };
    }
}
