package nl.ooievaar.server.submission;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.gate.Consented;
import nl.ooievaar.server.gate.CoordinatingProviders;
import nl.ooievaar.server.gate.Sight;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.Purpose;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * Who may be told of a visit: each signaller, and the coordinating obstetric provider of that moment; who is both is one
 * recipient. Being one of them opens nothing: that is asked of her consents, each role by its own purpose (PHB guideline,
 * chapter 6, step 5).
 */
@Component
class FeedbackRecipients {
    /**
     * One of them.
     *
     * @param as for which purposes it would be told
     * @param request the referral it hears about
     */
    record Recipient(int party, UUID service, Set<Purpose> as, Optional<String> request) {
        String reference() {
            return "HealthcareService/" + service;
        }
    }

    private final Shadowing shadowing;
    private final CoordinatingProviders coordinating;
    private final Directory directory;
    private final Consented consented;

    FeedbackRecipients(
            Shadowing shadowing, CoordinatingProviders coordinating, Directory directory, Consented consented) {
        this.shadowing = shadowing;
        this.coordinating = coordinating;
        this.directory = directory;
        this.consented = consented;
    }

    List<Recipient> of(Files.File file, Task work, Viewer viewer) {
        Map<Integer, Recipient> found = new LinkedHashMap<>();
        shadowing
                .referrals(work)
                .forEach(one -> add(
                        found,
                        one.file().custodian(),
                        Purpose.FEEDBACK,
                        Optional.of(one.task().getFocus().getReference())));
        // A coordinating provider hears of the visit, not of how many asked for it.
        Optional<String> first =
                work.getBasedOn().stream().map(one -> one.getReference()).findFirst();
        coordinating
                .of(file, viewer.now())
                .forEach(party -> add(found, party, Purpose.FEEDBACK_COORDINATING_PROVIDER, first));
        found.remove(file.custodian());
        return List.copyOf(found.values());
    }

    private void add(Map<Integer, Recipient> found, int party, Purpose as, Optional<String> request) {
        Recipient known = found.get(party);
        if (known != null) {
            known.as().add(as);
            return;
        }
        directory
                .serviceOf(party)
                .ifPresent(service -> found.put(party, new Recipient(party, service, EnumSet.of(as), request)));
    }

    /** Whether one of her consents for one of these purposes opens this feedback to this recipient now. */
    boolean agreed(Planned told, Recipient recipient, Viewer viewer) {
        return recipient.as().stream()
                .anyMatch(as -> consented.to(
                        told.file.person().orElseThrow(),
                        told.file.custodian(),
                        told.dataClass,
                        told.indexed.refTargets(),
                        new Viewer(recipient.party(), false, Sight.NONE, Optional.of(as.code()), viewer.now())));
    }

    /** Feedback that is said to be sent goes to one party, which she agreed is told. */
    void check(Planned one, Viewer viewer) {
        List<Reference> to = ((Communication) one.resource).getRecipient();
        String at = one.entry.at().isEmpty() ? "Communication" : one.entry.at();
        boolean several = false;
        for (int i = 0; i < to.size(); i++) {
            Optional<Integer> party = party(to.get(i)).filter(it -> it != one.file.custodian());
            if (party.isPresent() && (several || !agreed(one, party.get(), viewer))) {
                throw Refusal.of(several ? Reason.FEEDBACK_ONE_RECIPIENT : Reason.FEEDBACK_WITHOUT_CONSENT)
                        .at(at + ".recipient[" + i + "]")
                        .exception();
            }
            several |= party.isPresent();
        }
    }

    private boolean agreed(Planned one, int party, Viewer viewer) {
        return consented.to(
                one.file.person().orElseThrow(),
                one.file.custodian(),
                one.id,
                one.dataClass,
                one.indexed.refTargets(),
                Viewer.ofParty(party, false, viewer.now()));
    }

    private Optional<Integer> party(Reference to) {
        IdType id = new IdType(to.hasReference() ? to.getReference() : "");
        return "HealthcareService".equals(id.getResourceType())
                ? directory.numberOf(UUID.fromString(id.getIdPart()))
                : Optional.empty();
    }
}
