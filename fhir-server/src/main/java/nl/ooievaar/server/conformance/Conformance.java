package nl.ooievaar.server.conformance;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import nl.ooievaar.server.search.MemorySearch;
import nl.ooievaar.server.search.SearchParser;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** One conformance type, served to every authenticated party. It speaks of nobody, so nothing of it is audited. */
public final class Conformance implements IResourceProvider {
    private final Class<? extends IBaseResource> model;
    private final String type;
    private final List<Resource> definitions;
    private final MemorySearch search;
    private final SearchParser parser;

    public Conformance(
            Class<? extends IBaseResource> model,
            String type,
            List<Resource> definitions,
            MemorySearch search,
            SearchParser parser) {
        this.model = model;
        this.type = type;
        this.definitions = List.copyOf(definitions);
        this.search = search;
        this.parser = parser;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return model;
    }

    @Read
    public Resource read(@IdParam IdType id) {
        return definitions.stream()
                .filter(one -> one.getIdElement().getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
    }

    @Search(allowUnknownParams = true)
    public IBaseBundle search(RequestDetails details) {
        boolean inBody = details.getRequestType() == RequestTypeEnum.POST;
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        String base = details.getFhirServerBase();
        bundle.addLink().setRelation("self").setUrl(base + "/" + type);
        for (Resource one : search.run(parser.parse(type, details.getParameters(), inBody))) {
            Bundle.BundleEntryComponent entry = bundle.addEntry();
            entry.setFullUrl(base + "/" + type + "/" + one.getIdElement().getIdPart());
            entry.setResource(one);
            entry.getSearch().setMode(Bundle.SearchEntryMode.MATCH);
        }
        bundle.setTotal(bundle.getEntry().size());
        return bundle;
    }
}
