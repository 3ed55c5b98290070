package nl.ooievaar.server.audit;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.ooievaar.server.audit.Audit.Touched;
import nl.ooievaar.server.audit.PartyNames.Named;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.AuditEvent;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The audit trail as AuditEvents, for those who may read it: a custodian that of its own files, the woman that of all files about
 * her. What the gate hides from her in a record (a note on safety at home) its trail hides too.
 */
@Component
public class AuditTrail {
    /** A file whose trail the viewer may read. */
    public record Watched(UUID fileId, int custodian, byte[] dataKey, Optional<UUID> patient, String basis) {}

    /** A line, what reading it touches, and how it is told. */
    public record Line(AuditEvent event, Touched touched, Told told) {}

    /** A line in words: the day, the time on it, and all that does not differ when it happens again. */
    public record Told(String day, String time, String text) {}

    /** Where a reading goes on: after this line, in the store as the first page saw it. */
    public record Place(Instant at, long seq, String snapshot) {}

    /**
     * What is asked.
     *
     * @param from the first moment
     * @param until the first moment that is no longer asked
     * @param newestFirst or oldest
     * @param most lines on a page
     * @param fits keeps those of some events that are asked for
     */
    public record Asked(
            Optional<Instant> from,
            Optional<Instant> until,
            boolean newestFirst,
            int most,
            Optional<Place> after,
            UnaryOperator<List<AuditEvent>> fits) {}

    /** A page of a trail. */
    public record Page(List<Line> lines, Optional<Place> next) {}

    /** For whom, in which language, and under which address of this server. */
    public record Reader(Viewer viewer, Locale locale, String base) {}

    private record Numbered(AuditRow row, long seq) {
        static Numbered of(ResultSet row, int ignored) throws SQLException {
            return new Numbered(AuditRow.of(row), row.getLong("seq"));
        }
    }

    private static final int CHUNK = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final WatchedFiles watched;
    private final Lookup lookup;
    private final Parties parties;
    private final PartyNames names;

    AuditTrail(
            NamedParameterJdbcTemplate jdbc, WatchedFiles watched, Lookup lookup, Parties parties, PartyNames names) {
        this.jdbc = jdbc;
        this.watched = watched;
        this.lookup = lookup;
        this.parties = parties;
        this.names = names;
    }

    /** The file of this Patient, if its trail is the viewer's to read. */
    public List<Watched> file(Seen patient, Viewer viewer) {
        return watched.one(patient, viewer);
    }

    /** For the woman all files about her; for the custodian of this Patient its own. */
    public List<Watched> files(Seen patient, Viewer viewer) {
        return watched.all(patient, viewer);
    }

    /** One line; empty when there is none or it is not the viewer's to read. */
    public Optional<Line> read(UUID id, Reader reader) {
        return watched.line(id, reader.viewer()).stream()
                .flatMap(found -> lines(List.of(found.row()), List.of(found.file()), reader).stream())
                .findFirst();
    }

    /** A page of the trails of these files as one. */
    public Page page(List<Watched> files, Asked asked, Reader reader) {
        List<Line> lines = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        String snapshot = asked.after().map(Place::snapshot).orElseGet(this::snapshot);
        Optional<Place> after = asked.after();
        int chunk = Math.min(CHUNK, asked.most() + 1);
        List<Numbered> rows;
        do {
            rows = files.isEmpty() ? List.of() : rows(files, asked, after, snapshot, chunk);
            List<Line> shown = lines(rows.stream().map(Numbered::row).toList(), files, reader);
            Set<AuditEvent> fitting = identities(
                    asked.fits().apply(shown.stream().map(Line::event).toList()));
            Map<String, Numbered> byId =
                    rows.stream().collect(Collectors.toMap(row -> row.row().id().toString(), row -> row));
            for (Line line : shown) {
                if (fitting.contains(line.event())) {
                    Numbered row = byId.get(line.event().getIdElement().getIdPart());
                    lines.add(line);
                    places.add(new Place(row.row().head().at(), row.seq(), snapshot));
                }
            }
            if (!rows.isEmpty()) {
                Numbered last = rows.get(rows.size() - 1);
                after = Optional.of(new Place(last.row().head().at(), last.seq(), snapshot));
            }
        } while (rows.size() == chunk && lines.size() <= asked.most());
        boolean more = lines.size() > asked.most();
        return new Page(
                more ? List.copyOf(lines.subList(0, asked.most())) : lines,
                more && asked.most() > 0 ? Optional.of(places.get(asked.most() - 1)) : Optional.empty());
    }

    private static Set<AuditEvent> identities(Collection<AuditEvent> events) {
        Set<AuditEvent> same = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        same.addAll(events);
        return same;
    }

    private List<Numbered> rows(List<Watched> files, Asked asked, Optional<Place> after, String snapshot, int most) {
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("files", files.stream().map(watched::pseudonym).toArray(byte[][]::new))
                .addValue("snapshot", snapshot)
                .addValue("most", most);
        StringBuilder sql = new StringBuilder("select " + AuditRow.COLUMNS + ", a.seq from audit a"
                + " where a.file_pseudonym = any(:files)"
                + " and pg_visible_in_snapshot(a.xid, cast(cast(:snapshot as text) as pg_snapshot))");
        asked.from().ifPresent(from -> {
            sql.append(" and a.at >= :from");
            values.addValue("from", time(from));
        });
        asked.until().ifPresent(until -> {
            sql.append(" and a.at < :until");
            values.addValue("until", time(until));
        });
        after.ifPresent(place -> {
            sql.append(" and (a.at, a.seq) ")
                    .append(asked.newestFirst() ? '<' : '>')
                    .append(" (:at, :seq)");
            values.addValue("at", time(place.at())).addValue("seq", place.seq());
        });
        String order = asked.newestFirst() ? " desc" : "";
        sql.append(" order by a.at")
                .append(order)
                .append(", a.seq")
                .append(order)
                .append(" limit :most");
        return jdbc.query(sql.toString(), values, Numbered::of);
    }

    private List<Line> lines(List<AuditRow> rows, List<Watched> files, Reader reader) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.addAll(row.ids()));
        Set<String> shown = lookup.visible(ids, reader.viewer());
        Map<Party, Named> named =
                names.of(rows.stream().map(AuditTrail::caller).collect(Collectors.toSet()), reader.viewer());
        AccessWords words = new AccessWords(reader.locale());
        AuditEvents events = new AuditEvents(words, reader.base());
        Map<ByteBuffer, Watched> byPseudonym = files.stream()
                .collect(Collectors.toMap(file -> ByteBuffer.wrap(watched.pseudonym(file)), file -> file));
        List<Line> lines = new ArrayList<>();
        for (AuditRow row : rows) {
            Watched file = byPseudonym.get(ByteBuffer.wrap(row.filePseudonym()));
            if (!AuditEvents.types(row, shown).isEmpty()) {
                Named by = named.getOrDefault(caller(row), Named.UNKNOWN);
                AuditEvent event = events.of(row, by, parties.party(file.custodian()), file.patient(), shown);
                lines.add(new Line(event, touched(file, row), words.told(row, by, AuditEvents.types(row, shown))));
            }
        }
        return lines;
    }

    private static Touched touched(Watched file, AuditRow row) {
        return new Touched(
                file.fileId(),
                file.custodian(),
                file.dataKey(),
                "person",
                "AuditEvent",
                row.id(),
                1,
                file.basis(),
                null);
    }

    private static Party caller(AuditRow row) {
        String organization = row.head().organization();
        int bar = organization.indexOf('|');
        return new Party(
                organization.substring(0, bar),
                organization.substring(bar + 1),
                row.head().service());
    }

    private String snapshot() {
        return jdbc.queryForObject(
                "select cast(pg_current_snapshot() as text)", new MapSqlParameterSource(), String.class);
    }

    private static OffsetDateTime time(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
