package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.search.Page;
import nl.ooievaar.server.search.Search;
import nl.ooievaar.server.search.SearchParser;
import nl.ooievaar.server.search.SearchRequest;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Everything that discloses: through the gate, and on record in the same transaction before it is answered. */
@Component
public class Reading {
    /** Carries a page link. */
    static final String PAGE = "_page";

    private final Exchange exchange;
    private final Lookup lookup;
    private final Search search;
    private final SearchParser parser;
    private final Audit audit;
    private final Answers answers;
    private final QueryDigest digest;

    public Reading(
            Exchange exchange,
            Lookup lookup,
            Search search,
            SearchParser parser,
            Audit audit,
            Answers answers,
            QueryDigest digest) {
        this.exchange = exchange;
        this.lookup = lookup;
        this.search = search;
        this.parser = parser;
        this.audit = audit;
        this.answers = answers;
        this.digest = digest;
    }

    Resource read(String type, IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, id.hasVersionIdPart() ? "vread" : "read", type, 'r', null);
        return exchange.run(context, c -> {
            Seen seen = (id.hasVersionIdPart()
                            ? number(id.getVersionIdPart()).flatMap(v -> lookup.version(type, uuid(id), v, c.viewer()))
                            : lookup.newest(type, uuid(id), c.viewer()))
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
            disclose(c, List.of(seen));
            return answers.of(seen, details);
        });
    }

    List<Resource> history(String type, IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "history-instance", type, 'r', null);
        return exchange.run(context, c -> {
            List<Seen> seen = lookup.history(type, uuid(id), c.viewer());
            if (seen.isEmpty()) {
                throw Refusal.of(Reason.NOT_FOUND).exception();
            }
            disclose(c, seen);
            return seen.stream().map(s -> answers.of(s, details)).toList();
        });
    }

    Bundle search(String type, RequestDetails details) {
        Map<String, String[]> asked = details.getParameters();
        Exchange.Context context = exchange.open(details, "search-type", type, 's', digest.of(asked));
        boolean inBody = details.getRequestType() == RequestTypeEnum.POST;
        return exchange.run(context, c -> {
            boolean later = asked.containsKey(PAGE);
            SearchRequest request =
                    later ? search.requestOf(asked.get(PAGE)[0], c.viewer()) : parser.parse(type, asked, inBody);
            withinScope(type, request, c.caller());
            Page page = later ? search.next(asked.get(PAGE)[0], c.viewer()) : search.run(request, c.viewer());
            List<Seen> included = readable(page.included(), c.caller());
            List<Seen> all = new ArrayList<>(page.matches());
            all.addAll(included);
            disclose(c, all);
            Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
            bundle.setId(c.request().id().toString());
            bundle.getMeta().setLastUpdated(Date.from(c.request().now()));
            page.total().ifPresent(bundle::setTotal);
            bundle.addLink().setRelation("self").setUrl(self(type, c, inBody, details));
            page.nextToken().ifPresent(token -> bundle.addLink()
                    .setRelation("next")
                    .setUrl(c.base() + "/" + type + "?" + PAGE + "=" + token));
            page.matches().forEach(s -> add(bundle, s, Bundle.SearchEntryMode.MATCH, c, details));
            included.forEach(s -> add(bundle, s, Bundle.SearchEntryMode.INCLUDE, c, details));
            return bundle;
        });
    }

    /** All a caller may see about the person of one of its visible Patients. */
    Bundle everything(IdType id, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "everything", "Patient", 'r', null);
        return exchange.run(context, c -> {
            Seen patient = lookup.newest("Patient", uuid(id), c.viewer())
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
            List<Seen> all = readable(lookup.everythingOf(patient.person().orElseThrow(), c.viewer()), c.caller());
            Map<UUID, Seen> found = new LinkedHashMap<>();
            found.put(patient.id(), patient);
            all.forEach(s -> found.putIfAbsent(s.id(), s));
            disclose(c, List.copyOf(found.values()));
            Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
            bundle.setId(c.request().id().toString());
            bundle.setTotal(found.size());
            bundle.addLink().setRelation("self").setUrl(c.base() + "/Patient/" + id.getIdPart() + "/$everything");
            found.values().forEach(s -> add(bundle, s, Bundle.SearchEntryMode.MATCH, c, details));
            return bundle;
        });
    }

    /**
     * A search may look among other types and ask for them by name only where the token's scopes allow those too: a chain
     * through a type would tell of it. A page link made under a wider token opens no more than a search would.
     */
    private static void withinScope(String type, SearchRequest request, Caller caller) {
        if (!request.type().equals(type)) {
            throw Refusal.of(Reason.PAGE_LINK_UNKNOWN).exception();
        }
        require(caller, request.searchedTypes(), 's', "search-type ");
        require(caller, request.includedTypes(), 'r', "read ");
    }

    private static void require(Caller caller, Set<String> types, char letter, String interaction) {
        types.stream()
                .filter(one -> !caller.mayAsk(one, letter))
                .sorted()
                .findFirst()
                .ifPresent(one -> {
                    throw Refusal.of(Reason.FORBIDDEN_OPERATION, interaction + one)
                            .exception();
                });
    }

    /** What came along without being asked for by type is left out where no scope covers it. */
    private static List<Seen> readable(List<Seen> seen, Caller caller) {
        return seen.stream().filter(one -> caller.mayAsk(one.type(), 'r')).toList();
    }

    private void disclose(Exchange.Context context, List<Seen> seen) {
        audit.record(
                context.request(),
                context.caller(),
                // A search is executed, what it finds is disclosed (IHE Basic Audit Log Patterns, Query).
                context.request().interaction().equals("search-type") ? "E" : "R",
                seen.stream().map(Audit.Touched::of).toList());
    }

    /** A person may be named in the body of a search: its address never is repeated. */
    private static String self(String type, Exchange.Context c, boolean inBody, RequestDetails details) {
        return inBody || details.getParameters().containsKey(PAGE) ? c.base() + "/" + type : details.getCompleteUrl();
    }

    private void add(
            Bundle bundle, Seen seen, Bundle.SearchEntryMode mode, Exchange.Context c, RequestDetails details) {
        Bundle.BundleEntryComponent entry = bundle.addEntry();
        entry.setFullUrl(c.base() + "/" + seen.reference());
        entry.setResource(answers.of(seen, details));
        entry.getSearch().setMode(mode);
    }

    static UUID uuid(IdType id) {
        try {
            return UUID.fromString(id.getIdPart());
        } catch (IllegalArgumentException e) {
            throw Refusal.of(Reason.NOT_FOUND).exception();
        }
    }

    private static Optional<Integer> number(String version) {
        return version.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(version)) : Optional.empty();
    }
}
