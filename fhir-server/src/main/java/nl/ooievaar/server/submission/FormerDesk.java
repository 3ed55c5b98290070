package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.consent.Purpose;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.springframework.stereotype.Component;

/**
 * Ends what she let a desk see that did not take her referral: what comes after is not for it. A consent is only ever narrowed
 * here, and stays as she gave it for any other party it names.
 */
@Component
class FormerDesk {
    private static final String RECIPIENT = "IRCP";

    private final Lookup lookup;
    private final Vault vault;
    private final FhirContext fhir;

    FormerDesk(Lookup lookup, Vault vault, FhirContext fhir) {
        this.lookup = lookup;
        this.vault = vault;
        this.fhir = fhir;
    }

    /** The next versions of the consents of this file that open a referral to that party. */
    List<Amendment> close(Files.File file, Party former, Viewer viewer, Instant now) {
        return lookup.current("Consent", file.person().orElseThrow(), viewer).stream()
                .filter(seen -> seen.fileId().equals(file.fileId()))
                .flatMap(seen -> {
                    byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
                    Consent consent =
                            fhir.newJsonParser().parseResource(Consent.class, new String(json, StandardCharsets.UTF_8));
                    return opens(consent, former)
                            ? List.of(Amendment.next(file, seen, narrowed(consent, former, now), viewer.party()))
                                    .stream()
                            : List.<Amendment>of().stream();
                })
                .toList();
    }

    private static boolean opens(Consent consent, Party former) {
        return consent.getStatus() == Consent.ConsentState.ACTIVE
                && consent.getProvision().getType() == Consent.ConsentProvisionType.PERMIT
                && consent.getProvision().getPurpose().stream()
                        .flatMap(it -> Purpose.of(it.getCode()).stream())
                        .anyMatch(Purpose::carriesReferral)
                && consent.getProvision().getActor().stream().anyMatch(it -> isRecipient(it) && names(it, former));
    }

    private static Consent narrowed(Consent consent, Party former, Instant now) {
        List<provisionActorComponent> actors = consent.getProvision().getActor();
        boolean others = actors.stream().anyMatch(it -> isRecipient(it) && !names(it, former));
        if (others) {
            actors.removeIf(it -> isRecipient(it) && names(it, former));
        } else {
            DateTimeType end = new DateTimeType(
                    Date.from(now), ca.uhn.fhir.model.api.TemporalPrecisionEnum.MILLI, TimeZone.getTimeZone("UTC"));
            consent.getProvision().getPeriod().setEndElement(end);
        }
        return consent;
    }

    private static boolean isRecipient(provisionActorComponent actor) {
        return actor.getRole().getCoding().stream().anyMatch(it -> RECIPIENT.equals(it.getCode()));
    }

    private static boolean names(provisionActorComponent actor, Party party) {
        return party.service().equals(actor.getReference().getIdentifier().getValue());
    }
}
