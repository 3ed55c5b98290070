package nl.ooievaar.profiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * What a questionnaire asks of its answers; items of one name under several groups, such as a score per theme, count once. That
 * the answer to a choice is a code at all is no rule of it, for the validator takes a number or words too: our profiles say it.
 */
final class Answers {
    private static final String BOUND = "http://hl7.org/fhir/StructureDefinition/m..Value";

    /** The rows give a code of this list where another is asked for. */
    private static final String OTHER_LIST = PhbPackage.BASE + "/ValueSet/phb-route";

    private Answers() {}

    static List<Rule> of(Questionnaire questionnaire) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (QuestionnaireItemComponent item : items(questionnaire.getItem())) {
            if (item.getRequired()) {
                add(rules, questionnaire, item, "required", one -> one.setRequired(false));
            }
            if (item.hasAnswerValueSet()) {
                add(
                        rules,
                        questionnaire,
                        item,
                        "from " + Rule.tail(item.getAnswerValueSet()),
                        one -> one.setAnswerValueSet(OTHER_LIST));
            } else if (item.getType() != QuestionnaireItemType.GROUP) {
                add(rules, questionnaire, item, "of type " + item.getType().toCode(), one -> one.setType(
                                QuestionnaireItemType.OPENCHOICE)
                        .setAnswerValueSet(OTHER_LIST));
            }
            if (item.getExtension().stream().anyMatch(one -> one.getUrl().matches(BOUND))) {
                add(rules, questionnaire, item, "in bounds", one -> unbound(one));
            }
        }
        return rules.values().stream().map(Answers::bounded).toList();
    }

    /** A score has its bounds in the questionnaire, for forms, and as a rule, for its sentence: they go together. */
    static Rule bounded(Rule rule) {
        if (!rule.kind().equals("phb-fin-1") && !rule.kind().equals("in bounds")) {
            return rule;
        }
        if (!rule.id().equals("phb-findings")) {
            return rule;
        }
        return new Rule(rule.owner(), rule.place(), rule.kind(), all -> {
            items(((Questionnaire) all.get("Questionnaire/phb-findings")).getItem())
                    .forEach(Answers::unbound);
            StructureDefinition findings = (StructureDefinition) all.get("StructureDefinition/phb-findings");
            findings.getSnapshot().getElement().forEach(element -> element.getConstraint()
                    .removeIf(one -> one.getKey().equals("phb-fin-1")));
        });
    }

    private static void add(
            Map<String, Rule> rules,
            Questionnaire questionnaire,
            QuestionnaireItemComponent item,
            String kind,
            Consumer<QuestionnaireItemComponent> weaken) {
        String owner = "Questionnaire/" + questionnaire.getIdElement().getIdPart();
        String name = name(item);
        rules.putIfAbsent(
                name + kind,
                new Rule(
                        owner,
                        name,
                        kind,
                        (Map<String, MetadataResource> all) ->
                                items(((Questionnaire) all.get(owner)).getItem()).stream()
                                        .filter(one -> name(one).equals(name))
                                        .forEach(weaken)));
    }

    private static void unbound(QuestionnaireItemComponent item) {
        item.getExtension().removeIf(one -> one.getUrl().matches(BOUND));
    }

    private static String name(QuestionnaireItemComponent item) {
        String id = item.getLinkId();
        return id.contains(".") ? "*" + id.substring(id.lastIndexOf('.')) : id;
    }

    private static List<QuestionnaireItemComponent> items(List<QuestionnaireItemComponent> items) {
        List<QuestionnaireItemComponent> all = new ArrayList<>();
        for (QuestionnaireItemComponent item : items) {
            all.add(item);
            all.addAll(items(item.getItem()));
        }
        return all;
    }
}
