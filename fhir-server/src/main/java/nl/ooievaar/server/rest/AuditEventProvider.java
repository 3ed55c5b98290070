package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.util.UrlUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditTrail;
import nl.ooievaar.server.audit.AuditTrail.Asked;
import nl.ooievaar.server.audit.AuditTrail.Line;
import nl.ooievaar.server.audit.AuditTrail.Page;
import nl.ooievaar.server.audit.AuditTrail.Reader;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
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
import org.springframework.stereotype.Component;

/**
 * The audit trail of one Patient's file, for its custodian and for the woman. A search names the Patient; it answers in pages,
 * newest first, and reading the trail is itself on record.
 */
@Component
public class AuditEventProvider implements IResourceProvider {
    private final Exchange exchange;
    private final Audit audit;
    private final AuditTrail trail;
    private final TrailLinks links;
    private final Lookup lookup;
    private final Answers answers;
    private final SearchParser parser;
    private final Indexer indexer;
    private final QueryDigest digest;

    AuditEventProvider(
            Exchange exchange,
            Audit audit,
            AuditTrail trail,
            TrailLinks links,
            Lookup lookup,
            Answers answers,
            SearchParser parser,
            Indexer indexer,
            QueryDigest digest) {
        this.exchange = exchange;
        this.audit = audit;
        this.trail = trail;
        this.links = links;
        this.lookup = lookup;
        this.answers = answers;
        this.parser = parser;
        this.indexer = indexer;
        this.digest = digest;
    }

    @Override
    public Class<AuditEvent> getResourceType() {
        return AuditEvent.class;
    }

    @Read
    public AuditEvent read(@IdParam IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "read", "AuditEvent", 'r', null);
        return exchange.run(context, c -> {
            Line line = trail.read(Reading.uuid(id), reader(c))
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
            audit.record(c.request(), c.caller(), "R", List.of(line.touched()));
            return line.event();
        });
    }

    @Search(allowUnknownParams = true)
    public IBaseBundle search(RequestDetails details) {
        Map<String, String[]> asked = details.getParameters();
        Exchange.Context context = exchange.open(details, "search-type", "AuditEvent", 's', digest.of(asked));
        boolean inBody = details.getRequestType() == RequestTypeEnum.POST;
        return exchange.run(context, c -> answer(asked, inBody, c, details));
    }

    private Bundle answer(Map<String, String[]> sent, boolean inBody, Exchange.Context c, RequestDetails details) {
        Optional<TrailLinks.Link> link = Optional.ofNullable(sent.get(Reading.PAGE))
                .map(token -> links.open(token[0], "AuditEvent", c.viewer()));
        Map<String, String[]> asked = link.<Map<String, String[]>>map(l -> UrlUtil.parseQueryString(l.asked()))
                .orElse(sent);
        SearchRequest request = parser.parse("AuditEvent", asked, inBody);
        Optional<Seen> patient = lookup.newest("Patient", patient(asked), c.viewer());
        List<AuditTrail.Watched> files =
                patient.map(seen -> trail.file(seen, c.viewer())).orElse(List.of());
        Asked page = new Asked(
                Optional.empty(),
                Optional.empty(),
                newestFirst(asked),
                request.countOnly() ? 0 : request.count(),
                link.map(TrailLinks.Link::after),
                events -> fitting(events, request));
        Page found = trail.page(files, page, reader(c));
        boolean included = !request.includes().isEmpty() && !found.lines().isEmpty();
        List<Audit.Touched> touched = new java.util.ArrayList<>(
                found.lines().stream().map(Line::touched).toList());
        if (included) {
            patient.map(Audit.Touched::of).ifPresent(touched::add);
        }
        audit.record(c.request(), c.caller(), "E", touched);
        Bundle bundle = bundle(found, c);
        bundle.addLink().setRelation("self").setUrl(c.base() + "/AuditEvent");
        found.next()
                .map(next -> links.seal(new TrailLinks.Link(next, query(asked)), "AuditEvent", c.viewer()))
                .ifPresent(token -> bundle.addLink()
                        .setRelation("next")
                        .setUrl(c.base() + "/AuditEvent?" + Reading.PAGE + "=" + token));
        if (request.countOnly() || request.total()) {
            bundle.setTotal(trail.page(files, all(page), reader(c)).lines().size());
        } else if (link.isEmpty() && found.next().isEmpty()) {
            bundle.setTotal(found.lines().size());
        }
        if (included) {
            patient.ifPresent(seen -> bundle.addEntry()
                    .setFullUrl(c.base() + "/" + seen.reference())
                    .setResource(answers.of(seen, details))
                    .getSearch()
                    .setMode(Bundle.SearchEntryMode.INCLUDE));
        }
        return bundle;
    }

    static Bundle bundle(Page found, Exchange.Context c) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        bundle.setId(c.request().id().toString());
        bundle.getMeta().setLastUpdated(java.util.Date.from(c.request().now()));
        for (Line line : found.lines()) {
            bundle.addEntry()
                    .setFullUrl(c.base() + "/AuditEvent/"
                            + line.event().getIdElement().getIdPart())
                    .setResource(line.event())
                    .getSearch()
                    .setMode(Bundle.SearchEntryMode.MATCH);
        }
        return bundle;
    }

    static Reader reader(Exchange.Context c) {
        return new Reader(c.viewer(), c.locale(), c.base());
    }

    private List<AuditEvent> fitting(List<AuditEvent> events, SearchRequest request) {
        return new MemorySearch(indexer, events)
                .run(request).stream().map(AuditEvent.class::cast).toList();
    }

    private static Asked all(Asked page) {
        return new Asked(
                page.from(), page.until(), page.newestFirst(), Integer.MAX_VALUE - 1, Optional.empty(), page.fits());
    }

    private static UUID patient(Map<String, String[]> asked) {
        String[] patient = asked.get("patient");
        if (patient == null || patient.length != 1) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "patient", "Patient/[id]").exception();
        }
        return Reading.uuid(new IdType(patient[0]));
    }

    /** The trail has one order, and can be read from both ends. */
    private static boolean newestFirst(Map<String, String[]> asked) {
        String[] sort = asked.getOrDefault("_sort", new String[] {"-date"});
        return switch (sort.length == 1 ? sort[0] : "") {
            case "-date", "-_lastUpdated" -> true;
            case "date", "_lastUpdated" -> false;
            default ->
                throw Refusal.of(Reason.PARAMETER_VALUE, "_sort", "date, -date").exception();
        };
    }

    private static String query(Map<String, String[]> asked) {
        StringBuilder query = new StringBuilder();
        new HashMap<>(asked).forEach((name, values) -> {
            for (String value : values) {
                query.append(query.isEmpty() ? "" : "&")
                        .append(UrlUtil.escapeUrlParam(name))
                        .append('=')
                        .append(UrlUtil.escapeUrlParam(value));
            }
        });
        return query.toString();
    }
}
