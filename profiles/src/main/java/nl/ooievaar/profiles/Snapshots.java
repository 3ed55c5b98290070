package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Completes differentials to snapshots (FHIR R4 profiling 5.1.0.5), so that readers need no generator. */
final class Snapshots {
    /** Left behind by the generator and refused by the official validator as unknown. */
    private static final String LEFTOVER = "http://hl7.org/fhir/tools/StructureDefinition/snapshot-base-version";

    private final PrePopulatedValidationSupport known;
    private final SnapshotGeneratingValidationSupport generator;
    private final ValidationSupportChain chain;

    Snapshots(FhirContext context) {
        known = new PrePopulatedValidationSupport(context);
        generator = new SnapshotGeneratingValidationSupport(context);
        var published = new DefaultProfileValidationSupport(context);
        List<StructureDefinition> types = published.fetchAllStructureDefinitions().stream()
                .map(StructureDefinition.class::cast)
                .filter(BasePackage::isType)
                .map(type -> type.copy().setSnapshot(null).setDifferential(null))
                .toList();
        chain = new TypesByName(types, published, known, generator);
    }

    void know(Resource resource) {
        if (resource instanceof MetadataResource) {
            known.addResource(resource);
        }
    }

    StructureDefinition complete(StructureDefinition structure) {
        var complete = (StructureDefinition)
                generator.generateSnapshot(new ValidationSupportContext(chain), structure, null, null, null);
        complete.getSnapshot()
                .getExtension()
                .removeIf(extension -> extension.getUrl().equals(LEFTOVER));
        complete.getExtension().removeIf(extension -> extension.getUrl().equals(LEFTOVER));
        // Those of the base: the official validator refuses some of them, and they say nothing of ours.
        complete.getSnapshot().getElement().forEach(element -> element.setExample(null));
        return complete;
    }

    /**
     * A chain that shows the types without their elements when it is asked for all structures: each generation starts an
     * engine of FHIRPath that asks what types are called, and converts all it gets. By its address each is found whole.
     */
    @SuppressWarnings("unchecked")
    private static final class TypesByName extends ValidationSupportChain {
        private final List<? extends IBaseResource> types;

        TypesByName(List<StructureDefinition> types, IValidationSupport... chain) {
            super(chain);
            this.types = types;
        }

        @Override
        public List<IBaseResource> fetchAllStructureDefinitions() {
            return (List<IBaseResource>) types;
        }
    }
}
