package nl.ooievaar.server.rights;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.ConsentReader;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.RepresentationReader;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.People;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.submission.Amendment;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Representation;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * What she objected to outlives the file in which it was kept: else destroying a file would open elsewhere what she closed. Her
 * objections, without anything that tells of her, begin a new file of the same custodian under a key of its own, in the
 * transaction that destroys the old one (decision 0012). She reads and withdraws them as any other.
 */
@Component
class KeptObjections {
    private final Lookup lookup;
    private final ConsentReader reader;
    private final Vault vault;
    private final FhirContext fhir;
    private final Files files;
    private final People people;
    private final Parties parties;
    private final Submissions submissions;

    KeptObjections(
            Lookup lookup,
            ConsentReader reader,
            Vault vault,
            FhirContext fhir,
            Files files,
            People people,
            Parties parties,
            Submissions submissions) {
        this.lookup = lookup;
        this.reader = reader;
        this.vault = vault;
        this.fhir = fhir;
        this.files = files;
        this.people = people;
        this.parties = parties;
        this.submissions = submissions;
    }

    /**
     * Reads them while the file is there.
     *
     * @param viewer the custodian of the file
     * @return keeps them, once the file is erased
     */
    Runnable of(UUID erased, Caller caller, Viewer viewer, AuditedRequest request) {
        Files.File file = files.byId(erased);
        UUID person = file.person().orElseThrow();
        List<Consent> kept = people.mayReturn(person, erased) ? objections(file, person, viewer) : List.of();
        return () -> {
            if (!kept.isEmpty()) {
                Files.File next = files.ofLinkedPerson(file.custodian(), person);
                submissions.renew(
                        kept.stream()
                                .map(one -> Amendment.fresh(next, DataClass.CONSENT, one, file.custodian()))
                                .toList(),
                        caller,
                        viewer,
                        request);
            }
        };
    }

    private List<Consent> objections(Files.File file, UUID person, Viewer viewer) {
        return lookup.current("Consent", person, viewer).stream()
                .filter(seen -> seen.fileId().equals(file.fileId()))
                .filter(seen -> stands(open(seen, Consent.class), seen, viewer.now()))
                .map(seen -> open(seen, Consent.class))
                .filter(objection -> !speaksOfNothingBut(file, objection, viewer))
                .map(objection -> BareObjection.of(objection, ground(objection, file, viewer)))
                .toList();
    }

    private boolean stands(Consent consent, Seen seen, Instant now) {
        boolean ended = reader.saying(consent, seen.id(), seen.version(), parties.party(seen.custodian()))
                .filter(said -> said.effect() == Effect.DENY)
                .filter(said -> !now.isBefore(said.period().end()))
                .isPresent();
        return consent.getStatus() == Consent.ConsentState.ACTIVE
                && consent.getProvision().getType() == Consent.ConsentProvisionType.DENY
                && !ended;
    }

    /** Whether it names records, and all of them go with the file. */
    private boolean speaksOfNothingBut(Files.File file, Consent objection, Viewer viewer) {
        Set<String> named = objection.getProvision().getData().stream()
                .filter(data -> data.getMeaning() != Consent.ConsentDataMeaning.DEPENDENTS)
                .map(data -> data.getReference().getReference())
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return false;
        }
        Map<UUID, Seen> here = lookup.everythingOf(file.person().orElseThrow(), viewer).stream()
                .filter(seen -> seen.fileId().equals(file.fileId()))
                .collect(Collectors.toMap(Seen::id, seen -> seen));
        return here.values().stream()
                .map(Seen::reference)
                .collect(Collectors.toSet())
                .containsAll(named);
    }

    /** On which ground somebody else gave it for her, as the file tells while it is there. */
    private Optional<Representation.Ground> ground(Consent objection, Files.File file, Viewer viewer) {
        return objection.getPerformer().stream()
                .map(giver -> giver.getReferenceElement())
                .filter(giver -> "RelatedPerson".equals(giver.getResourceType()))
                .flatMap(giver -> lookup.newest("RelatedPerson", UUID.fromString(giver.getIdPart()), viewer).stream())
                .flatMap(seen ->
                        RepresentationReader.read(open(seen, RelatedPerson.class), parties.party(file.custodian()))
                                .stream())
                .map(Representation::ground)
                .findFirst();
    }

    private <T extends Resource> T open(Seen seen, Class<T> type) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return fhir.newJsonParser().parseResource(type, new String(json, StandardCharsets.UTF_8));
    }
}
