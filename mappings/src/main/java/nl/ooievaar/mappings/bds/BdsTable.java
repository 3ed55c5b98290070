package nl.ooievaar.mappings.bds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.ooievaar.mappings.account.Why;

/**
 * Which elements and answers of the BDS JGZ 4.2.0 this bridge fills, from the table {@code bds.csv}. Element numbers, names and codes
 * as in the public conversion of the BDS and the messages published with it; an answer whose code stands in none of them has none
 * here either. Immutable.
 */
public final class BdsTable {
    static final String ELEMENTS = "2.16.840.1.113883.2.4.4.40.267";
    private static final BdsTable TABLE = load();

    /** @param group empty for an element that stands in its rubric itself */
    public record Element(int number, String name, String rubric, Optional<String> group) {}

    /**
     * What an answer of ours is in the list of an element.
     *
     * @param value empty when it has no answer there; the loss says why
     */
    public record Answer(Optional<BdsRow.Coded> value, Optional<Why> loss) {}

    /**
     * From which fields of the dossier an element is filled.
     *
     * @param fields their paths; {@code *} stands for each theme
     * @param loss empty where the element says the same
     * @param note empty where there is nothing to say
     */
    public record Filled(Element element, List<String> fields, Optional<Why> loss, String note) {}

    private final List<Filled> filled = new ArrayList<>();
    private final Map<Integer, Element> elements = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private BdsTable(List<String[]> rows) {
        for (String[] row : rows) {
            switch (row[0]) {
                case "element" -> {
                    int number = Integer.parseInt(row[1]);
                    Optional<String> group = Optional.of(row[4]).filter(it -> !it.isEmpty());
                    Element element = new Element(number, row[2], row[3], group);
                    elements.put(number, element);
                    filled.add(new Filled(element, List.of(row[6].split(", ")), loss(row), row[8]));
                }
                case "rubric", "group" -> names.put(row[1], row[2]);
                default -> answers.put(row[1] + "|" + row[6] + "|" + row[2], answer(row));
            }
        }
    }

    private static Answer answer(String[] row) {
        Optional<BdsRow.Coded> value =
                row[0].equals("answer") ? Optional.of(new BdsRow.Coded(row[3], row[5], row[4])) : Optional.empty();
        return new Answer(value, loss(row));
    }

    private static Optional<Why> loss(String[] row) {
        return row[7].isEmpty()
                ? Optional.empty()
                : Optional.of(Why.valueOf(row[7].toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static BdsTable load() {
        try (InputStream in = BdsTable.class.getResourceAsStream("bds.csv")) {
            return new BdsTable(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .collect(Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BdsTable table() {
        return TABLE;
    }

    /** @throws IllegalArgumentException for an element this bridge does not fill */
    public Element element(int number) {
        return Optional.ofNullable(elements.get(number))
                .orElseThrow(() -> new IllegalArgumentException("No element " + number));
    }

    /** @param system of our code; empty for a code that has none */
    public Optional<Answer> answer(int element, String system, String code) {
        return Optional.ofNullable(answers.get(element + "|" + system + "|" + code));
    }

    /** Every element this bridge fills, in the order of the table. */
    public List<Filled> filled() {
        return List.copyOf(filled);
    }

    /** The name of a rubric or a group. */
    String name(String code) {
        return names.get(code);
    }

    /** Every answer it can give. */
    public List<BdsRow.Coded> codes() {
        return answers.values().stream().flatMap(one -> one.value().stream()).toList();
    }
}
