package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Municipalities;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.desk.Municipality;
import nl.ooievaar.subject.desk.PostalCode;
import nl.ooievaar.subject.desk.RightDesk;
import nl.ooievaar.subject.desk.RightDesk.Explained;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/** A referral goes to the desk of the municipality where she stays, which is of the directory and so tells nothing of anybody. */
@Component
public class DeskRules {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String STAY = Profiles.BASE + "phb-municipality";
    private static final String REASON = Profiles.BASE + "phb-desk-reason";
    private static final String PERFORMER = ".performer[0]";

    private final Municipalities municipalities;
    private final Lookup lookup;
    private final Vault vault;
    private final FhirContext fhir;

    DeskRules(Municipalities municipalities, Lookup lookup, Vault vault, FhirContext fhir) {
        this.municipalities = municipalities;
        this.lookup = lookup;
        this.vault = vault;
        this.fhir = fhir;
    }

    void check(List<Planned> planned, Map<UUID, Seen> seen, Viewer viewer) {
        for (Planned one : planned) {
            if (!one.written() || !one.hasProfile("phb-referral")) {
                continue;
            }
            ServiceRequest referral = (ServiceRequest) one.resource;
            String at = one.entry.at().isEmpty() ? one.type : one.entry.at();
            if (one.step == Planned.Step.UPDATE && !one.becomesReferral()) {
                ServiceRequest before = (ServiceRequest) open(one.before.orElseThrow());
                if (!before.getPerformerFirstRep()
                        .getReference()
                        .equals(referral.getPerformerFirstRep().getReference())) {
                    throw Refusal.of(Reason.REFERRAL_DESK_FIXED)
                            .at(at + PERFORMER)
                            .exception();
                }
            } else {
                check(referral, at, planned, seen, viewer);
            }
        }
    }

    private void check(ServiceRequest referral, String at, List<Planned> planned, Map<UUID, Seen> seen, Viewer viewer) {
        UUID id = UUID.fromString(referral.getSubject().getReferenceElement().getIdPart());
        Optional<Planned> sent = planned.stream()
                .filter(it -> it.id.equals(id) && it.resource instanceof Patient)
                .findFirst();
        Optional<Patient> woman = sent.map(it -> (Patient) it.resource)
                .or(() -> Optional.ofNullable(seen.get(id)).map(it -> (Patient) open(it)));
        woman.flatMap(it -> check(
                        it,
                        sent.map(p -> p.entry.at()).orElse(at + ".subject.resolve()"),
                        referral.getPerformerFirstRep(),
                        viewer))
                .ifPresent(no -> {
                    throw no.at(no.at().isEmpty() ? at + PERFORMER : no.at()).exception();
                });
    }

    /**
     * Whether a desk is the right one for her.
     *
     * @param at where she stands in the request
     * @return why not; at the municipality when that is wrong, else without a place
     */
    public Optional<Refusal> check(Patient woman, String at, Reference desk, Viewer viewer) {
        if (!municipalities.areListed()) {
            return Optional.empty();
        }
        Optional<String> code = stay(woman);
        if (code.isPresent()
                && Municipality.code(code.get()).flatMap(municipalities::find).isEmpty()) {
            return Optional.of(
                    Refusal.of(Reason.MUNICIPALITY_UNKNOWN).at(at + ".extension('" + STAY + "').value.coding.code"));
        }
        Optional<Municipality> where =
                code.flatMap(Municipality::code).flatMap(municipalities::find).or(() -> byAddress(woman));
        return where.flatMap(municipality -> {
            List<UUID> serving =
                    municipalities.desks(municipality.code(), LocalDate.ofInstant(viewer.now(), AMSTERDAM));
            return RightDesk.check(
                    desk.getReferenceElement().getIdPart(),
                    municipality,
                    serving.stream().map(UUID::toString).toList(),
                    serving.stream().findFirst().map(id -> named(id, viewer)).orElse(""),
                    desk.hasExtension(REASON) ? Explained.BY_A_REASON : Explained.NO);
        });
    }

    private static Optional<String> stay(Patient woman) {
        return woman.getExtensionsByUrl(STAY).stream()
                .filter(it -> it.getValue() instanceof CodeableConcept)
                .flatMap(it -> ((CodeableConcept) it.getValue()).getCoding().stream())
                .filter(it -> Municipality.SYSTEM.equals(it.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }

    /** A postal code that one municipality has to itself; what is shared or unknown decides nothing. */
    private Optional<Municipality> byAddress(Patient woman) {
        return woman.getAddress().stream()
                .filter(it -> it.getUse() != Address.AddressUse.OLD && it.hasPostalCode())
                .flatMap(it -> PostalCode.of(it.getPostalCode()).stream())
                .findFirst()
                .map(municipalities::at)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0));
    }

    private String named(UUID service, Viewer viewer) {
        String reference = "HealthcareService/" + service;
        return lookup.newest("HealthcareService", service, viewer)
                .map(it -> ((HealthcareService) open(it)).getName() + " (" + reference + ")")
                .orElse(reference);
    }

    private Resource open(Seen seen) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return (Resource) fhir.newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
    }
}
