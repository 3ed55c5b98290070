package nl.ooievaar.server.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ooievaar.server.gate.GateSql;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Keys;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Answers searches from the index, through the gate, on the transaction of the caller (which must be REPEATABLE READ).
 *
 * <p>Matches, includes, chains and totals all pass the gate in their own SQL, so nothing tells that something is withheld. Later
 * pages read the store as the first saw it, through the grants of now.
 */
public final class Search {
    private record Row(Seen seen, List<String> place) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final SearchParser parser;
    private final Keys keys;
    private final Included included;
    private final PageLinks links;

    /** @param linkKey 32 bytes that seal page links; every node of one server has the same */
    public Search(NamedParameterJdbcTemplate jdbc, SearchParser parser, Keys keys, byte[] linkKey) {
        this.jdbc = jdbc;
        this.parser = parser;
        this.keys = keys;
        this.included = new Included(jdbc, keys);
        this.links = new PageLinks(linkKey);
    }

    /** The first page. */
    public Page run(SearchRequest request, Viewer viewer) {
        AsOf now = new AsOf.Now();
        if (request.countOnly()) {
            return new Page(List.of(), List.of(), Optional.empty(), OptionalInt.of(count(request, viewer)));
        }
        List<Row> rows = rows(request, viewer, now, Optional.empty());
        boolean more = rows.size() > request.count();
        OptionalInt total = OptionalInt.empty();
        if (!more) {
            total = OptionalInt.of(rows.size());
        } else if (request.total()) {
            total = OptionalInt.of(count(request, viewer));
        }
        return page(request, viewer, now, rows, more ? Optional.of(snapshot()) : Optional.empty(), total);
    }

    /** A later page; a link of another party, of more than an hour ago or of no search is refused. */
    public Page next(String token, Viewer viewer) {
        PageLink link = links.open(token, viewer);
        SearchRequest request = request(link);
        AsOf.Then then = new AsOf.Then(link.snapshot(), Optional.ofNullable(link.own()));
        List<Row> rows = rows(request, viewer, then, Optional.of(link.place()));
        Optional<AsOf.Then> more = rows.size() > request.count() ? Optional.of(then) : Optional.empty();
        return page(request, viewer, then, rows, more, OptionalInt.empty());
    }

    /** The search behind a page link, for the audit of it. */
    public SearchRequest requestOf(String token, Viewer viewer) {
        return request(links.open(token, viewer));
    }

    private SearchRequest request(PageLink link) {
        return parser.read(link.type(), link.parameters(), link.inBody());
    }

    private Page page(
            SearchRequest request,
            Viewer viewer,
            AsOf asOf,
            List<Row> rows,
            Optional<AsOf.Then> more,
            OptionalInt total) {
        List<Row> shown = more.isPresent() ? rows.subList(0, request.count()) : rows;
        List<Seen> matches = shown.stream().map(Row::seen).toList();
        Optional<String> token = more.map(then -> links.seal(
                new PageLink(
                        viewer.now().plus(PageLinks.LIFE).getEpochSecond(),
                        request.type(),
                        request.parameters(),
                        request.inBody(),
                        then.snapshot(),
                        then.own().orElse(null),
                        shown.get(shown.size() - 1).place()),
                viewer));
        return new Page(matches, included.of(request, matches, viewer, asOf), token, total);
    }

    /** One more than a page holds, to know whether there is another. */
    private List<Row> rows(SearchRequest request, Viewer viewer, AsOf asOf, Optional<List<String>> after) {
        Statement statement = Statement.seenBy(viewer);
        Ordering order = Ordering.of(request.sorts());
        Conditions conditions = conditions(request, viewer, asOf, statement);
        GateSql gate = GateSql.of(request.type());
        String sql = conditions.with() + "select " + gate.columns() + order.columns() + " from " + conditions.from(gate)
                + order.joins(statement) + where(request, asOf, statement, conditions)
                + after.map(place -> order.after(place, statement)).orElse("")
                + order.orderBy() + " limit " + (request.count() + 1);
        return jdbc.query(sql, statement.values(), (row, i) -> new Row(Seen.of(row, i), order.place(row)));
    }

    private int count(SearchRequest request, Viewer viewer) {
        Statement statement = Statement.seenBy(viewer);
        AsOf now = new AsOf.Now();
        Conditions conditions = conditions(request, viewer, now, statement);
        String sql = conditions.with() + "select count(*) from " + conditions.from(GateSql.of(request.type()))
                + where(request, now, statement, conditions);
        Integer found = jdbc.queryForObject(sql, statement.values(), Integer.class);
        return found == null ? 0 : found;
    }

    private Conditions conditions(SearchRequest request, Viewer viewer, AsOf asOf, Statement statement) {
        Conditions conditions = new Conditions(
                statement,
                chained -> new ChainTargets(jdbc, keys, viewer, asOf).resolve(request.type(), chained),
                request.criteria());
        if (conditions.few()) {
            jdbc.getJdbcOperations().execute(Conditions.PLAN_ONCE);
        }
        return conditions;
    }

    private static String where(SearchRequest request, AsOf asOf, Statement statement, Conditions conditions) {
        return " where v.type = " + statement.bind(request.type()) + " and " + asOf.newest(statement)
                + conditions.rest() + " and " + GateSql.of(request.type()).visible();
    }

    private AsOf.Then snapshot() {
        return jdbc.queryForObject(
                "select cast(pg_current_snapshot() as text), cast(pg_current_xact_id_if_assigned() as text)",
                new Statement().values(),
                (row, i) -> new AsOf.Then(row.getString(1), Optional.ofNullable(row.getString(2))));
    }
}
