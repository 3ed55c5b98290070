package nl.ooievaar.mappings.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A field or a group of the dossier, as its forms have it.
 *
 * @param shared the type whose fields it has, when it has no own ones
 */
record Node(String name, Row row, Optional<Primitive> value, Optional<String> shared, Map<String, Node> own) {

    static Node group(String name, Row row) {
        return new Node(name, row, Optional.empty(), Optional.empty(), new LinkedHashMap<>());
    }

    static Node shared(String name, Row row, String type) {
        return new Node(name, row, Optional.empty(), Optional.of(type), Map.of());
    }

    static Node value(String name, Row row, Primitive type) {
        return new Node(name, row, Optional.of(type), Optional.empty(), Map.of());
    }
}
