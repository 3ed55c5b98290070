package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.submission.Conditions;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.subject.consent.DataClass;
import org.springframework.stereotype.Component;

/**
 * What a record changes in the file of who sends it: what is not there is made, what this record made before is brought up to date,
 * what says the same stays as it is.
 */
@Component
public class RecordImport {

    private final OwnRecords own;
    private final Conditions conditions;
    private final Audit audit;

    RecordImport(OwnRecords own, Conditions conditions, Audit audit) {
        this.own = own;
        this.conditions = conditions;
        this.audit = audit;
    }

    /**
     * What is to be sent, and what stays.
     *
     * @param entries resources first, each with its Provenance after all of them
     * @param resources how many come before those
     * @param same {@code Type/id} of what says the same already
     */
    public record Plan(List<Entry> entries, int resources, List<String> same) {}

    /** Reads what is there through the gate, which is on record; writes nothing. */
    public Plan plan(Prepared prepared, Caller caller, Viewer viewer, AuditedRequest request) {
        int resources = prepared.pieces().size();
        List<Optional<Seen>> there = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < resources; i++) {
            JsonNode entry = prepared.entries().get(i);
            Optional<Seen> her = there.isEmpty() ? Optional.empty() : there.get(0);
            Optional<Seen> found = own.find(prepared.pieces().get(i), entry, her, viewer);
            there.add(found);
            found.ifPresent(seen -> known.put(entry.get("fullUrl").asText(), seen.reference()));
        }
        Set<String> taken = own.taken(prepared, there, viewer);
        Optional<String> woman = her(prepared, there);
        List<Entry> sent = new ArrayList<>();
        List<Entry> origins = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (int i = 0; i < resources; i++) {
            Prepared.Piece piece = prepared.pieces().get(i);
            ObjectNode entry = (ObjectNode) prepared.entries().get(i);
            // What is there already is named as it is there.
            named(entry.get("resource"), known);
            if (piece.at().isPresent() && there.get(i).isPresent()) {
                found(entry.get("resource"), caller, viewer);
            }
            if (there.get(i).isPresent()
                    && (piece.at().isEmpty()
                                    && taken.contains(there.get(i).get().reference())
                            || stays(there.get(i).get(), piece, entry.get("resource")))) {
                same.add(there.get(i).get().reference());
                continue;
            }
            int at = sent.size();
            sent.add(there.get(i)
                    .map(seen -> RecordEntry.update(entry, seen, own.json(seen), piece, at))
                    .orElseGet(() -> RecordEntry.create(entry, piece, woman, at)));
            if (piece.at().isPresent()) {
                prepared.beside().forEach(one -> {
                    named(one.entry().get("resource"), known);
                    sent.add(RecordEntry.along(one.entry(), one.at()));
                });
            }
            ObjectNode origin = (ObjectNode) prepared.entries().get(resources + i);
            if (there.get(i).isPresent()) {
                ((ObjectNode) origin.at("/resource/activity/coding/0")).put("code", "UPDATE");
            }
            origins.add(RecordEntry.entry(
                    origin,
                    "Bundle.entry[" + (resources + i) + "].resource",
                    "POST",
                    "Provenance",
                    origin.get("resource"),
                    true));
        }
        List<Audit.Touched> read =
                there.stream().flatMap(Optional::stream).map(Audit.Touched::of).toList();
        if (!read.isEmpty()) {
            audit.record(request, caller, "R", read);
        }
        int written = sent.size();
        sent.addAll(origins);
        return new Plan(sent, written, same);
    }

    private static void named(JsonNode node, Map<String, String> known) {
        if (node instanceof ObjectNode object
                && known.containsKey(object.path("reference").asText())) {
            object.put("reference", known.get(object.get("reference").asText()));
        }
        node.forEach(child -> named(child, known));
    }

    /**
     * The same as the file of the caller asks it: what is about her is looked for with her own Patient, and where the caller keeps an
     * address of hers that is secret, none comes to stand in her Patient (decision 0015).
     */
    public Prepared inOwnFile(Prepared prepared, Viewer viewer) {
        Optional<Seen> woman = Optional.empty();
        for (int i = 0; i < prepared.pieces().size(); i++) {
            if (prepared.pieces().get(i).woman()) {
                woman = own.find(prepared.pieces().get(i), prepared.entries().get(i), Optional.empty(), viewer);
            }
        }
        woman.ifPresent(seen -> prepared.about(seen.reference()));
        return woman.filter(seen -> own.secret(seen, viewer)).isPresent() ? prepared.withoutAddress() : prepared;
    }

    /** How the caller's own Patient of her is named, where there is one. */
    private static Optional<String> her(Prepared prepared, List<Optional<Seen>> there) {
        for (int i = 0; i < there.size(); i++) {
            if (prepared.pieces().get(i).woman()) {
                return there.get(i).map(Seen::reference);
            }
        }
        return Optional.empty();
    }

    /**
     * What says the same stays, and so does what something else than this source made, unless it is the woman: whoever made her known, a
     * newer source brings her up to date, but for one that names that very Patient, for it came from here.
     */
    private boolean stays(Seen there, Prepared.Piece piece, JsonNode told) {
        if (piece.at().isPresent() && !there.dataClass().equals(DataClass.DRAFT.code())) {
            // What was sent stays as it was sent.
            return true;
        }
        ObjectNode was = own.json(there);
        boolean ours = was.path("identifier").toString().contains("\"" + piece.identifier() + "\"");
        boolean fromHere = piece.key().filter(there.reference()::equals).isPresent();
        // Read again, so that a number is of the same kind as one that was stored.
        return !ours && (!piece.woman() || fromHere)
                || same(was, OwnRecords.read(told.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether both say the same, but for what a server adds and how each names the woman. */
    private static boolean same(ObjectNode there, JsonNode told) {
        ObjectNode was = there.deepCopy();
        ObjectNode is =
                told.path("resourceType").asText().equals("Patient") ? JoinedPatient.of(there, told) : told.deepCopy();
        for (String name : List.of("id", "meta", "subject", "patient", "text")) {
            was.remove(name);
            is.remove(name);
        }
        return was.equals(is);
    }

    /** What it names by a condition is compared as it was kept. */
    private void found(JsonNode node, Caller caller, Viewer viewer) {
        if (node instanceof ObjectNode object && object.get("reference") instanceof TextNode reference) {
            String query = reference.asText();
            int mark = query.indexOf('?');
            if (mark > 0 && caller.mayAsk(query.substring(0, mark), 's')) {
                conditions.reference(query, viewer).ifPresent(seen -> object.put("reference", seen.reference()));
            }
        }
        node.forEach(child -> found(child, caller, viewer));
    }
}
