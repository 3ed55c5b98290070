package nl.ooievaar.mappings.source;

import java.util.Optional;
import nl.ooievaar.mappings.account.Line;

/**
 * One field of a record with its value, as it stood there.
 *
 * @param index how many of this name stand before it in the same part, from 0
 * @param name as the source writes it, with the way to it where that part does not hold it itself
 * @param value as written, but a time of HL7 version 3 as ISO 8601 writes it; for a coded field the position in a pick list, which
 *     says nothing
 */
public record Leaf(
        Group group,
        String name,
        int index,
        Optional<Element> element,
        Optional<String> value,
        Optional<Coded> code,
        Optional<String> unit,
        Optional<String> root,
        boolean pointer,
        int line,
        int column) {

    /** @param system an OID, or an address where the source has one */
    public record Coded(String code, String system, Optional<String> display, Optional<String> original) {}

    public Line.Place place() {
        return new Line.Place(group.path() + "/" + name + (index > 0 ? "[" + index + "]" : ""), line, column);
    }
}
