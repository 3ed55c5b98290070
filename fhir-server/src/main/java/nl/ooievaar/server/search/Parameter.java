package nl.ooievaar.server.search;

import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.List;

/**
 * A declared search parameter of one type, as FHIR R4 defines it.
 *
 * @param targets offered types a reference may point at; empty for other kinds
 * @param single whether a resource carries at most one value
 */
public record Parameter(
        String type, String name, Kind kind, List<String> targets, boolean single, RuntimeSearchParam definition) {

    /** How values compare (FHIR R4 search, section 3.1.1.4). */
    public enum Kind {
        TOKEN,
        STRING,
        DATE,
        REFERENCE,
        URI
    }

    /** The paths of the definition that apply to this type. */
    List<String> paths() {
        return definition.getPathsSplitForResourceType(type);
    }
}
