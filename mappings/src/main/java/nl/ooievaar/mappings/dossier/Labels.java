package nl.ooievaar.mappings.dossier;

import java.util.HashMap;
import java.util.Map;

/** The labels of one part of a dossier, as its values are read. Used by one thread. */
final class Labels {
    private final Map<Path, String> seen = new HashMap<>();

    /** @param path from the part */
    void see(Path path, String value) {
        if (path.size() == 2 && path.steps().get(0).name().equals("security")) {
            seen.put(path, value);
        }
    }

    boolean closed() {
        return seen.entrySet().stream()
                .filter(one -> one.getKey().last().name().equals("system"))
                .anyMatch(one -> Marks.closed(one.getValue(), code(one.getKey())));
    }

    private String code(Path system) {
        return seen.getOrDefault(system.to(1).then("code"), "");
    }
}
