package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.consent.DataClass;
import org.springframework.stereotype.Component;

/** What the gate let through, as the bridges read it. */
@Component
class SeenJson {
    private static final String DATA_CLASS = "http://ooievaar.example/fhir/CodeSystem/phb-data-class";
    private static final Set<String> CLOSED = Set.of(DataClass.SAFEGUARDING.code(), DataClass.WITHHELD_ADDRESS.code());

    /** A decimal stays as precise as it was. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Vault vault;

    SeenJson(Vault vault) {
        this.vault = vault;
    }

    /** With its class as a label where that closes it, also when it was not written with one. */
    ObjectNode labelled(Seen seen) {
        ObjectNode resource = read(vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body()));
        if (seen.withheld() || CLOSED.contains(seen.dataClass())) {
            String code = CLOSED.contains(seen.dataClass()) ? seen.dataClass() : DataClass.SAFEGUARDING.code();
            resource.withObject("/meta")
                    .withArray("security")
                    .addObject()
                    .put("system", DATA_CLASS)
                    .put("code", code);
        }
        return resource;
    }

    /** A collection in which whoever keeps a Patient of this person names her in one way. */
    ObjectNode collection(List<Seen> all, Set<String> others, String woman) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        for (Seen seen : all) {
            ObjectNode resource = labelled(seen);
            rename(resource, others, woman);
            entries.addObject().set("resource", resource);
        }
        return bundle;
    }

    private static void rename(JsonNode node, Set<String> others, String woman) {
        if (node instanceof ObjectNode object
                && others.contains(object.path("reference").asText())) {
            object.put("reference", woman);
        }
        node.forEach(child -> rename(child, others, woman));
    }

    static ObjectNode read(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
