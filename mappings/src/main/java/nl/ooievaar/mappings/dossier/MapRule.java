package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes one rule of a StructureMap (FHIR R4, StructureMap.group.rule). */
final class MapRule {
    private final ObjectNode rule;
    private ObjectNode source;

    private MapRule(ObjectNode rule) {
        this.rule = rule;
    }

    /** Another rule of a group or of a rule. */
    static MapRule in(ArrayNode rules, String name) {
        return new MapRule(rules.addObject().put("name", MapNames.rule(name)));
    }

    ArrayNode rules() {
        return rule.withArray("rule");
    }

    /** Its source is what a variable holds. */
    MapRule from(String context) {
        source = rule.putArray("source").addObject().put("context", context);
        return this;
    }

    /** Its source is each value of an element. */
    MapRule from(String context, String element, String variable) {
        from(context);
        source.put("element", element).put("variable", variable);
        return this;
    }

    /** Only values of a type, of an element that may have several. */
    MapRule typed(String type) {
        source.put("type", type);
        return this;
    }

    /** Only the first of a list, or all but that one. */
    MapRule listed(String mode) {
        source.put("listMode", mode);
        return this;
    }

    /** @param condition in FHIRPath; empty for none */
    MapRule where(String condition) {
        if (!condition.isEmpty()) {
            source.put("condition", condition);
        }
        return this;
    }

    /** What must hold, or the map stops. */
    MapRule check(String condition) {
        source.put("check", condition);
        return this;
    }

    /** Makes an element, of the type that its definition says. */
    MapRule make(String context, String element, String variable) {
        target(context, element).put("variable", variable);
        return this;
    }

    /** Makes an element that may have several types. */
    MapRule create(String context, String element, String variable, String type) {
        ObjectNode one = target(context, element).put("variable", variable).put("transform", "create");
        one.putArray("parameter").addObject().put("valueString", type);
        return this;
    }

    /** Says a value that is always the same. */
    MapRule say(String context, String element, String value) {
        transform(context, element, "copy").addObject().put("valueString", value);
        return this;
    }

    MapRule copy(String context, String element, String variable) {
        transform(context, element, "copy").addObject().put("valueId", variable);
        return this;
    }

    /** Says what an expression finds in what a variable of the source holds. */
    MapRule evaluate(String context, String element, String variable, String expression) {
        transform(context, element, "evaluate")
                .addObject()
                .put("valueString", "%" + variable + ".select(" + expression + ")");
        return this;
    }

    /** Goes on in a group. */
    MapRule then(String group, String... variables) {
        ArrayNode given =
                rule.withArray("dependent").addObject().put("name", group).putArray("variable");
        for (String variable : variables) {
            given.add(variable);
        }
        return this;
    }

    private ArrayNode transform(String context, String element, String transform) {
        return target(context, element).put("transform", transform).putArray("parameter");
    }

    private ObjectNode target(String context, String element) {
        return rule.withArray("target")
                .addObject()
                .put("context", context)
                .put("contextType", "variable")
                .put("element", element);
    }
}
