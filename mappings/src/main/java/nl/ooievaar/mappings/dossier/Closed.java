package nl.ooievaar.mappings.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.ooievaar.mappings.account.Why;

/** References to records that are marked: the whole of such a reference stays, for its display may tell what it hides. */
final class Closed {
    private final Set<Path> references = new HashSet<>();

    /** @param names how the marked records are named */
    Closed(List<Field> fields, Set<String> names) {
        if (names.isEmpty()) {
            return;
        }
        for (Field field : fields) {
            if (field.path().last().name().equals("reference")
                    && names(names, field.value().asText())) {
                references.add(field.path().to(field.path().size() - 1));
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
        for (int i = 1; i < path.size() && !references.isEmpty(); i++) {
            if (references.contains(path.to(i))) {
                return fate instanceof Fate.Left || fate instanceof Fate.Rejected ? fate : new Fate.Left(Why.MARKED);
            }
        }
        return fate;
    }
}
