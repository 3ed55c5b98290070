package nl.ooievaar.mappings.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names in a StructureMap: variables of one group, each once, and groups. */
final class MapNames {
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

    /** A rule is named as a variable is: letters and digits. */
    static String rule(String name) {
        StringBuilder made = new StringBuilder();
        for (String word : name.split("[.-]")) {
            made.append(made.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return made.toString();
    }

    static String group(String path) {
        StringBuilder made = new StringBuilder();
        for (String word : path.split("\\.")) {
            made.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word, 1, word.length());
        }
        return made.toString();
    }
}
