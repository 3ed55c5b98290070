package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.submission.Entry;

/** What a record changes, as entries of a submission. */
final class RecordEntry {

    private RecordEntry() {}

    private static String place(Prepared.Piece piece, int at) {
        return piece.at().orElse("Bundle.entry[" + at + "].resource");
    }

    /**
     * Of what the caller keeps nothing was found, and what another keeps is not the caller's to match: of her nothing is asked, since a
     * party has one Patient of a woman, and else only what is about that one.
     */
    static Entry create(ObjectNode entry, Prepared.Piece piece, Optional<String> woman, int at) {
        if (piece.at().isPresent()) {
            return along(entry, piece.at().get());
        }
        Entry made = entry(entry, place(piece, at), "POST", piece.type(), entry.get("resource"), true);
        return piece.woman() || woman.isEmpty()
                ? made
                : made.unless("identifier=" + piece.system() + "|" + piece.identifier() + "&patient=" + woman.get());
    }

    /** What is no part of the record, under the condition that its sender made. */
    static Entry along(ObjectNode entry, String at) {
        Entry made = entry(entry, at, "POST", entry.at("/request/url").asText(), entry.get("resource"), false);
        String condition = entry.at("/request/ifNoneExist").asText();
        return condition.isEmpty() ? made : made.unless(condition);
    }

    /** The very version that was found, so that what somebody writes meanwhile is not overwritten. */
    static Entry update(ObjectNode entry, Seen there, ObjectNode was, Prepared.Piece piece, int at) {
        ObjectNode resource = piece.woman()
                ? JoinedPatient.of(was, entry.get("resource"))
                : ((ObjectNode) entry.get("resource")).deepCopy();
        resource.put("id", there.id().toString());
        boolean apart = piece.at().isEmpty();
        return entry(entry, place(piece, at), "PUT", there.reference(), resource, apart)
                .matching(there.version());
    }

    static Entry entry(ObjectNode from, String at, String method, String url, JsonNode resource, boolean apart) {
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
}
