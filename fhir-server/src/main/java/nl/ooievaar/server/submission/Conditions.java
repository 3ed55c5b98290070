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
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/** Conditional creates, updates and references: a search through the gate that must find one or none (FHIR R4 http). */
@Component
public class Conditions {
    private final Search search;
    private final SearchParser parser;

    public Conditions(Search search, SearchParser parser) {
        this.search = search;
        this.parser = parser;
    }

    /**
     * @param query {@code Type?parameters}
     * @return what it finds, if anything; several matches are refused with 412
     */
    public Optional<Seen> one(String query, Viewer viewer) {
        int mark = query.indexOf('?');
        return one(query.substring(0, mark), query.substring(mark + 1), viewer);
    }

    public Optional<Seen> one(String type, String parameters, Viewer viewer) {
        Map<String, String[]> asked = new LinkedHashMap<>();
        for (String part : parameters.split("&")) {
            int is = part.indexOf('=');
            if (is > 0) {
                String name = URLDecoder.decode(part.substring(0, is), StandardCharsets.UTF_8);
                String value = URLDecoder.decode(part.substring(is + 1), StandardCharsets.UTF_8);
                asked.merge(name, new String[] {value}, Conditions::join);
            }
        }
        if (asked.isEmpty()) {
            throw Refusal.of(Reason.SEVERAL_MATCHES, type).exception();
        }
        asked.put("_count", new String[] {"2"});
        List<Seen> found = search.run(parser.parse(type, asked, true), viewer).matches();
        if (found.size() > 1) {
            throw Refusal.of(Reason.SEVERAL_MATCHES, type).exception();
        }
        return found.stream().findFirst();
    }

    private static String[] join(String[] some, String[] more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
