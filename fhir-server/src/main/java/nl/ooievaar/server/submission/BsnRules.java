package nl.ooievaar.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import nl.ooievaar.subject.person.Bsn;

/**
 * Where a citizen service number may stand in what is written: as the value of an identifier of that system, by a care provider
 * (Wabvpz), and nowhere that ends up in a link. Walks the whole resource, whatever its type: contained resources, logical
 * references and extensions too. A message names the place, never the number.
 */
final class BsnRules {
    /** The system of FHIR, and its OID as a URI. */
    private static final Set<String> SYSTEMS = Set.of(Placement.BSN, "urn:oid:2.16.840.1.113883.2.4.6.3");

    /** Properties that end up in addresses; the references were resolved before. */
    private static final Set<String> LINKS =
            Set.of("id", "reference", "url", "uri", "valueId", "valueUrl", "valueUri", "valueCanonical", "endpoint");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final boolean careProvider;

    private BsnRules(boolean careProvider) {
        this.careProvider = careProvider;
    }

    static void check(Planned one, Viewer viewer) {
        String at = one.entry.at().isEmpty() ? one.type : one.entry.at();
        if (one.entry.fullUrl().filter(Bsn::occursIn).isPresent()) {
            throw no(Reason.BSN_IN_LINK, at.replaceFirst("\\.resource$", ".fullUrl"));
        }
        try {
            new BsnRules(viewer.careProvider()).object(JSON.readTree(one.stored), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void object(JsonNode object, String at) {
        if (numbered(object)) {
            if (!careProvider) {
                throw no(Reason.BSN_NOT_FOR_PARTY, at);
            }
            String value = object.path(object.has("value") ? "value" : "code").asText();
            // A value that is withheld has an extension that says why.
            if (!value.isEmpty() && Bsn.parse(value).isEmpty()) {
                throw no(Reason.BSN_INVALID, at + (object.has("value") ? ".value" : ".code"));
            }
        }
        object.properties().forEach(property -> value(property.getKey(), property.getValue(), at));
    }

    /** Of the system itself; or a bare number with no system at all, which can be taken for nothing else. */
    private static boolean numbered(JsonNode object) {
        String system = object.path("system").asText();
        return SYSTEMS.contains(system)
                || system.isEmpty()
                        && object.path("value").isTextual()
                        && Bsn.parse(object.path("value").textValue()).isPresent();
    }

    private void value(String name, JsonNode value, String around) {
        String at = around + "." + name;
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                one(name, value.get(i), at + "[" + i + "]");
            }
        } else {
            one(name, value, at);
        }
    }

    private void one(String name, JsonNode value, String at) {
        if (value.isObject()) {
            object(value, at);
        } else if (value.isTextual() && LINKS.contains(name) && Bsn.occursIn(value.textValue())) {
            throw no(Reason.BSN_IN_LINK, at);
        }
    }

    private static RefusedException no(Reason reason, String at) {
        return Refusal.of(reason).at(at).exception();
    }
}
