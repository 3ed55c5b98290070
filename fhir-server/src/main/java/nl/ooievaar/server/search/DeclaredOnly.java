package nl.ooievaar.server.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.util.FhirContextSearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ResourceSearchParams;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells HAPI's extractor of the declared parameters only, so that the others are not even computed. */
final class DeclaredOnly extends FhirContextSearchParamRegistry {
    private final Parameters parameters;
    private final Map<String, ResourceSearchParams> byType = new ConcurrentHashMap<>();

    DeclaredOnly(FhirContext fhir, Parameters parameters) {
        super(fhir);
        this.parameters = parameters;
    }

    @Override
    public ResourceSearchParams getActiveSearchParams(String type, SearchParamLookupContextEnum context) {
        return byType.computeIfAbsent(type, this::declared);
    }

    private ResourceSearchParams declared(String type) {
        ResourceSearchParams found = new ResourceSearchParams(type);
        parameters.of(type).forEach(one -> found.put(one.name(), one.definition()));
        return found;
    }
}
