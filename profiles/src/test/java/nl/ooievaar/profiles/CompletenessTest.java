package nl.ooievaar.profiles;

import static org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind.LOGICAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

/**
 * The tables leave no rule out. A rule has its case when invalid.csv holds a resource that is refused, and accepted as soon as
 * that one rule is taken out of the package: so the row breaks exactly that.
 */
class CompletenessTest {
    private static final int DEPTH = Integer.getInteger("depth", 1);
    private static final PhbPackage PHB = PhbPackage.load();
    private static final List<Rows> ROWS = Rows.of("/invalid.csv");
    private static final Map<Rows, String> RESOURCES = new HashMap<>();

    @Test
    void every_rule_has_a_row_that_is_accepted_without_it() {
        List<Deque<Rule>> profiles = new ArrayList<>();
        List<Deque<Rule>> others = new ArrayList<>();
        for (MetadataResource definition : PHB.definitions()) {
            if (definition instanceof StructureDefinition structure && structure.getKind() != LOGICAL) {
                boolean extension = structure.getType().equals("Extension");
                (extension ? others : profiles).add(some(Rule.of(structure, base(structure))));
            } else if (definition instanceof Questionnaire questionnaire) {
                others.add(some(Answers.of(questionnaire)));
            }
        }
        List<Rule> missing = new ArrayList<>();
        int tried = 0;
        // One rule of each profile at a time: no resource meets two of them. The others stand inside profiles, so after
        // them.
        for (List<Deque<Rule>> group : List.of(profiles, others)) {
            while (group.stream().anyMatch(rules -> !rules.isEmpty())) {
                List<Rule> together = group.stream()
                        .filter(rules -> !rules.isEmpty())
                        .map(Deque::remove)
                        .toList();
                tried += together.size();
                missing.addAll(withoutRow(together, ROWS));
            }
        }
        assertTrue(tried > (DEPTH < 10 ? 60 : 200), "rules were found: " + tried);
        assertEquals("", missing.stream().map(CompletenessTest::wanted).sorted().collect(Collectors.joining("\n")));
    }

    /** At depth 1 every third rule of each, as each round judges by a contract of its own; at 10 all. */
    private static Deque<Rule> some(List<Rule> all) {
        return IntStream.range(0, all.size())
                .filter(i -> DEPTH >= 10 || i % 3 == 0)
                .mapToObj(all::get)
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    @Test
    void a_rule_without_a_row_is_told_with_what_to_add() {
        StructureDefinition goal = PHB.find(StructureDefinition.class, PhbPackage.profile("phb-goal"))
                .orElseThrow();
        List<Rule> rules = Rule.of(goal, base(goal));
        assertEquals(rules, withoutRow(rules, List.of()));
        assertTrue(wanted(rules.get(0)).contains("'-/description/text',phb-goal,ERROR"), wanted(rules.get(0)));
    }

    private static List<Rule> withoutRow(List<Rule> rules, List<Rows> rows) {
        Map<String, MetadataResource> weaker = new TreeMap<>();
        for (MetadataResource definition : PHB.definitions()) {
            weaker.put(definition.fhirType() + "/" + definition.getIdElement().getIdPart(), definition.copy());
        }
        rules.forEach(rule -> rule.out().accept(weaker));
        PhbValidation without = new PhbValidation(
                new PhbPackage(PHB.version(), List.copyOf(weaker.values()), PHB.examples()), Locale.ENGLISH);
        return rules.stream()
                .filter(rule -> rows.stream()
                        .filter(row -> speaksOf(row, rule))
                        .noneMatch(row -> PhbValidation.accepted(without.validate(resource(row)))))
                .toList();
    }

    /** Whether the resource of the row is judged by what the rule stands in. */
    private static boolean speaksOf(Rows row, Rule rule) {
        return rule.id().equals(row.profile()) || resource(row).contains("\"" + PhbPackage.profile(rule.id()) + "\"");
    }

    /** Each is asked for once with every rule. */
    private static String resource(Rows row) {
        return RESOURCES.computeIfAbsent(row, one -> one.resource(PHB));
    }

    private static String wanted(Rule rule) {
        return rule + "\n    add to invalid.csv a row that breaks this and nothing else: <example>,'" + rule.breach()
                + "'," + rule.id() + ",ERROR,<place>,<words of the message>,<why>";
    }

    private static StructureDefinition base(StructureDefinition structure) {
        return (StructureDefinition) BaseDefinitions.r4().fetchStructureDefinition(structure.getBaseDefinition());
    }
}
