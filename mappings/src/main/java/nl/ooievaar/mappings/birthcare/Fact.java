package nl.ooievaar.mappings.birthcare;

import java.util.List;

/**
 * Something that a record tells of the woman, as one resource of R4.
 *
 * @param resource the type that carries it; "-" when it only dates others
 * @param profile of ours, empty when base R4 is enough
 * @param snomed the codes that say what it is, where their source is known
 * @param per the parts of a record that make one of it, nearest first; "-" when a record tells it once; empty when the part in which
 *     its field stands does
 */
record Fact(String name, String resource, String profile, List<String> snomed, List<String> per, String nl, String en) {

    /** A record tells it once, wherever its parts stand. */
    boolean single() {
        return per.equals(List.of("-"));
    }
}
