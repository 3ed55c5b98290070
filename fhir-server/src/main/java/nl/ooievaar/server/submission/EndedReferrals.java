package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.ooievaar.server.gate.Consented;
import nl.ooievaar.server.gate.Deliveries;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Versions;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.Recipient;
import nl.ooievaar.subject.party.Party;
import nl.ooievaar.subject.referral.Mover;
import nl.ooievaar.subject.referral.TaskKind;
import nl.ooievaar.subject.referral.TaskMoves;
import nl.ooievaar.subject.referral.TaskState;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * Ends referrals that no consent carries: both tasks cancelled by the table of moves, the request revoked, what runs or is
 * queued stopped. Reads for the server itself: nothing of it is answered to the caller.
 */
@Component
class EndedReferrals {
    private final KeptRecords kept;
    private final Files files;
    private final Parties parties;
    private final Directory directory;
    private final Deliveries deliveries;
    private final Consented consented;
    private final Versions versions;
    private final Made made;
    private final MovedWork moved;
    private final Shadowing shadowing;

    EndedReferrals(
            KeptRecords kept,
            Files files,
            Parties parties,
            Directory directory,
            Deliveries deliveries,
            Consented consented,
            Versions versions,
            Made made,
            MovedWork moved,
            Shadowing shadowing) {
        this.kept = kept;
        this.files = files;
        this.parties = parties;
        this.directory = directory;
        this.deliveries = deliveries;
        this.consented = consented;
        this.versions = versions;
        this.made = made;
        this.moved = moved;
        this.shadowing = shadowing;
    }

    /** The parties a statement names; a referral goes to a desk that is named, never to a role. */
    static List<Party> named(ConsentStatement statement) {
        return statement.recipients().stream()
                .filter(Recipient.Named.class::isInstance)
                .map(it -> ((Recipient.Named) it).party())
                .toList();
    }

    /** Ends each referral from the source of this statement to a party it names, unless a grant still carries it. */
    List<Planned> end(
            Files.File consentFile,
            ConsentStatement closing,
            Instant now,
            Viewer viewer,
            Consumer<List<Planned>> write) {
        UUID person = consentFile.person().orElseThrow();
        List<Planned> ended = new ArrayList<>();
        // Without a source it is an objection, which stands against all who keep something about her.
        List<Files.File> sources = closing.source()
                .map(s -> files.find(parties.number(s), person).stream().toList())
                .orElseGet(() -> files.ofOnePerson(person));
        for (Party recipient : named(closing)) {
            int owner = parties.number(recipient);
            Optional<String> desk = directory.serviceOf(owner).map(id -> "HealthcareService/" + id);
            for (Files.File source : desk.isPresent() ? sources : List.<Files.File>of()) {
                for (KeptRecords.Kept task : kept.ofType(source, "Task")) {
                    Task sent = (Task) task.resource();
                    boolean theirs = Profiles.ids(sent).contains("phb-referral-task")
                            && desk.get().equals(sent.getOwner().getReference());
                    if (theirs && mayEnd(TaskKind.REFERRAL, sent) && !carried(task, person, owner, viewer)) {
                        List<Planned> written = end(task, sent, owner, person, now);
                        write.accept(written);
                        tell(written.get(0), recipient, owner, viewer);
                        ended.addAll(written);
                    }
                }
            }
        }
        return ended;
    }

    /**
     * Ends one referral because its requester asked and the desk agreed.
     *
     * @return what is to be written; empty when it is no referral of this desk that can still end
     */
    List<Planned> cancel(Files.File source, UUID referral, int owner, Instant now) {
        Optional<String> desk = directory.serviceOf(owner).map(id -> "HealthcareService/" + id);
        List<Planned> ended = new ArrayList<>();
        for (KeptRecords.Kept task : kept.byId(source, referral)) {
            if (!(task.resource() instanceof Task sent)) {
                continue;
            }
            boolean theirs = Profiles.ids(sent).contains("phb-referral-task")
                    && desk.filter(it -> it.equals(sent.getOwner().getReference()))
                            .isPresent();
            if (theirs && mayEnd(TaskKind.REFERRAL, sent)) {
                ended.addAll(end(task, sent, owner, source.person().orElseThrow(), now));
            }
        }
        return ended;
    }

    private List<Planned> end(KeptRecords.Kept task, Task sent, int owner, UUID person, Instant now) {
        List<Planned> written = new ArrayList<>();
        written.add(next(task, notice(sent, now), now));
        versions.withdrawQueued(task.file(), task.id(), now);
        for (KeptRecords.Kept one : kept.referringTo(task.file(), "Task", "focus", "Task/" + task.id())) {
            Task asked = (Task) one.resource();
            if (Profiles.ids(asked).contains("phb-cancellation-task") && mayEnd(TaskKind.CANCELLATION, asked)) {
                asked.setStatus(Task.TaskStatus.CANCELLED);
                asked.setLastModified(Date.from(Shadowing.modified(asked, now)));
                written.add(next(one, asked, now));
            }
        }
        String focus = sent.getFocus().getReference();
        UUID request = UUID.fromString(sent.getFocus().getReferenceElement().getIdPart());
        for (KeptRecords.Kept one : kept.byId(task.file(), request)) {
            if (one.resource() instanceof ServiceRequest referral
                    && referral.getStatus() == ServiceRequest.ServiceRequestStatus.ACTIVE) {
                versions.withdrawQueued(one.file(), one.id(), now);
                written.add(next(one, referral.copy().setStatus(ServiceRequest.ServiceRequestStatus.REVOKED), now));
            }
        }
        for (KeptRecords.Kept one : work(request, focus, owner, person)) {
            Task work = (Task) one.resource();
            if (Profiles.ids(work).contains("phb-work-task") && mayEnd(TaskKind.WORK, work)) {
                Set<String> asked = shadowing.requests(work);
                asked.add(focus);
                written.add(next(one, asked.size() > 1 ? without(focus, work, now) : cancelled(work, now), now));
            }
        }
        return written;
    }

    /** Where she moved, the work that answers the request is in the file of another desk. */
    private List<KeptRecords.Kept> work(UUID request, String focus, int owner, UUID person) {
        Optional<MovedWork.Work> moved = this.moved.of(request);
        if (moved.isPresent()) {
            this.moved.forget(request);
            return kept.byId(files.byId(moved.get().fileId()), moved.get().task());
        }
        return files.find(owner, person)
                .map(own -> kept.referringTo(own, "Task", "based-on", focus))
                .orElse(List.of());
    }

    /** She herself decides on her consent, so it is the server that moves, by its own lines of the table. */
    private static boolean mayEnd(TaskKind kind, Task task) {
        return TaskState.of(task.getStatus().toCode())
                .filter(from -> TaskMoves.legalMoves(kind, from, Mover.SERVER).contains(TaskState.CANCELLED))
                .isPresent();
    }

    private boolean carried(KeptRecords.Kept task, UUID person, int owner, Viewer viewer) {
        return consented.to(
                person,
                task.file().custodian(),
                task.id(),
                task.dataClass(),
                task.refersTo(),
                Viewer.ofParty(owner, true, viewer.now()));
    }

    /** Those it reached see that it ended; a desk that never looked has nothing to end. */
    private void tell(Planned task, Party recipient, int owner, Viewer viewer) {
        if (deliveries.reached(task.file, recipient)) {
            deliveries.tell(task.file, task.id, task.version, owner, viewer);
            versions.tell(task.file, task.id, task.version, "ended", owner);
        }
    }

    /** Between whom and about what, and that it ended: no words, and no clock that runs. */
    private static Task notice(Task sent, Instant now) {
        Task notice = new Task();
        notice.setMeta(sent.getMeta());
        notice.setIdentifier(sent.getIdentifier());
        notice.setStatus(Task.TaskStatus.CANCELLED);
        notice.setIntent(sent.getIntent());
        notice.setCode(sent.getCode());
        notice.setFocus(sent.getFocus());
        notice.setFor(sent.getFor());
        notice.setAuthoredOnElement(sent.getAuthoredOnElement());
        notice.setLastModified(Date.from(Shadowing.modified(sent, now)));
        notice.setRequester(sent.getRequester());
        notice.setOwner(sent.getOwner());
        return notice;
    }

    private static Task cancelled(Task work, Instant now) {
        Task ended = work.copy();
        ended.setStatus(Task.TaskStatus.CANCELLED);
        ended.setRestriction(null);
        ended.setLastModified(Date.from(Shadowing.modified(work, now)));
        ended.getBusinessStatus().getCoding().clear();
        ended.getBusinessStatus()
                .addCoding()
                .setSystem("http://ooievaar.example/fhir/CodeSystem/phb-business-status")
                .setCode("ingetrokken");
        return ended;
    }

    /** Another signaller's referral goes on, with a consent of its own. */
    private static Task without(String referral, Task work, Instant now) {
        Task left = work.copy();
        left.getBasedOn().removeIf(one -> referral.equals(one.getReference()));
        left.setLastModified(Date.from(now));
        return left;
    }

    private Planned next(KeptRecords.Kept before, Resource resource, Instant now) {
        Planned planned =
                made.next(before.file(), before.dataClass(), before.id(), before.version() + 1, resource, now);
        planned.author = Optional.of(before.file().custodian());
        return planned;
    }
}
