package nl.ooievaar.server.rights;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.ConsentCompiler;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.submission.Amendment;
import nl.ooievaar.server.submission.EnteredInError;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * What was recorded in the file of the wrong woman closes at once to all but its author, with what was delivered of it, and
 * whoever saw it is told to remove it. For a Patient that is the whole file, which then belongs to no known person any more.
 */
@Component
public class WrongPerson {
    private final Lookup lookup;
    private final Files files;
    private final Vault vault;
    private final FhirContext fhir;
    private final Submissions submissions;
    private final EnteredInError errors;
    private final ConsentCompiler consents;
    private final Audit audit;

    public WrongPerson(
            Lookup lookup,
            Files files,
            Vault vault,
            FhirContext fhir,
            Submissions submissions,
            EnteredInError errors,
            ConsentCompiler consents,
            Audit audit) {
        this.lookup = lookup;
        this.files = files;
        this.vault = vault;
        this.fhir = fhir;
        this.submissions = submissions;
        this.errors = errors;
        this.consents = consents;
        this.audit = audit;
    }

    /** Runs inside the transaction of the caller. */
    public EnteredInError.Closed close(String type, UUID id, Caller caller, Viewer viewer, AuditedRequest request) {
        Seen seen = lookup.newest(type, id, viewer)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        if (seen.custodian() != viewer.party() || !seen.newest()) {
            throw Refusal.of(Reason.ONLY_CUSTODIAN, "$entered-in-error").exception();
        }
        Files.File file = files.byId(seen.fileId());
        boolean whole = type.equals("Patient");
        List<Amendment> last = last(seen, file, whole, viewer);
        if (last.isEmpty()) {
            audit.record(request, caller, "U", List.of(Audit.Touched.of(seen)));
        } else {
            submissions.amend(last, caller, viewer, request);
        }
        EnteredInError.Closed closed = whole ? errors.close(file, viewer.now()) : errors.close(file, id, viewer.now());
        if (whole) {
            UUID before = file.person().orElseThrow();
            consents.compile(files.detach(file));
            consents.compile(before);
        }
        return closed;
    }

    /** Says in the record itself that it was an error, where its type has words for that. */
    private List<Amendment> last(Seen seen, Files.File file, boolean whole, Viewer viewer) {
        List<Amendment> last = new ArrayList<>();
        amendment(seen, file).ifPresent(last::add);
        if (whole) {
            lookup.current("Consent", seen.person().orElseThrow(), viewer).stream()
                    .filter(consent -> consent.fileId().equals(file.fileId()))
                    .forEach(consent -> amendment(consent, file).ifPresent(last::add));
        }
        return last;
    }

    private Optional<Amendment> amendment(Seen seen, Files.File file) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        Resource resource = (Resource) fhir.newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
        return ErrorMark.on(resource).map(marked -> Amendment.next(file, seen, marked, file.custodian()));
    }
}
