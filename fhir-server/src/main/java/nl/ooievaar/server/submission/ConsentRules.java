package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.ConsentReader;
import nl.ooievaar.server.gate.RepresentationReader;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import nl.ooievaar.subject.consent.ConsentContent;
import nl.ooievaar.subject.consent.Representation;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.springframework.stereotype.Component;

/**
 * Refuses a consent that would be kept and mean nothing: of somebody else, by who may not give it, to or from parties nobody
 * knows, or at odds with itself. A withdrawal is always taken.
 */
@Component
class ConsentRules {
    private final ConsentReader reader;
    private final Parties parties;
    private final Vault vault;
    private final FhirContext fhir;

    ConsentRules(ConsentReader reader, Parties parties, Vault vault, FhirContext fhir) {
        this.reader = reader;
        this.parties = parties;
        this.vault = vault;
        this.fhir = fhir;
    }

    void check(Planned one, List<Planned> planned, Map<UUID, Seen> seen, Viewer viewer) {
        Consent consent = (Consent) one.resource;
        if (consent.getStatus() != Consent.ConsentState.ACTIVE) {
            return;
        }
        if (!reader.unknownParties(consent).isEmpty()) {
            throw refuse(one, Refusal.of(Reason.CONSENT_PARTY_UNKNOWN).at("Consent.provision.actor"));
        }
        aboutHer(one, consent, planned, seen);
        Map<String, Representation> representations = new HashMap<>();
        if (ConsentReader.givenByOther(consent)) {
            String giver = consent.getPerformerFirstRep().getReferenceElement().getIdPart();
            Representation representation = related(giver, one, planned, seen)
                    .flatMap(it -> RepresentationReader.read(it, parties.party(one.file.custodian())))
                    .orElseThrow(
                            () -> refuse(one, Refusal.of(Reason.CONSENT_GIVER).at("Consent.performer[0]")));
            representations.put(giver, representation);
        }
        boolean signedIn = !viewer.persons().isEmpty();
        reader.read(consent, one.id, one.version, parties.party(one.file.custodian()), signedIn, representations)
                .flatMap(ConsentContent::check)
                .ifPresent(refusal -> {
                    throw refuse(one, refusal);
                });
    }

    private static void aboutHer(Planned one, Consent consent, List<Planned> planned, Map<UUID, Seen> seen) {
        String her = consent.getPatient().getReferenceElement().getIdPart();
        Reference giver = consent.getPerformerFirstRep();
        if (!ConsentReader.givenByOther(consent)
                && !giver.getReferenceElement().getIdPart().equals(her)) {
            throw refuse(one, Refusal.of(Reason.CONSENT_OTHER_PERSON).at("Consent.performer[0]"));
        }
        for (int i = 0; i < consent.getProvision().getData().size(); i++) {
            Reference data = consent.getProvision().getData().get(i).getReference();
            if (!hers(data.getReferenceElement().getIdPart(), one, planned, seen)) {
                throw refuse(
                        one, Refusal.of(Reason.CONSENT_OTHER_PERSON).at("Consent.provision.data[" + i + "].reference"));
            }
        }
    }

    /** What the sender can see and what is kept about the same person; anything else is as if it did not exist. */
    private static boolean hers(String id, Planned one, List<Planned> planned, Map<UUID, Seen> seen) {
        Optional<UUID> person = one.file.person();
        return uuid(id).flatMap(target -> planned.stream()
                        .filter(it -> it.id.equals(target) && it.file != null)
                        .findFirst()
                        .map(it -> it.file.person())
                        .or(() -> Optional.ofNullable(seen.get(target)).map(Seen::person)))
                .filter(person::equals)
                .isPresent();
    }

    private Optional<RelatedPerson> related(String id, Planned one, List<Planned> planned, Map<UUID, Seen> seen) {
        if (!hers(id, one, planned, seen)) {
            return Optional.empty();
        }
        UUID target = UUID.fromString(id);
        Optional<RelatedPerson> sent = planned.stream()
                .filter(it -> it.id.equals(target) && it.resource instanceof RelatedPerson)
                .map(it -> (RelatedPerson) it.resource)
                .findFirst();
        return sent.or(() -> Optional.ofNullable(seen.get(target))
                .filter(it -> it.type().equals("RelatedPerson"))
                .map(it -> vault.open(it.dataKey(), it.fileId(), it.id(), it.version(), it.body()))
                .map(json -> fhir.newJsonParser()
                        .parseResource(RelatedPerson.class, new String(json, StandardCharsets.UTF_8))));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RefusedException refuse(Planned one, Refusal refusal) {
        String at = one.entry.at();
        return refusal.at(at.isEmpty() ? refusal.at() : at + refusal.at().substring("Consent".length()))
                .exception();
    }
}
