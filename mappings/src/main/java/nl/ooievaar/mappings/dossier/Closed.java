package nl.ooievaar.mappings.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.ooievaar.mappings.account.Why;

/**
 * What is closed within a record that is not: a reference to one that is marked, whole, for its display may tell what it hides; and an
 * address that is kept secret.
 */
final class Closed {
    private static final String ADDRESS_USE = "http://hl7.org/fhir/StructureDefinition/iso21090-AD-use";

    private final Set<Path> groups = new HashSet<>();

    /** @param names how the marked records are named */
    Closed(List<Field> fields, Set<String> names) {
        for (Field field : fields) {
            Path path = field.path();
            if (path.last().name().equals("reference")
                    && names(names, field.value().asText())) {
                groups.add(path.to(path.size() - 1));
            }
            boolean use =
                    path.size() > 2 && path.steps().get(path.size() - 2).key().equals(ADDRESS_USE);
            if (use && field.value().asText().equals("CONF")) {
                groups.add(path.to(path.size() - 2));
            }
        }
    }

    /** By its key, by an address that ends in it, or in one of its versions. */
    private static boolean names(Set<String> names, String reference) {
        int version = reference.indexOf("/_history/");
        String record = version < 0 ? reference : reference.substring(0, version);
        return names.stream().anyMatch(name -> record.equals(name) || record.endsWith("/" + name));
    }

    /** What becomes of a value, unless it stands in such a reference. */
    Fate unless(Path path, Fate fate) {
        for (int i = 1; i < path.size() && !groups.isEmpty(); i++) {
            if (groups.contains(path.to(i))) {
                return fate instanceof Fate.Left || fate instanceof Fate.Rejected ? fate : new Fate.Left(Why.MARKED);
            }
        }
        return fate;
    }
}
