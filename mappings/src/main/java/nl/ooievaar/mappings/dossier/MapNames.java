package nl.ooievaar.mappings.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in a StructureMap: variables of one group, each once, and elements as the definitions of R4 have them. */
final class MapNames {
    private static final Pattern CHOICE = Pattern.compile("(value|effective|scheduled|author)([A-Z][A-Za-z]+)");
    private static final Set<String> PRIMITIVES =
            Set.of("String", "Code", "Boolean", "Integer", "Decimal", "Date", "DateTime", "Uri");

    private final Set<String> used;

    MapNames(List<String> inputs) {
        this.used = new HashSet<>(inputs);
    }

    String variable(String name) {
        String free = name;
        for (int i = 2; !used.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    /** An element that may have several types is named without the one it has. */
    static String element(String name) {
        Matcher choice = CHOICE.matcher(name);
        return choice.matches() ? choice.group(1) : name;
    }

    /** The type of an element that may have several. */
    static Optional<String> type(String name) {
        Matcher choice = CHOICE.matcher(name);
        return choice.matches()
                ? Optional.of(PRIMITIVES.contains(choice.group(2)) ? lower(choice.group(2)) : choice.group(2))
                : Optional.empty();
    }

    static String group(String path) {
        StringBuilder made = new StringBuilder();
        for (String word : path.split("\\.")) {
            made.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word, 1, word.length());
        }
        return made.toString();
    }

    private static String lower(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
