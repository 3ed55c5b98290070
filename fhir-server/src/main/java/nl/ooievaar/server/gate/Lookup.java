package nl.ooievaar.server.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads by id through the gate, in the transaction of the caller. Absent and not-for-you are both empty. */
@Component
public class Lookup {
    private static final String SELECT = select(GateSql.ANY);

    /** The event that says a record was about somebody else. */
    private static final String IN_ERROR = "entered-in-error";

    private final NamedParameterJdbcTemplate jdbc;

    public Lookup(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version the viewer may see, which after a withdrawal can be an older one it was delivered. */
    public Optional<Seen> newest(String type, UUID id, Viewer viewer) {
        return jdbc
                .query(
                        select(GateSql.of(type)) + " and v.type = :type and v.id = :id order by v.version desc limit 1",
                        bind(viewer).addValue("type", type).addValue("id", id),
                        Seen::of)
                .stream()
                .findFirst();
    }

    public Optional<Seen> version(String type, UUID id, int version, Viewer viewer) {
        return jdbc
                .query(
                        select(GateSql.of(type)) + " and v.type = :type and v.id = :id and v.version = :version",
                        bind(viewer).addValue("type", type).addValue("id", id).addValue("version", version),
                        Seen::of)
                .stream()
                .findFirst();
    }

    /** All versions the viewer may see, newest first. */
    public List<Seen> history(String type, UUID id, Viewer viewer) {
        return jdbc.query(
                select(GateSql.of(type)) + " and v.type = :type and v.id = :id order by v.version desc",
                bind(viewer).addValue("type", type).addValue("id", id),
                Seen::of);
    }

    /** The current versions of these ids that the viewer may see. */
    public Map<UUID, Seen> newest(Collection<UUID> ids, Viewer viewer) {
        Map<UUID, Seen> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(
                            SELECT + " and v.superseded_xid is null and v.id = any(:ids)",
                            bind(viewer).addValue("ids", ids.toArray(UUID[]::new)),
                            Seen::of)
                    .forEach(seen -> found.put(seen.id(), seen));
        }
        return found;
    }

    /** The current resources of one type in the files of one person that the viewer may see, oldest first. */
    public List<Seen> current(String type, UUID person, Viewer viewer) {
        return jdbc.query(
                select(GateSql.of(type))
                        + " and v.superseded_xid is null and v.type = :type and f.person_id = :person order by v.seq",
                bind(viewer).addValue("type", type).addValue("person", person),
                Seen::of);
    }

    /** The next versions of one person that the viewer may see, in the order of their places. */
    public List<Seen> versionsOf(UUID person, UUID afterId, int afterVersion, int most, Viewer viewer) {
        return jdbc.query(
                SELECT + " and f.person_id = :person and (v.id, v.version) > (:id, :version)"
                        + " order by v.id, v.version limit :most",
                bind(viewer)
                        .addValue("person", person)
                        .addValue("id", afterId)
                        .addValue("version", afterVersion)
                        .addValue("most", most),
                Seen::of);
    }

    /**
     * Of these queued events the very versions that the viewer may know of now, by their place in the queue. A row for one party
     * alone that something was about somebody else names what it was given before, and opens nothing; {@code basis} says so.
     */
    public Map<Long, Seen> queued(Collection<Long> places, Viewer viewer) {
        Map<Long, Seen> found = new HashMap<>();
        if (!places.isEmpty()) {
            jdbc.query(
                    "select o.seq, o.event, " + GateSql.ANY.columns() + " from " + GateSql.ANY.from()
                            + " join outbox o on o.file_id = v.file_id and o.id = v.id and o.version = v.version"
                            + " where o.seq = any(:places) and o.withdrawn_at is null"
                            + " and (o.recipient is null or o.recipient = :me) and (" + GateSql.ANY.visible()
                            + " or o.recipient = :me and o.event = :error and v.closed)",
                    bind(viewer).addValue("places", places.toArray(Long[]::new)).addValue("error", IN_ERROR),
                    row -> {
                        Seen seen = Seen.of(row, 0);
                        found.put(
                                row.getLong("seq"), IN_ERROR.equals(row.getString("event")) ? seen.by(IN_ERROR) : seen);
                    });
        }
        return found;
    }

    /** Which versions of these ids the viewer may see, as {@code id/version}. */
    public Set<String> visible(Collection<UUID> ids, Viewer viewer) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.query(
                        "select v.id || '/' || v.version from " + GateSql.ANY.from() + " where " + GateSql.ANY.visible()
                                + " and v.id = any(:ids)",
                        bind(viewer).addValue("ids", ids.toArray(UUID[]::new)),
                        (row, i) -> row.getString(1)));
    }

    /** Everything current in the files of one person that the viewer may see, oldest first. */
    public List<Seen> everythingOf(UUID person, Viewer viewer) {
        return jdbc.query(
                SELECT + " and v.superseded_xid is null and f.person_id = :person order by v.type, v.seq",
                bind(viewer).addValue("person", person),
                Seen::of);
    }

    private static String select(GateSql gate) {
        return "select " + gate.columns() + " from " + gate.from() + " where " + gate.visible();
    }

    private static MapSqlParameterSource bind(Viewer viewer) {
        return viewer.bind(new MapSqlParameterSource());
    }
}
