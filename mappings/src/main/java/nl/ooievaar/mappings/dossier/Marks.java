package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;

/** Labels that close a record to every bridge: safety at home, a withheld address, and what its custodian keeps from her. */
public final class Marks {
    private static final String DATA_CLASS = "http://ooievaar.example/fhir/CodeSystem/phb-data-class";
    private static final String WITHHELD = "http://ooievaar.example/fhir/CodeSystem/phb-withheld";
    private static final Set<String> CLOSED = Set.of("safeguarding", "withheld-address");

    private Marks() {}

    /** @param labels a list of codings, as {@code meta.security} or a part of a dossier has it */
    public static boolean closed(JsonNode labels) {
        if (labels.isObject()) {
            return closed(labels.path("system").asText(), labels.path("code").asText());
        }
        for (JsonNode label : labels) {
            if (closed(label.path("system").asText(), label.path("code").asText())) {
                return true;
            }
        }
        return false;
    }

    /** The same in FHIRPath, of one label. */
    static String expression() {
        String codes =
                CLOSED.stream().sorted().map(one -> "code = '" + one + "'").collect(Collectors.joining(" or "));
        return "system = '" + WITHHELD + "' or (system = '" + DATA_CLASS + "' and (" + codes + "))";
    }

    static boolean closed(String system, String code) {
        return system.equals(WITHHELD) || system.equals(DATA_CLASS) && CLOSED.contains(code);
    }
}
