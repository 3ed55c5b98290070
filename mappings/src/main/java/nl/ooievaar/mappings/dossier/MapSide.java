package nl.ooievaar.mappings.dossier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a StructureMap names the elements of one of its sides. */
enum MapSide {
    /** Elements are named by the steps of their path. */
    DOSSIER {
        @Override
        String element(String name) {
            return name;
        }

        @Override
        Optional<String> type(String name) {
            return Optional.empty();
        }

        @Override
        String step(Path.Step step) {
            return step.name();
        }
    },
    /** Items and extensions are told apart by their key, and an element that may have several types is named without the one it has. */
    R4 {
        @Override
        String element(String name) {
            Matcher choice = CHOICE.matcher(name);
            return choice.matches() ? choice.group(1) : name.startsWith("_") ? name.substring(1) : name;
        }

        @Override
        Optional<String> type(String name) {
            Matcher choice = CHOICE.matcher(name);
            return choice.matches() ? Optional.of(type(choice)) : Optional.empty();
        }

        private static String type(Matcher choice) {
            String type = choice.group(2);
            return PRIMITIVES.contains(type)
                    ? type.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + type.substring(1)
                    : type;
        }

        @Override
        String step(Path.Step step) {
            String key = keyed(step);
            return element(step.name())
                    + (key.isEmpty() ? "" : ".where(" + key + ")")
                    + (step.index() == 0 ? ".first()" : "")
                    + type(step.name()).map(type -> ".ofType(" + type + ")").orElse("");
        }
    };

    private static final Pattern CHOICE =
            Pattern.compile("(value|effective|scheduled|author|start|due)([A-Z][A-Za-z]+)");
    private static final Set<String> PRIMITIVES =
            Set.of("String", "Code", "Boolean", "Integer", "Decimal", "Date", "DateTime", "Uri");

    /** An element as its definition has it. */
    abstract String element(String name);

    /** The type of an element that may have several. */
    abstract Optional<String> type(String name);

    /** In FHIRPath. */
    abstract String step(Path.Step step);

    String path(List<Path.Step> steps) {
        return steps.stream().map(this::step).collect(Collectors.joining("."));
    }

    /** What tells those of a list apart, in FHIRPath; empty where only their order does. */
    static String keyed(Path.Step step) {
        return step.key().isEmpty() ? "" : Field.key(step.name()) + " = '" + step.key() + "'";
    }
}
