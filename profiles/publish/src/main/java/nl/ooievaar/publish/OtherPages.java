package nl.ooievaar.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.publish.Definition.Block;
import nl.ooievaar.publish.Definition.Fact;
import nl.ooievaar.publish.Definition.Line;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.SearchParameter;

/** Pages of interventions, roles, operations and searches. */
final class OtherPages {
    private final Links links;
    private final Language language;

    OtherPages(Links links, Language language) {
        this.links = links;
        this.language = language;
    }

    /** Of one id: when to think of it, what it is, or both. */
    Definition intervention(Optional<PlanDefinition> plan, Optional<ActivityDefinition> activity) {
        MetadataResource first =
                plan.map(MetadataResource.class::cast).or(() -> activity).orElseThrow();
        List<Block> blocks = new ArrayList<>();
        plan.ifPresent(one -> {
            List<Line> steps = new ArrayList<>();
            List<Line> criteria = new ArrayList<>();
            one.getAction().forEach(action -> {
                steps.add(new Line(
                        "",
                        "",
                        List.of(
                                Colours.escaped(action.getTitle()),
                                Colours.escaped(language.of(action.getDescriptionElement())))));
                criteria.addAll(criteria(action));
            });
            if (!criteria.isEmpty()) {
                blocks.add(new Block(
                        "criteria",
                        language.word("criteria"),
                        language.word("criteria.intro"),
                        List.of(language.word("criterion"), "FHIRPath"),
                        criteria,
                        false));
            } else {
                blocks.add(new Block(
                        "steps",
                        language.word("steps"),
                        "",
                        List.of(language.word("step"), language.word("what")),
                        steps,
                        false));
            }
        });
        List<Fact> facts = new ArrayList<>();
        if (plan.isPresent()) {
            activity.ifPresent(one -> facts.add(
                    new Fact(language.word("what"), Colours.escaped(language.of(one.getDescriptionElement())))));
        }
        String sources = (plan.isPresent()
                        ? plan.get().getRelatedArtifact()
                        : activity.get().getRelatedArtifact())
                .stream().map(one -> Colours.escaped(one.getDisplay())).collect(Collectors.joining("<br>"));
        facts.add(new Fact(language.word("source"), sources));
        return new Definition(
                language.title(first), language.of(first.getDescriptionElement()), facts, blocks, List.of());
    }

    private List<Line> criteria(PlanDefinitionActionComponent action) {
        return action.getCondition().stream()
                .map(one -> new Line(
                        one.getExpression().getName(),
                        "",
                        List.of(
                                Colours.escaped(language.of(one.getExpression().getDescriptionElement())),
                                "<code class=\"expression\">"
                                        + Colours.escaped(one.getExpression().getExpression()) + "</code>")))
                .toList();
    }

    Definition operation(OperationDefinition operation) {
        List<Line> lines = operation.getParameter().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(line(one, one.getName())),
                        one.getPart().stream().map(part -> line(part, one.getName() + "." + part.getName()))))
                .toList();
        String at = operation.getResource().stream().map(one -> one.getValue()).collect(Collectors.joining(", "));
        return new Definition(
                language.title(operation),
                language.of(operation.getDescriptionElement()),
                List.of(
                        new Fact(language.word("call"), "<code>$" + operation.getCode() + "</code> (" + at + ")"),
                        new Fact(language.word("base"), "<code>" + operation.getBase() + "</code>")),
                List.of(new Block(
                        "parameters",
                        language.word("parameters"),
                        "",
                        List.of(
                                language.word("name"),
                                language.word("use"),
                                language.word("cardinality"),
                                language.word("type"),
                                language.word("what")),
                        lines,
                        false)),
                List.of());
    }

    /** One that has parts has no type of its own. */
    private Line line(OperationDefinition.OperationDefinitionParameterComponent one, String name) {
        return new Line(
                "",
                "",
                List.of(
                        "<code>" + name + "</code>",
                        language.word("use." + one.getUse().toCode()),
                        one.getMin() + ".." + one.getMax(),
                        one.hasType() ? Links.base(one.getType()) : "",
                        Colours.escaped(language.of(one.getDocumentationElement()))));
    }

    Definition role(CapabilityStatement role) {
        List<Line> lines = role.getRestFirstRep().getResource().stream()
                .map(one -> new Line(
                        one.getType(),
                        "",
                        List.of(
                                Links.base(one.getType()),
                                one.getSupportedProfile().stream()
                                        .map(it -> links.html(it.getValue()))
                                        .collect(Collectors.joining(", ")),
                                one.getInteraction().stream()
                                        .map(it -> it.getCode().toCode())
                                        .collect(Collectors.joining(", ")),
                                one.getSearchParam().stream()
                                        .map(it -> "<code>" + it.getName() + "</code>")
                                        .collect(Collectors.joining(", ")),
                                more(one))))
                .toList();
        return new Definition(
                language.title(role),
                language.of(role.getDescriptionElement()),
                List.of(new Fact(
                        language.word("whole.system"),
                        role.getRestFirstRep().getInteraction().stream()
                                .map(one -> one.getCode().toCode())
                                .collect(Collectors.joining(", ")))),
                List.of(new Block(
                        "resources",
                        language.word("resources"),
                        "",
                        List.of(
                                language.word("type"),
                                language.word("profiles"),
                                language.word("interactions"),
                                language.word("searches"),
                                language.word("more")),
                        lines,
                        false)),
                List.of());
    }

    private String more(CapabilityStatementRestResourceComponent resource) {
        List<String> found = new ArrayList<>();
        resource.getOperation()
                .forEach(one -> found.add(links.page(one.getDefinition())
                        .map(page -> Links.anchor(page, "$" + one.getName()))
                        .orElse("$" + one.getName())));
        if (resource.hasDocumentation()) {
            found.add("<span lang=\"en\">" + Colours.escaped(resource.getDocumentation()) + "</span>");
        }
        return String.join("<br>", found);
    }

    Definition search(SearchParameter parameter) {
        return new Definition(
                parameter.getName(),
                language.of(parameter.getDescriptionElement()),
                List.of(
                        new Fact(
                                language.word("call"),
                                "<code>" + parameter.getBase().get(0).getValue() + "?" + parameter.getCode()
                                        + "=</code>"),
                        new Fact(language.word("type"), parameter.getType().toCode()),
                        new Fact("FHIRPath", "<code>" + Colours.escaped(parameter.getExpression()) + "</code>")),
                List.of(),
                List.of());
    }
}
