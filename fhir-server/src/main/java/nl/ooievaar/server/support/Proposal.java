package nl.ooievaar.server.support;

import java.util.Locale;
import nl.ooievaar.subject.support.Answer;
import nl.ooievaar.subject.support.Card;
import nl.ooievaar.subject.support.Entry;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;

/**
 * The answer of {@code $apply} (FHIR R4, PlanDefinition/$apply): a CarePlan that only proposes, with the offered actions in a
 * RequestGroup, and a GuidanceResponse that names the data that are missing. It has no id: it is kept nowhere.
 */
public final class Proposal {
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private final Locale locale;
    private final CarePlan proposal = new CarePlan();
    private final RequestGroup offer = new RequestGroup();
    private final GuidanceResponse guidance = new GuidanceResponse();

    /** @param subject {@code Patient/id}; blank when only data were sent */
    public Proposal(PlanDefinition plan, String subject, Locale locale) {
        this.locale = locale;
        String canonical = plan.getUrl() + "|" + plan.getVersion();
        proposal.setLanguage(locale.getLanguage());
        proposal.setStatus(CarePlan.CarePlanStatus.DRAFT).setIntent(CarePlan.CarePlanIntent.PROPOSAL);
        proposal.addInstantiatesCanonical(canonical);
        proposal.setTitle(Plans.text(plan.getTitleElement(), locale));
        proposal.setSubject(subject(subject));
        offer.setId("offer");
        offer.setStatus(RequestGroup.RequestStatus.DRAFT).setIntent(RequestGroup.RequestIntent.PROPOSAL);
        offer.addInstantiatesCanonical(canonical);
        offer.setSubject(subject(subject));
        guidance.setId("guidance");
        guidance.setModule(new CanonicalType(canonical));
        guidance.setStatus(GuidanceResponse.GuidanceResponseStatus.SUCCESS);
        guidance.setSubject(subject(subject));
    }

    /** Adds what is said of one action; only one that fits is offered. */
    public Proposal with(PlanDefinitionActionComponent action, Entry entry, Card card) {
        if (entry.fit() == Entry.Fit.YES) {
            offer(action);
        }
        for (int i = 0; i < entry.criteria().size(); i++) {
            if (entry.criteria().get(i).answer() == Answer.MISSING) {
                // The criteria of a plan and the data they need stand in the same order.
                guidance.setStatus(GuidanceResponse.GuidanceResponseStatus.DATAREQUIRED);
                guidance.addDataRequirement(action.getInput().get(i).copy());
            }
        }
        if (entry.criteria().isEmpty()) {
            // A step of a visit: nothing is weighed, so there is nothing to say of it.
            return this;
        }
        note(card.summary());
        card.reasons().forEach(this::note);
        card.missing().forEach(this::note);
        note(card.closing());
        return this;
    }

    public CarePlan carePlan() {
        if (offer.hasAction()) {
            proposal.addContained(offer);
            proposal.addActivity().setReference(new Reference("#offer"));
        }
        proposal.addContained(guidance);
        proposal.addSupportingInfo(new Reference("#guidance"));
        return proposal;
    }

    private void offer(PlanDefinitionActionComponent action) {
        RequestGroup.RequestGroupActionComponent offered = offer.addAction()
                .setTitle(Plans.text(action.getTitleElement(), locale))
                .setDescription(Plans.text(action.getDescriptionElement(), locale));
        action.getCondition().forEach(one -> offered.addCondition()
                .setKind(RequestGroup.ActionConditionKind.APPLICABILITY)
                .setExpression(new Expression()
                        .setName(one.getExpression().getName())
                        .setLanguage(one.getExpression().getLanguage())
                        .setExpression(one.getExpression().getExpression())));
    }

    private void note(String text) {
        if (proposal.getNote().stream().noneMatch(one -> one.getText().equals(text))) {
            proposal.addNote().setText(text);
        }
    }

    private static Reference subject(String subject) {
        Reference reference = new Reference();
        if (subject.isBlank()) {
            reference.addExtension(ABSENT, new CodeType("not-asked"));
        } else {
            reference.setReference(subject);
        }
        return reference;
    }
}
