package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.BusinessKeys;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.submission.FeedbackContent.Content;
import nl.ooievaar.server.submission.FeedbackRecipients.Recipient;
import nl.ooievaar.server.submission.Submissions.Outcome;
import nl.ooievaar.server.submission.ToldRecords.Opened;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Purpose;
import nl.ooievaar.subject.feedback.InformingDuty;
import nl.ooievaar.subject.plan.Lead;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * Feedback as she saw it before: the preview is what would be sent to each recipient, and sending sends that, also before the
 * work ends (PHB guideline, chapter 6, step 5).
 */
@Component
public class FeedbackSending {
    private static final String SENT = "feedback";

    /**
     * What would be told to one recipient.
     *
     * @param as for which purposes
     * @param agreed whether she agreed to one of them
     * @param sent what this recipient was told before, as {@code Communication/id}, newest last
     */
    public record Told(String recipient, Set<Purpose> as, boolean agreed, List<String> sent, Communication feedback) {}

    /** @param duty who has to inform all involved now */
    public record Preview(InformingDuty duty, Lead lead, List<Told> told) {}

    /** @param repeated whether the very same was sent before */
    public record Sent(Outcome feedback, boolean repeated) {}

    private record Work(Seen seen, Files.File file, Task task) {}

    private final Lookup lookup;
    private final Files files;
    private final FeedbackRecipients recipients;
    private final FeedbackContent content;
    private final ToldRecords records;
    private final Made made;
    private final Submissions submissions;
    private final BusinessKeys businessKeys;
    private final Keys keys;
    private final Audit audit;
    private final FhirContext fhir;

    FeedbackSending(
            Lookup lookup,
            Files files,
            FeedbackRecipients recipients,
            FeedbackContent content,
            ToldRecords records,
            Made made,
            Submissions submissions,
            BusinessKeys businessKeys,
            Keys keys,
            Audit audit,
            FhirContext fhir) {
        this.lookup = lookup;
        this.files = files;
        this.recipients = recipients;
        this.content = content;
        this.records = records;
        this.made = made;
        this.submissions = submissions;
        this.businessKeys = businessKeys;
        this.keys = keys;
        this.audit = audit;
        this.fhir = fhir;
    }

    /**
     * For the JGZ that keeps the work and for herself; writes nothing but that it was looked at.
     *
     * @param service id of the HealthcareService of one recipient; empty for all
     */
    public Preview preview(
            UUID task,
            Optional<UUID> service,
            List<FeedbackPick> picks,
            Caller caller,
            Viewer viewer,
            AuditedRequest request) {
        Work work = work(task, viewer);
        List<Recipient> to = service.isPresent()
                ? List.of(recipient(work, service.get(), viewer))
                : recipients.of(work.file(), work.task(), viewer);
        Content says = content.of(work.file(), work.task(), picks, viewer);
        List<Opened<Communication>> before = records.of(work.file(), Communication.class, "phb-feedback", viewer);
        List<Told> told =
                to.stream().map(one -> told(work, one, says, before, viewer)).toList();
        List<Seen> read = new ArrayList<>(List.of(work.seen()));
        read.addAll(says.read());
        audit.record(request, caller, "R", read.stream().map(Audit.Touched::of).toList());
        return new Preview(InformingDuty.of(says.lead()), says.lead(), told);
    }

    private Told told(Work work, Recipient one, Content says, List<Opened<Communication>> before, Viewer viewer) {
        Communication message = FeedbackMessage.of(work.task(), one, says.said(), viewer.now());
        Planned ready = made.fresh(work.file(), DataClass.FEEDBACK, message, viewer.now());
        List<String> sent = before.stream()
                .filter(it -> FeedbackMessage.told(it.resource(), work.task(), one))
                .map(it -> it.seen().reference())
                .toList();
        return new Told(one.reference(), one.as(), recipients.agreed(ready, one, viewer), sent, message);
    }

    /** For the JGZ that keeps the work; the very same a second time is the first. */
    public Sent send(
            UUID task, UUID service, List<FeedbackPick> picks, Caller caller, Viewer viewer, AuditedRequest request) {
        Work work = work(task, viewer);
        if (work.seen().custodian() != viewer.party()) {
            throw Refusal.of(Reason.ONLY_CUSTODIAN, "$send-feedback").exception();
        }
        Recipient to = recipient(work, service, viewer);
        Content says = content.of(work.file(), work.task(), picks, viewer);
        Communication message = FeedbackMessage.of(work.task(), to, says.said(), viewer.now());
        Planned ready = made.fresh(work.file(), DataClass.FEEDBACK, message, viewer.now());
        if (!recipients.agreed(ready, to, viewer)) {
            throw Refusal.of(Reason.FEEDBACK_WITHOUT_CONSENT).exception();
        }
        byte[] key = key(work, message);
        Optional<Seen> first = businessKeys
                .find(viewer.party(), SENT, key)
                .flatMap(BusinessKeys.Holder::id)
                .flatMap(id -> lookup.newest("Communication", id, viewer))
                .filter(it -> records.open(it, Communication.class).getStatus()
                        == Communication.CommunicationStatus.COMPLETED);
        if (first.isPresent()) {
            audit.record(request, caller, "R", List.of(Audit.Touched.of(first.get())));
            return new Sent(outcome(first.get()), true);
        }
        Outcome done = submissions
                .amend(
                        List.of(Amendment.fresh(work.file(), DataClass.FEEDBACK, message, viewer.party())),
                        caller,
                        viewer,
                        request)
                .get(0);
        businessKeys.claim(viewer.party(), SENT, key, work.file(), done.id(), viewer.now());
        return new Sent(done, false);
    }

    private Outcome outcome(Seen seen) {
        byte[] stored = fhir.newJsonParser()
                .encodeResourceToString(records.open(seen, Communication.class))
                .getBytes(StandardCharsets.UTF_8);
        return new Outcome(200, seen.type(), seen.id(), seen.version(), seen.lastUpdated(), stored, Optional.empty());
    }

    /** Of all that would be told, and of what and to whom; not of the moment. */
    private byte[] key(Work work, Communication message) {
        Communication timeless = message.copy();
        timeless.setSent(null);
        return keys.blind(
                SENT,
                work.seen().id().toString().getBytes(StandardCharsets.UTF_8),
                fhir.newJsonParser().encodeResourceToString(timeless).getBytes(StandardCharsets.UTF_8));
    }

    private Recipient recipient(Work work, UUID service, Viewer viewer) {
        return recipients.of(work.file(), work.task(), viewer).stream()
                .filter(one -> one.service().equals(service))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Reason.FEEDBACK_RECIPIENT)
                        .at("Parameters.parameter.where(name='recipient')")
                        .exception());
    }

    private Work work(UUID task, Viewer viewer) {
        Seen seen = lookup.newest("Task", task, viewer)
                .filter(Seen::newest)
                .filter(one -> one.custodian() == viewer.party()
                        || one.person().filter(viewer.persons()::contains).isPresent())
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        Task work = records.open(seen, Task.class);
        if (!Profiles.ids(work).contains("phb-work-task")) {
            throw Refusal.of(Reason.NOT_FOUND).exception();
        }
        return new Work(seen, files.byId(seen.fileId()), work);
    }
}
