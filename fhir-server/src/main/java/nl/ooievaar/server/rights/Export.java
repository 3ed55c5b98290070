package nl.ooievaar.server.rights;

import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/**
 * All that is hers, for herself alone (AVG 15 and 20): every version that the gate opens to her, wherever it is kept. It leaves
 * in parts; each passes the gate, and is on record, in a transaction of its own, so that what closes meanwhile is left out of
 * the next part.
 */
@Component
public class Export {
    /** Versions in a part. */
    public static final int PART = 100;

    private static final UUID FIRST = new UUID(0, 0);

    /** Where a part ended. */
    public record Place(UUID id, int version) {
        public static Place start() {
            return new Place(FIRST, 0);
        }
    }

    /** One version, opened. */
    public record Line(String type, UUID id, int version, byte[] json) {}

    private final Lookup lookup;
    private final Vault vault;
    private final Audit audit;

    public Export(Lookup lookup, Vault vault, Audit audit) {
        this.lookup = lookup;
        this.vault = vault;
        this.audit = audit;
    }

    /** Whose it is: of the caller herself, or refused. */
    public UUID subject(UUID patient, Caller caller, Viewer viewer) {
        if (caller.person().isEmpty()) {
            throw Refusal.of(Reason.ONLY_HERSELF, "$export").exception();
        }
        return lookup.newest("Patient", patient, viewer)
                .flatMap(Seen::person)
                .filter(viewer.persons()::contains)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
    }

    /** The next part, at the moment of this viewer; empty when all has left. */
    public List<Line> part(UUID person, Place after, Caller caller, Viewer viewer, AuditedRequest request) {
        List<Seen> seen = lookup.versionsOf(person, after.id(), after.version(), PART, viewer);
        if (!seen.isEmpty()) {
            audit.record(
                    request, caller, "R", seen.stream().map(Audit.Touched::of).toList());
        }
        return seen.stream()
                .map(s -> new Line(
                        s.type(),
                        s.id(),
                        s.version(),
                        vault.open(s.dataKey(), s.fileId(), s.id(), s.version(), s.body())))
                .toList();
    }
}
