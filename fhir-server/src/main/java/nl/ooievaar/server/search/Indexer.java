package nl.ooievaar.server.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.BaseResourceIndexedSearchParam;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamString;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamUri;
import ca.uhn.fhir.jpa.model.entity.StorageSettings;
import ca.uhn.fhir.jpa.searchparam.extractor.SearchParamExtractorR4;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.ooievaar.server.store.Keys;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads the values of the declared search parameters out of a resource.
 *
 * <p>Where a value stands is HAPI's knowledge (its extractor and the paths of FHIR R4); how it is kept is ours: hashes for
 * tokens, references and uris, stretches of time for dates, folded text for strings. Thread safe.
 */
public final class Indexer {
    private final Parameters parameters;
    private final Keys keys;
    private final SearchParamExtractorR4 extractor;
    private final Map<Parameter, List<ReferencePath>> references = new HashMap<>();

    /** @param fhir an R4 context that has its validation support set: the extractor evaluates FHIRPath with it */
    public Indexer(FhirContext fhir, Parameters parameters, Keys keys) {
        this.parameters = parameters;
        this.keys = keys;
        StorageSettings settings = new StorageSettings();
        // :text on tokens is not offered, and displays are no search values.
        settings.setSuppressStringIndexingInTokens(true);
        this.extractor =
                new SearchParamExtractorR4(settings, new PartitionSettings(), fhir, new DeclaredOnly(fhir, parameters));
        parameters.types().all().stream()
                .flatMap(type -> parameters.of(type.name()).stream())
                .filter(one -> one.kind() == Parameter.Kind.REFERENCE)
                .forEach(one -> references.put(
                        one, one.paths().stream().map(ReferencePath::of).toList()));
    }

    /** @param resource as it will be stored: conditional and urn:uuid references already resolved */
    public Indexed index(Resource resource) {
        String type = resource.fhirType();
        IndexBuilder built = new IndexBuilder(type, parameters, keys);
        boolean strings = false;
        boolean uris = false;
        for (Parameter parameter : parameters.of(type)) {
            switch (parameter.kind()) {
                case TOKEN -> tokens(resource, parameter, built);
                case DATE -> dates(resource, parameter, built);
                case REFERENCE -> references(resource, parameter, built);
                case STRING -> strings = true;
                case URI -> uris = true;
            }
        }
        if (strings) {
            for (ResourceIndexedSearchParamString one : extractor.extractSearchParamStrings(resource)) {
                built.string(one.getParamName(), one.getValueExact());
            }
        }
        if (uris) {
            for (ResourceIndexedSearchParamUri one : extractor.extractSearchParamUri(resource)) {
                built.uri(one.getParamName(), one.getUri());
            }
        }
        return built.done();
    }

    private void tokens(Resource resource, Parameter parameter, IndexBuilder built) {
        for (BaseResourceIndexedSearchParam one :
                extractor.extractSearchParamTokens(resource, parameter.definition())) {
            if (one instanceof ResourceIndexedSearchParamToken token) {
                built.token(parameter.name(), token.getSystem(), token.getValue());
            }
        }
    }

    private void dates(Resource resource, Parameter parameter, IndexBuilder built) {
        for (String path : parameter.paths()) {
            for (IBase value : extractor.extractValues(path, resource)) {
                RecordedTime.of(value).ifPresent(span -> built.date(parameter.name(), span));
            }
        }
    }

    private void references(Resource resource, Parameter parameter, IndexBuilder built) {
        for (ReferencePath path : references.get(parameter)) {
            for (IBase value : extractor.extractValues(path.path(), resource)) {
                built.reference(parameter.name(), value, path.only());
            }
        }
    }
}
