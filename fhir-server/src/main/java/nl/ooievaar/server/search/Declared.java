package nl.ooievaar.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a search may name: for refusals, and for the truth in {@code metadata}. */
final class Declared {
    static final List<String> CONTROLS = List.of(
            "_id",
            "_lastUpdated",
            "_sort",
            "_count",
            "_total",
            "_summary",
            "_elements",
            "_include",
            "_revinclude",
            "_format",
            "_pretty");

    private Declared() {}

    static List<String> names(Parameters parameters, String type) {
        return Stream.concat(parameters.of(type).stream().map(Parameter::name), CONTROLS.stream())
                .toList();
    }

    static List<String> modifiers(Parameter parameter) {
        return switch (parameter.kind()) {
            case TOKEN -> List.of("missing", "not");
            case STRING -> List.of("missing", "exact", "contains");
            case DATE, URI -> List.of("missing");
            case REFERENCE -> {
                List<String> found = new ArrayList<>(List.of("missing", "identifier"));
                found.addAll(parameter.targets());
                yield found;
            }
        };
    }

    static List<String> withModifiers(Parameter parameter) {
        return Stream.concat(
                        Stream.of(parameter.name()),
                        modifiers(parameter).stream().map(one -> parameter.name() + ':' + one))
                .toList();
    }
}
