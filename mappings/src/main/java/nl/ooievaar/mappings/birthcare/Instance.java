package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.ooievaar.mappings.source.Dataset;
import nl.ooievaar.mappings.source.Element;

/** One fact of one part of a record, while its resource is made. */
final class Instance {
    final Fact fact;
    /** Where it stands in its record; the same for the same part of a newer one. */
    final String place;

    final ObjectNode resource;
    final Set<Element> elements = new LinkedHashSet<>();
    private final Set<String> put = new LinkedHashSet<>();

    Instance(Fact fact, String place, Dataset dataset) {
        this.fact = fact;
        this.place = place;
        this.resource = Shape.of(fact).begin(fact, dataset);
    }

    /** @return whether this is the first of this part */
    boolean first(String part, int repeat) {
        return put.add(part + " " + repeat);
    }
}
