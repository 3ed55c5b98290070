package nl.ooievaar.mappings.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.ooievaar.mappings.birthcare.BirthCareNames;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Mapped;

/** What a record tells, in whichever form it came: each value and code with the fact and the place in it where it stands. */
final class Facts {
    static final Readers READERS = new Readers(Limits.USUAL, new BirthCareNames());

    private static final Set<String> SAID_OTHERWISE = Set.of("meta", "display", "text");

    private Facts() {}

    static SortedSet<String> of(byte[] bytes) {
        Mapped mapped = FromBirthCare.map(READERS.read(bytes));
        SortedSet<String> facts = new TreeSet<>();
        for (Mapped.Made made : mapped.resources()) {
            // Where the record itself is says in which form it came.
            if (!made.fact().equals("source")) {
                facts(made.fact(), made.resource(), facts);
            }
        }
        return facts;
    }

    private static void facts(String at, JsonNode node, Set<String> facts) {
        if (node.isArray()) {
            node.forEach(one -> facts(at, one, facts));
        } else if (!node.isObject()) {
            facts.add(at + " = " + node.asText());
        } else if (!FromBirthCare.IDENTIFIER.equals(node.path("system").asText())) {
            node.properties().stream()
                    .filter(it -> !SAID_OTHERWISE.contains(it.getKey()))
                    .forEach(it -> facts(at + "." + it.getKey(), it.getValue(), facts));
        }
    }
}
