package nl.ooievaar.profiles.sure;

import com.fasterxml.jackson.databind.JsonNode;

/** The pattern[x] of an element definition (FHIR R4, ElementDefinition.pattern[x]). */
final class Patterns {
    private Patterns() {}

    /** Whether the value holds all that the pattern tells; each entry of a list in some entry. */
    static boolean holds(JsonNode value, JsonNode pattern) {
        if (pattern.isObject()) {
            return pattern.properties().stream()
                    .allMatch(told -> value.has(told.getKey()) && holds(value.get(told.getKey()), told.getValue()));
        }
        if (pattern.isArray()) {
            for (JsonNode told : pattern) {
                boolean some = false;
                for (JsonNode item : value) {
                    some |= holds(item, told);
                }
                if (!some) {
                    return false;
                }
            }
            return true;
        }
        return pattern.equals(value);
    }
}
