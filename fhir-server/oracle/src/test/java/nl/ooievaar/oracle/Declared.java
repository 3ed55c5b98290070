package nl.ooievaar.oracle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the page of types promises: which types can be searched, and by what. */
final class Declared {
    private final Map<String, List<RuntimeSearchParam>> byType = new LinkedHashMap<>();

    static Declared read(FhirContext fhir) throws IOException {
        Declared found = new Declared();
        for (String line : Files.readAllLines(Path.of("../../src/docs/types.md"))) {
            String[] cell = line.split(" *\\| *");
            boolean searched = cell.length > 5 && cell[3].matches("[crvuph]*s") && !cell[2].equals("system");
            // The oracle would act on a SearchParameter it is given, instead of only finding it.
            searched &= cell.length > 1 && !cell[1].equals("SearchParameter");
            if (searched) {
                found.byType.put(
                        cell[1],
                        Stream.of(cell[5].split(", "))
                                .map(name -> fhir.getResourceDefinition(cell[1]).getSearchParam(name))
                                // Those of our own package it does not know.
                                .filter(Objects::nonNull)
                                .toList());
            }
        }
        return found;
    }

    /** The system types are left out: an audit trail grows with every search. */
    List<String> types() {
        return List.copyOf(byType.keySet());
    }

    List<RuntimeSearchParam> of(String type) {
        return byType.get(type);
    }

    /** The types a reference may point at, as far as they are searched here. */
    List<String> targets(RuntimeSearchParam reference) {
        List<String> found = new ArrayList<>(types());
        if (reference.hasTargets()) {
            found.retainAll(reference.getTargets());
        }
        return found;
    }
}
