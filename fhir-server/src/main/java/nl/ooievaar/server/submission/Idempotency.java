package nl.ooievaar.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.BusinessKeys;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.StoredForm;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/**
 * The same referral sent twice is one referral: the unit is the transaction, the key is the requester and its referral
 * identifier. Equal content gets the first answer again, decided anew by the gate; other content is refused with 409.
 */
@Component
public class Idempotency {
    private static final String KIND = "referral";

    private final BusinessKeys businessKeys;
    private final Keys keys;
    private final Lookup lookup;
    private final Vault vault;
    private final ObjectMapper json = new ObjectMapper();

    public Idempotency(BusinessKeys businessKeys, Keys keys, Lookup lookup, Vault vault) {
        this.businessKeys = businessKeys;
        this.keys = keys;
        this.lookup = lookup;
        this.vault = vault;
    }

    /** Runs the work once for each referral identifier it carries; must stand inside the transaction of the work. */
    public List<Submissions.Outcome> once(
            List<Entry> entries, byte[] body, Viewer viewer, Supplier<List<Submissions.Outcome>> work) {
        List<byte[]> identifiers = identifiers(entries);
        if (identifiers.isEmpty()) {
            return work.get();
        }
        byte[] content = keys.blind("content", canonical(body));
        byte[] first = identifiers.get(0);
        Optional<BusinessKeys.Holder> holder = businessKeys.find(viewer.party(), KIND, first);
        if (holder.isPresent()) {
            if (!Arrays.equals(content, holder.get().content().orElse(null))) {
                throw Refusal.of(Reason.DUPLICATE_REFERRAL).exception();
            }
            return again(holder.get().answer().orElse(""), viewer);
        }
        for (byte[] identifier : identifiers) {
            if (!businessKeys.claim(viewer.party(), KIND, identifier, content, viewer.now())) {
                throw Refusal.of(Reason.DUPLICATE_REFERRAL).exception();
            }
        }
        List<Submissions.Outcome> outcomes = work.get();
        String answer = String.join(
                " ", outcomes.stream().map(Submissions.Outcome::location).toList());
        businessKeys.answered(viewer.party(), KIND, first, answer);
        return outcomes;
    }

    private List<Submissions.Outcome> again(String answer, Viewer viewer) {
        List<Submissions.Outcome> outcomes = new ArrayList<>();
        for (String location : answer.split(" ")) {
            String[] parts = location.split("/");
            Seen seen = lookup.version(parts[0], UUID.fromString(parts[1]), Integer.parseInt(parts[3]), viewer)
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
            byte[] stored = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
            outcomes.add(
                    new Submissions.Outcome(200, seen.type(), seen.id(), seen.version(), seen.lastUpdated(), stored));
        }
        return outcomes;
    }

    private List<byte[]> identifiers(List<Entry> entries) {
        List<byte[]> found = new ArrayList<>();
        for (Entry entry : entries) {
            boolean referral = entry.method().equals("POST")
                    && StoredForm.top(entry.json(), "resourceType")
                            .filter("ServiceRequest"::equals)
                            .isPresent();
            if (referral) {
                for (JsonNode identifier : tree(entry.json()).path("identifier")) {
                    found.add(keys.blind(
                            KIND,
                            identifier.path("system").asText() + "|"
                                    + identifier.path("value").asText()));
                }
            }
        }
        return found;
    }

    /** Equal for the same content whatever the order of properties, white space and names of urn:uuid places. */
    private String canonical(byte[] body) {
        StringBuilder text = new StringBuilder();
        write(tree(body), text, new HashMap<>());
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder to, Map<String, String> places) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(f -> sorted.put(f.getKey(), f.getValue()));
            to.append('{');
            sorted.forEach((name, value) -> {
                to.append(name).append(':');
                write(value, to, places);
                to.append(',');
            });
            to.append('}');
        } else if (node.isArray()) {
            to.append('[');
            node.forEach(one -> {
                write(one, to, places);
                to.append(',');
            });
            to.append(']');
        } else if (node.isTextual() && node.asText().startsWith("urn:uuid:")) {
            to.append(places.computeIfAbsent(node.asText(), u -> "place" + places.size()));
        } else {
            to.append(node);
        }
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
