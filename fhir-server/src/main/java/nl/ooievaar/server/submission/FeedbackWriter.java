package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Consented;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.feedback.Feedback;
import nl.ooievaar.subject.feedback.Finding;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Derives the feedback when the work is completed: one Communication for each signaller to whom she agreed it is told, none
 * otherwise. The findings themselves stay where they are (PHB guideline, step 5).
 */
@Component
class FeedbackWriter {
    private static final String ITEM = Profiles.BASE + "phb-feedback-item";

    private final JdbcTemplate jdbc;
    private final Consented consented;
    private final Vault vault;
    private final FhirContext fhir;
    private final Directory directory;
    private final Shadowing shadowing;
    private final Made made;

    FeedbackWriter(
            JdbcTemplate jdbc,
            Consented consented,
            Vault vault,
            FhirContext fhir,
            Directory directory,
            Shadowing shadowing,
            Made made) {
        this.jdbc = jdbc;
        this.consented = consented;
        this.vault = vault;
        this.fhir = fhir;
        this.directory = directory;
        this.shadowing = shadowing;
        this.made = made;
    }

    List<Planned> write(Planned work, Viewer viewer, Instant now) {
        Task task = (Task) work.resource;
        List<Planned> written = new ArrayList<>();
        for (Shadowing.Referral referral : shadowing.referrals(task)) {
            int recipient = referral.file().custodian();
            Optional<UUID> service = directory.serviceOf(recipient);
            if (service.isPresent()) {
                Communication told = tell(task, referral, service.get(), feedback(work), now);
                Planned ready = made.fresh(work.file, DataClass.FEEDBACK, told, now);
                if (agreed(ready, recipient, viewer)) {
                    written.add(ready);
                }
            }
        }
        return written;
    }

    /** Whether she agreed that this signaller is told how it went, whatever there is to tell. */
    boolean mayBeTold(Planned work, Shadowing.Referral referral, Viewer viewer, Instant now) {
        int recipient = referral.file().custodian();
        Feedback nothing = Feedback.from(false, List.of());
        return directory
                .serviceOf(recipient)
                .map(service -> tell((Task) work.resource, referral, service, nothing, now))
                .map(told -> made.fresh(work.file, DataClass.FEEDBACK, told, now))
                .filter(ready -> agreed(ready, recipient, viewer))
                .isPresent();
    }

    private boolean agreed(Planned told, int recipient, Viewer viewer) {
        return consented.to(
                told.file.person().orElseThrow(),
                told.file.custodian(),
                told.dataClass,
                told.indexed.refTargets(),
                Viewer.ofParty(recipient, false, viewer.now()));
    }

    private Feedback feedback(Planned work) {
        List<Finding> findings = jdbc
                .query(
                        """
                        select v.id, v.version, v.body from version v
                        where v.file_id = ? and v.type = 'QuestionnaireResponse' and v.superseded_xid is null
                        order by v.seq
                        """,
                        (row, i) -> vault.open(
                                work.file.dataKey(),
                                work.file.fileId(),
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getBytes(3)),
                        work.file.fileId())
                .stream()
                .map(json -> fhir.newJsonParser()
                        .parseResource(QuestionnaireResponse.class, new String(json, StandardCharsets.UTF_8)))
                .filter(response -> Profiles.ids(response).contains("phb-findings"))
                .flatMap(response -> FindingsReader.read(response).stream())
                .toList();
        return Feedback.from(!findings.isEmpty(), findings);
    }

    private static Communication tell(
            Task work, Shadowing.Referral referral, UUID recipient, Feedback says, Instant now) {
        Communication told = new Communication();
        told.getMeta().addProfile(Profiles.BASE + "phb-feedback");
        told.addBasedOn(new Reference(referral.task().getFocus().getReference()));
        told.setStatus(Communication.CommunicationStatus.COMPLETED);
        told.setSubject(new Reference(work.getFor().getReference()));
        told.setSent(Date.from(now));
        told.setSender(new Reference(work.getOwner().getReference()));
        told.addRecipient(new Reference("HealthcareService/" + recipient));
        say(told, "contact-took-place", says.contactTookPlace() ? "ja" : "nee");
        says.advice().forEach(one -> say(told, "advice", one));
        says.chosenSupport().forEach(one -> say(told, "chosen-support", one));
        says.agreements().forEach(one -> say(told, "agreements", one));
        says.lead().ifPresent(one -> say(told, "lead", one));
        says.evaluationDate().ifPresent(one -> say(told, "evaluation-date", one));
        return told;
    }

    private static void say(Communication told, String item, String text) {
        told.addPayload().setContent(new StringType(text)).addExtension(ITEM, new CodeType(item));
    }
}
