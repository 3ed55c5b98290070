package nl.ooievaar.publish;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.publish.Definition.Block;
import nl.ooievaar.publish.Definition.Fact;
import nl.ooievaar.publish.Definition.Line;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureMap;
import org.hl7.fhir.r4.model.StructureMap.StructureMapGroupComponent;
import org.hl7.fhir.r4.model.StructureMap.StructureMapGroupRuleComponent;
import org.hl7.fhir.r4.model.StructureMap.StructureMapModelMode;

/** Pages of the logical models, and of the maps between them and R4. */
final class ModelPages {
    private static final List<String> ELSEWHERE = List.of("r4", "bds", "icf");

    private final Links links;
    private final Language language;

    ModelPages(Links links, Language language) {
        this.links = links;
        this.language = language;
    }

    Definition model(StructureDefinition model) {
        List<Line> lines =
                model.getDifferential().getElement().stream().map(this::line).toList();
        Block block = new Block(
                "elements",
                language.word("model.elements"),
                language.word("model.elements.intro"),
                List.of(
                        language.word("element"),
                        language.word("cardinality"),
                        language.word("type"),
                        language.word("what"),
                        "R4",
                        "BDS",
                        "ICF"),
                lines,
                false);
        return new Definition(
                language.title(model),
                language.of(model.getDescriptionElement()),
                List.of(new Fact(language.word("kind"), language.word("model.logical"))),
                List.of(block),
                List.of());
    }

    private Line line(ElementDefinition element) {
        String id = element.getId();
        String type = element.hasContentReference()
                ? Links.anchor(
                        element.getContentReference(),
                        element.getContentReference().substring(1))
                : element.getType().stream().map(one -> type(one.getCode())).collect(Collectors.joining());
        Stream<String> cells = Stream.of(
                "<code>" + id.substring(id.lastIndexOf('.') + 1) + "</code>",
                element.getMin() + ".." + element.getMax(),
                type,
                Colours.escaped(language.of(element.getShortElement())));
        Stream<String> maps = ELSEWHERE.stream().map(identity -> element.getMapping().stream()
                .filter(one -> one.getIdentity().equals(identity))
                .map(one -> "<code>" + Colours.escaped(one.getMap()) + "</code>")
                .collect(Collectors.joining(" ")));
        return new Line(
                id,
                "d" + Math.min(id.split("\\.").length - 1, 6),
                Stream.concat(cells, maps).toList());
    }

    private String type(String code) {
        return code.contains("/") ? links.html(code) : Links.base(code);
    }

    Definition map(StructureMap map) {
        List<Line> lines = map.getGroup().stream()
                .map(group -> new Line(
                        "",
                        "",
                        List.of(
                                "<code>" + group.getName() + "</code>",
                                inputs(group),
                                Integer.toString(rules(group.getRule())))))
                .toList();
        Block block = new Block(
                "groups",
                language.word("map.groups"),
                language.word("map.groups.intro"),
                List.of(language.word("map.group"), language.word("map.inputs"), language.word("map.rules")),
                lines,
                false);
        return new Definition(
                language.title(map),
                language.of(map.getDescriptionElement()),
                List.of(new Fact(
                        language.word("from.to"),
                        structures(map, StructureMapModelMode.SOURCE) + " → "
                                + structures(map, StructureMapModelMode.TARGET))),
                List.of(block),
                List.of());
    }

    /** The first of each says what the map is from and to. */
    private String structures(StructureMap map, StructureMapModelMode mode) {
        return map.getStructure().stream()
                .filter(one -> one.getMode() == mode)
                .limit(1)
                .map(one -> links.html(one.getUrl()))
                .collect(Collectors.joining());
    }

    private static String inputs(StructureMapGroupComponent group) {
        return group.getInput().stream()
                .map(one -> "<code>" + one.getName() + (one.hasType() ? " : " + one.getType() : "") + "</code>")
                .collect(Collectors.joining(", "));
    }

    private static int rules(List<StructureMapGroupRuleComponent> rules) {
        return rules.size()
                + rules.stream().mapToInt(one -> rules(one.getRule())).sum();
    }
}
