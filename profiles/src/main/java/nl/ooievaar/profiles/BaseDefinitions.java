package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The definitions of FHIR R4 itself, read once for all who need them: that takes seconds and tens of megabytes. */
public final class BaseDefinitions {
    private static final DefaultProfileValidationSupport R4 =
            new DefaultProfileValidationSupport(FhirContext.forR4Cached());

    private static final CompletableFuture<Void> LOADED = CompletableFuture.runAsync(BaseDefinitions::read);

    private BaseDefinitions() {}

    /** The definitions, for any R4 context. Thread safe. */
    public static IValidationSupport r4() {
        LOADED.join();
        return R4;
    }

    /** Begins to read them beside whatever comes next; whoever asks for them waits. */
    public static void begin() {
        // Naming this class is what begins it.
    }

    /** Without their prose: the validator keeps a second copy of all, and no judgement reads it. */
    private static void read() {
        R4.fetchAllStructureDefinitions().forEach(definition -> shorten((StructureDefinition) definition));
        R4.fetchCodeSystem("http://hl7.org/fhir/administrative-gender");
        R4.fetchAllConformanceResources().forEach(definition -> {
            ((DomainResource) definition).setText(null);
            if (definition instanceof CodeSystem system) {
                shorten(system.getConcept());
            }
        });
    }

    private static void shorten(List<CodeSystem.ConceptDefinitionComponent> concepts) {
        for (var concept : concepts) {
            concept.setDefinition(null).setDesignation(null);
            shorten(concept.getConcept());
        }
    }

    private static void shorten(StructureDefinition definition) {
        definition.setText(null);
        definition.setMapping(null);
        definition.setDifferential(null);
        for (ElementDefinition element : definition.getSnapshot().getElement()) {
            element.setDefinition(null)
                    .setComment(null)
                    .setRequirements(null)
                    .setAlias(null)
                    .setMapping(null)
                    .setExample(null);
        }
    }
}
