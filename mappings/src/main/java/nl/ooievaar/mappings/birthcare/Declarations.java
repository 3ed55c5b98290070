package nl.ooievaar.mappings.birthcare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Dataset;
import nl.ooievaar.mappings.source.Element;
import nl.ooievaar.mappings.source.Group;
import nl.ooievaar.mappings.source.Leaf;
import nl.ooievaar.mappings.source.Rows;

/** The tables of this bridge: what a field is, what tells of a risk factor, and why the rest is left. */
final class Declarations {
    private static final Declarations ALL = new Declarations();

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Field> fields = new ArrayList<>();
    private final Map<Element, Field> byElement = new HashMap<>();
    private final Map<Dataset, Map<String, Why>> left = new EnumMap<>(Dataset.class);
    private final Map<Element, Map<String, String>> factors = new HashMap<>();
    private final Map<Dataset, Map<String, Optional<Field>>> anchors = new ConcurrentHashMap<>();

    private Declarations() {
        for (List<String> row : Rows.of("facts.csv")) {
            facts.put(
                    row.get(0),
                    new Fact(
                            row.get(0),
                            row.get(1),
                            row.get(2),
                            several(row.get(3)),
                            several(row.get(4)),
                            row.get(5),
                            row.get(6)));
        }
        for (List<String> row : Rows.of("birth-care.csv")) {
            Map<Dataset, Integer> numbers = new EnumMap<>(Dataset.class);
            number(row.get(3)).ifPresent(it -> numbers.put(Dataset.PWD_2, it));
            number(row.get(4)).ifPresent(it -> numbers.put(Dataset.PWD_3, it));
            number(row.get(5)).ifPresent(it -> numbers.put(Dataset.NEONATOLOGY, it));
            Form form = Form.valueOf(row.get(2).toUpperCase(Locale.ROOT));
            Field field = new Field(facts.get(row.get(0)), row.get(1), form, numbers, fields.size());
            fields.add(field);
            numbers.forEach((dataset, number) -> byElement.put(new Element(dataset, number), field));
        }
        for (List<String> row : Rows.of("left.csv")) {
            left.computeIfAbsent(Dataset.ofCode(row.get(0)).orElseThrow(), d -> new HashMap<>())
                    .put(row.get(1), Why.valueOf(row.get(2)));
        }
        for (List<String> row : Rows.of("factors.csv")) {
            Element element = new Element(Dataset.ofCode(row.get(0)).orElseThrow(), Integer.parseInt(row.get(1)));
            factors.computeIfAbsent(element, e -> new HashMap<>()).put(row.get(2), row.get(3));
        }
    }

    static Declarations all() {
        return ALL;
    }

    private static List<String> several(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\+"));
    }

    private static Optional<Integer> number(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(cell));
    }

    List<Field> fields() {
        return fields;
    }

    Optional<Fact> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    Optional<Field> of(Element element) {
        return Optional.ofNullable(byElement.get(element));
    }

    Optional<Field> field(Fact fact, String part, Dataset dataset) {
        return fields.stream()
                .filter(it -> it.fact().equals(fact)
                        && it.part().equals(part)
                        && it.numbers().containsKey(dataset))
                .findFirst();
    }

    /** The field by whose number a fact is known: its value, else its first part in this dataset. */
    Optional<Field> anchor(Fact fact, Dataset dataset) {
        return anchors.computeIfAbsent(dataset, d -> new ConcurrentHashMap<>())
                .computeIfAbsent(fact.name(), name -> firstOf(fact, dataset));
    }

    private Optional<Field> firstOf(Fact fact, Dataset dataset) {
        return field(fact, "value", dataset)
                .or(() -> field(fact, "name", dataset))
                .or(() -> fields.stream()
                        .filter(it -> it.fact().equals(fact) && it.numbers().containsKey(dataset))
                        .findFirst());
    }

    /** The fact that is known by this number. */
    Optional<Fact> anchored(Dataset dataset, int number) {
        return of(new Element(dataset, number)).map(Field::fact);
    }

    /** The risk factor of the guideline that this value of this field tells of. */
    Optional<String> factor(Element element, String value) {
        return Optional.ofNullable(factors.getOrDefault(element, Map.of()).get(value));
    }

    /** Why a field that is not declared is left where it is: it says so itself, or the nearest part around it. */
    Why why(Dataset dataset, Leaf leaf) {
        Map<String, Why> names = left.getOrDefault(dataset, Map.of());
        Optional<Why> own = leaf.element()
                .map(element -> names.get(Integer.toString(element.number())))
                .or(() -> Optional.ofNullable(names.get(leaf.name())));
        return own.orElseGet(() -> why(names, leaf.group()));
    }

    private static Why why(Map<String, Why> names, Group in) {
        Why own = names.get(in.name());
        return own == null ? in.parent().map(above -> why(names, above)).orElse(Why.UNDECLARED) : own;
    }
}
