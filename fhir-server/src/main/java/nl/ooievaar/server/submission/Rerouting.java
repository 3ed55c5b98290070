package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Consented;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.party.Party;
import nl.ooievaar.subject.referral.TaskState;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * Sends a referral that its desk rejected on to another, with its history. The new desk sees it by her consent for that desk, and
 * the old one nothing that comes after; the clock begins at receipt by the new one.
 */
@Component
public class Rerouting {
    /**
     * What is asked.
     *
     * @param desk the new one, {@code HealthcareService/id}
     * @param reason code of phb-desk-reason, when it is not the desk of her municipality
     * @param along a consent for the new desk with its Provenance, or nothing
     */
    public record Asked(UUID request, String desk, Optional<String> reason, List<Entry> along) {}

    /**
     * What came of it.
     *
     * @param task of the new desk, as it is stored
     * @param told that it was sent on before, when it was
     */
    public record Sent(byte[] task, Optional<Refusal> told) {}

    private static final String PERFORMER = "performer";

    private final Lookup lookup;
    private final Vault vault;
    private final FhirContext fhir;
    private final Files files;
    private final Directory directory;
    private final Parties parties;
    private final DeskRules desks;
    private final Submissions submissions;
    private final FormerDesk formerDesk;
    private final Consented consented;
    private final Audit audit;

    Rerouting(
            Lookup lookup,
            Vault vault,
            FhirContext fhir,
            Files files,
            Directory directory,
            Parties parties,
            DeskRules desks,
            Submissions submissions,
            FormerDesk formerDesk,
            Consented consented,
            Audit audit) {
        this.lookup = lookup;
        this.vault = vault;
        this.fhir = fhir;
        this.files = files;
        this.directory = directory;
        this.parties = parties;
        this.desks = desks;
        this.submissions = submissions;
        this.formerDesk = formerDesk;
        this.consented = consented;
        this.audit = audit;
    }

    /** Runs inside the transaction of the caller; what comes along was validated before. */
    public Sent reroute(Asked asked, Caller caller, Viewer viewer, AuditedRequest request, String base) {
        Seen seen = own(asked.request(), viewer);
        Seen last = lastTask(seen, viewer);
        Task rejected = open(last, Task.class);
        if (rejected.getOwner().getReference().equals(asked.desk())) {
            return again(rejected, last, caller, request);
        }
        if (!TaskState.REJECTED.code().equals(rejected.getStatus().toCode())) {
            throw Refusal.of(Reason.REROUTE_NOT_REJECTED).at("Task.status").exception();
        }
        Party desk = desk(asked.desk(), viewer);
        ServiceRequest referral = open(seen, ServiceRequest.class);
        Reference performer = new Reference(asked.desk());
        asked.reason().ifPresent(code -> performer.addExtension(Profiles.BASE + "phb-desk-reason", new CodeType(code)));
        right(referral, performer, viewer);
        if (!asked.along().isEmpty()) {
            submissions.apply(asked.along(), caller, viewer, request, base);
        }
        carried(seen, desk, viewer);
        Instant now = viewer.now().truncatedTo(ChronoUnit.MILLIS);
        Files.File file = files.byId(seen.fileId());
        List<Amendment> written = new ArrayList<>();
        written.add(Amendment.fresh(
                file,
                DataClass.of(last.dataClass()).orElseThrow(),
                task(rejected, last, performer, now),
                viewer.party()));
        referral.setPerformer(List.of(performer));
        written.add(Amendment.next(file, seen, referral, viewer.party()));
        directory
                .partyOf(UUID.fromString(
                        rejected.getOwner().getReferenceElement().getIdPart()))
                .ifPresent(former -> written.addAll(formerDesk.close(file, former, viewer, now)));
        return new Sent(
                submissions.amend(written, caller, viewer, request).get(0).stored(), Optional.empty());
    }

    private Seen own(UUID id, Viewer viewer) {
        Seen seen = lookup.newest("ServiceRequest", id, viewer)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        if (seen.custodian() != viewer.party() || !seen.newest()) {
            throw Refusal.of(Reason.ONLY_CUSTODIAN, "$reroute").exception();
        }
        return seen;
    }

    /** The newest task of the loop of this referral. */
    private Seen lastTask(Seen referral, Viewer viewer) {
        List<Seen> tasks = lookup.current("Task", referral.person().orElseThrow(), viewer).stream()
                .filter(it -> it.fileId().equals(referral.fileId()))
                .filter(it -> {
                    Task task = open(it, Task.class);
                    return Profiles.ids(task).contains("phb-referral-task")
                            && referral.reference().equals(task.getFocus().getReference());
                })
                .toList();
        Optional<Seen> open = tasks.stream()
                .filter(it -> open(it, Task.class).getStatus() != Task.TaskStatus.REJECTED)
                .findFirst();
        return open.or(() -> tasks.stream().reduce((one, other) -> started(one).after(started(other)) ? one : other))
                .orElseThrow(() -> Refusal.of(Reason.REROUTE_NOT_REJECTED)
                        .at("Task.status")
                        .exception());
    }

    private Date started(Seen task) {
        return open(task, Task.class).getAuthoredOn();
    }

    private Sent again(Task task, Seen seen, Caller caller, AuditedRequest request) {
        if (task.getStatus() == Task.TaskStatus.REJECTED) {
            throw Refusal.of(Reason.REROUTE_SAME_DESK).at(PERFORMER).exception();
        }
        if (!task.hasPartOf()) {
            throw Refusal.of(Reason.REROUTE_NOT_REJECTED).at("Task.status").exception();
        }
        audit.record(request, caller, "R", List.of(Audit.Touched.of(seen)));
        String when =
                task.getAuthoredOn().toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Sent(json(seen), Optional.of(Refusal.of(Reason.REROUTE_KNOWN, when)));
    }

    private Party desk(String reference, Viewer viewer) {
        UUID id = UUID.fromString(reference.substring(reference.indexOf('/') + 1));
        return lookup.newest("HealthcareService", id, viewer)
                .flatMap(it -> directory.partyOf(id))
                .orElseThrow(() -> Refusal.of(Reason.REFERENCE_NOT_FOUND, "HealthcareService")
                        .at(PERFORMER)
                        .exception());
    }

    private void right(ServiceRequest referral, Reference performer, Viewer viewer) {
        UUID her = UUID.fromString(referral.getSubject().getReferenceElement().getIdPart());
        lookup.newest("Patient", her, viewer)
                .flatMap(it ->
                        desks.check(open(it, Patient.class), "ServiceRequest.subject.resolve()", performer, viewer))
                .ifPresent(no -> {
                    throw no.at(no.at().isEmpty() ? PERFORMER : no.at()).exception();
                });
    }

    /** The gate decides whether she lets the new desk see it. */
    private void carried(Seen referral, Party desk, Viewer viewer) {
        boolean carried = consented.to(
                referral.person().orElseThrow(),
                referral.custodian(),
                referral.id(),
                referral.dataClass(),
                referral.refTargets(),
                Viewer.ofParty(parties.number(desk), true, viewer.now()));
        if (!carried) {
            throw Refusal.of(Reason.REROUTE_WITHOUT_CONSENT).at("consent").exception();
        }
    }

    private static Task task(Task rejected, Seen last, Reference desk, Instant now) {
        Task task = new Task();
        task.getMeta().addProfile(Profiles.BASE + "phb-referral-task");
        task.addPartOf(new Reference(last.reference()));
        task.setStatus(Task.TaskStatus.REQUESTED);
        task.setIntent(rejected.getIntent());
        task.setCode(rejected.getCode());
        task.setFocus(rejected.getFocus());
        task.setFor(rejected.getFor());
        task.setAuthoredOn(Date.from(now));
        task.setRequester(rejected.getRequester());
        task.setOwner(new Reference(desk.getReference()));
        return task;
    }

    private byte[] json(Seen seen) {
        return vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
    }

    private <T extends Resource> T open(Seen seen, Class<T> type) {
        return fhir.newJsonParser().parseResource(type, new String(json(seen), StandardCharsets.UTF_8));
    }
}
