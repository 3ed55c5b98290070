package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Consented;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/**
 * Refuses a referral for somebody who agreed to nothing: no desk would ever see it, and its sender would wait. What a consent
 * opens, and whether this one opens anything, the gate decides.
 */
@Component
class ReferralConsent {
    private final Lookup lookup;
    private final Consented consented;
    private final Parties parties;
    private final Directory directory;
    private final Vault vault;
    private final FhirContext fhir;
    private final BirthCareAnswer birthCare;

    ReferralConsent(
            Lookup lookup,
            Consented consented,
            Directory directory,
            Parties parties,
            Vault vault,
            FhirContext fhir,
            BirthCareAnswer birthCare) {
        this.lookup = lookup;
        this.consented = consented;
        this.parties = parties;
        this.directory = directory;
        this.vault = vault;
        this.fhir = fhir;
        this.birthCare = birthCare;
    }

    void check(List<Planned> planned, Viewer viewer) {
        for (Planned one : planned) {
            if (one.becomesReferral()
                    && !toItself((ServiceRequest) one.resource, viewer)
                    && !agreed(one, planned, viewer)) {
                String at = one.entry.at().isEmpty() ? one.type : one.entry.at();
                throw Refusal.of(Reason.REFERRAL_WITHOUT_CONSENT)
                        .at(at + ".supportingInfo")
                        .exception();
            }
        }
    }

    /** Tells of a referral that no consent of hers opens to its desk, such as one that ended: it is kept, and nobody sees it. */
    void tellUnseen(List<Planned> planned, Viewer viewer) {
        for (Planned one : planned) {
            if (one.becomesReferral()) {
                ServiceRequest referral = (ServiceRequest) one.resource;
                boolean seen = directory
                        .partyOf(UUID.fromString(referral.getPerformerFirstRep()
                                .getReferenceElement()
                                .getIdPart()))
                        .map(parties::number)
                        .filter(desk -> desk == one.file.custodian() || opens(one, desk, viewer))
                        .isPresent();
                one.told = seen
                        ? birthCare.missing(one, planned, viewer)
                        : Optional.of(Refusal.of(Reason.REFERRAL_UNSEEN));
            }
        }
    }

    private boolean opens(Planned referral, int desk, Viewer viewer) {
        return consented.to(
                referral.file.person().orElseThrow(),
                referral.file.custodian(),
                referral.id,
                referral.dataClass,
                referral.indexed.refTargets(),
                Viewer.ofParty(desk, true, viewer.now()));
    }

    /** The JGZ that signals itself tells nobody anything. */
    private boolean toItself(ServiceRequest referral, Viewer viewer) {
        String desk = referral.getPerformerFirstRep().getReference();
        return directory
                .serviceOf(viewer.party())
                .filter(own -> ("HealthcareService/" + own).equals(desk))
                .isPresent();
    }

    private boolean agreed(Planned referral, List<Planned> planned, Viewer viewer) {
        UUID person = referral.file.person().orElseThrow();
        boolean now = planned.stream()
                .anyMatch(it -> it.written()
                        && it.resource instanceof Consent consent
                        && it.file.person().filter(person::equals).isPresent()
                        && permits(consent));
        return now
                || lookup.current("Consent", person, viewer).stream()
                        .map(this::open)
                        .anyMatch(ReferralConsent::permits);
    }

    private static boolean permits(Consent consent) {
        return consent.getStatus() == Consent.ConsentState.ACTIVE
                && consent.getProvision().getType() == Consent.ConsentProvisionType.PERMIT;
    }

    private Consent open(Seen seen) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return fhir.newJsonParser().parseResource(Consent.class, new String(json, StandardCharsets.UTF_8));
    }
}
