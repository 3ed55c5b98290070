package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A line of an address, and a family name, as they are read aloud out of their parts. */
final class PatientAloud {
    private static final List<String> LINE = List.of("street", "house-number", "house-letter", "house-addition");

    private PatientAloud() {}

    /** @param urls of the extensions that hold the parts */
    static void line(ObjectNode address, Map<String, String> urls) {
        String line = words(address.at("/_line/0/extension"), LINE, urls);
        if (!line.isEmpty()) {
            address.putArray("line").add(line);
        }
    }

    /**
     * @param urls of the extensions that hold the parts
     * @param order of the extension that tells which of both names she uses
     * @return whether there is one
     */
    static boolean family(ObjectNode name, Map<String, String> urls, String order) {
        String use = Json.where(name.path("extension"), "/url", order)
                .map(it -> it.path("valueCode").asText())
                .orElse("NL1");
        String family = names(use).stream()
                .map(whose -> words(name.at("/_family/extension"), List.of(whose + "-prefix", whose + "-family"), urls))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("-"));
        if (!family.isEmpty()) {
            name.put("family", family);
        }
        return !family.isEmpty();
    }

    private static String words(JsonNode extensions, List<String> parts, Map<String, String> urls) {
        return parts.stream()
                .flatMap(part -> Json.where(extensions, "/url", urls.get(part)).stream())
                .map(it -> it.path("valueString").asText())
                .collect(Collectors.joining(" "));
    }

    /** Which of the two family names she uses, and in which order (nl-core NameInformation, naamgebruik). */
    private static List<String> names(String use) {
        return switch (use) {
            case "NL2" -> List.of("partner");
            case "NL3" -> List.of("partner", "own");
            case "NL4" -> List.of("own", "partner");
            default -> List.of("own");
        };
    }
}
