package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.dossier.ChildDocument;
import nl.ooievaar.mappings.dossier.Mapped;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/**
 * What was chosen for a child with consent, as the hand-over left it in the file of the child: no record of an adult is read for it, so
 * what she closed since stays closed, and what she did not choose was never there.
 */
@Component
public class ChildDossierItems {
    private static final String DOCUMENT = "child-dossier-items";

    private final Lookup lookup;
    private final SeenJson json;
    private final Audit audit;

    ChildDossierItems(Lookup lookup, SeenJson json, Audit audit) {
        this.lookup = lookup;
        this.json = json;
        this.audit = audit;
    }

    /** @param items empty when nothing was handed over */
    public record Told(Optional<ObjectNode> items, List<SourceLine> lines) {}

    /** Runs inside the transaction of the caller. */
    public Told of(UUID id, Caller caller, Viewer viewer, AuditedRequest request) {
        Seen child = lookup.newest("Patient", id, viewer)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        List<Audit.Touched> shown = new ArrayList<>(List.of(Audit.Touched.of(child)));
        Told told = new Told(Optional.empty(), List.of());
        for (Seen seen : lookup.current("Composition", child.person().orElseThrow(), viewer)) {
            ObjectNode document = json.labelled(seen);
            boolean handedOver = document.at("/type/coding/0/code").asText().equals(DOCUMENT) && !seen.withheld();
            if (handedOver && seen.fileId().equals(child.fileId())) {
                shown.add(Audit.Touched.of(seen));
                told = told(seen, ChildDocument.items(document));
            }
        }
        audit.record(request, caller, "R", shown);
        return told;
    }

    private static Told told(Seen document, Mapped mapped) {
        List<Line> lines = mapped.account().lines();
        return new Told(
                Optional.of(mapped.result()),
                lines.stream().map(line -> new SourceLine(document, line)).toList());
    }
}
