package nl.ooievaar.mappings.dossier;

import java.util.Optional;

/**
 * A field of a part of the dossier and where it stands in R4, its shared type not taken apart, one way; or a value that only stands in R4.
 *
 * @param from the whole of what it comes from; of a value that only stands in R4, where something must stand for it to be said
 * @param to the whole of what it goes to
 * @param value the kind of value, unless the field has a shared type
 * @param shared the name of its shared type
 * @param said the value that only stands in R4, or {@code $subject}
 * @param discussed whether it is only said of a theme that was discussed
 * @param voice where R4 says who tells it, when that must be the one it is about
 */
record Way(
        Path from,
        Path to,
        Optional<Primitive> value,
        Optional<String> shared,
        Optional<String> said,
        boolean discussed,
        Optional<Path> voice) {

    boolean field() {
        return said.isEmpty();
    }

    boolean reference() {
        return shared.filter("reference"::equals).isPresent();
    }

    boolean subject() {
        return said.filter(Rule.Implied.SUBJECT::equals).isPresent();
    }

    /** The same, the other way. */
    Way back() {
        return new Way(to, from, value, shared, said, discussed, voice);
    }

    Way voiced(Path voice) {
        return new Way(from, to, value, shared, said, discussed, Optional.of(voice));
    }

    /** What only stands in R4, whatever the dossier says. */
    static Way said(Path to, String value) {
        return said(new Path(java.util.List.of()), to, value, false);
    }

    static Way said(Path anchor, Path to, String value, boolean discussed) {
        return new Way(anchor, to, Optional.empty(), Optional.empty(), Optional.of(value), discussed, Optional.empty());
    }

    static Way field(Path from, Path to, Optional<Primitive> value, Optional<String> shared, boolean discussed) {
        return new Way(from, to, value, shared, Optional.empty(), discussed, Optional.empty());
    }
}
