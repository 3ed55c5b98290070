package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.submission.FeedbackRecipients.Recipient;
import nl.ooievaar.subject.consent.DataClass;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * Derives the feedback when the work is completed: one Communication for each recipient to whom she agreed it is told and who
 * was told nothing before, none otherwise. The findings themselves stay where they are (PHB guideline, step 5).
 */
@Component
class FeedbackWriter {
    private final FeedbackRecipients recipients;
    private final FeedbackContent content;
    private final ToldRecords records;
    private final Made made;

    FeedbackWriter(FeedbackRecipients recipients, FeedbackContent content, ToldRecords records, Made made) {
        this.recipients = recipients;
        this.content = content;
        this.records = records;
        this.made = made;
    }

    List<Planned> write(Planned work, Viewer viewer, Instant now) {
        Task task = (Task) work.resource;
        List<Recipient> all = recipients.of(work.file, task, viewer);
        if (all.isEmpty()) {
            return List.of();
        }
        List<FeedbackContent.Said> said =
                content.of(work.file, task, List.of(), viewer).said();
        List<Communication> before = records.of(work.file, Communication.class, "phb-feedback", viewer).stream()
                .map(ToldRecords.Opened::resource)
                .toList();
        return all.stream()
                .filter(one -> before.stream().noneMatch(told -> FeedbackMessage.told(told, task, one)))
                .flatMap(one -> agreed(work, one, said, viewer, now).stream())
                .toList();
    }

    /** What somebody writes as sent is held to the same: consents of this very submission count. */
    void check(Planned one, Viewer viewer) {
        if (one.written()
                && one.hasProfile("phb-feedback")
                && one.resource instanceof Communication told
                && told.getStatus() == Communication.CommunicationStatus.COMPLETED) {
            recipients.check(one, viewer);
        }
    }

    /** Whether she agreed that this signaller is told how it went, whatever there is to tell. */
    boolean mayBeTold(Planned work, Shadowing.Referral referral, Viewer viewer, Instant now) {
        return recipients.of(work.file, (Task) work.resource, viewer).stream()
                .filter(one -> one.party() == referral.file().custodian())
                .anyMatch(one -> agreed(
                                work, one, List.of(new FeedbackContent.Said("contact-took-place", "")), viewer, now)
                        .isPresent());
    }

    private Optional<Planned> agreed(
            Planned work, Recipient to, List<FeedbackContent.Said> said, Viewer viewer, Instant now) {
        Communication told = FeedbackMessage.of((Task) work.resource, to, said, now);
        return Optional.of(made.fresh(work.file, DataClass.FEEDBACK, told, now))
                .filter(ready -> recipients.agreed(ready, to, viewer));
    }
}
