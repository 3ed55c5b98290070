package nl.ooievaar.server.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ooievaar.server.search.SearchRequest.Column;
import nl.ooievaar.server.search.SearchRequest.Include;
import nl.ooievaar.server.search.SearchRequest.Sort;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.types.Interaction;
import nl.ooievaar.server.types.ResourceType;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * Reads a search and refuses what it cannot honour in full: a parameter that is silently ignored answers with more than was asked.
 */
public final class SearchParser {
    private static final int DEFAULT_COUNT = 50;
    private static final int MAX_COUNT = 500;

    private final Parameters parameters;
    private final CriterionParser criteria;
    private final IncludeParser includes;

    /** @param ownBases the addresses under which this server is called; references that start with one are its own */
    public SearchParser(Parameters parameters, Keys keys, List<String> ownBases) {
        this.parameters = parameters;
        this.criteria = new CriterionParser(parameters, keys, ownBases);
        this.includes = new IncludeParser(parameters);
    }

    /** @param inBody whether the parameters came in the body of a POST; only there may they name a BSN */
    public SearchRequest parse(String type, Map<String, String[]> sent, boolean inBody) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        sent.forEach((name, values) -> copy.put(name, List.of(values)));
        return read(type, copy, inBody);
    }

    SearchRequest read(String type, Map<String, List<String>> sent, boolean inBody) {
        if (!inBody) {
            BsnInUrl.refuse(sent);
        }
        requireSearchable(type);
        List<Criterion> found = new ArrayList<>();
        List<Sort> sorts = new ArrayList<>();
        List<Include> forwards = new ArrayList<>();
        List<Include> backwards = new ArrayList<>();
        int count = DEFAULT_COUNT;
        boolean countOnly = false;
        boolean total = false;
        for (Map.Entry<String, List<String>> entry : sent.entrySet()) {
            String name = entry.getKey();
            List<String> values = entry.getValue();
            switch (name) {
                case "_id" -> values.forEach(one -> found.add(criteria.id(name, one)));
                case "_lastUpdated" -> values.forEach(one -> found.add(criteria.updated(name, one)));
                case "_sort" -> values.forEach(one -> sorts.addAll(sorts(type, one)));
                case "_include" -> values.forEach(one -> forwards.add(includes.forwards(type, one)));
                case "_revinclude" -> values.forEach(one -> backwards.add(includes.backwards(type, one)));
                case "_count" -> count = count(name, values);
                case "_total" ->
                    total = !one(name, values, List.of("none", "estimate", "accurate"))
                            .equals("none");
                case "_summary" ->
                    countOnly |= one(name, values, List.of("true", "text", "data", "count", "false"))
                            .equals("count");
                case "_format", "_pretty", "_elements" -> {
                    // How the answer is written, which is HAPI's work.
                }
                default -> values.forEach(one -> found.add(criteria.parse(type, name, one)));
            }
        }
        return new SearchRequest(
                type,
                sent,
                List.copyOf(found),
                List.copyOf(sorts),
                List.copyOf(forwards),
                List.copyOf(backwards),
                count,
                countOnly || count == 0,
                total,
                inBody);
    }

    private void requireSearchable(String type) {
        ResourceType row = parameters.types().find(type).orElseThrow(() -> Refusal.of(
                        Reason.UNKNOWN_TYPE,
                        type,
                        String.join(
                                ", ",
                                parameters.types().all().stream()
                                        .map(ResourceType::name)
                                        .toList()))
                .exception());
        if (!row.offers(Interaction.SEARCH)) {
            throw Refusal.of(Reason.FORBIDDEN_OPERATION, "search " + type).exception();
        }
    }

    private List<Sort> sorts(String type, String value) {
        List<Sort> found = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            boolean descending = part.startsWith("-");
            String name = descending ? part.substring(1) : part;
            found.add(new Sort(column(type, name), name, descending));
        }
        return found;
    }

    private Column column(String type, String name) {
        if (name.equals("_id")) {
            return Column.ID;
        }
        if (name.equals("_lastUpdated")) {
            return Column.UPDATED;
        }
        ResourceType row = parameters.types().get(type);
        if (row.principalDate().filter(name::equals).isPresent()) {
            return Column.MAIN_DATE;
        }
        Parameter parameter = parameters.find(type, name).orElseThrow(() -> unsortable(type));
        return switch (parameter.kind()) {
            case DATE -> Column.DATE;
            case STRING -> Column.STRING;
            // Only hashes of these are kept, and those have no order.
            case TOKEN, REFERENCE, URI -> throw unsortable(type);
        };
    }

    private RuntimeException unsortable(String type) {
        List<String> sortable = new ArrayList<>(List.of("_id", "_lastUpdated"));
        parameters.of(type).stream()
                .filter(one -> one.kind() == Parameter.Kind.DATE || one.kind() == Parameter.Kind.STRING)
                .forEach(one -> sortable.add(one.name()));
        return Refusals.value("_sort", "[-]name, where name is one of " + String.join(", ", sortable));
    }

    private static int count(String name, List<String> values) {
        if (values.size() != 1 || !values.get(0).matches("\\d{1,9}")) {
            throw Refusals.value(name, "one whole number, 0 to " + MAX_COUNT);
        }
        return Math.min(MAX_COUNT, Integer.parseInt(values.get(0)));
    }

    private static String one(String name, List<String> values, List<String> allowed) {
        if (values.size() != 1 || !allowed.contains(values.get(0))) {
            throw Refusals.value(name, String.join(" | ", allowed));
        }
        return values.get(0);
    }
}
