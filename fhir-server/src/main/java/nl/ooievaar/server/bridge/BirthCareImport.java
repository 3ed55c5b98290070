package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Mapped;
import nl.ooievaar.mappings.birthcare.Transaction;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.submission.Conditions;
import nl.ooievaar.server.submission.Entry;
import org.springframework.stereotype.Component;

/**
 * What a record changes in the file of who sends it: what is not there is made, what this record made before is brought up to date,
 * what says the same stays as it is.
 */
@Component
public class BirthCareImport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Conditions conditions;
    private final Vault vault;
    private final Audit audit;

    BirthCareImport(Conditions conditions, Vault vault, Audit audit) {
        this.conditions = conditions;
        this.vault = vault;
        this.audit = audit;
    }

    /**
     * What is to be sent, and what stays.
     *
     * @param entries resources first, each with its Provenance after all of them
     * @param same {@code Type/id} of what says the same already
     */
    public record Plan(List<Entry> entries, int resources, List<String> same) {}

    /** Reads what is there through the gate, which is on record; writes nothing. */
    public Plan plan(Mapped mapped, Caller caller, Viewer viewer, AuditedRequest request) {
        ArrayNode entries = (ArrayNode) Transaction.of(mapped, viewer.now()).get("entry");
        int resources = mapped.resources().size();
        List<Entry> sent = new ArrayList<>();
        List<Entry> origins = new ArrayList<>();
        List<String> same = new ArrayList<>();
        List<Audit.Touched> read = new ArrayList<>();
        for (int i = 0; i < resources; i++) {
            Mapped.Made made = mapped.resources().get(i);
            ObjectNode entry = (ObjectNode) entries.get(i);
            Optional<Seen> there = own(made, FromBirthCare.IDENTIFIER + "|" + made.identifier(), viewer);
            if (made.fact().equals("woman") && there.isEmpty()) {
                there = own(made, entry.at("/request/ifNoneExist").asText().replaceFirst("identifier=", ""), viewer);
            }
            there.map(Audit.Touched::of).ifPresent(read::add);
            if (there.isPresent() && stays(there.get(), made, entry.get("resource"))) {
                same.add(there.get().type() + "/" + there.get().id());
                continue;
            }
            int at = sent.size();
            sent.add(there.map(seen -> update(entry, seen, made, at)).orElseGet(() -> create(entry, at)));
            ObjectNode origin = (ObjectNode) entries.get(resources + i);
            if (there.isPresent()) {
                ((ObjectNode) origin.at("/resource/activity/coding/0")).put("code", "UPDATE");
            }
            origins.add(create(origin, resources + i));
        }
        if (!read.isEmpty()) {
            audit.record(request, caller, "R", read);
        }
        int written = sent.size();
        if (written > 0 && !isPatient(entries.get(0).get("resource"), sent.get(0))) {
            // What is about her names her in the same transaction, by the condition that finds her.
            sent.add(create((ObjectNode) entries.get(0), written));
        }
        sent.addAll(origins);
        return new Plan(sent, written, same);
    }

    private static boolean isPatient(JsonNode woman, Entry first) {
        return read(first.json()).path("resourceType").equals(woman.path("resourceType"));
    }

    /** What this record made before, in the file of the caller: what another keeps is not the caller's to bring up to date. */
    private Optional<Seen> own(Mapped.Made made, String identifier, Viewer viewer) {
        return conditions
                .one(made.resource().get("resourceType").asText(), "identifier=" + identifier, viewer, true)
                .filter(seen -> seen.custodian() == viewer.party());
    }

    /** What says the same stays, and so does a woman whom something else than this record made known. */
    private boolean stays(Seen there, Mapped.Made made, JsonNode told) {
        ObjectNode was = json(there);
        boolean ours = was.path("identifier").toString().contains("\"" + made.identifier() + "\"");
        // Read again, so that a number is of the same kind as one that was stored.
        return !ours || same(was, read(told.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Entry create(ObjectNode entry, int at) {
        Optional<String> condition =
                Optional.ofNullable(entry.at("/request/ifNoneExist").textValue());
        return entry(entry, at, "POST", entry.at("/request/url").asText(), condition, entry.get("resource"));
    }

    private Entry update(ObjectNode entry, Seen there, Mapped.Made made, int at) {
        JsonNode told = entry.get("resource");
        String url = there.type() + "?identifier=" + FromBirthCare.IDENTIFIER + "|" + made.identifier();
        JsonNode resource = made.fact().equals("woman") ? joined(json(there), told) : told;
        return entry(entry, at, "PUT", url, Optional.empty(), resource);
    }

    /** Of the woman what others told of her stays: only what the record tells is brought up to date. */
    private static ObjectNode joined(ObjectNode there, JsonNode told) {
        ObjectNode joined = there.deepCopy();
        ArrayNode identifiers = joined.withArray("identifier");
        told.path("identifier").forEach(one -> {
            boolean known = false;
            for (JsonNode other : identifiers) {
                known = known || other.equals(one);
            }
            if (!known) {
                identifiers.add(one);
            }
        });
        told.fieldNames().forEachRemaining(name -> {
            if (!name.equals("identifier") && !name.equals("extension")) {
                joined.set(name, told.get(name));
            }
        });
        return joined;
    }

    private static Entry entry(
            ObjectNode from, int at, String method, String url, Optional<String> condition, JsonNode resource) {
        return new Entry(
                "Bundle.entry[" + at + "].resource",
                Optional.of(from.get("fullUrl").asText()),
                method,
                url,
                condition,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                resource.toString().getBytes(StandardCharsets.UTF_8),
                0,
                0);
    }

    /** Whether both say the same, but for what a server adds and how each names the woman. */
    private static boolean same(ObjectNode there, JsonNode told) {
        ObjectNode was = there.deepCopy();
        ObjectNode is = told.path("resourceType").asText().equals("Patient") ? joined(there, told) : told.deepCopy();
        for (String name : List.of("id", "meta", "subject", "patient", "text")) {
            was.remove(name);
            is.remove(name);
        }
        return was.equals(is);
    }

    private ObjectNode json(Seen seen) {
        return read(vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body()));
    }

    private static ObjectNode read(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
