package nl.ooievaar.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.publish.Definition.Line;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Type;

/** The rows of an element table: name, cardinality, type, and what the profile says of it. */
final class Elements {
    private final Links links;
    private final Language language;

    Elements(Links links, Language language) {
        this.links = links;
        this.language = language;
    }

    List<String> heads() {
        return List.of(
                language.word("element"), language.word("cardinality"), language.word("type"), language.word("rules"));
    }

    /** What this profile adds; cardinality and type of each element as they are then, whoever said so. */
    List<Line> differential(StructureDefinition profile) {
        Map<String, ElementDefinition> whole = profile.getSnapshot().getElement().stream()
                .collect(Collectors.toMap(ElementDefinition::getId, one -> one, (first, second) -> first));
        List<Line> lines = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (ElementDefinition said : profile.getDifferential().getElement()) {
            ElementDefinition full = whole.getOrDefault(said.getId(), said);
            parents(full, whole, shown, lines);
            if (shown.add(said.getId())) {
                lines.add(line(full, said, said.getId()));
            }
        }
        return lines;
    }

    /** Everything an instance can hold; the rows that the other table does not have carry the anchors. */
    List<Line> snapshot(StructureDefinition profile) {
        Set<String> above = differential(profile).stream().map(Line::id).collect(Collectors.toSet());
        return profile.getSnapshot().getElement().stream()
                .map(one -> line(one, one, above.add(one.getId()) ? one.getId() : ""))
                .toList();
    }

    /** Steps that lead to an element and of which the profile itself says nothing. */
    private void parents(
            ElementDefinition element, Map<String, ElementDefinition> whole, Set<String> shown, List<Line> lines) {
        String id = element.getId();
        for (int dot = id.indexOf('.'); dot > 0; dot = id.indexOf('.', dot + 1)) {
            String parent = id.substring(0, dot);
            if (whole.containsKey(parent) && shown.add(parent)) {
                ElementDefinition one = whole.get(parent);
                lines.add(new Line(
                        parent, depth(parent) + " quiet", List.of(name(one), cardinality(one), types(one), "")));
            }
        }
    }

    private Line line(ElementDefinition full, ElementDefinition said, String anchor) {
        return new Line(
                anchor, depth(full.getId()), List.of(name(full), cardinality(full), types(full), rules(full, said)));
    }

    private static String depth(String id) {
        return "d" + Math.min(id.split("\\.").length - 1, 6);
    }

    private static String name(ElementDefinition element) {
        String id = element.getId();
        String last = id.substring(id.lastIndexOf('.') + 1);
        return "<code>" + Colours.escaped(last) + "</code>"
                + (element.getMustSupport() ? " <abbr title=\"must support\">S</abbr>" : "");
    }

    private static String cardinality(ElementDefinition element) {
        return element.hasMin() || element.hasMax() ? element.getMin() + ".." + element.getMax() : "";
    }

    private String types(ElementDefinition element) {
        if (element.hasContentReference()) {
            return "<code>" + Colours.escaped(element.getContentReference()) + "</code>";
        }
        return element.getType().stream().map(this::type).collect(Collectors.joining(", "));
    }

    private String type(TypeRefComponent type) {
        String name = Links.tail(type.getCode());
        String shown = name.equals("String") ? "string" : name;
        String targets = type.getTargetProfile().stream()
                .map(one -> links.html(one.getValue()))
                .collect(Collectors.joining(" | "));
        String profiles = type.getProfile().stream()
                .map(one -> links.html(one.getValue()))
                .collect(Collectors.joining(" | "));
        String text = profiles.isEmpty() ? Links.base(shown) : profiles;
        return targets.isEmpty() ? text : text + " (" + targets + ")";
    }

    private String rules(ElementDefinition full, ElementDefinition said) {
        List<String> found = new ArrayList<>();
        if (said.hasFixed()) {
            found.add(language.word("fixed") + " " + value(said.getFixed()));
        }
        if (said.hasPattern()) {
            found.add(language.word("fixed") + " " + value(said.getPattern()));
        }
        if (said.hasBinding() && said.getBinding().hasValueSet()) {
            String strength = said.getBinding().getStrength().toCode();
            found.add(language.word("binding." + strength) + " "
                    + links.html(said.getBinding().getValueSet()) + " <span class=\"base\" lang=\"en\">(" + strength
                    + ")</span>");
        }
        if (said.hasSlicing()) {
            found.add(language.word("slicing."
                    + (said.getSlicing().getRules() == ElementDefinition.SlicingRules.CLOSED ? "closed" : "open")));
        }
        said.getConstraint().stream()
                .filter(one -> one.getKey().startsWith("phb-"))
                .forEach(one -> found.add(Links.anchor(place(one), one.getKey()) + " "
                        + Colours.escaped(language.of(one.getHumanElement()))));
        if (found.isEmpty() && full == said && full.hasShort()) {
            found.add("<span class=\"base\" lang=\"en\">" + Colours.escaped(full.getShort()) + "</span>");
        }
        return String.join("<br>", found);
    }

    /** Where a rule is told: on this page, or on that of the extension it came with. */
    private String place(ElementDefinitionConstraintComponent rule) {
        String here = "#" + rule.getKey();
        return rule.hasSource() ? links.page(rule.getSource()).orElse("") + here : here;
    }

    private String value(Type value) {
        if (value instanceof CodeableConcept concept && concept.hasCoding()) {
            return concept.getCoding().stream().map(this::coding).collect(Collectors.joining(", "));
        }
        if (value instanceof Coding coding) {
            return coding(coding);
        }
        if (value instanceof CanonicalType canonical) {
            return links.html(canonical.getValue());
        }
        return "<code>" + Colours.escaped(String.valueOf(value.primitiveValue())) + "</code>";
    }

    private String coding(Coding coding) {
        return links.system(coding.getSystem()) + " <code>" + Colours.escaped(coding.getCode()) + "</code>";
    }
}
