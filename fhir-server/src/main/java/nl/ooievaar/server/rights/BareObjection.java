package nl.ooievaar.server.rights;

import java.util.Optional;
import nl.ooievaar.server.gate.ConsentReader;
import nl.ooievaar.subject.consent.Representation;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;

/**
 * An objection with nothing in it but what it closes: purpose, recipients, source, classes, period and references. No text, name
 * or identifier of a person; who gave it for her is only the ground on which.
 */
final class BareObjection {
    private static final String BASE = "http://ooievaar.example/fhir/StructureDefinition/";
    private static final String OBTAINED = BASE + "phb-consent-obtained";
    private static final String INCAPACITY = BASE + "phb-incapacity";

    private BareObjection() {}

    /** @param ground on which somebody else gave it for her; empty when she did */
    static Consent of(Consent was, Optional<Representation.Ground> ground) {
        Consent bare = new Consent();
        bare.getMeta().addProfile(BASE + "phb-consent");
        Extension obtained = was.getExtensionByUrl(OBTAINED);
        if (obtained != null && obtained.getValue() instanceof CodeType how) {
            bare.addExtension(OBTAINED, new CodeType(how.getValue()));
        }
        if (was.hasExtension(INCAPACITY)) {
            bare.addExtension(INCAPACITY, new Reference().setType("Practitioner"));
        }
        bare.setStatus(Consent.ConsentState.ACTIVE);
        bare.setScope(was.getScope().copy().setText(null));
        was.getCategory().forEach(one -> bare.addCategory(one.copy().setText(null)));
        bare.setPatient(reference(was.getPatient()));
        bare.setDateTimeElement(was.getDateTimeElement().copy());
        bare.addPerformer(
                ConsentReader.givenByOther(was)
                        ? ground.map(ConsentReader::givenOn).orElseGet(() -> new Reference().setType("RelatedPerson"))
                        : reference(was.getPerformerFirstRep()));
        bare.setPolicyRule(was.getPolicyRule().copy().setText(null));
        bare.setProvision(provision(was.getProvision()));
        return bare;
    }

    private static ProvisionComponent provision(ProvisionComponent was) {
        ProvisionComponent bare = new ProvisionComponent();
        bare.setType(was.getType());
        if (was.hasPeriod()) {
            bare.setPeriod(was.getPeriod().copy());
        }
        was.getPurpose().forEach(one -> bare.addPurpose(one.copy().setDisplay(null)));
        was.getClass_().forEach(one -> bare.addClass_(one.copy().setDisplay(null)));
        was.getActor().forEach(one -> bare.addActor(actor(one)));
        was.getData()
                .forEach(
                        one -> bare.addData().setMeaning(one.getMeaning()).setReference(reference(one.getReference())));
        return bare;
    }

    /** A service or organisation by its number, or a role: never a person. */
    private static provisionActorComponent actor(provisionActorComponent was) {
        Reference who = new Reference();
        who.getIdentifier()
                .setSystem(was.getReference().getIdentifier().getSystem())
                .setValue(was.getReference().getIdentifier().getValue());
        return new provisionActorComponent()
                .setRole(was.getRole().copy().setText(null))
                .setReference(who);
    }

    private static Reference reference(Reference was) {
        return new Reference(was.getReference());
    }
}
