package nl.ooievaar.server.notification;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.ooievaar.server.start.DatabaseClock;
import nl.ooievaar.server.store.DirectoryImport;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.notification.Backoff;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells endpoints what is due, at least once and in the order of the numbers. What is about to leave is decided, numbered and on
 * record in one transaction, which also leases the subscription; then it is sent without one; then the outcome is kept. A node
 * that dies in between leaves a lease that ends by itself, and the same numbers go out again. Thread safe, on any number of nodes.
 */
@Component
class Delivery {
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

    /** What is to be done with the subscription that was found. */
    private sealed interface Step {
        /** Nothing is due. */
        record Idle() implements Step {}

        /** It was decided on, and nothing leaves. */
        record Decided() implements Step {}

        /** This leaves now. */
        record Ready(UUID id, UUID lease, long until, URI endpoint, List<String> headers, byte[] body)
                implements Step {}
    }

    private record Found(Subscribed to, boolean beat) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final SubscriptionTable subscriptions;
    private final SubscriptionForm form;
    private final Numbering numbering;
    private final DirectoryImport directory;
    private final Parties parties;
    private final RestHook hook;
    private final FhirContext fhir;

    Delivery(
            NamedParameterJdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            DatabaseClock clock,
            SubscriptionTable subscriptions,
            SubscriptionForm form,
            Numbering numbering,
            DirectoryImport directory,
            Parties parties,
            RestHook hook,
            FhirContext fhir) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // Each statement sees what committed before it: what was withdrawn by then is not told.
        this.apart.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.clock = clock;
        this.subscriptions = subscriptions;
        this.form = form;
        this.numbering = numbering;
        this.directory = directory;
        this.parties = parties;
        this.hook = hook;
        this.fhir = fhir;
    }

    /** Tells all that is due. */
    void all() {
        while (!(one() instanceof Step.Idle)) {
            // One transaction a subscription: a slow one holds up nobody but itself.
        }
    }

    private Step one() {
        AtomicReference<UUID> found = new AtomicReference<>();
        Step step;
        try {
            step = apart.execute(status -> claim(found, clock.instant()));
        } catch (RuntimeException e) {
            // Nothing of it was kept; one that can't be decided on must not stand before the others.
            Optional.ofNullable(found.get()).ifPresent(id -> apart.executeWithoutResult(status -> postpone(id)));
            throw e;
        }
        if (step instanceof Step.Ready ready) {
            Sent sent = hook.post(ready.endpoint(), ready.headers(), ready.body());
            apart.executeWithoutResult(status -> settle(ready, sent, clock.instant()));
        }
        return step;
    }

    private void postpone(UUID id) {
        jdbc.update(
                "update subscription set next_try = :next where subscription_id = :id",
                new MapSqlParameterSource("id", id)
                        .addValue("next", moment(clock.instant().plus(LEASE))));
    }

    private Step claim(AtomicReference<UUID> id, Instant now) {
        Optional<Found> found = jdbc
                .query(
                        CLAIM,
                        new MapSqlParameterSource("now", moment(now)),
                        (row, i) -> new Found(Subscribed.of(row, i), row.getBoolean("beat")))
                .stream()
                .findFirst();
        found.ifPresent(it -> id.set(it.to().id()));
        return found.<Step>map(it -> decide(it.to(), it.beat(), now)).orElseGet(Step.Idle::new);
    }

    private Step decide(Subscribed to, boolean beat, Instant now) {
        Wanted wanted = form.read(subscriptions.content(to));
        if (!wanted.endpoint().isAmong(directory.endpoints(parties.party(to.owner())))) {
            failed(to, new Sent("not-registered"), now);
            return new Step.Decided();
        }
        Subscribed at = to.greeted() && to.taken() == to.lastNumber() ? numbering.next(to, now) : to;
        long until = at.greeted() ? Math.min(at.lastNumber(), at.taken() + Numbering.MOST) : at.taken();
        List<Event> events = numbering.events(at, at.taken() + 1, until, now);
        if (at.greeted() && events.isEmpty() && !beat) {
            return new Step.Decided();
        }
        String type = !at.greeted() ? "handshake" : events.isEmpty() ? "heartbeat" : "event-notification";
        Bundle bundle = NotificationBundle.of(at, at.greeted() ? "active" : "requested", type, events, now);
        byte[] body = fhir.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
        return new Step.Ready(at.id(), lease(at, now), until, wanted.endpoint().address(), wanted.headers(), body);
    }

    private UUID lease(Subscribed to, Instant now) {
        UUID lease = UUID.randomUUID();
        jdbc.update(
                "update subscription set lease = :lease, leased_until = :until where subscription_id = :id",
                new MapSqlParameterSource("lease", lease)
                        .addValue("until", moment(now.plus(LEASE)))
                        .addValue("id", to.id()));
        return lease;
    }

    /** Whoever lost the lease keeps no outcome: it was ended, begun anew, or sent again by another node. */
    private void settle(Step.Ready ready, Sent sent, Instant now) {
        jdbc.query(
                        "select " + Subscribed.COLUMNS
                                + " from subscription s where s.subscription_id = :id and s.lease = :lease for update",
                        new MapSqlParameterSource("id", ready.id()).addValue("lease", ready.lease()),
                        Subscribed::of)
                .forEach(to -> {
                    if (sent.taken()) {
                        taken(to, ready.until(), now);
                    } else {
                        failed(to, sent, now);
                    }
                });
    }

    private void taken(Subscribed to, long until, Instant now) {
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

    private void failed(Subscribed to, Sent sent, Instant now) {
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
