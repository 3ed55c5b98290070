package nl.ooievaar.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** The entry criteria of the interventions, as any FHIRPath engine can ask them of a Bundle of what is known. */
class InterventionTest {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final PhbPackage PHB = PhbPackage.load();
    private static final String SNOMED = "http://snomed.info/sct";

    @Test
    void voorzorg_is_for_a_first_child_before_28_weeks_with_an_accumulation_of_problems() {
        Bundle known = known(dueIn(85), births(0), factor("debts"), factor("homelessness"));
        assertEquals("{accumulation=true, before28Weeks=true, firstChild=true}", judged("phb-voorzorg", known));
    }

    @Test
    void at_28_weeks_or_with_a_second_child_or_one_problem_a_criterion_says_no() {
        Bundle known = known(dueIn(84), births(1), factor("debts"), factor("debts"));
        assertEquals("{accumulation=false, before28Weeks=false, firstChild=false}", judged("phb-voorzorg", known));
    }

    @Test
    void what_is_not_known_is_missing_and_neither_yes_nor_no() {
        assertEquals(
                "{accumulation=missing, before28Weeks=missing, firstChild=missing}", judged("phb-voorzorg", known()));
        assertEquals("{riskFactor=missing}", judged("phb-stevig-ouderschap", known(births(0))));
        assertEquals("{riskFactor=true}", judged("phb-stevig-ouderschap", known(factor("loneliness"))));
    }

    @Test
    void a_plan_says_which_observations_its_criteria_need_and_what_it_offers() {
        for (String id : List.of("phb-voorzorg", "phb-stevig-ouderschap")) {
            PlanDefinition.PlanDefinitionActionComponent action = plan(id).getActionFirstRep();
            assertEquals(action.getCondition().size(), action.getInput().size(), id);
            action.getInput().forEach(input -> input.getProfile()
                    .forEach(profile -> assertTrue(
                            PHB.find(org.hl7.fhir.r4.model.StructureDefinition.class, profile.getValue())
                                    .isPresent(),
                            profile.getValue())));
            assertTrue(PHB.find(
                            ActivityDefinition.class,
                            action.getDefinitionCanonicalType().getValue())
                    .isPresent());
        }
    }

    private static String judged(String id, Bundle known) {
        IFhirPath path = R4.newFhirPath();
        Map<String, String> found = new TreeMap<>();
        plan(id).getActionFirstRep()
                .getCondition()
                .forEach(condition -> found.put(
                        condition.getExpression().getName(),
                        path.evaluateFirst(known, condition.getExpression().getExpression(), Type.class)
                                .map(Type::primitiveValue)
                                .orElse("missing")));
        return found.toString();
    }

    private static PlanDefinition plan(String id) {
        return PHB.find(PlanDefinition.class, PhbPackage.BASE + "/PlanDefinition/" + id)
                .orElseThrow();
    }

    private static Bundle known(Observation... observations) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        List.of(observations).forEach(one -> bundle.addEntry().setResource(one));
        return bundle;
    }

    private static Observation dueIn(int days) {
        return observation(
                SNOMED,
                "161714006",
                new DateTimeType(LocalDate.now().plusDays(days).toString()));
    }

    private static Observation births(int count) {
        return observation(SNOMED, "364325004", new IntegerType(count));
    }

    private static Observation factor(String code) {
        return observation(
                PhbPackage.BASE + "/CodeSystem/phb-observation",
                "risk-factor",
                new CodeableConcept(new Coding(PhbPackage.BASE + "/CodeSystem/phb-risk-factor", code, null)));
    }

    private static Observation observation(String system, String code, Type value) {
        Observation observation = new Observation();
        observation.getCode().addCoding().setSystem(system).setCode(code);
        return observation.setValue(value);
    }
}
