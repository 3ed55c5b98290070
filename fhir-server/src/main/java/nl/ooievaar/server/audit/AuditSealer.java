package nl.ooievaar.server.audit;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.audit.AuditSeal.Leaf;
import nl.ooievaar.server.start.MasterKey;
import nl.ooievaar.server.store.Keys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains committed rows of the access log in batches, apart from the requests that wrote them.
 *
 * <p>Only what finished transactions wrote is sealed: every transaction below the xmin of a snapshot has ended, so that no row can
 * appear before one that is sealed. One sealer at a time works on a database, whichever node it is on (an advisory lock that ends
 * with its transaction); after a crash the next goes on where the last seal ends. Thread safe.
 */
@Component
public class AuditSealer {
    private static final int BATCH = 1_000;
    /** Any number, the same on every node. */
    private static final long LOCK = 0x6F6F_6965_7661_6172L;

    private static final String LAST = "select " + AuditSeal.COLUMNS + " from audit_seal order by seal_no desc limit 1";
    private static final String AFTER = " where (xid, seq) > (cast(cast(? as text) as xid8), ?)";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Keys keys;
    private final TransactionTemplate apart;

    /** Works with any transaction manager that knows the data source of {@code jdbc}. */
    public AuditSealer(JdbcTemplate jdbc, MasterKey master, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keys = Audit.macKeys(master);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // Each statement sees what committed before it: what is read after the lock is what its last owner left.
        this.apart.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * Seals what can be, at most one batch.
     *
     * @return how many rows; a full batch means there may be more
     */
    public int seal() {
        Integer done = apart.execute(status -> locked() ? next() : 0);
        return done == null ? 0 : done;
    }

    /** Seals until nothing that can be sealed is left. */
    public void sealAll() {
        while (seal() == BATCH) {
            // One transaction a batch: a long backlog holds nobody up.
        }
    }

    /** The newest seal, if there is one. */
    public Optional<SealHead> head() {
        return last().map(SealHead::of);
    }

    /** How long the oldest row waits that is not sealed; zero when all are. */
    public Duration lag() {
        Instant now = clock.instant();
        return jdbc
                .query(
                        "select at from audit" + AFTER + " order by xid, seq limit 1",
                        (row, i) -> Duration.between(
                                row.getObject(1, OffsetDateTime.class).toInstant(), now),
                        place(last()))
                .stream()
                .filter(waits -> !waits.isNegative())
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private boolean locked() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private int next() {
        Optional<AuditSeal> last = last();
        List<Leaf> rows = jdbc.query(
                // By the number: the name alone would be that of the text beside it.
                "select seq, cast(xid as text), mac from audit" + AFTER
                        + " and xid < pg_snapshot_xmin(pg_current_snapshot()) order by audit.xid, audit.seq limit "
                        + BATCH,
                (row, i) -> new Leaf(row.getLong(1), Long.parseLong(row.getString(2)), row.getBytes(3)),
                place(last));
        if (!rows.isEmpty()) {
            // The database keeps microseconds; the MAC covers what it will give back.
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            write(AuditSeal.after(last.orElse(null), rows, now, keys));
        }
        return rows.size();
    }

    private void write(AuditSeal seal) {
        jdbc.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(
                    """
                    insert into audit_seal (seal_no, first_row, from_xid, to_xid, seqs, digest, previous, sealed_at, mac)
                    values (?, ?, cast(cast(? as text) as xid8), cast(cast(? as text) as xid8), ?, ?, ?, ?, ?)
                    """);
            insert.setLong(1, seal.number());
            insert.setLong(2, seal.firstRow());
            insert.setString(3, Long.toString(seal.fromXid()));
            insert.setString(4, Long.toString(seal.toXid()));
            insert.setArray(5, connection.createArrayOf("bigint", seal.seqs().toArray()));
            insert.setBytes(6, seal.digest());
            insert.setBytes(7, seal.previous());
            insert.setObject(8, OffsetDateTime.ofInstant(seal.sealedAt(), ZoneOffset.UTC));
            insert.setBytes(9, seal.mac());
            return insert;
        });
    }

    private Optional<AuditSeal> last() {
        return jdbc.query(LAST, (row, i) -> AuditSeal.of(row)).stream().findFirst();
    }

    private static Object[] place(Optional<AuditSeal> last) {
        return new Object[] {
            Long.toString(last.map(AuditSeal::toXid).orElse(0L)),
            last.map(AuditSeal::lastSeq).orElse(0L)
        };
    }
}
