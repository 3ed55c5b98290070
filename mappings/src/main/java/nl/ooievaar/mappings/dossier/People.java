package nl.ooievaar.mappings.dossier;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * How the woman and the partner are named in what is made.
 *
 * @param told whether the partner himself is in the dossier: without him nothing of his can be
 * @param about a record that speaks of her
 * @param aboutHim one that speaks of the partner
 */
record People(String woman, String partner, boolean told, Optional<Path> about, Optional<Path> aboutHim) {
    static final String UNNAMED = "urn:uuid:00000000-0000-4000-8000-00000000000";

    static People of(Map<Path, FromPart> made) {
        boolean told = made.values().stream()
                .anyMatch(part ->
                        part.exists() && part.part().person() && part.part().ofPartner());
        return new People(named(made, false), named(made, true), told, about(made, false), about(made, true));
    }

    private static Optional<Path> about(Map<Path, FromPart> made, boolean ofPartner) {
        return made.values().stream()
                .filter(part -> part.exists() && part.part().subject().isPresent())
                .filter(part -> part.part().ofPartner() == ofPartner)
                .min(Comparator.comparingInt(FromPart::entry))
                .map(FromPart::root);
    }

    private static String named(Map<Path, FromPart> made, boolean ofPartner) {
        return made.values().stream()
                .filter(part -> part.part().person() && part.part().ofPartner() == ofPartner)
                .map(FromPart::reference)
                .filter(reference -> !reference.isEmpty())
                .findFirst()
                .orElse(UNNAMED + (ofPartner ? "1" : "0"));
    }

    /** Whether it needs a name that the dossier did not give it, because other records speak of her or him. */
    boolean unnamed(FromPart person) {
        return person.part().person()
                && person.reference().isEmpty()
                && (person.part().ofPartner() ? aboutHim : about).isPresent();
    }

    String of(Part part) {
        return part.ofPartner() ? partner : woman;
    }
}
