package nl.ooievaar.server.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.gate.GateSql;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.search.SearchRequest.Include;
import nl.ooievaar.server.store.Keys;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Fetches what the matches of a page refer to, and what refers to them: one statement for each direction. */
final class Included {
    /** More resources than this are not answered in one page; a search that asks for them says so instead of cutting. */
    private static final int MOST = 5_000;

    private static final String ANY = "";

    private final NamedParameterJdbcTemplate jdbc;
    private final Keys keys;

    Included(NamedParameterJdbcTemplate jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Each resource once, and never a match. */
    List<Seen> of(SearchRequest request, List<Seen> matches, Viewer viewer, AsOf asOf) {
        Map<UUID, Seen> found = new LinkedHashMap<>();
        if (!matches.isEmpty()) {
            forwards(request, matches, viewer, asOf).forEach(one -> found.put(one.id(), one));
            backwards(request, matches, viewer, asOf).forEach(one -> found.put(one.id(), one));
            matches.forEach(match -> found.remove(match.id()));
        }
        return List.copyOf(found.values());
    }

    private List<Seen> forwards(SearchRequest request, List<Seen> matches, Viewer viewer, AsOf asOf) {
        Map<UUID, Set<String>> wanted = new HashMap<>();
        for (Include include : request.includes()) {
            for (Seen match : matches) {
                for (int i = 0; i < match.refParams().size(); i++) {
                    if (match.refParams().get(i).equals(include.param())) {
                        wanted.computeIfAbsent(match.refTargets().get(i), id -> new LinkedHashSet<>())
                                .add(include.target().orElse(ANY));
                    }
                }
            }
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        Statement statement = Statement.seenBy(viewer);
        String ids = statement.ids(wanted.keySet());
        return query("_include", request, GateSql.ANY, "v.id = any(" + ids + ")", statement, asOf).stream()
                .filter(one -> wanted.get(one.id()).contains(ANY)
                        || wanted.get(one.id()).contains(one.type()))
                .toList();
    }

    private List<Seen> backwards(SearchRequest request, List<Seen> matches, Viewer viewer, AsOf asOf) {
        Set<Long> pointing = new LinkedHashSet<>();
        List<String> types = new ArrayList<>();
        for (Include include : request.revIncludes()) {
            types.add(include.type());
            matches.forEach(match -> pointing.add(keys.reference(include.type(), include.param(), match.reference())));
        }
        if (pointing.isEmpty()) {
            return List.of();
        }
        Statement statement = Statement.seenBy(viewer);
        String where = "v.type = any(" + statement.texts(types) + ") and v.keys && " + statement.keys(pointing);
        return query("_revinclude", request, GateSql.of(types), where, statement, asOf);
    }

    private List<Seen> query(
            String name, SearchRequest request, GateSql gate, String where, Statement statement, AsOf asOf) {
        if (!request.few()) {
            jdbc.getJdbcOperations().execute(Conditions.PLAN_ONCE);
        }
        String sql = Conditions.with(where) + "select " + gate.columns() + " from " + Conditions.fromFew(gate)
                + " where " + asOf.newest(statement) + " and " + gate.visible() + " order by v.type, v.id limit "
                + (MOST + 1);
        List<Seen> found = jdbc.query(sql, statement.values(), Seen::of);
        if (found.size() > MOST) {
            throw Refusals.value(name, "a smaller _count, so that at most " + MOST + " resources are included");
        }
        return found;
    }
}
