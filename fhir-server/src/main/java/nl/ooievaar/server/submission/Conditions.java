package nl.ooievaar.server.submission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.search.Search;
import nl.ooievaar.server.search.SearchParser;
import nl.ooievaar.server.search.SearchRequest;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.types.TypeClass;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/** Conditional creates, updates and references: a search through the gate that must find one or none (FHIR R4 http). */
@Component
public class Conditions {
    /** How an answer is written and how much of it: no condition. */
    private static final List<String> NO_CRITERIA =
            List.of("_format", "_pretty", "_summary", "_elements", "_sort", "_total", "_include", "_revinclude");

    private final Search search;
    private final SearchParser parser;
    private final ResourceTypes types;

    public Conditions(Search search, SearchParser parser, ResourceTypes types) {
        this.search = search;
        this.parser = parser;
        this.types = types;
    }

    /**
     * A condition in place of a reference. Of professionals the caller's own record is meant before that of another, who may
     * have written down the same number.
     *
     * @param query {@code Type?parameters}
     * @return what it finds, if anything; several matches are refused with 412
     */
    public Optional<Seen> reference(String query, Viewer viewer) {
        int mark = query.indexOf('?');
        String type = query.substring(0, mark);
        String parameters = query.substring(mark + 1);
        Optional<Seen> own =
                isStaff(type) ? find(type, parameters, viewer.withoutStaffOfOthers(), true) : Optional.empty();
        return own.isPresent() ? own : find(type, parameters, viewer, true);
    }

    /** What the condition of an update or patch finds, by the address of its entry; an address of HTTP may not hold a BSN. */
    public Optional<Seen> one(Entry entry, Viewer viewer) {
        int mark = entry.url().indexOf('?');
        return one(
                entry.url().substring(0, mark),
                entry.url().substring(mark + 1),
                viewer,
                !entry.at().isEmpty());
    }

    /**
     * What the condition of a write finds. Of professionals only what the caller keeps itself: what another wrote down about the
     * same professional is neither changed nor in the way.
     *
     * @param inBody whether the condition stood in a body or header, never in an address
     */
    public Optional<Seen> one(String type, String parameters, Viewer viewer, boolean inBody) {
        return find(type, parameters, isStaff(type) ? viewer.withoutStaffOfOthers() : viewer, inBody);
    }

    /** The same among what the caller keeps itself: what another keeps of the same person is not in the way. */
    public Optional<Seen> own(String type, String parameters, Viewer viewer) {
        List<Seen> own = matches(type, parameters, viewer, true, "50").stream()
                .filter(seen -> seen.custodian() == viewer.party())
                .toList();
        if (own.size() > 1) {
            throw Refusal.of(Reason.SEVERAL_MATCHES, type).exception();
        }
        return own.stream().findFirst();
    }

    private boolean isStaff(String type) {
        return types.find(type).filter(it -> it.typeClass() == TypeClass.STAFF).isPresent();
    }

    private Optional<Seen> find(String type, String parameters, Viewer viewer, boolean inBody) {
        List<Seen> found = matches(type, parameters, viewer, inBody, "2");
        if (found.size() > 1) {
            throw Refusal.of(Reason.SEVERAL_MATCHES, type).exception();
        }
        return found.stream().findFirst();
    }

    private List<Seen> matches(String type, String parameters, Viewer viewer, boolean inBody, String most) {
        Map<String, String[]> asked = new LinkedHashMap<>();
        for (String part : parameters.split("&")) {
            int is = part.indexOf('=');
            if (is > 0) {
                String name = URLDecoder.decode(part.substring(0, is), StandardCharsets.UTF_8);
                String value = URLDecoder.decode(part.substring(is + 1), StandardCharsets.UTF_8);
                asked.merge(name, new String[] {value}, Conditions::join);
            }
        }
        NO_CRITERIA.forEach(asked::remove);
        asked.put("_count", new String[] {most});
        SearchRequest request = parser.parse(type, asked, inBody);
        if (request.criteria().isEmpty()) {
            throw Refusal.of(Reason.SEVERAL_MATCHES, type).exception();
        }
        return search.run(request, viewer).matches();
    }

    private static String[] join(String[] some, String[] more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
