package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.dossier.DossierTransaction;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import org.springframework.stereotype.Component;

/**
 * A dossier from elsewhere names records that are not here: such a reference becomes a logical one (FHIR R4, 2.3.0), by the number
 * that the part would have, and the account says so. One to what the caller may see here stays; absent and hidden are the same.
 */
@Component
public class ForeignReferences {
    private static final Pattern RECORD =
            Pattern.compile("([A-Za-z]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/_history/.*)?");

    private final Lookup lookup;

    ForeignReferences(Lookup lookup) {
        this.lookup = lookup;
    }

    public Prepared made(Prepared prepared, Viewer viewer) {
        Set<String> here = new HashSet<>();
        List<UUID> asked = new ArrayList<>();
        prepared.entries().forEach(entry -> {
            here.add(entry.path("fullUrl").asText());
            entry.findValuesAsText("reference").stream()
                    .map(RECORD::matcher)
                    .filter(Matcher::matches)
                    .forEach(one -> asked.add(UUID.fromString(one.group(2))));
        });
        Map<UUID, Seen> seen = lookup.newest(asked, viewer);
        seen.values().forEach(one -> here.add(one.reference()));
        String dossier = prepared.pieces().stream()
                .filter(Prepared.Piece::woman)
                .flatMap(piece -> piece.key().stream())
                .findFirst()
                .orElse("");
        Set<String> logical = new HashSet<>();
        for (int i = 0; i < prepared.pieces().size(); i++) {
            // What came along is the caller's own word, judged where every submission is.
            if (prepared.pieces().get(i).at().isPresent()) {
                continue;
            }
            new Walk(dossier, here, logical)
                    .through(prepared.entries().get(i).get("resource"), "entry[" + i + "].resource");
        }
        Account account = new Account();
        prepared.account().lines().forEach(line -> account.add(line(line, logical)));
        return new Prepared(prepared.entries(), prepared.pieces(), account, prepared.beside());
    }

    private static Line line(Line line, Set<String> logical) {
        return line.target().filter(logical::contains).isPresent()
                ? Line.lossy(line.place(), line.element(), line.target().orElseThrow(), Why.ELSEWHERE)
                : line;
    }

    private record Walk(String dossier, Set<String> here, Set<String> logical) {

        void through(JsonNode node, String at) {
            if (node instanceof ArrayNode list) {
                for (int i = 0; i < list.size(); i++) {
                    through(list.get(i), at + "[" + i + "]");
                }
            }
            if (node instanceof ObjectNode object) {
                if (object.path("reference").isTextual()
                        && !known(object.get("reference").asText())) {
                    logical(object);
                    logical.add(at + ".reference");
                }
                object.properties().forEach(one -> through(one.getValue(), at + "." + one.getKey()));
            }
        }

        private void logical(ObjectNode reference) {
            String literal = reference.remove("reference").asText();
            Matcher record = RECORD.matcher(literal);
            if (record.matches() && !reference.has("type")) {
                reference.put("type", record.group(1));
            }
            if (!reference.has("identifier")) {
                reference
                        .putObject("identifier")
                        .put("system", DossierTransaction.IDENTIFIER)
                        .put("value", DossierTransaction.identifier(dossier, literal));
            }
        }

        private boolean known(String reference) {
            Matcher record = RECORD.matcher(reference);
            return reference.startsWith("#")
                    || here.contains(record.matches() ? record.group(1) + "/" + record.group(2) : reference);
        }
    }
}
