package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureMap;

/** The package as the validator asks for it. */
final class PackageSupport extends PrePopulatedValidationSupport {
    private final PhbPackage phb;

    PackageSupport(FhirContext context, PhbPackage phb) {
        super(context);
        this.phb = phb;
        for (MetadataResource definition : phb.definitions()) {
            if (!(definition instanceof NamingSystem) && !describesNoResource(definition)) {
                addResource(definition);
            }
        }
    }

    /** What is no resource of R4, such as the parent dossier, no resource is judged by. */
    private static boolean describesNoResource(MetadataResource definition) {
        return definition instanceof StructureMap
                || definition instanceof StructureDefinition structure
                        && structure.getKind() == StructureDefinition.StructureDefinitionKind.LOGICAL;
    }

    /** The inherited look-up knows no Questionnaire, and answers would go unchecked without one. */
    @Override
    public <T extends IBaseResource> T fetchResource(Class<T> type, String canonical) {
        if (type != null && type.isAssignableFrom(Questionnaire.class) && canonical != null) {
            var questionnaire = phb.find(Questionnaire.class, canonical);
            if (questionnaire.isPresent()) {
                return type.cast(questionnaire.get());
            }
        }
        return super.fetchResource(type, canonical);
    }
}
