package nl.ooievaar.server.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PessimisticLockException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.search.Indexed;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes versions with their index values and outbox row, in the transaction of the caller.
 *
 * <p>A version is never changed. Writing version n+1 ends version n in the same statement order on every node: of two writers
 * one loses (FHIR R4 http, managing resource contention).
 */
@Component
public class Versions {
    /**
     * A version about to be written.
     *
     * @param version 1 for a new resource
     * @param stored the stored form, in clear
     * @param author the party whose request made it
     * @param withheld whether it is kept from the person it is about, to protect another
     */
    public record Draft(
            Files.File file,
            UUID id,
            int version,
            String type,
            String dataClass,
            int author,
            boolean withheld,
            Instant lastUpdated,
            byte[] stored,
            Indexed indexed) {}

    @PersistenceContext
    private EntityManager entities;

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final String packageVersion;

    public Versions(JdbcTemplate jdbc, Vault vault, PackageVersion packageVersion) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.packageVersion = packageVersion.value();
    }

    /**
     * Queues the rows of one version; {@link #flush()} sends them in batches.
     *
     * @return false when the version before is no longer the newest: somebody else was first
     */
    public boolean write(Draft draft) {
        Optional<Marks> before =
                draft.version() > 1 ? supersede(draft) : Optional.of(new Marks(draft.withheld(), false));
        if (before.isEmpty()) {
            return false;
        }
        VersionRow row = new VersionRow();
        row.fileId = draft.file().fileId();
        row.id = draft.id();
        row.version = draft.version();
        row.type = draft.type();
        row.dataClass = draft.dataClass();
        row.author = draft.author();
        row.withheld = draft.withheld() || before.get().withheld();
        row.closed = before.get().closed();
        row.lastUpdated = draft.lastUpdated();
        row.packageVersion = packageVersion;
        row.mainKey = draft.indexed().mainKey();
        row.mainAt = draft.indexed().mainAt();
        row.keys = draft.indexed().keys();
        row.refParams = draft.indexed().refParams().toArray(String[]::new);
        row.refTargets = draft.indexed().refTargets().toArray(UUID[]::new);
        row.body = vault.seal(draft.file().dataKey(), row.fileId, row.id, row.version, draft.stored());
        entities.persist(row);
        draft.indexed().dates().stream()
                .distinct()
                .forEach(d -> entities.persist(new DateRow(row, d.param(), d.low(), d.high())));
        draft.indexed().strings().stream()
                .distinct()
                .forEach(s -> entities.persist(new StringRow(row, s.param(), s.folded(), s.exact())));
        return true;
    }

    /** @throws ConcurrencyFailureException when another transaction was first, or destroyed the file meanwhile */
    public void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException | PessimisticLockException e) {
            throw new ConcurrencyFailureException("Another transaction was first", e);
        }
        entities.clear();
    }

    /** Says, with the change itself, that others may have to be told of it. */
    public void announce(Files.File file, UUID id, int version, String event) {
        jdbc.update(
                "insert into outbox (file_id, id, version, event) values (?, ?, ?, ?)",
                file.fileId(),
                id,
                version,
                event);
    }

    /** Tells one party alone, by reference and without content. */
    public void tell(Files.File file, UUID id, int version, String event, int recipient) {
        jdbc.update(
                "insert into outbox (file_id, id, version, event, recipient) values (?, ?, ?, ?, ?)",
                file.fileId(),
                id,
                version,
                event,
                recipient);
    }

    /** Keeps a resource, all its versions, from the person it is about, or shows it to her again. */
    public void withhold(UUID fileId, UUID id, boolean kept) {
        jdbc.update("update version set withheld = ? where file_id = ? and id = ?", kept, fileId, id);
    }

    /** What is queued about a resource may no longer leave. */
    public void withdrawQueued(Files.File file, UUID id, Instant now) {
        jdbc.update(
                "update outbox set withdrawn_at = ? where file_id = ? and id = ? and withdrawn_at is null",
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                file.fileId(),
                id);
    }

    /** What a resource keeps once it has it: a later version that lost the mark on its way would open it again. */
    private record Marks(boolean withheld, boolean closed) {}

    /** @return the marks of the version before; empty when it is no longer the newest */
    private Optional<Marks> supersede(Draft draft) {
        return jdbc
                .query(
                        """
                        update version set superseded_xid = pg_current_xact_id()
                        where file_id = ? and id = ? and version = ? and superseded_xid is null
                        returning withheld, closed
                        """,
                        (row, i) -> new Marks(row.getBoolean(1), row.getBoolean(2)),
                        draft.file().fileId(),
                        draft.id(),
                        draft.version() - 1)
                .stream()
                .findFirst();
    }
}
