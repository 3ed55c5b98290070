package nl.ooievaar.mappings.maps;

import java.util.List;
import java.util.Optional;

/**
 * A map of codes as it is published (FHIR R4, ConceptMap).
 *
 * @param id of the definition, the last part of its address
 * @param about of what to what, and where that is from
 */
public record CodeMap(String id, Words title, Words about, List<Group> groups) {

    /** The same in Dutch and English. */
    public record Words(String nl, String en) {}

    /** @param source and @param target the systems of the codes */
    public record Group(String source, String target, List<Entry> entries) {}

    /** One code and what it is in the other system: at least one target, which may say that there is none. */
    public record Entry(String code, List<Target> targets) {}

    /**
     * @param code empty where there is none
     * @param equivalence of this code to the one asked (FHIR R4, ConceptMapEquivalence)
     * @param comment where it is from, and why it is not the same
     */
    public record Target(Optional<String> code, String equivalence, String comment) {

        static Target none(String comment) {
            return new Target(Optional.empty(), "unmatched", comment);
        }

        static Target of(String code, String equivalence, String comment) {
            return new Target(Optional.of(code), equivalence, comment);
        }
    }

    /** As a name that a machine can use. */
    String name() {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }
}
