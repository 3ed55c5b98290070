package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/** One feedback as a phb-feedback: to one recipient, never a resource that another reads too. */
final class FeedbackMessage {
    private static final String ITEM = Profiles.BASE + "phb-feedback-item";

    private FeedbackMessage() {}

    static Communication of(
            Task work, FeedbackRecipients.Recipient recipient, List<FeedbackContent.Said> said, Instant now) {
        Communication told = new Communication();
        told.getMeta().addProfile(Profiles.BASE + "phb-feedback");
        recipient.request().ifPresent(request -> told.addBasedOn(new Reference(request)));
        told.setStatus(Communication.CommunicationStatus.COMPLETED);
        told.setSubject(new Reference(work.getFor().getReference()));
        told.setSent(Date.from(now));
        told.setSender(new Reference(work.getOwner().getReference()));
        told.addRecipient(new Reference(recipient.reference()));
        said.forEach(one ->
                told.addPayload().setContent(new StringType(one.text())).addExtension(ITEM, new CodeType(one.item())));
        return told;
    }

    /** Whether this was told to that recipient about that work. */
    static boolean told(Communication one, Task work, FeedbackRecipients.Recipient recipient) {
        Set<String> requests =
                work.getBasedOn().stream().map(Reference::getReference).collect(Collectors.toSet());
        return one.getStatus() == Communication.CommunicationStatus.COMPLETED
                && one.getRecipient().stream()
                        .anyMatch(to -> recipient.reference().equals(to.getReference()))
                && one.getBasedOn().stream().anyMatch(on -> requests.contains(on.getReference()));
    }
}
