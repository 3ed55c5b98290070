package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.ooievaar.mappings.dossier.Marks;

/**
 * One resource of a source in R4.
 *
 * @param at where it stands in the source
 * @param fullUrl empty where it has none
 */
record Outgoing(Path at, JsonNode resource, String fullUrl) {
    private static final String PROFILES = "http://ooievaar.example/fhir/StructureDefinition/";

    static List<Outgoing> of(JsonNode source) {
        if (!source.path("resourceType").asText().equals("Bundle")) {
            return List.of(new Outgoing(Path.ROOT, source, ""));
        }
        List<Outgoing> all = new ArrayList<>();
        for (int i = 0; i < source.path("entry").size(); i++) {
            JsonNode entry = source.path("entry").get(i);
            Path at = Path.ROOT.then(new Path.Step("entry", i)).then("resource");
            all.add(new Outgoing(
                    at, entry.path("resource"), entry.path("fullUrl").asText()));
        }
        return all;
    }

    String type() {
        return resource.path("resourceType").asText();
    }

    boolean named(String reference) {
        String id = resource.path("id").asText();
        int version = reference.indexOf("/_history/");
        String record = version < 0 ? reference : reference.substring(0, version);
        boolean byKey = !id.isEmpty() && (record.equals(type() + "/" + id) || record.endsWith("/" + type() + "/" + id));
        return byKey || !fullUrl.isEmpty() && record.equals(fullUrl);
    }

    boolean claims(String profile) {
        for (JsonNode one : resource.path("meta").path("profile")) {
            if (one.asText().equals(PROFILES + profile) || one.asText().startsWith(PROFILES + profile + "|")) {
                return true;
            }
        }
        return false;
    }

    /** Whether its custodian closed it: safety at home, a withheld address, or what is kept from her. */
    boolean marked() {
        return Marks.closed(resource.path("meta").path("security")) || claims("phb-withheld-address");
    }

    boolean inError() {
        return resource.path("status").asText().equals("entered-in-error")
                || resource.path("lifecycleStatus").asText().equals("entered-in-error");
    }

    /** Says something that changes what the rest means: who does not know it may not take the rest. */
    boolean modified() {
        return resource.has("implicitRules") || resource.findValue("modifierExtension") != null;
    }
}
