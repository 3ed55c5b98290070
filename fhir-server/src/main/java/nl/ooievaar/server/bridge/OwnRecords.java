package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.submission.Conditions;
import nl.ooievaar.subject.consent.DataClass;
import org.springframework.stereotype.Component;

/** What of a record is there already, in the file of who sends it; read through the gate. */
@Component
class OwnRecords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    private static final Pattern RECORD = Pattern.compile("([A-Za-z]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Lookup lookup;
    private final Conditions conditions;
    private final Vault vault;

    OwnRecords(Lookup lookup, Conditions conditions, Vault vault) {
        this.lookup = lookup;
        this.conditions = conditions;
        this.vault = vault;
    }

    /**
     * What is there already: what this source made before, the caller's own woman by her number, or the very record that the source
     * names, which it can only do when it came from here.
     */
    Optional<Seen> find(Prepared.Piece piece, JsonNode entry, Optional<Seen> her, Viewer viewer) {
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
    Set<String> taken(Prepared prepared, List<Optional<Seen>> there, Viewer viewer) {
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

    /** Whether the caller keeps an address of hers that is secret. */
    boolean secret(Seen woman, Viewer viewer) {
        return lookup.current("Observation", woman.person().orElseThrow(), viewer).stream()
                .anyMatch(seen -> seen.custodian() == viewer.party()
                        && seen.dataClass().equals(DataClass.WITHHELD_ADDRESS.code()));
    }

    ObjectNode json(Seen seen) {
        return read(vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body()));
    }

    static ObjectNode read(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
