package nl.ooievaar.mappings.dossier;

import java.util.Optional;

/**
 * A field of a part of the dossier and where it stands in R4, its shared type not taken apart; or a value that only stands in R4.
 *
 * @param dossier from its part; of a value that only stands in R4, where something must stand for it to be said
 * @param r4 from its resource
 * @param value the kind of value, unless the field has a shared type
 * @param shared the name of its shared type
 * @param said the value that only stands in R4, or {@code $subject}
 * @param discussed whether it is only said of a theme that was discussed
 */
record Way(
        Path dossier,
        Path r4,
        Optional<Primitive> value,
        Optional<String> shared,
        Optional<String> said,
        boolean discussed) {

    boolean field() {
        return said.isEmpty();
    }

    boolean reference() {
        return shared.filter("reference"::equals).isPresent();
    }

    boolean subject() {
        return said.filter(Rule.Implied.SUBJECT::equals).isPresent();
    }
}
