package nl.ooievaar.server.birth;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.ConsentCompiler;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.People;
import nl.ooievaar.server.submission.Profiles;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/**
 * Two records of one woman inside one custodian become one for her view, her consents and her access log, and two again when it
 * was a mistake. What others keep is not touched: this party can only speak for what it keeps itself. Each file keeps its own
 * history; grants are compiled anew in the same transaction (decision 0017).
 */
@Component
public class RecordLink {
    /** These never are of one woman with a record of another kind. */
    private static final Set<String> KINDS = Set.of("phb-child", "phb-partner");

    private final OwnRecord own;
    private final Opened opened;
    private final Files files;
    private final People people;
    private final ConsentCompiler consents;
    private final Audit audit;

    RecordLink(OwnRecord own, Opened opened, Files files, People people, ConsentCompiler consents, Audit audit) {
        this.own = own;
        this.opened = opened;
        this.files = files;
        this.people = people;
        this.consents = consents;
        this.audit = audit;
    }

    /** Runs inside the transaction of the caller. @return whether they were linked before */
    public boolean link(UUID one, UUID other, Caller caller, Viewer viewer, AuditedRequest request) {
        Pair pair = pair(one, other, viewer, "$link");
        UUID to = person(pair.one());
        UUID from = person(pair.other());
        boolean before = to.equals(from);
        if (!before) {
            if (people.identified(to) && people.identified(from)) {
                throw Refusal.of(Reason.LINK_OTHER_BSN)
                        .at("Parameters.parameter.where(name='other')")
                        .exception();
            }
            // By whose BSN she signs in is the one that stays.
            boolean turned = people.identified(from);
            files.join(viewer.party(), turned ? to : from, turned ? from : to);
            consents.compile(to);
        }
        record(pair, before, caller, request);
        return before;
    }

    /** Runs inside the transaction of the caller. @return whether they were two before */
    public boolean unlink(UUID one, UUID other, Caller caller, Viewer viewer, AuditedRequest request) {
        Pair pair = pair(one, other, viewer, "$unlink");
        UUID together = person(pair.one());
        boolean before = !together.equals(person(pair.other()));
        if (!before) {
            if (!files.split(files.byId(pair.other().fileId()))) {
                files.split(files.byId(pair.one().fileId()));
            }
            consents.compile(files.byId(pair.one().fileId()).person().orElseThrow());
            consents.compile(files.byId(pair.other().fileId()).person().orElseThrow());
        }
        record(pair, before, caller, request);
        return before;
    }

    private record Pair(Seen one, Seen other) {}

    private Pair pair(UUID one, UUID other, Viewer viewer, String operation) {
        Seen first = own.of(one, viewer, operation);
        Seen second = own.of(other, viewer, operation);
        if (first.fileId().equals(second.fileId()) || !kind(first).equals(kind(second))) {
            throw Refusal.of(Reason.LINK_TWO_RECORDS)
                    .at("Parameters.parameter.where(name='other')")
                    .exception();
        }
        return new Pair(first, second);
    }

    private Set<String> kind(Seen patient) {
        Set<String> claimed = Profiles.ids(opened.as(Patient.class, patient));
        claimed.retainAll(KINDS);
        return claimed;
    }

    private UUID person(Seen patient) {
        return patient.person().orElseThrow();
    }

    private void record(Pair pair, boolean before, Caller caller, AuditedRequest request) {
        audit.record(
                request,
                caller,
                before ? "R" : "U",
                List.of(Audit.Touched.of(pair.one()), Audit.Touched.of(pair.other())));
    }
}
