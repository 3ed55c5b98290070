package nl.ooievaar.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The names of the elements that may stand in an element, as FHIR R4 defines them. */
final class Members {
    private Members() {}

    /** Those of the element at a FHIRPath that begins with the type of its resource; none, where that is unclear. */
    static Stream<String> of(String expression) {
        String[] steps = Expressions.element(expression).split("\\.");
        String path = steps[0];
        List<ElementDefinition> elements = elements(steps[0]);
        for (int i = 1; i < steps.length; i++) {
            path = path + '.' + steps[i];
            if (below(elements, path).isEmpty()) {
                String at = path;
                path = elements.stream()
                        .filter(one -> at.equals(one.getPath()) && one.getType().size() == 1)
                        .map(one -> one.getTypeFirstRep().getCode())
                        .findFirst()
                        .orElse("");
                elements = elements(path);
            }
        }
        return below(elements, path).stream();
    }

    private static List<ElementDefinition> elements(String type) {
        return !type.isEmpty()
                        && BaseDefinitions.r4().fetchStructureDefinition(type) instanceof StructureDefinition found
                ? found.getSnapshot().getElement()
                : List.of();
    }

    private static List<String> below(List<ElementDefinition> elements, String path) {
        List<String> names = new ArrayList<>();
        for (ElementDefinition element : elements) {
            String id = element.getPath();
            if (id.startsWith(path + '.') && id.indexOf('.', path.length() + 1) < 0) {
                String name = id.substring(path.length() + 1);
                if (name.endsWith("[x]")) {
                    String stem = name.substring(0, name.length() - 3);
                    element.getType().forEach(type -> names.add(stem + capital(type.getCode())));
                } else {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static String capital(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }
}
