package nl.ooievaar.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.gate.GateSql;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.search.Criterion.Chained;
import nl.ooievaar.server.search.Criterion.Target;
import nl.ooievaar.server.store.Keys;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Finds what stands behind a chained reference: only what the caller may see, or a chain would tell what is withheld. */
final class ChainTargets {
    /** More would make one search carry the weight of thousands. */
    private static final int MOST = 10_000;

    private final NamedParameterJdbcTemplate jdbc;
    private final Keys keys;
    private final Viewer viewer;
    private final AsOf asOf;

    ChainTargets(NamedParameterJdbcTemplate jdbc, Keys keys, Viewer viewer, AsOf asOf) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.viewer = viewer;
        this.asOf = asOf;
    }

    /** Keys of the references in resources of {@code type} that point at a fitting target. */
    List<Long> resolve(String type, Chained chained) {
        List<Long> found = new ArrayList<>();
        for (Target target : chained.targets()) {
            List<UUID> ids = ids(target, MOST + 1 - found.size());
            ids.forEach(id -> found.add(keys.reference(type, chained.param(), target.type() + '/' + id)));
            if (found.size() > MOST) {
                throw Refusals.value(chained.name(), "a value that fits at most " + MOST + " resources");
            }
        }
        return found;
    }

    private List<UUID> ids(Target target, int limit) {
        Statement statement = Statement.seenBy(viewer);
        Conditions conditions = new Conditions(
                statement,
                nested -> {
                    throw new IllegalStateException("a chain has one level");
                },
                List.of(target.criterion()));
        GateSql gate = GateSql.of(target.type());
        String sql = conditions.with() + "select v.id from " + conditions.from(gate) + " where v.type = "
                + statement.bind(target.type()) + " and "
                + asOf.newest(statement) + conditions.rest() + " and " + gate.visible()
                + " limit " + limit;
        return jdbc.queryForList(sql, statement.values(), UUID.class);
    }
}
