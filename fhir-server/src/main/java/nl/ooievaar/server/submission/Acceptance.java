package nl.ooievaar.server.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Deliveries;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.clock.Urgency;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.referral.FirstContactDeadline;
import nl.ooievaar.subject.referral.OneVisit;
import nl.ooievaar.subject.referral.Shadow;
import nl.ooievaar.subject.referral.TaskState;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * Accepting a referral: the desk gets a file, a Patient and a work task of its own, and keeps the exact versions that were
 * disclosed to it so far (its duty to keep records, WGBO). Where it works for her already, for another signaller, the one visit is
 * of both: each keeps a task, a consent and feedback of its own, and learns nothing of the other.
 */
@Component
class Acceptance {
    private static final String PROFILE = Profiles.BASE + "phb-work-task";
    private static final String CODES = "http://ooievaar.example/fhir/CodeSystem/";

    private final Files files;
    private final Lookup lookup;
    private final Vault vault;
    private final Made made;
    private final Deliveries deliveries;
    private final OwnPatient ownPatient;
    private final KeptRecords kept;
    private final MovedWork moved;

    Acceptance(
            Files files,
            Lookup lookup,
            Vault vault,
            Made made,
            Deliveries deliveries,
            OwnPatient ownPatient,
            KeptRecords kept,
            MovedWork moved) {
        this.files = files;
        this.lookup = lookup;
        this.vault = vault;
        this.made = made;
        this.deliveries = deliveries;
        this.ownPatient = ownPatient;
        this.kept = kept;
        this.moved = moved;
    }

    List<Planned> accept(Planned task, TaskState to, Caller caller, Viewer viewer, Instant now) {
        Task sent = (Task) task.resource;
        UUID patientId = UUID.fromString(sent.getFor().getReferenceElement().getIdPart());
        Seen patient = lookup.newest("Patient", patientId, viewer)
                .orElseThrow(() -> Refusal.of(Reason.REFERENCE_NOT_FOUND, "Patient")
                        .at("Task.for")
                        .exception());
        Files.File own = files.ofLinkedPerson(viewer.party(), patient.person().orElseThrow());
        deliveries.keepDisclosed(own, task.file, viewer, caller.party());
        deliveries.keep(patient, viewer);
        List<Planned> written = new ArrayList<>();
        Optional<UUID> known = ownPatient.in(own);
        UUID about = known.orElseGet(() -> {
            byte[] copy =
                    vault.open(patient.dataKey(), patient.fileId(), patient.id(), patient.version(), patient.body());
            Planned mine = made.fresh(
                    own, DataClass.valueOf(patient.dataClass().toUpperCase(java.util.Locale.ROOT)), copy, now);
            ownPatient.claim(mine, own, viewer.party(), now);
            written.add(mine);
            return mine.id;
        });
        Optional<DueDate> due = dueDate(task.file, patient.person().orElseThrow(), viewer);
        due.ifPresent(it -> written.add(it.read()));
        Urgency urgency = Urgency.of(due.map(DueDate::day), LocalDate.ofInstant(now, FirstContactDeadline.ZONE));
        Optional<KeptRecords.Kept> running = running(own, now);
        running.flatMap(work -> caughtUp(task, to, work, now)).ifPresent(written::add);
        written.add(running.map(one -> joined(one, sent, now))
                .orElseGet(() -> made.fresh(own, DataClass.WORK, workTask(sent, to, about, urgency, now), now)));
        return written;
    }

    /**
     * Taken up again after a pause, a referral is shown where its work stands. One that joins work for another signaller is not:
     * its own would learn that she was known.
     */
    private Optional<Planned> caughtUp(Planned task, TaskState to, KeptRecords.Kept work, Instant now) {
        Task both = (Task) work.resource();
        String request = ((Task) task.resource).getFocus().getReference();
        if (both.getBasedOn().stream().noneMatch(one -> request.equals(one.getReference()))) {
            return Optional.empty();
        }
        TaskState stands = TaskState.of(both.getStatus().toCode()).orElseThrow();
        return Shadow.next(stands, to).map(shown -> {
            Task further = ((Task) task.resource).copy();
            further.setStatus(Task.TaskStatus.fromCode(shown.code()));
            further.setLastModified(Date.from(Shadowing.modified(further, now)));
            return made.next(task.file, task.dataClass, task.id, task.version + 1, further, now);
        });
    }

    /**
     * When the child is expected.
     *
     * @param read the record that says so: what the desk learns of it by the urgency is on record with the acceptance
     */
    private record DueDate(LocalDate day, Planned read) {}

    /** Of what the desk may see in the file of the signaller, the newest that is a whole day. */
    private Optional<DueDate> dueDate(Files.File from, UUID person, Viewer viewer) {
        return lookup.current("Observation", person, viewer).stream()
                .filter(seen -> seen.fileId().equals(from.fileId()))
                .flatMap(seen -> {
                    byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
                    return WriteRules.dueDate(made.parse(json))
                            .map(day -> new DueDate(day, made.read(seen, json)))
                            .stream();
                })
                .reduce((older, newer) -> newer);
    }

    /** The work that goes on for this pregnancy: whoever else signalled meanwhile, it stays one visit. */
    Optional<KeptRecords.Kept> running(Files.File own, Instant now) {
        return kept.ofType(own, "Task").stream()
                .filter(one -> Profiles.ids(one.resource()).contains("phb-work-task"))
                .filter(one -> {
                    Task work = (Task) one.resource();
                    return (work.hasBasedOn() || !moved.to(one.id()).isEmpty())
                            && OneVisit.joins(
                                    TaskState.of(work.getStatus().toCode()),
                                    work.getAuthoredOn().toInstant(),
                                    now);
                })
                .reduce((first, last) -> last);
    }

    private Planned joined(KeptRecords.Kept work, Task sent, Instant now) {
        Task both = (Task) work.resource();
        String request = sent.getFocus().getReference();
        if (both.getBasedOn().stream().noneMatch(one -> request.equals(one.getReference()))) {
            both.addBasedOn(new Reference(request));
        }
        both.setLastModified(Date.from(now));
        return made.next(work.file(), work.dataClass(), work.id(), work.version() + 1, both, now);
    }

    private static Task workTask(Task referral, TaskState to, UUID patient, Urgency urgency, Instant now) {
        Task work = new Task();
        work.getMeta().addProfile(PROFILE);
        work.addBasedOn(new Reference(referral.getFocus().getReference()));
        work.setStatus(Task.TaskStatus.fromCode(to.code()));
        work.getBusinessStatus()
                .addCoding()
                .setSystem(CODES + "phb-business-status")
                .setCode("aangemeld");
        work.setIntent(Task.TaskIntent.ORDER);
        work.setPriority(Task.TaskPriority.fromCode(urgency.code()));
        work.getCode().addCoding().setSystem(CODES + "phb-task-code").setCode("work");
        work.getCode()
                .addCoding()
                .setSystem("http://hl7.org/fhir/CodeSystem/task-code")
                .setCode("fulfill");
        work.setFor(new Reference("Patient/" + patient));
        work.setAuthoredOn(Date.from(now));
        work.setRequester(referral.getRequester());
        work.setOwner(referral.getOwner());
        // Five working days count from receipt at the desk (PHB guideline, 7.1), not from this answer.
        Instant received = referral.hasAuthoredOn() ? referral.getAuthoredOn().toInstant() : now;
        LocalDate last = FirstContactDeadline.lastDay(received);
        work.getRestriction().getPeriod().setEndElement(new org.hl7.fhir.r4.model.DateTimeType(last.toString()));
        return work;
    }
}
