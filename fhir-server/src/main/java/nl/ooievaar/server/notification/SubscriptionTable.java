package nl.ooievaar.server.notification;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The subscriptions of parties, each for its owner alone: organisation and service of the token. Works in the transaction of the
 * caller.
 */
@Component
class SubscriptionTable {
    /** The most that one party has that are not off. */
    private static final int MOST = 20;

    private static final String SELECT = "select " + Subscribed.COLUMNS + " from subscription s where s.owner = ?";

    private final JdbcTemplate jdbc;
    private final Files files;
    private final Vault vault;
    private final FhirContext fhir;

    SubscriptionTable(JdbcTemplate jdbc, Files files, Vault vault, FhirContext fhir) {
        this.jdbc = jdbc;
        this.files = files;
        this.vault = vault;
        this.fhir = fhir;
    }

    /** Keeps one; its events begin with what ends after this moment. */
    Subscribed add(Subscription sent, Wanted wanted, Caller caller, Viewer viewer, String base) {
        Integer running = jdbc.queryForObject(
                "select count(*) from subscription where owner = ? and status <> 'off'", Integer.class, viewer.party());
        if (running != null && running >= MOST) {
            throw Refusal.of(Reason.SUBSCRIPTION_TOO_MANY, Integer.toString(MOST))
                    .exception();
        }
        Files.File file = files.ofStaff(viewer.party());
        UUID id = UUID.randomUUID();
        byte[] json = fhir.newJsonParser().encodeResourceToString(sent).getBytes(StandardCharsets.UTF_8);
        return jdbc.queryForObject(
                """
                insert into subscription as s (staff_file, subscription_id, owner, version, last_updated, topic, status, content, base,
                  client, role, purpose, ends_at, heartbeat, after_xid, after_seq, next_try)
                values (?, ?, ?, 1, ?, ?, 'requested', ?, ?, ?, ?, ?, ?, ?, pg_snapshot_xmin(pg_current_snapshot()), 0, ?)
                returning\s"""
                        + Subscribed.COLUMNS,
                Subscribed::of,
                file.fileId(),
                id,
                viewer.party(),
                moment(viewer.now()),
                wanted.topic().code(),
                vault.seal(file.dataKey(), file.fileId(), id, 1, json),
                base,
                caller.clientId(),
                caller.role(),
                caller.purpose().orElse(null),
                wanted.end().map(SubscriptionTable::moment).orElse(null),
                wanted.heartbeat().orElse(null),
                moment(viewer.now()));
    }

    Optional<Subscribed> find(UUID id, Viewer viewer) {
        return jdbc.query(SELECT + " and s.subscription_id = ?", Subscribed::of, viewer.party(), id).stream()
                .findFirst();
    }

    /** The same, held until the transaction ends. */
    Optional<Subscribed> held(UUID id, Viewer viewer) {
        return jdbc.query(SELECT + " and s.subscription_id = ? for update", Subscribed::of, viewer.party(), id).stream()
                .findFirst();
    }

    /** All of this party, in the order in which they were last changed. */
    List<Subscribed> all(Viewer viewer) {
        return jdbc.query(SELECT + " order by s.last_updated, s.subscription_id", Subscribed::of, viewer.party());
    }

    /** Ends one: nothing is kept for it from now on. */
    Subscribed end(Subscribed one, Instant now) {
        return jdbc.queryForObject(
                """
                update subscription s set status = 'off', version = version + 1, last_updated = ?, failure = null,
                  failing_since = null, failures = 0, lease = null, leased_until = null
                where s.subscription_id = ? returning\s"""
                        + Subscribed.COLUMNS,
                Subscribed::of,
                moment(now),
                one.id());
    }

    /** Begins with one again, from the handshake on: where it was, or with what is new when it was off. */
    Subscribed again(Subscribed one, Instant now) {
        return jdbc.queryForObject(
                """
                update subscription s set status = 'requested', version = version + 1, last_updated = ?, failure = null,
                  failing_since = null, failures = 0, lease = null, leased_until = null, greeted = false, next_try = ?,
                  after_seq = case when status = 'off' then 0 else after_seq end,
                  after_xid = case when status = 'off' then pg_snapshot_xmin(pg_current_snapshot()) else after_xid end
                where s.subscription_id = ? returning\s"""
                        + Subscribed.COLUMNS,
                Subscribed::of,
                moment(now),
                moment(now),
                one.id());
    }

    /** As it was sent, secrets and all: for sending, not for answering. */
    Subscription content(Subscribed one) {
        byte[] json = vault.open(files.byId(one.staffFile()).dataKey(), one.staffFile(), one.id(), 1, one.content());
        return fhir.newJsonParser().parseResource(Subscription.class, new String(json, StandardCharsets.UTF_8));
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
