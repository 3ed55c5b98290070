package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.audit.AuditTrail;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.search.Indexer;
import nl.ooievaar.server.search.MemorySearch;
import nl.ooievaar.server.search.SearchParser;
import nl.ooievaar.server.search.SearchRequest;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** The audit trail of the caller's own files; a search names the Patient whose file it is. */
@Component
public class AuditEventProvider implements IResourceProvider {
    private static final int MOST = 500;

    private final Exchange exchange;
    private final AuditTrail trail;
    private final Lookup lookup;
    private final SearchParser parser;
    private final Indexer indexer;

    public AuditEventProvider(
            Exchange exchange, AuditTrail trail, Lookup lookup, SearchParser parser, Indexer indexer) {
        this.exchange = exchange;
        this.trail = trail;
        this.lookup = lookup;
        this.parser = parser;
        this.indexer = indexer;
    }

    @Override
    public Class<AuditEvent> getResourceType() {
        return AuditEvent.class;
    }

    @Read
    public AuditEvent read(@IdParam IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "read", "AuditEvent", 'r', null);
        return exchange.run(context, c -> trail.read(Reading.uuid(id), c.viewer())
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception()));
    }

    @Search(allowUnknownParams = true)
    public IBaseBundle search(RequestDetails details) {
        Exchange.Context context = exchange.open(details, "search-type", "AuditEvent", 's', null);
        SearchRequest request =
                parser.parse("AuditEvent", details.getParameters(), details.getRequestType() == RequestTypeEnum.POST);
        String[] patient = details.getParameters().get("patient");
        if (patient == null || patient.length != 1) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "patient", "Patient/[id]").exception();
        }
        UUID id = Reading.uuid(new IdType(patient[0]));
        return exchange.run(context, c -> {
            List<Resource> events = lookup
                    .newest("Patient", id, c.viewer())
                    .map(seen -> trail.of(seen, c.viewer(), MOST))
                    .orElse(List.of())
                    .stream()
                    .map(event -> about(event, id))
                    .toList();
            Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
            bundle.addLink().setRelation("self").setUrl(c.base() + "/AuditEvent");
            for (Resource event : new MemorySearch(indexer, events).run(request)) {
                bundle.addEntry()
                        .setFullUrl(
                                c.base() + "/AuditEvent/" + event.getIdElement().getIdPart())
                        .setResource(event);
            }
            bundle.setTotal(bundle.getEntry().size());
            return bundle;
        });
    }

    /** Names the Patient as asked, so that the parameter patient finds it. */
    private static Resource about(AuditEvent event, UUID patient) {
        event.addEntity().getWhat().setReference("Patient/" + patient);
        return event;
    }
}
