package nl.ooievaar.mappings.birthcare;

import java.util.Set;
import nl.ooievaar.mappings.source.Group;

/** Of which parts about the woman a record may hold several: her addresses, numbers and languages. */
final class Repeats {
    private static final Set<String> PARTS =
            Set.of("telefoonnummers", "email_adressen", "adresgegevens", "adres", "taalvaardigheid");

    private Repeats() {}

    static int of(Group group) {
        return PARTS.contains(group.name()) ? group.index() : 0;
    }
}
