package nl.ooievaar.server.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases one file: versions with their index values, deliveries, what is queued, keys, grants, and the key of the file. One
 * transaction that sees what others committed while it waited for the file, so that nothing written beside it stays behind.
 * The audit trail is not touched.
 */
@Component
public class FileErasure {
    private static final int TRIES = 12;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;

    public FileErasure(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** When each type in the file last changed. */
    public Map<String, Instant> lastChanges(UUID file) {
        Map<String, Instant> last = new HashMap<>();
        jdbc.query(
                "select type, max(last_updated) from version where file_id = ? group by type",
                row -> {
                    last.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                },
                file);
        return last;
    }

    /**
     * Erases the file of a destruction that was begun, and leaves its tombstone.
     *
     * @param outliving is given the file while it is there, and nobody else writes into it; what it answers is run when it is gone,
     *     in the same transaction
     */
    public void erase(UUID destruction, Instant now, Function<UUID, Runnable> outliving) {
        for (int attempt = 1; ; attempt++) {
            try {
                apart.executeWithoutResult(status -> jdbc.queryForList(
                                "select file_id from destruction where destruction_id = ? and ended_at is null for update",
                                UUID.class,
                                destruction)
                        .forEach(file -> erase(destruction, file, now, outliving)));
                return;
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void erase(UUID destruction, UUID file, Instant now, Function<UUID, Runnable> outliving) {
        // Whoever is writing into the file holds a share of this row: wait for them, then let nobody in.
        jdbc.queryForList(
                "select p.person_id from person p join file f on f.person_id = p.person_id where f.file_id = ? for update",
                UUID.class,
                file);
        List<UUID> person = jdbc.queryForList(
                "select unnest(array_remove(array[person_id, joined_from], null)) from file where file_id = ?",
                UUID.class,
                file);
        Runnable kept = outliving.apply(file);
        int deliveries = jdbc.update("delete from delivery where file_id = ?", file);
        jdbc.update("delete from outbox where file_id = ?", file);
        jdbc.update(
                """
                delete from business_key b using file f where f.file_id = ? and (b.file_id = f.file_id
                  or (b.owner = f.custodian or b.kind = 'idempotency-key') and exists (select 1 from version v
                    where v.file_id = f.file_id and position(cast(v.id as text) in b.answer) > 0))
                """,
                file);
        jdbc.update(
                """
                delete from access_grant g using file f
                where f.file_id = ? and g.person_id in (f.person_id, f.joined_from) and (
                  g.source = f.custodian and not exists (select 1 from file beside
                    where beside.custodian = f.custodian and beside.person_id = f.person_id and beside.file_id <> f.file_id)
                  or g.consent_id in (select v.id from version v where v.file_id = f.file_id and v.type = 'Consent'))
                """,
                file);
        jdbc.update(
                """
                delete from representation r using file f where f.file_id = ? and r.person_id = f.person_id
                  and r.related_person_id in (select v.id from version v where v.file_id = f.file_id)
                """,
                file);
        int versions = jdbc.update("delete from version where file_id = ?", file);
        jdbc.update(
                "update destruction set file_id = null, ended_at = ?, versions = ?, deliveries = ? where destruction_id = ?",
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                versions,
                deliveries,
                destruction);
        // Its row holds the key: without it no copy of a body opens.
        jdbc.update("delete from file where file_id = ?", file);
        kept.run();
        person.forEach(this::forget);
    }

    /** With her last file goes all that is known of her, an emergency access that reached it too. */
    private void forget(UUID person) {
        boolean kept = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from file where person_id = ? or joined_from = ?)",
                Boolean.class,
                person,
                person));
        if (kept) {
            return;
        }
        for (String table : List.of("access_grant", "representation", "emergency_bar", "emergency_access", "person")) {
            jdbc.update("delete from " + table + " where person_id = ?", person);
        }
    }
}
