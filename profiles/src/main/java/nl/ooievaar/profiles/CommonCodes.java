package nl.ooievaar.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * The code systems that the library knows by itself. It refuses a language of any other system than BCP 47, also beside one of
 * that; the Dutch base codes languages by ISO 639-1, and R4 only prefers BCP 47 (Patient.communication.language).
 */
final class CommonCodes extends CommonCodeSystemsTerminologyService {
    private static final Set<String> LANGUAGES = Set.of(LANGUAGES_VALUESET_URL, ALL_LANGUAGES_VALUESET_URL);
    private static final String BCP_47 = "urn:ietf:bcp:47";

    CommonCodes(FhirContext context) {
        super(context);
    }

    @Override
    public CodeValidationResult validateCodeInValueSet(
            ValidationSupportContext context,
            ConceptValidationOptions options,
            String system,
            String code,
            String display,
            IBaseResource valueSet) {
        boolean foreign =
                valueSet instanceof ValueSet set && LANGUAGES.contains(set.getUrl()) && !BCP_47.equals(system);
        return foreign ? null : super.validateCodeInValueSet(context, options, system, code, display, valueSet);
    }
}
