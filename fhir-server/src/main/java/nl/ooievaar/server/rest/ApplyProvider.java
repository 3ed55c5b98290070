package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.support.Known;
import nl.ooievaar.server.support.KnownReader;
import nl.ooievaar.server.support.Plans;
import nl.ooievaar.server.support.Proposal;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.support.Cards;
import nl.ooievaar.subject.support.Entry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** {@code PlanDefinition/[id]/$apply}: proposes, and keeps nothing (FHIR R4, operation PlanDefinition-apply, on an instance only). */
@Component
public class ApplyProvider {
    private final SupportExchange support;
    private final Plans plans;
    private final Received received;
    private final OperationDefinition definition;

    ApplyProvider(SupportExchange support, Plans plans, Received received, PhbPackage phb) {
        this.support = support;
        this.plans = plans;
        this.received = received;
        this.definition = phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/phb-apply")
                .orElseThrow(() -> new IllegalStateException("phb-apply"));
    }

    @Operation(name = "$apply", idempotent = true, manualRequest = true, type = PlanDefinition.class)
    public CarePlan apply(@IdParam IdType id, RequestDetails details) {
        return support.run(details, c -> {
            PlanDefinition plan = plans.find(id.getIdPart())
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
            OperationInput asked = OperationInput.of(details, received, definition);
            Optional<Bundle> data = asked.bundle("data");
            String subject = subject(asked, c.base());
            if (subject.isBlank() && data.isEmpty()) {
                throw Refusal.of(Reason.PARAMETER_VALUE, "subject", "Patient/[id]")
                        .exception();
            }
            List<Observation> sent = data.map(SupportExchange::observations).orElse(List.of());
            Known known = subject.isBlank()
                    ? support.sent(sent, c)
                    : support.read(id(subject), sent, c)
                            .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
            return proposal(plan, subject, known, c);
        });
    }

    private CarePlan proposal(PlanDefinition plan, String subject, Known known, Exchange.Context c) {
        Proposal proposal = new Proposal(plan, subject, c.locale());
        Cards cards = support.cards(c);
        for (PlanDefinitionActionComponent action : plan.getAction()) {
            Entry entry = plans.judge(plan, action, known, KnownReader.today(c.viewer()), c.locale());
            proposal.with(action, entry, cards.of(entry));
        }
        return proposal.carePlan();
    }

    /** Of this server, as {@code Patient/id}; blank when none is asked. */
    private static String subject(OperationInput asked, String base) {
        String told = asked.values().get("subject") instanceof Reference reference
                ? Optional.ofNullable(reference.getReference()).orElse("?")
                : asked.words("subject").orElse("");
        String local = told.startsWith(base + "/") ? told.substring(base.length() + 1) : told;
        if (!local.isBlank() && !local.matches("Patient/[A-Za-z0-9.-]{1,64}")) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "subject", "Patient/[id]").exception();
        }
        return local;
    }

    private static UUID id(String subject) {
        return Reading.uuid(new IdType(subject));
    }
}
