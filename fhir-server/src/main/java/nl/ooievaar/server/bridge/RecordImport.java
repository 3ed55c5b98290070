package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Vault;
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
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    private static final Pattern RECORD = Pattern.compile("([A-Za-z]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Lookup lookup;
    private final Conditions conditions;
    private final Vault vault;
    private final Audit audit;

    RecordImport(Lookup lookup, Conditions conditions, Vault vault, Audit audit) {
        this.lookup = lookup;
        this.conditions = conditions;
        this.vault = vault;
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
            Optional<Seen> found = find(prepared.pieces().get(i), entry, her, viewer);
            there.add(found);
            found.ifPresent(seen -> known.put(entry.get("fullUrl").asText(), seen.reference()));
        }
        Set<String> taken = taken(prepared, there, viewer);
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
                    .map(seen -> update(entry, seen, piece, at))
                    .orElseGet(() -> create(entry, piece, woman, at)));
            if (piece.at().isPresent()) {
                prepared.beside().forEach(one -> {
                    named(one.entry().get("resource"), known);
                    sent.add(along(one.entry(), one.at()));
                });
            }
            ObjectNode origin = (ObjectNode) prepared.entries().get(resources + i);
            if (there.get(i).isPresent()) {
                ((ObjectNode) origin.at("/resource/activity/coding/0")).put("code", "UPDATE");
            }
            origins.add(entry(
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
     * What is there already: what this source made before, the caller's own woman by her number, or the very record that the source
     * names, which it can only do when it came from here.
     */
    private Optional<Seen> find(Prepared.Piece piece, JsonNode entry, Optional<Seen> her, Viewer viewer) {
        if (piece.at().isPresent()) {
            return her.flatMap(woman -> referral(piece, woman, viewer));
        }
        Optional<Seen> made = own(piece, piece.system() + "|" + piece.identifier(), viewer);
        if (made.isPresent()) {
            return made;
        }
        String number = piece.woman() ? number(entry.get("resource")) : "";
        Optional<Seen> numbered = number.isEmpty() ? Optional.empty() : own(piece, BSN + "|" + number, viewer);
        return numbered.or(() -> piece.key()
                .map(RECORD::matcher)
                .filter(key -> key.matches() && key.group(1).equals(piece.type()))
                .flatMap(key -> lookup.newest(piece.type(), UUID.fromString(key.group(2)), viewer))
                .filter(seen -> !piece.woman() || herself(seen, entry.get("resource"), viewer)));
    }

    /** By the number of its sender, and of her: the same number for another woman is refused as any other repeat. */
    private Optional<Seen> referral(Prepared.Piece piece, Seen woman, Viewer viewer) {
        String number = piece.system() + "|" + piece.identifier().replaceAll("([\\\\,|$])", "\\\\$1");
        return piece.identifier().isBlank()
                ? Optional.empty()
                : own(piece, URLEncoder.encode(number, StandardCharsets.UTF_8), viewer)
                        .filter(seen -> seen.fileId().equals(woman.fileId()));
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

    /** Her own record of the caller, and nobody else's: a number that differs is another woman, whatever the key. */
    private boolean herself(Seen seen, JsonNode told, Viewer viewer) {
        String number = number(told);
        return seen.custodian() == viewer.party() && (number.isEmpty() || number.equals(number(json(seen))));
    }

    private static String number(JsonNode patient) {
        for (JsonNode one : patient.path("identifier")) {
            if (one.path("system").asText().equals(BSN)) {
                return one.path("value").asText();
            }
        }
        return "";
    }

    /** What this record made before, in the file of the caller: what another keeps is not the caller's to bring up to date. */
    private Optional<Seen> own(Prepared.Piece piece, String identifier, Viewer viewer) {
        return conditions.own(piece.type(), "identifier=" + identifier, viewer);
    }

    /**
     * What the very bytes of this source were taken into before: they tell nothing newer, and what was corrected since stays. The origin
     * of each version names them.
     */
    private Set<String> taken(Prepared prepared, List<Optional<Seen>> there, Viewer viewer) {
        Set<String> taken = new HashSet<>();
        String hash = origin(prepared.entries().get(prepared.pieces().size()).get("resource"));
        there.stream()
                .flatMap(Optional::stream)
                .flatMap(seen -> seen.person().stream())
                .distinct()
                .flatMap(person -> lookup.current("Provenance", person, viewer).stream())
                .filter(seen -> seen.custodian() == viewer.party())
                .map(this::json)
                .filter(origin -> origin(origin).equals(hash))
                .forEach(origin -> origin.path("target")
                        .forEach(target ->
                                taken.add(target.path("reference").asText().replaceFirst("/_history/.*", ""))));
        return taken;
    }

    private static String origin(JsonNode provenance) {
        return provenance.at("/entity/0/what/identifier/value").asText();
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
     * The same as the file of the caller asks it: what is about her is looked for with her own Patient, and where the caller keeps an
     * address of hers that is secret, none comes to stand in her Patient (decision 0015).
     */
    public Prepared inOwnFile(Prepared prepared, Viewer viewer) {
        Optional<Seen> woman = Optional.empty();
        for (int i = 0; i < prepared.pieces().size(); i++) {
            if (prepared.pieces().get(i).woman()) {
                woman = find(prepared.pieces().get(i), prepared.entries().get(i), Optional.empty(), viewer);
            }
        }
        woman.ifPresent(seen -> prepared.about(seen.reference()));
        return woman.filter(seen -> secret(seen, viewer)).isPresent() ? prepared.withoutAddress() : prepared;
    }

    private boolean secret(Seen woman, Viewer viewer) {
        return lookup.current("Observation", woman.person().orElseThrow(), viewer).stream()
                .anyMatch(seen -> seen.custodian() == viewer.party()
                        && seen.dataClass().equals(DataClass.WITHHELD_ADDRESS.code()));
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
        ObjectNode was = json(there);
        boolean ours = was.path("identifier").toString().contains("\"" + piece.identifier() + "\"");
        boolean fromHere = piece.key().filter(there.reference()::equals).isPresent();
        // Read again, so that a number is of the same kind as one that was stored.
        return !ours && (!piece.woman() || fromHere)
                || same(was, read(told.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String place(Prepared.Piece piece, int at) {
        return piece.at().orElse("Bundle.entry[" + at + "].resource");
    }

    /**
     * Of what the caller keeps nothing was found, and what another keeps is not the caller's to match: of her nothing is asked, since a
     * party has one Patient of a woman, and else only what is about that one.
     */
    private static Entry create(ObjectNode entry, Prepared.Piece piece, Optional<String> woman, int at) {
        if (piece.at().isPresent()) {
            return along(entry, piece.at().get());
        }
        Entry made = entry(entry, place(piece, at), "POST", piece.type(), entry.get("resource"), true);
        return piece.woman() || woman.isEmpty()
                ? made
                : made.unless("identifier=" + piece.system() + "|" + piece.identifier() + "&patient=" + woman.get());
    }

    /** What is no part of the record, under the condition that its sender made. */
    private static Entry along(ObjectNode entry, String at) {
        Entry made = entry(entry, at, "POST", entry.at("/request/url").asText(), entry.get("resource"), false);
        String condition = entry.at("/request/ifNoneExist").asText();
        return condition.isEmpty() ? made : made.unless(condition);
    }

    /** The very version that was found, so that what somebody writes meanwhile is not overwritten. */
    private Entry update(ObjectNode entry, Seen there, Prepared.Piece piece, int at) {
        ObjectNode resource = piece.woman()
                ? JoinedPatient.of(json(there), entry.get("resource"))
                : ((ObjectNode) entry.get("resource")).deepCopy();
        resource.put("id", there.id().toString());
        boolean apart = piece.at().isEmpty();
        return entry(entry, place(piece, at), "PUT", there.reference(), resource, apart)
                .matching(there.version());
    }

    private static Entry entry(
            ObjectNode from, String at, String method, String url, JsonNode resource, boolean apart) {
        return new Entry(
                at,
                Optional.of(from.get("fullUrl").asText()),
                method,
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                resource.toString().getBytes(StandardCharsets.UTF_8),
                0,
                0,
                apart);
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
