package nl.ooievaar.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.profiles.PhbTerminology.Concept;
import nl.ooievaar.publish.Definition.Block;
import nl.ooievaar.publish.Definition.Line;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.ValueSet;

/** The page of a questionnaire: its questions under their headings as a form has them, each with what can be answered. */
final class FormPage {
    private static final int FEW = 8;

    private final PhbPackage phb;
    private final PhbTerminology terminology;
    private final Links links;
    private final Language language;

    FormPage(PhbPackage phb, Links links, Language language) {
        this.phb = phb;
        this.terminology = new PhbTerminology(phb);
        this.links = links;
        this.language = language;
    }

    Definition of(Questionnaire form) {
        List<Line> lines = new ArrayList<>();
        form.getItem().forEach(one -> item(one, 0, lines));
        Block questions = new Block(
                "items",
                language.word("questions"),
                "",
                List.of(language.word("question"), language.word("answers"), "linkId"),
                lines,
                false);
        return new Definition(
                language.title(form),
                language.of(form.getDescriptionElement()),
                ExamplePages.of(form, phb, language),
                List.of(questions),
                List.of());
    }

    private void item(QuestionnaireItemComponent item, int depth, List<Line> lines) {
        String id = "<code>" + item.getLinkId() + "</code>";
        String question = question(item);
        if (item.hasItem()) {
            lines.add(new Line(item.getLinkId(), "head", List.of(question + " " + id)));
        } else {
            lines.add(new Line(item.getLinkId(), "d" + depth, List.of(question, answers(item), id)));
        }
        item.getItem().forEach(one -> item(one, depth + 1, lines));
    }

    /** As it is asked, in Dutch; and what its code means, for who reads no Dutch. */
    private String question(QuestionnaireItemComponent item) {
        String asked = "<span lang=\"nl\">" + Colours.escaped(item.getText()) + "</span>";
        return language == Language.NL
                ? asked
                : asked
                        + item.getCode().stream()
                                .flatMap(code -> meaning(code).stream())
                                .map(one -> "<br><span class=\"base\">" + Colours.escaped(one) + "</span>")
                                .findFirst()
                                .orElse("");
    }

    private Optional<String> meaning(Coding code) {
        return phb.find(CodeSystem.class, code.getSystem()).stream()
                .flatMap(system -> system.getConcept().stream().map(one -> new Concept(system, one)))
                .filter(one -> one.definition().getCode().equals(code.getCode()))
                .map(one -> one.display(Locale.ENGLISH))
                .findFirst();
    }

    private String answers(QuestionnaireItemComponent item) {
        List<String> said = new ArrayList<>();
        List<String> bounds = item.getExtension().stream()
                .filter(one -> one.getUrl().matches(".*/(min|max)Value"))
                .map(one -> one.getValue().primitiveValue())
                .toList();
        said.add(
                bounds.size() == 2
                        ? language.word("item.integer") + ", " + String.join(" – ", bounds)
                        : language.word("item." + item.getType().toCode()));
        if (item.getRequired()) {
            said.add(language.word("required"));
        }
        if (item.getRepeats()) {
            said.add(language.word("repeats"));
        }
        String first = String.join(", ", said);
        return item.hasAnswerValueSet() ? first + ": " + choices(item.getAnswerValueSet()) : first;
    }

    /** The codes of a list where there are few, and how many where there are more. */
    private String choices(String canonical) {
        List<Concept> concepts = phb.find(ValueSet.class, canonical).stream()
                .flatMap(set -> terminology.expand(set).stream())
                .toList();
        Locale spoken = Locale.forLanguageTag(language.code());
        Stream<String> shown = concepts.size() > FEW
                ? Stream.of(concepts.size() + " " + language.word("choices"))
                : concepts.stream().map(one -> Colours.escaped(one.display(spoken)));
        return shown.collect(Collectors.joining(" · ")) + " (" + links.html(canonical) + ")";
    }
}
