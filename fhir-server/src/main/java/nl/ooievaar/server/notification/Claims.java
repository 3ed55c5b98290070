package nl.ooievaar.server.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.subject.notification.Backoff;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Which subscription is due, who sends for it, and what came of it; in the transaction of the caller, on any number of nodes. */
@Component
class Claims {
    /** Longer than an endpoint is ever waited for. */
    static final Duration LEASE = RestHook.LONGEST.multipliedBy(2);

    private static final String CLAIM = "select " + Subscribed.COLUMNS
            + """
                    , coalesce(s.sent_at + make_interval(secs => s.heartbeat) <= :now, false) as beat
                    from subscription s
                    where s.status <> 'off' and s.next_try <= :now and (s.leased_until is null or s.leased_until <= :now)
                      and (s.ends_at is null or s.ends_at > :now)
                      and (not s.greeted or s.taken < s.last_number
                        or s.sent_at + make_interval(secs => s.heartbeat) <= :now
                        or exists (select 1 from outbox o where (o.xid, o.seq) > (s.after_xid, s.after_seq)
                             and o.xid < pg_snapshot_xmin(pg_current_snapshot())))
                    order by s.next_try, s.subscription_id limit 1 for update skip locked
                    """;

    /** @param beat whether its endpoint is to hear something even if nothing happened */
    record Found(Subscribed to, boolean beat) {}

    private final NamedParameterJdbcTemplate jdbc;

    Claims(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The next that is due, held until the transaction ends; those that others hold are passed over. */
    Optional<Found> next(Instant now) {
        return jdbc
                .query(
                        CLAIM,
                        new MapSqlParameterSource("now", moment(now)),
                        (row, i) -> new Found(Subscribed.of(row, i), row.getBoolean("beat")))
                .stream()
                .findFirst();
    }

    /** Held, if the lease is still the same; whoever lost it keeps no outcome: it was ended, begun anew, or sent by another node. */
    Optional<Subscribed> leased(UUID id, UUID lease) {
        return jdbc
                .query(
                        "select " + Subscribed.COLUMNS
                                + " from subscription s where s.subscription_id = :id and s.lease = :lease for update",
                        new MapSqlParameterSource("id", id).addValue("lease", lease),
                        Subscribed::of)
                .stream()
                .findFirst();
    }

    /** Leaves one alone for a while. */
    void postpone(UUID id, Instant now) {
        jdbc.update(
                "update subscription set next_try = :next where subscription_id = :id",
                new MapSqlParameterSource("id", id).addValue("next", moment(now.plus(LEASE))));
    }

    /** Nobody else sends for it meanwhile. */
    UUID lease(Subscribed to, Instant now) {
        UUID lease = UUID.randomUUID();
        jdbc.update(
                "update subscription set lease = :lease, leased_until = :until where subscription_id = :id",
                new MapSqlParameterSource("lease", lease)
                        .addValue("until", moment(now.plus(LEASE)))
                        .addValue("id", to.id()));
        return lease;
    }

    /** The endpoint took all up to a number. */
    void taken(Subscribed to, long until, Instant now) {
        jdbc.update(
                """
                update subscription set taken = :taken, greeted = true, failures = 0, failing_since = null, failure = null,
                  sent_at = :now, next_try = :now, lease = null, leased_until = null, status = 'active',
                  version = version + case when status = 'active' then 0 else 1 end,
                  last_updated = case when status = 'active' then last_updated else :now end
                where subscription_id = :id
                """,
                new MapSqlParameterSource("id", to.id())
                        .addValue("taken", until)
                        .addValue("now", moment(now)));
    }

    /** The endpoint took nothing: it is tried again later, or given up. */
    void failed(Subscribed to, Sent sent, Instant now) {
        Instant since = to.failingSince().orElse(now);
        int failures = to.failures() + 1;
        Optional<Instant> next = Backoff.next(failures, since, now);
        jdbc.update(
                """
                update subscription set failures = :failures, failing_since = :since, failure = :failure, next_try = :next,
                  lease = null, leased_until = null, status = :status,
                  version = version + case when status = :status then 0 else 1 end,
                  last_updated = case when status = :status then last_updated else :now end
                where subscription_id = :id
                """,
                new MapSqlParameterSource("id", to.id())
                        .addValue("failures", failures)
                        .addValue("since", moment(since))
                        .addValue("failure", sent.failure())
                        .addValue("next", moment(next.orElse(now)))
                        .addValue("status", next.isPresent() ? "error" : "off")
                        .addValue("now", moment(now)));
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
