package nl.ooievaar.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import ca.uhn.fhir.context.RuntimeResourceDefinition;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.types.TypeClass;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** Every way in which a type of ours can say that it was entered in error is known. */
class EnteredInErrorTest {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    @Test
    void every_element_of_our_types_that_has_the_code_is_one_that_closes() {
        Set<String> tried = new TreeSet<>();
        ResourceTypes.load().all().stream()
                .filter(type -> type.typeClass() == TypeClass.PERSON)
                .forEach(type -> {
                    RuntimeResourceDefinition definition = R4.getResourceDefinition(type.name());
                    for (BaseRuntimeChildDefinition child : definition.getChildren()) {
                        if (hasCode(child)) {
                            Resource said = (Resource) definition.newInstance();
                            assertFalse(EnteredInError.isSaidBy(said));
                            said.setProperty(
                                    child.getElementName(), new org.hl7.fhir.r4.model.CodeType("entered-in-error"));
                            assertTrue(EnteredInError.isSaidBy(said), type.name() + "." + child.getElementName());
                            tried.add(type.name() + "." + child.getElementName());
                        }
                    }
                });
        assertTrue(tried.containsAll(Set.of("Observation.status", "Goal.lifecycleStatus")), tried.toString());
        assertEquals(15, tried.size(), tried.toString());
    }

    @Test
    void a_condition_says_it_in_its_verification() {
        CodeableConcept error = new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/condition-ver-status", "entered-in-error", null));
        assertTrue(EnteredInError.isSaidBy(new Condition().setVerificationStatus(error)));
        assertFalse(EnteredInError.isSaidBy(new Condition()));
    }

    private static boolean hasCode(BaseRuntimeChildDefinition child) {
        return child instanceof RuntimeChildPrimitiveEnumerationDatatypeDefinition coded
                && Arrays.stream(coded.getBoundEnumType().getEnumConstants())
                        .anyMatch(constant -> constant.toString().equals("ENTEREDINERROR"));
    }
}
