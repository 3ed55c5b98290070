package nl.ooievaar.server.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.ConsentCompiler;
import nl.ooievaar.server.gate.Deliveries;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.BusinessKeys;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Municipalities;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.People;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Purpose;
import nl.ooievaar.subject.referral.FirstContactDeadline;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * She moves to a municipality of another JGZ: what her consent opens to the new desk goes there as one document, and the work goes
 * on there by the clock it had. Who asked for the visit learns nothing of it, for the desk tells where she lives (decision 0019).
 */
@Component
public class DossierTransfer {
    /**
     * What is asked.
     *
     * @param patient kept by the caller
     * @param to the new desk, which the directory names
     * @param along a consent for the new desk with its Provenance, or nothing
     */
    public record Asked(Seen patient, UUID to, List<Entry> along) {}

    /** @param document {@code Binary/id} in the file of the old desk */
    public record Done(String document, boolean repeated) {}

    private static final String FIRST = "transfer";
    private static final String TO = "Parameters.parameter.where(name='to')";
    private static final String CONSENT = "Parameters.parameter.where(name='consent')";

    private final Lookup lookup;
    private final Files files;
    private final People people;
    private final Parties parties;
    private final Directory directory;
    private final Municipalities municipalities;
    private final BusinessKeys businessKeys;
    private final Keys keys;
    private final Vault vault;
    private final KeptRecords kept;
    private final NeutralEnds ends;
    private final Made made;
    private final OwnPatient ownPatient;
    private final DossierDocument dossier;
    private final WorkElsewhere elsewhere;
    private final Deliveries deliveries;
    private final ConsentCompiler consents;
    private final Submissions submissions;
    private final Audit audit;

    DossierTransfer(
            Lookup lookup,
            Files files,
            People people,
            Parties parties,
            Directory directory,
            Municipalities municipalities,
            BusinessKeys businessKeys,
            Keys keys,
            Vault vault,
            KeptRecords kept,
            NeutralEnds ends,
            Made made,
            OwnPatient ownPatient,
            DossierDocument dossier,
            WorkElsewhere elsewhere,
            Deliveries deliveries,
            ConsentCompiler consents,
            Submissions submissions,
            Audit audit) {
        this.lookup = lookup;
        this.files = files;
        this.people = people;
        this.parties = parties;
        this.directory = directory;
        this.municipalities = municipalities;
        this.businessKeys = businessKeys;
        this.keys = keys;
        this.vault = vault;
        this.kept = kept;
        this.ends = ends;
        this.made = made;
        this.ownPatient = ownPatient;
        this.dossier = dossier;
        this.elsewhere = elsewhere;
        this.deliveries = deliveries;
        this.consents = consents;
        this.submissions = submissions;
        this.audit = audit;
    }

    /** Runs inside the transaction of the caller; what comes along was validated before. */
    public Done transfer(Asked asked, Caller caller, Viewer viewer, AuditedRequest request, String base) {
        int to = desk(asked.to(), viewer);
        Seen patient = asked.patient();
        Files.File file = files.byId(patient.fileId());
        List<Task> running = new ArrayList<>();
        List<Task> ended = new ArrayList<>();
        for (KeptRecords.Kept one : kept.ofType(file, "Task")) {
            if (Profiles.ids(one.resource()).contains("phb-work-task")) {
                Task work = (Task) one.resource();
                (WorkElsewhere.runs(work) ? running : ended).add(work);
            }
        }
        if (running.isEmpty()) {
            return again(ended, asked.to(), patient, caller, viewer, request);
        }
        if (!asked.along().isEmpty()) {
            submissions.apply(asked.along(), caller, viewer, request, base);
        }
        people.inTurn(patient.person().orElseThrow());
        List<Seen> opened = opened(file, patient, to, viewer);
        return move(file, patient, running, opened, asked.to(), to, caller, viewer, request, base);
    }

    private int desk(UUID service, Viewer viewer) {
        int to = lookup.newest("HealthcareService", service, viewer)
                .flatMap(it -> directory.partyOf(service))
                .map(parties::number)
                .orElseThrow(() -> Refusal.of(Reason.REFERENCE_NOT_FOUND, "HealthcareService")
                        .at(TO)
                        .exception());
        if (to == viewer.party()) {
            throw Refusal.of(Reason.TRANSFER_SAME_DESK).at(TO).exception();
        }
        if (!municipalities.serves(service, LocalDate.ofInstant(viewer.now(), FirstContactDeadline.ZONE))) {
            throw Refusal.of(Reason.TRANSFER_NOT_JGZ).at(TO).exception();
        }
        return to;
    }

    private Done again(List<Task> ended, UUID to, Seen patient, Caller caller, Viewer viewer, AuditedRequest request) {
        UUID document = ended.stream()
                .flatMap(work -> businessKeys.find(viewer.party(), FIRST, key(work, to)).stream())
                .flatMap(holder -> holder.id().stream())
                .reduce((first, last) -> last)
                .orElseThrow(() -> Refusal.of(Reason.TRANSFER_NO_WORK).exception());
        audit.record(request, caller, "R", List.of(Audit.Touched.of(patient)));
        return new Done("Binary/" + document, true);
    }

    private byte[] key(Task work, UUID to) {
        return keys.blind(FIRST, work.getIdElement().getIdPart() + "\n" + to);
    }

    /** The gate says what she lets the new desk have, for this purpose and no other; without who she is there is no file. */
    private List<Seen> opened(Files.File file, Seen patient, int to, Viewer viewer) {
        Viewer there = Viewer.ofParty(to, true, Purpose.TRANSFER, viewer.now());
        List<Seen> opened = lookup.everythingOf(patient.person().orElseThrow(), there).stream()
                .filter(seen -> seen.fileId().equals(file.fileId()) && !seen.withheld())
                .filter(seen -> seen.basis().equals("consent:" + Purpose.TRANSFER.code()))
                .toList();
        if (opened.stream().noneMatch(seen -> seen.id().equals(patient.id()))) {
            throw Refusal.of(Reason.TRANSFER_WITHOUT_CONSENT, Purpose.TRANSFER.code(), patient.dataClass())
                    .at(CONSENT)
                    .exception();
        }
        return opened;
    }

    private Done move(
            Files.File file,
            Seen patient,
            List<Task> running,
            List<Seen> opened,
            UUID desk,
            int to,
            Caller caller,
            Viewer viewer,
            AuditedRequest request,
            String base) {
        Instant now = viewer.now().truncatedTo(ChronoUnit.MILLIS);
        List<DossierDocument.Item> items =
                opened.stream().flatMap(seen -> dossier.item(seen).stream()).toList();
        DossierDocument.Document document = dossier.of(file, patient.reference(), items, caller, base, now);
        List<Planned> here = new ArrayList<>(List.of(document.composition(), document.binary()));
        here.addAll(ends.ofWork(file, LocalDate.ofInstant(now, FirstContactDeadline.ZONE), now));
        Files.File theirs = files.ofLinkedPerson(to, patient.person().orElseThrow());
        List<Planned> there = new ArrayList<>();
        UUID her = ownPatient.in(theirs).orElseGet(() -> {
            Planned copy = copy(patient, theirs, to, now);
            there.add(copy);
            return copy.id;
        });
        there.add(elsewhere.work(
                running,
                theirs,
                new WorkElsewhere.Where(
                        new Reference("Patient/" + her),
                        new Reference("HealthcareService/" + desk),
                        DossierDocument.organization(caller),
                        input(document.binary())),
                Viewer.ofParty(to, true, viewer.now()),
                now));
        there.forEach(one -> one.author = Optional.of(to));
        List<Planned> all = new ArrayList<>(here);
        all.addAll(there);
        submissions.write(all, viewer, now);
        consents.compile(patient.person().orElseThrow());
        running.forEach(
                work -> businessKeys.claim(viewer.party(), FIRST, key(work, desk), file, document.binary().id, now));
        deliver(file, opened, here.subList(0, 2), to, viewer);
        record(here, there, opened, patient, caller, request);
        return new Done(document.binary().reference(), false);
    }

    private Planned copy(Seen patient, Files.File theirs, int to, Instant now) {
        byte[] json = vault.open(patient.dataKey(), patient.fileId(), patient.id(), patient.version(), patient.body());
        DataClass dataClass = DataClass.valueOf(patient.dataClass().toUpperCase(Locale.ROOT));
        Planned copy = made.fresh(theirs, dataClass, json, now);
        ownPatient.claim(copy, theirs, to, now);
        return copy;
    }

    private static Task.ParameterComponent input(Planned document) {
        CodeableConcept kind = new CodeableConcept();
        kind.addCoding().setSystem(DossierDocument.KIND_SYSTEM).setCode(DossierDocument.KIND);
        return new Task.ParameterComponent(kind, new Reference(document.reference()));
    }

    /** These exact versions stay with the new desk when her consent ends, and no later ones. */
    private void deliver(Files.File file, List<Seen> opened, List<Planned> document, int to, Viewer viewer) {
        opened.forEach(seen -> deliveries.tell(file, seen.id(), seen.version(), to, viewer));
        document.forEach(one -> deliveries.tell(file, one.id, one.version, to, viewer));
    }

    /** What went stands in her trail as delivered, by which consent; what was written stands in the trail of either desk. */
    private void record(
            List<Planned> here,
            List<Planned> there,
            List<Seen> opened,
            Seen patient,
            Caller caller,
            AuditedRequest request) {
        audit.record(request, caller, "U", Submissions.touched(here));
        audit.record(request, caller, "C", Submissions.touched(there));
        List<Audit.Touched> delivered =
                new ArrayList<>(opened.stream().map(Audit.Touched::of).toList());
        Audit.Touched by = opened.stream()
                .filter(seen -> seen.id().equals(patient.id()))
                .map(Audit.Touched::of)
                .findFirst()
                .orElseThrow();
        for (Planned one : here.subList(0, 2)) {
            delivered.add(new Audit.Touched(
                    by.fileId(),
                    by.custodian(),
                    by.dataKey(),
                    by.fileKind(),
                    one.type,
                    one.id,
                    one.version,
                    by.basis(),
                    by.consent()));
        }
        audit.record(request, caller, "R", delivered);
    }
}
