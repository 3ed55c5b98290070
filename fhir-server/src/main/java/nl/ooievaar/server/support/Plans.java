package nl.ooievaar.server.support;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.subject.support.Answer;
import nl.ooievaar.subject.support.Criterion;
import nl.ooievaar.subject.support.Entry;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.springframework.stereotype.Component;

/**
 * The plans of the package and their criteria (FHIR R4 PlanDefinition, action.condition). Only what the package defines is ever
 * run: no expression comes from a request. Thread safe.
 */
@Component
public class Plans {
    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private final FhirContext fhir;
    private final List<PlanDefinition> plans;

    public Plans(FhirContext fhir, PhbPackage phb) {
        this.fhir = fhir;
        this.plans = phb.definitions().stream()
                .filter(PlanDefinition.class::isInstance)
                .map(PlanDefinition.class::cast)
                .toList();
    }

    public Optional<PlanDefinition> find(String id) {
        return plans.stream()
                .filter(one -> one.getIdElement().getIdPart().equals(id))
                .findFirst();
    }

    /** Those that say when an intervention fits; the others tell the steps of a visit. */
    public List<PlanDefinition> withCriteria() {
        return plans.stream()
                .filter(one -> one.getAction().stream().anyMatch(PlanDefinitionActionComponent::hasCondition))
                .toList();
    }

    /** The codes of the Observations that the criteria and what is said of the situation rest on, as {@code system|code}. */
    public TreeSet<String> codes() {
        TreeSet<String> codes = new TreeSet<>(Known.FACTORS);
        plans.stream()
                .flatMap(plan -> plan.getAction().stream())
                .flatMap(action -> action.getInput().stream())
                .flatMap(input -> input.getCodeFilter().stream())
                .flatMap(filter -> filter.getCode().stream())
                .forEach(code -> codes.add(token(code)));
        return codes;
    }

    /**
     * Holds the criteria of one action against what is known.
     *
     * @param today the day of the request, which {@code today()} stands for in the expressions
     */
    public Entry judge(
            PlanDefinition plan, PlanDefinitionActionComponent action, Known known, LocalDate today, Locale locale) {
        IFhirPath path = fhir.newFhirPath();
        Bundle bundle = known.bundle();
        List<Criterion> criteria = new ArrayList<>();
        for (var condition : action.getCondition()) {
            Expression expression = condition.getExpression();
            // The clock of the engine would be this machine's, in this machine's zone.
            String asked = expression.getExpression().replace("today()", "@" + today);
            Optional<Boolean> outcome =
                    path.evaluateFirst(bundle, asked, BooleanType.class).map(BooleanType::booleanValue);
            criteria.add(new Criterion(expression.getName(), Answer.of(outcome)));
        }
        return new Entry(
                plan.getIdElement().getIdPart(), text(action.getTitleElement(), locale), paragraph(plan), criteria);
    }

    /** A text of the package in a language: its translation, or itself where there is none. */
    public static String text(PrimitiveType<?> element, Locale locale) {
        return element.getExtensionsByUrl(TRANSLATION).stream()
                .filter(one -> locale.getLanguage().equals(one.getExtensionString("lang")))
                .map(one -> one.getExtensionString("content"))
                .findFirst()
                .orElseGet(element::getValueAsString);
    }

    static String token(Coding code) {
        return code.getSystem() + "|" + code.getCode();
    }

    private static String paragraph(PlanDefinition plan) {
        String source = plan.getRelatedArtifactFirstRep().getDisplay();
        return source.substring(source.indexOf("), ") + 3).replace(" and ", ", ");
    }
}
