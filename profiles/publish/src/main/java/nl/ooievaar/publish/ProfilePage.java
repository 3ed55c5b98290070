package nl.ooievaar.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.publish.Definition.Block;
import nl.ooievaar.publish.Definition.Fact;
import nl.ooievaar.publish.Definition.Line;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The page of a profile or an extension: its rules with their sentences, its elements, and the examples that keep them. */
final class ProfilePage {
    private final PhbPackage phb;
    private final Links links;
    private final Language language;

    ProfilePage(PhbPackage phb, Links links, Language language) {
        this.phb = phb;
        this.links = links;
        this.language = language;
    }

    Definition of(StructureDefinition profile) {
        Elements elements = new Elements(links, language);
        List<Block> blocks = new ArrayList<>();
        List<Line> rules = rules(profile);
        if (!rules.isEmpty()) {
            blocks.add(new Block(
                    "rules",
                    language.word("rules"),
                    "",
                    List.of(language.word("rule"), language.word("sentence"), language.word("expression")),
                    rules,
                    false));
        }
        blocks.add(new Block(
                "differential",
                language.word("differential"),
                language.word("differential.intro"),
                elements.heads(),
                elements.differential(profile),
                false));
        blocks.add(new Block(
                "snapshot",
                language.word("snapshot"),
                language.word("snapshot.intro"),
                elements.heads(),
                elements.snapshot(profile),
                true));
        return new Definition(
                language.title(profile),
                language.of(profile.getDescriptionElement()),
                facts(profile),
                blocks,
                List.of());
    }

    private List<Fact> facts(StructureDefinition profile) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                language.word(profile.getType().equals("Extension") ? "extends" : "profile.of"),
                profile.getType().equals("Extension")
                        ? profile.getContext().stream()
                                .map(one -> Links.base(one.getExpression()))
                                .collect(Collectors.joining(", "))
                        : Links.base(profile.getType())));
        facts.addAll(ExamplePages.of(profile, phb, language));
        return facts;
    }

    private List<Line> rules(StructureDefinition profile) {
        Map<String, ElementDefinitionConstraintComponent> found = new LinkedHashMap<>();
        profile.getDifferential().getElement().forEach(element -> element.getConstraint().stream()
                .filter(one -> one.getKey().startsWith("phb-"))
                .forEach(one -> found.putIfAbsent(one.getKey(), one)));
        return found.values().stream()
                .map(one -> new Line(
                        one.getKey(),
                        "",
                        List.of(
                                "<code>" + one.getKey() + "</code>",
                                Colours.escaped(language.of(one.getHumanElement())),
                                "<code class=\"expression\">" + Colours.escaped(one.getExpression()) + "</code>")))
                .toList();
    }
}
