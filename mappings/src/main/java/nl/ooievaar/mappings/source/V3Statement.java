package nl.ooievaar.mappings.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a part of a message of HL7 version 3 is about.
 *
 * @param template the last arc of the template of birth care to which it was made; empty when it names none
 * @param code what it is about; empty when it has none
 * @param outer the statement around it
 */
record V3Statement(String template, String code, Optional<V3Statement> outer) {
    private static final String TEMPLATES = "2.16.840.1.113883.2.4.6.10.90.";

    /** Empty for an element that states nothing by itself. */
    static Optional<V3Statement> of(Node node) {
        if (node.children.isEmpty()) {
            return Optional.empty();
        }
        boolean templated = node.first("templateId").isPresent();
        Optional<String> code = node.first("code").flatMap(it -> it.attribute("code"));
        if (!templated && !(node.has("moodCode") && code.isPresent())) {
            return Optional.empty();
        }
        String template = node.all("templateId")
                .flatMap(it -> it.attribute("root").stream())
                .filter(it -> it.startsWith(TEMPLATES))
                .map(it -> it.substring(TEMPLATES.length()))
                .findFirst()
                .orElse("");
        return Optional.of(new V3Statement(template, code.orElse(""), Optional.empty()));
    }

    static V3Statement none() {
        return new V3Statement("", "", Optional.empty());
    }

    V3Statement in(V3Statement around) {
        return new V3Statement(template, code, Optional.of(around));
    }

    /**
     * By which a table may name it, the narrowest first: within the statement around it, within the nearest that was made to a
     * template where that one was not, then alone.
     */
    List<String> names() {
        Stream<V3Statement> around = Stream.concat(outer.stream(), outer.flatMap(V3Statement::made).stream());
        return Stream.concat(
                        around.distinct().flatMap(V3Statement::own).flatMap(within -> own().map(
                                        it -> within + "/" + it)),
                        own())
                .toList();
    }

    private Optional<V3Statement> made() {
        return template.isEmpty() ? outer.flatMap(V3Statement::made) : Optional.of(this);
    }

    private Stream<String> own() {
        return Stream.of(template, code).filter(it -> !it.isEmpty());
    }
}
