package nl.ooievaar.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.profiles.PhbTerminology.Concept;
import nl.ooievaar.profiles.PhbTranslation;
import nl.ooievaar.publish.Definition.Block;
import nl.ooievaar.publish.Definition.Fact;
import nl.ooievaar.publish.Definition.Line;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.ValueSet;

/** Pages of codes: a code system with the value set of the same name, a map, a naming system. */
final class TermPages {
    /** The property that puts a code into a group. */
    private static final String GROUP = "group";

    private final PhbPackage phb;
    private final PhbTerminology terminology;
    private final PhbTranslation translation;
    private final Links links;
    private final Language language;

    TermPages(PhbPackage phb, Links links, Language language) {
        this.phb = phb;
        this.terminology = new PhbTerminology(phb);
        this.translation = new PhbTranslation(phb);
        this.links = links;
        this.language = language;
    }

    /** Of one id: a code system, a value set, or both. */
    Definition codes(Optional<CodeSystem> system, Optional<ValueSet> set) {
        MetadataResource first =
                system.map(MetadataResource.class::cast).or(() -> set).orElseThrow();
        List<Block> blocks = new ArrayList<>();
        List<Concept> concepts = set.map(terminology::expand).orElseGet(() -> system.orElseThrow().getConcept().stream()
                .map(one -> new Concept(system.get(), one))
                .toList());
        boolean mixed =
                concepts.stream().map(one -> one.system().getUrl()).distinct().count() > 1;
        List<String> heads =
                new ArrayList<>(List.of(language.word("code"), "Nederlands", "English", language.word("more")));
        if (mixed) {
            heads.add(1, language.word("codesystem"));
        }
        blocks.add(new Block("codes", language.word("codes"), "", heads, lines(concepts, mixed), false));
        List<Fact> facts = new ArrayList<>();
        set.ifPresent(one -> used(one).ifPresent(where -> facts.add(new Fact(language.word("used.in"), where))));
        return new Definition(
                language.title(first), language.of(first.getDescriptionElement()), facts, blocks, List.of());
    }

    /** The codes, each group of the guideline under its name. */
    private List<Line> lines(List<Concept> concepts, boolean mixed) {
        List<Line> lines = new ArrayList<>();
        String above = "";
        for (Concept one : concepts) {
            String group = one.definition().getProperty().stream()
                    .filter(it -> it.getCode().equals(GROUP))
                    .map(it -> named(it.getValueCoding()))
                    .findFirst()
                    .orElse("");
            if (!group.equals(above) && !mixed) {
                lines.add(new Line("", "head", List.of(group.isEmpty() ? language.word("no.group") : group)));
                above = group;
            }
            lines.add(line(one, mixed));
        }
        return lines;
    }

    /** A code of ours as it reads in this language, with a link to where it stands. */
    private String named(Coding coding) {
        return phb.find(CodeSystem.class, coding.getSystem()).stream()
                .flatMap(system -> system.getConcept().stream().map(one -> new Concept(system, one)))
                .filter(one -> one.definition().getCode().equals(coding.getCode()))
                .findFirst()
                .map(one -> Links.anchor(
                        links.page(coding.getSystem()).orElseThrow() + "#" + coding.getCode(),
                        one.display(java.util.Locale.forLanguageTag(language.code()))))
                .orElseThrow(() -> new IllegalStateException("no code " + coding.getCode()));
    }

    private Line line(Concept concept, boolean mixed) {
        String code = concept.definition().getCode();
        List<String> cells = new ArrayList<>(List.of(
                "<code>" + Colours.escaped(code) + "</code>",
                "<span lang=\"nl\">" + Colours.escaped(concept.display(java.util.Locale.forLanguageTag("nl")))
                        + "</span>",
                "<span lang=\"en\">" + Colours.escaped(concept.display(java.util.Locale.ENGLISH)) + "</span>",
                more(concept)));
        if (mixed) {
            cells.add(1, links.html(concept.system().getUrl()));
        }
        return new Line(mixed ? Links.tail(concept.system().getUrl()) + "-" + code : code, "", cells);
    }

    /** Its properties, and its codes elsewhere with how near they come. */
    private String more(Concept concept) {
        Stream<String> properties = concept.definition().getProperty().stream()
                .filter(one -> !one.getCode().equals(GROUP))
                .map(one -> language.word("property." + one.getCode()) + " " + named(one.getValueCoding()));
        Coding coding =
                new Coding(concept.system().getUrl(), concept.definition().getCode(), null);
        Stream<String> elsewhere = translation.translate(coding, Optional.empty(), false).stream()
                .filter(PhbTranslation.Match::found)
                .map(one -> links.html(one.concept().getSystem()) + " <code>"
                        + Colours.escaped(one.concept().getCode()) + "</code> ("
                        + Links.anchor(
                                links.page(one.map()).orElseThrow(),
                                language.word("equivalence." + one.equivalence().toCode()))
                        + ")");
        return Stream.concat(properties, elsewhere).collect(Collectors.joining("<br>"));
    }

    private Optional<String> used(ValueSet set) {
        String where = phb.definitions().stream()
                .filter(org.hl7.fhir.r4.model.StructureDefinition.class::isInstance)
                .map(org.hl7.fhir.r4.model.StructureDefinition.class::cast)
                .filter(one -> one.getDifferential().getElement().stream()
                        .anyMatch(it -> set.getUrl().equals(it.getBinding().getValueSet())))
                .map(one -> links.html(one.getUrl()))
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? Optional.empty() : Optional.of(where);
    }

    Definition map(ConceptMap map) {
        List<Line> lines = map.getGroup().stream()
                .flatMap(group -> group.getElement().stream().flatMap(element -> element.getTarget().stream()
                        .map(target -> new Line(
                                "",
                                "",
                                List.of(
                                        "<code>" + element.getCode() + "</code>",
                                        language.word("equivalence."
                                                + target.getEquivalence().toCode()),
                                        target.hasCode()
                                                ? links.html(group.getTarget()) + " <code>" + target.getCode()
                                                        + "</code>"
                                                : "",
                                        "<span lang=\"en\">"
                                                + Colours.escaped(target.hasComment() ? target.getComment() : "")
                                                + "</span>")))))
                .toList();
        Block block = new Block(
                "rows",
                language.word("codes"),
                "",
                List.of(
                        language.word("code"),
                        language.word("equivalence"),
                        language.word("other.code"),
                        language.word("why")),
                lines,
                false);
        List<Fact> facts = map.getGroup().stream()
                .map(one -> new Fact(
                        language.word("from.to"), links.html(one.getSource()) + " → " + links.html(one.getTarget())))
                .toList();
        return new Definition(
                language.title(map), language.of(map.getDescriptionElement()), facts, List.of(block), List.of());
    }

    Definition system(NamingSystem system) {
        List<Fact> facts = system.getUniqueId().stream()
                .map(one -> new Fact(one.getType().toCode(), "<code>" + Colours.escaped(one.getValue()) + "</code>"))
                .toList();
        return new Definition(
                system.getName(), language.of(system.getDescriptionElement()), facts, List.of(), List.of());
    }
}
