package nl.ooievaar.mappings.dossier;

import java.util.List;

/** A dossier as it was read: its values in their order. Immutable. */
public final class DossierSource {
    private final List<Field> fields;

    DossierSource(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    List<Field> fields() {
        return fields;
    }

    /** How many values it has. */
    public int leaves() {
        return fields.size();
    }
}
