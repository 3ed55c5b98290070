package nl.ooievaar.server.rights;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Closing;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.submission.Amendment;
import nl.ooievaar.server.submission.Profiles;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.server.submission.Submissions.Outcome;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Purpose;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/**
 * She takes back a consent as easily as she gave it: herself, or on her word through any party that may see it (PHB guideline,
 * 8.2). A new version, inactive, where the consent is kept, with its origin; done twice it is done once. All that follows from
 * it is in the same transaction.
 */
@Component
public class Withdrawal {
    private static final String OBTAINED = Profiles.BASE + "phb-consent-obtained";
    private static final String REASONS = "http://ooievaar.example/fhir/CodeSystem/phb-withdrawal-reason";

    /**
     * How it came about.
     *
     * @param obtained code of phb-consent-obtained
     * @param reason code of phb-withdrawal-reason, if she gave one
     */
    public record Told(String obtained, Optional<String> reason) {}

    private final Lookup lookup;
    private final Vault vault;
    private final FhirContext fhir;
    private final Files files;
    private final Submissions submissions;
    private final Closing closing;
    private final Audit audit;

    public Withdrawal(
            Lookup lookup,
            Vault vault,
            FhirContext fhir,
            Files files,
            Submissions submissions,
            Closing closing,
            Audit audit) {
        this.lookup = lookup;
        this.vault = vault;
        this.fhir = fhir;
        this.files = files;
        this.submissions = submissions;
        this.closing = closing;
        this.audit = audit;
    }

    /** Withdraws one; runs inside the transaction of the caller. */
    public Outcome one(UUID consent, Told told, Caller caller, Viewer viewer, AuditedRequest request) {
        Seen seen = lookup.newest("Consent", consent, viewer)
                .filter(Seen::newest)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        return withdraw(List.of(seen), told, caller, viewer, request).get(0);
    }

    /** Withdraws every permission of hers for one purpose that the caller may see; an objection stays. */
    public List<Outcome> all(
            UUID patient, Purpose purpose, Told told, Caller caller, Viewer viewer, AuditedRequest request) {
        UUID person = lookup.newest("Patient", patient, viewer)
                .flatMap(Seen::person)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        List<Seen> given = lookup.current("Consent", person, viewer).stream()
                .filter(seen -> permits(open(seen), purpose))
                .toList();
        if (given.isEmpty()) {
            audit.record(request, caller, "R", List.of());
            return List.of();
        }
        return withdraw(given, told, caller, viewer, request);
    }

    private List<Outcome> withdraw(List<Seen> given, Told told, Caller caller, Viewer viewer, AuditedRequest request) {
        List<Amendment> amendments = new ArrayList<>();
        List<Amendment> reasons = new ArrayList<>();
        for (Seen seen : given) {
            Consent consent = open(seen);
            if (consent.getStatus() == Consent.ConsentState.INACTIVE) {
                continue;
            }
            Files.File file = files.byId(seen.fileId());
            consent.setStatus(Consent.ConsentState.INACTIVE);
            consent.getExtension().removeIf(e -> e.getUrl().equals(OBTAINED));
            consent.addExtension(OBTAINED, new CodeType(told.obtained()));
            amendments.add(Amendment.next(file, seen, consent, viewer.party()));
            amendments.add(
                    Amendment.fresh(file, DataClass.ORIGIN, origin(seen, consent, caller, viewer), viewer.party()));
            told.reason().ifPresent(reason -> {
                Provenance why = origin(seen, consent, caller, viewer);
                why.addReason().addCoding().setSystem(REASONS).setCode(reason);
                reasons.add(Amendment.fresh(file, DataClass.WORK, why, viewer.party()));
            });
        }
        if (amendments.isEmpty()) {
            audit.record(
                    request, caller, "R", given.stream().map(Audit.Touched::of).toList());
            return given.stream().map(this::asItIs).toList();
        }
        List<Amendment> all = new ArrayList<>(amendments);
        all.addAll(reasons);
        List<Outcome> done = submissions.amend(all, caller, viewer, request);
        for (int i = 0; i < reasons.size(); i++) {
            // A reason stays with who recorded it: not even the file it lies in shows it to another
            // (phb-withdrawal-reason).
            closing.close(
                    reasons.get(i).file().fileId(),
                    done.get(amendments.size() + i).id());
        }
        return done.subList(0, amendments.size()).stream()
                .filter(outcome -> outcome.type().equals("Consent"))
                .toList();
    }

    private static Provenance origin(Seen seen, Consent consent, Caller caller, Viewer viewer) {
        Provenance origin = new Provenance();
        origin.getMeta().addProfile(Profiles.BASE + "phb-consent-provenance");
        origin.addTarget(new Reference(seen.reference()));
        origin.setRecorded(Date.from(viewer.now()));
        Reference who = origin.addAgent().getWho();
        if (caller.person().isPresent()) {
            who.setReference(consent.getPatient().getReference());
        } else {
            who.setType("Organization");
            who.getIdentifier()
                    .setSystem(caller.party().organizationSystem())
                    .setValue(caller.party().organizationValue());
        }
        return origin;
    }

    private static boolean permits(Consent consent, Purpose purpose) {
        return consent.getStatus() == Consent.ConsentState.ACTIVE
                && consent.getProvision().getType() == Consent.ConsentProvisionType.PERMIT
                && consent.getProvision().getPurpose().stream()
                        .anyMatch(c -> purpose.code().equals(c.getCode()));
    }

    private Consent open(Seen seen) {
        return fhir.newJsonParser().parseResource(Consent.class, new String(bytes(seen), StandardCharsets.UTF_8));
    }

    private Outcome asItIs(Seen seen) {
        return new Outcome(
                200, seen.type(), seen.id(), seen.version(), seen.lastUpdated(), bytes(seen), Optional.empty());
    }

    private byte[] bytes(Seen seen) {
        return vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
    }
}
