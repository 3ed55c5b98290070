package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One resource of a source in R4.
 *
 * @param at where it stands in the source
 * @param fullUrl empty where it has none
 */
record Incoming(Path at, JsonNode resource, String fullUrl) {
    private static final String BASE = "http://ooievaar.example/fhir/StructureDefinition/";
    /** Of these there are several that mean something else: only the profile says which it is. */
    static final Set<String> CLAIMED = Set.of("Patient", "Encounter", "RelatedPerson");

    static List<Incoming> of(JsonNode source) {
        if (!source.path("resourceType").asText().equals("Bundle")) {
            return List.of(new Incoming(new Path(List.of()), source, ""));
        }
        List<Incoming> all = new ArrayList<>();
        for (int i = 0; i < source.path("entry").size(); i++) {
            JsonNode entry = source.path("entry").get(i);
            if (entry.path("resource").isObject()) {
                Path at = new Path(List.of(new Path.Step("entry", "", i), new Path.Step("resource", "", Path.NONE)));
                all.add(new Incoming(
                        at, entry.get("resource"), entry.path("fullUrl").asText()));
            }
        }
        return all;
    }

    String type() {
        return resource.path("resourceType").asText();
    }

    /** How other records name it; empty where they can't. */
    String key() {
        String id = resource.path("id").asText();
        boolean address = fullUrl.isEmpty() || fullUrl.startsWith("http");
        return address && !id.isEmpty() ? type() + "/" + id : fullUrl;
    }

    boolean named(String reference) {
        return !reference.isEmpty() && (reference.equals(key()) || reference.equals(fullUrl));
    }

    /** Whether its custodian closed it: safety at home, a withheld address, or what is kept from her. */
    boolean marked() {
        return Marks.closed(resource.path("meta").path("security"))
                || profile().equals(Optional.of(BASE + "phb-withheld-address"));
    }

    boolean inError() {
        return resource.path("status").asText().equals("entered-in-error")
                || resource.path("lifecycleStatus").asText().equals("entered-in-error");
    }

    /** The first profile of ours that it claims, without a version. */
    Optional<String> profile() {
        for (JsonNode claimed : resource.path("meta").path("profile")) {
            if (claimed.asText().startsWith(BASE)) {
                return Optional.of(bare(claimed.asText()));
            }
        }
        return Optional.empty();
    }

    static String bare(String canonical) {
        int version = canonical.indexOf('|');
        return version < 0 ? canonical : canonical.substring(0, version);
    }

    boolean fits(Part part) {
        boolean kind = type().equals(part.resourceType())
                && profile().map(part.profiles()::contains).orElse(!CLAIMED.contains(type()));
        return kind
                && part.discriminator()
                        .map(one -> one.accepts(resource.path(one.field()).asText()))
                        .orElse(true)
                && part.implied().stream()
                        .filter(one ->
                                one.anchor().steps().isEmpty() && !one.value().equals(Rule.Implied.SUBJECT))
                        .allMatch(one -> text(one.r4()).equals(one.value()));
    }

    /** What stands at a place; empty when nothing does. */
    String text(Path path) {
        JsonNode node = resource;
        for (Path.Step step : path.steps()) {
            node = node.path(step.name());
            node = step.index() == Path.NONE ? node : node.path(step.index());
        }
        return node.asText("");
    }
}
