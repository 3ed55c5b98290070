package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.consent.Purpose;
import nl.ooievaar.subject.referral.BirthCareQuestion;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/** Asks of a referral from outside birth care what she answered when asked whether her obstetric provider may be told. */
@Component
class BirthCareAnswer {
    private static final String SIGNALLER = Profiles.BASE + "phb-signaller";
    private static final String NONE_KNOWN = Profiles.BASE + "phb-no-birth-care-provider";

    private final Lookup lookup;
    private final Parties parties;
    private final Vault vault;
    private final FhirContext fhir;

    BirthCareAnswer(Lookup lookup, Parties parties, Vault vault, FhirContext fhir) {
        this.lookup = lookup;
        this.parties = parties;
        this.vault = vault;
        this.fhir = fhir;
    }

    /** What the sender is told when her answer is missing; the referral goes on in either case. */
    Optional<Refusal> missing(Planned referral, List<Planned> planned, Viewer viewer) {
        ServiceRequest request = (ServiceRequest) referral.resource;
        boolean asked = BirthCareQuestion.isAsked(
                PlannedClass.route(referral),
                signaller(request),
                parties.party(referral.file.custodian()).mayUseBsn());
        return asked && !noneKnown(request) && !answered(referral, planned, viewer)
                ? Optional.of(Refusal.of(Reason.BIRTH_CARE_NOT_ASKED))
                : Optional.empty();
    }

    private static boolean noneKnown(ServiceRequest request) {
        return request.getExtensionsByUrl(NONE_KNOWN).stream()
                .anyMatch(it -> it.getValue() instanceof BooleanType told && told.booleanValue());
    }

    private static Optional<String> signaller(ServiceRequest request) {
        return request.getExtensionsByUrl(SIGNALLER).stream()
                .filter(it -> it.getValue() instanceof CodeableConcept)
                .map(it -> ((CodeableConcept) it.getValue()).getCodingFirstRep().getCode())
                .findFirst();
    }

    /** Her yes or her no, in this submission or on record where the sender sees it. */
    private boolean answered(Planned referral, List<Planned> planned, Viewer viewer) {
        UUID person = referral.file.person().orElseThrow();
        Stream<Consent> now = planned.stream()
                .filter(one -> one.resource instanceof Consent
                        && one.file.person().filter(person::equals).isPresent())
                .map(one -> (Consent) one.resource);
        Stream<Consent> before =
                lookup.current("Consent", person, viewer).stream().map(this::open);
        return Stream.concat(now, before).anyMatch(BirthCareAnswer::speaks);
    }

    private static boolean speaks(Consent consent) {
        return consent.getStatus() == Consent.ConsentState.ACTIVE
                && consent.getProvision().getPurpose().stream()
                        .anyMatch(it ->
                                Purpose.FEEDBACK_COORDINATING_PROVIDER.code().equals(it.getCode()));
    }

    private Consent open(Seen seen) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return fhir.newJsonParser().parseResource(Consent.class, new String(json, StandardCharsets.UTF_8));
    }
}
