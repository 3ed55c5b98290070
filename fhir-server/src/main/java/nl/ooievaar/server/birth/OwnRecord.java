package nl.ooievaar.server.birth;

import java.util.UUID;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/** Finds the Patient whose file the caller keeps: what is not to be seen is not there, what another keeps is refused. */
@Component
public class OwnRecord {
    private final Lookup lookup;

    OwnRecord(Lookup lookup) {
        this.lookup = lookup;
    }

    /** @param operation that asks it */
    public Seen of(UUID patient, Viewer viewer, String operation) {
        Seen seen = any(patient, viewer);
        if (seen.custodian() != viewer.party()) {
            throw Refusal.of(Reason.ONLY_CUSTODIAN, operation).exception();
        }
        return seen;
    }

    /** The same, or it is about the caller, who signed in. */
    public Seen orHerself(UUID patient, Viewer viewer, String operation) {
        Seen seen = any(patient, viewer);
        boolean hers = seen.person().filter(viewer.persons()::contains).isPresent();
        return hers ? seen : of(patient, viewer, operation);
    }

    private Seen any(UUID patient, Viewer viewer) {
        return lookup.newest("Patient", patient, viewer)
                .filter(Seen::newest)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
    }
}
