package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import java.util.Locale;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The package as the validator asks for it, with the rules' sentences in one language. */
final class PackageSupport extends PrePopulatedValidationSupport {
    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private final PhbPackage phb;

    PackageSupport(FhirContext context, PhbPackage phb, Locale locale) {
        super(context);
        this.phb = phb;
        for (MetadataResource definition : phb.definitions()) {
            if (!(definition instanceof NamingSystem)) {
                addResource(inLanguage(definition, locale));
            }
        }
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

    private static MetadataResource inLanguage(MetadataResource definition, Locale locale) {
        if (!(definition instanceof StructureDefinition structure)
                || locale.getLanguage().equals("en")) {
            return definition;
        }
        StructureDefinition copy = structure.copy();
        copy.getSnapshot().getElement().forEach(element -> translate(element, locale.getLanguage()));
        return copy;
    }

    private static void translate(ElementDefinition element, String language) {
        for (var constraint : element.getConstraint()) {
            for (var translation : constraint.getHumanElement().getExtensionsByUrl(TRANSLATION)) {
                if (language.equals(translation.getExtensionString("lang"))) {
                    constraint.setHuman(translation.getExtensionString("content"));
                }
            }
        }
    }
}
