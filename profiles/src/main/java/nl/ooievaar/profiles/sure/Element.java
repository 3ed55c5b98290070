package nl.ooievaar.profiles.sure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One element of a definition, compiled.
 *
 * @param min least number of values
 * @param max greatest number of values
 * @param repeats whether JSON writes it as a list
 * @param types what a value may be
 * @param rule stands for all invariants of the element
 * @param required the value sets a code must be in
 * @param fixed the one allowed value, or null
 * @param pattern what a value must contain, or null
 * @param slices named sorts of values, with their own elements
 * @param closed whether each value must be of a named sort
 * @param children the members of its values where the definition says more of them than their type; else null
 */
record Element(
        int min,
        int max,
        boolean repeats,
        List<Type> types,
        Predicate<JsonNode> rule,
        List<String> required,
        JsonNode fixed,
        JsonNode pattern,
        List<Slice> slices,
        boolean closed,
        Children children) {

    /** A type of an element: its code, the profiles on it, and for a reference the types it may point to; empty for all. */
    record Type(String code, List<String> profiles, Set<String> targets) {}

    /** A named sort of values, known by what it holds; of some values it is unclear whether they are of this sort. */
    record Slice(Predicate<JsonNode> matches, Predicate<JsonNode> unclear, Element element) {}

    /** A JSON property: the element it gives, and as which type. */
    record Member(Element element, Type type) {}

    /** The JSON properties an object may have, and the elements it must have. */
    record Children(Map<String, Member> members, List<Element> all) {}

    boolean needed() {
        return min > 0 || slices.stream().anyMatch(slice -> slice.element().min() > 0);
    }
}
