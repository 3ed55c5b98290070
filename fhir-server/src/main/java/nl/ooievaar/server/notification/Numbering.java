package nl.ooievaar.server.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Sight;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.party.Party;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Gives numbers to what a party may know, in the transaction of the caller, who holds the row of the subscription. The gate
 * decides here, at the moment of delivery; what it withholds gets no number and leaves no hole. What gets one is on record as a
 * disclosure in the same transaction. Only what finished transactions wrote is looked at, so that none that ends late is missed.
 */
@Component
class Numbering {
    /** The most that goes out at once. */
    static final int MOST = 50;
    /** So many queued events are decided on in one step. */
    private static final int STEP = 200;

    private record Queued(long seq, String xid, UUID file, String event) {}

    private final JdbcTemplate jdbc;
    private final Lookup lookup;
    private final Audit audit;
    private final Parties parties;

    Numbering(JdbcTemplate jdbc, Lookup lookup, Audit audit, Parties parties) {
        this.jdbc = jdbc;
        this.lookup = lookup;
        this.audit = audit;
        this.parties = parties;
    }

    /** Decides on the next queued events. @return how far the subscription is then */
    Subscribed next(Subscribed to, Instant now) {
        List<Queued> queued = queued(to);
        if (queued.isEmpty()) {
            return to;
        }
        Viewer viewer = viewer(to, now);
        Map<Long, Seen> open = open(
                to,
                queued.stream()
                        .filter(one -> to.topic().speaksOf(one.event()))
                        .map(Queued::seq)
                        .toList(),
                viewer);
        long number = to.lastNumber();
        Queued last = queued.get(0);
        List<Audit.Touched> told = new ArrayList<>();
        for (Queued one : queued) {
            Seen seen = open.get(one.seq());
            if (seen != null && to.topic().speaksOf(one.event(), seen.type())) {
                if (told.size() == MOST) {
                    break;
                }
                number++;
                number(to, number, one, now);
                told.add(Audit.Touched.of(seen));
            }
            last = one;
        }
        if (!told.isEmpty()) {
            audit.recordWords(new AuditedRequest(UUID.randomUUID(), "notification", null, now), caller(to), told);
        }
        return moved(to, last, number);
    }

    /** The events with these numbers, each decided on again: what is no longer open has no record. */
    List<Event> events(Subscribed to, long from, long until, Instant now) {
        return events(to, from, until, now, new ArrayList<>());
    }

    /** The same, which also tells what is open. */
    List<Event> events(Subscribed to, long from, long until, Instant now, List<Audit.Touched> told) {
        Map<Long, Long> seqs = new HashMap<>();
        Map<Long, Instant> moments = new HashMap<>();
        jdbc.query(
                "select number, seq, numbered_at from notification where subscription_id = ? and number between ? and ?",
                row -> {
                    seqs.put(row.getLong(1), row.getLong(2));
                    moments.put(
                            row.getLong(1),
                            row.getObject(3, OffsetDateTime.class).toInstant());
                },
                to.id(),
                from,
                until);
        Map<Long, Seen> open = open(to, List.copyOf(seqs.values()), viewer(to, now));
        List<Event> events = new ArrayList<>();
        for (long number = from; number <= until; number++) {
            Optional<Seen> seen = Optional.ofNullable(seqs.get(number)).map(open::get);
            seen.map(Audit.Touched::of).ifPresent(told::add);
            events.add(new Event(number, moments.getOrDefault(number, now), seen.map(Seen::reference)));
        }
        return events;
    }

    private Map<Long, Seen> open(Subscribed to, List<Long> seqs, Viewer viewer) {
        Map<Long, Seen> open = lookup.queued(seqs, viewer);
        open.values().removeIf(seen -> !to.topic().tells(seen.dataClass(), seen.basis()));
        return open;
    }

    private List<Queued> queued(Subscribed to) {
        return jdbc.query(
                """
                select o.seq, cast(o.xid as text), o.file_id, o.event from outbox o
                where (o.xid, o.seq) > (cast(cast(? as text) as xid8), ?) and o.xid < pg_snapshot_xmin(pg_current_snapshot())
                order by o.xid, o.seq limit ?
                """,
                (row, i) ->
                        new Queued(row.getLong(1), row.getString(2), row.getObject(3, UUID.class), row.getString(4)),
                to.afterXid(),
                to.afterSeq(),
                STEP);
    }

    private void number(Subscribed to, long number, Queued one, Instant now) {
        jdbc.update(
                "insert into notification (file_id, subscription_id, number, seq, numbered_at) values (?, ?, ?, ?, ?)",
                one.file(),
                to.id(),
                number,
                one.seq(),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    private Subscribed moved(Subscribed to, Queued last, long number) {
        return jdbc.queryForObject(
                """
                update subscription s set after_xid = cast(cast(? as text) as xid8), after_seq = ?, last_number = ?
                where s.subscription_id = ? returning\s"""
                        + Subscribed.COLUMNS,
                Subscribed::of,
                last.xid(),
                last.seq(),
                number,
                to.id());
    }

    private Viewer viewer(Subscribed to, Instant now) {
        Party party = parties.party(to.owner());
        return new Viewer(to.owner(), party.mayUseBsn(), Sight.NONE, to.purpose(), now);
    }

    /** As the access log names who is told: the system that asked, by itself. */
    private Caller caller(Subscribed to) {
        return new Caller(
                parties.party(to.owner()),
                to.role(),
                Optional.empty(),
                to.client(),
                Set.of(),
                Optional.empty(),
                to.purpose());
    }
}
