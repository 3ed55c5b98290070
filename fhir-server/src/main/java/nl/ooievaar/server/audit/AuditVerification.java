package nl.ooievaar.server.audit;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.ooievaar.server.audit.AuditSeal.Leaf;
import nl.ooievaar.server.audit.Tampering.Kind;
import nl.ooievaar.server.start.MasterKey;
import nl.ooievaar.server.store.Keys;

/**
 * Reads the whole access log in one snapshot and tells every place where it is not as the server wrote it. It needs the master
 * key and no key of a file: rows about a file whose key was destroyed are checked like any other. Memory holds one seal with its
 * rows. For one use.
 */
public final class AuditVerification {
    private static final int FETCH = 2_000;

    private static final String ROWS = "select a.seq, cast(a.xid as text) as xid, a.mac, a.mac_form, "
            + AuditRow.COLUMNS + " from audit a where (a.xid, a.seq) > (cast(cast(? as text) as xid8), ?)";

    /** How far was read, in the order of sealing. */
    private record Place(String xid, long seq) {
        /** Just before the first row of a seal. */
        static Place before(AuditSeal seal) {
            return new Place(Long.toString(seal.fromXid()), seal.seqs().get(0) - 1);
        }

        static Place end(AuditSeal seal) {
            return new Place(Long.toString(seal.toXid()), seal.lastSeq());
        }
    }

    /**
     * What was read.
     *
     * @param changedRows of {@code rows} do not fit their own MAC
     * @param notSealed of {@code rows} wait for a seal
     */
    public record Result(long rows, long changedRows, long seals, long notSealed, Optional<SealHead> head) {}

    private final Keys keys;
    private final Instant now;
    private final Duration late;
    private final Optional<SealHead> kept;
    private final Consumer<Tampering> found;

    private AuditSeal last;
    private boolean whole = true;
    private boolean keptSeen;
    private Place read = new Place("0", 0);
    private long rows;
    private long changed;
    private long seals;

    /**
     * @param late how long a row may wait for its seal
     * @param kept the head that was kept outside the database, when there is one
     * @param found told of every place, in the order in which it is found
     */
    public AuditVerification(
            MasterKey master, Instant now, Duration late, Optional<SealHead> kept, Consumer<Tampering> found) {
        this.keys = Audit.macKeys(master);
        this.now = now;
        this.late = late;
        this.kept = kept;
        this.found = found;
    }

    /** @param connection of a role that may read the access log; its transaction is ended */
    public Result run(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement all = connection.createStatement()) {
            all.setFetchSize(FETCH);
            try (ResultSet row =
                    all.executeQuery("select " + AuditSeal.COLUMNS + " from audit_seal order by seal_no")) {
                while (row.next()) {
                    check(AuditSeal.of(row), connection);
                }
            }
            long waiting = rest(connection);
            if (kept.isPresent() && !keptSeen) {
                tell(Kind.HEAD_DIFFERS, "seal " + kept.get().number());
            }
            return new Result(
                    rows, changed, seals, waiting, Optional.ofNullable(last).map(SealHead::of));
        } finally {
            connection.rollback();
        }
    }

    private void check(AuditSeal seal, Connection connection) throws SQLException {
        seals++;
        keptSeen |= kept.filter(SealHead.of(seal)::equals).isPresent();
        long expected = last == null ? 1 : last.number() + 1;
        for (long missing = expected; missing < seal.number() && missing < expected + FETCH; missing++) {
            tell(Kind.SEAL_MISSING, "seal " + missing);
        }
        boolean follows = seal.number() == expected;
        if (!MessageDigest.isEqual(seal.expectedMac(keys), seal.mac())) {
            tell(Kind.SEAL_CHANGED, "seal " + seal.number());
            // Nothing in it can be believed, not even which rows it covers.
            whole = false;
        } else {
            if (follows && whole && !chained(seal)) {
                tell(Kind.CHAIN_BROKEN, "seal " + seal.number());
            }
            if (!follows || !whole) {
                // Rows of a seal that is gone or can't be believed: each has still its own MAC.
                read(connection, Place.before(seal));
            }
            long before = changed;
            covered(seal, read(connection, Place.end(seal)), changed > before);
            whole = true;
        }
        last = seal;
    }

    private boolean chained(AuditSeal seal) {
        byte[] before = last == null ? AuditSeal.NONE : last.mac();
        long place = last == null ? 1 : last.firstRow() + last.seqs().size();
        return MessageDigest.isEqual(before, seal.previous()) && place == seal.firstRow();
    }

    private void covered(AuditSeal seal, List<Leaf> there, boolean told) {
        Set<Long> present = new HashSet<>();
        there.forEach(row -> present.add(row.seq()));
        Set<Long> meant = new HashSet<>(seal.seqs());
        seal.seqs().stream().filter(one -> !present.contains(one)).forEach(one -> tell(Kind.ROW_MISSING, "row " + one));
        present.stream()
                .filter(one -> !meant.contains(one))
                .sorted()
                .forEach(one -> tell(Kind.ROW_ADDED, "row " + one));
        // A row that does not fit its own MAC is told by itself.
        if (present.equals(meant) && !told && !MessageDigest.isEqual(AuditSeal.digest(there), seal.digest())) {
            tell(Kind.ROWS_EXCHANGED, "rows of seal " + seal.number());
        }
    }

    /** The rows after what was read last, up to that place; each is held against its own MAC. */
    private List<Leaf> read(Connection connection, Place to) throws SQLException {
        List<Leaf> found = new ArrayList<>();
        try (PreparedStatement some = connection.prepareStatement(
                ROWS + " and (a.xid, a.seq) <= (cast(cast(? as text) as xid8), ?) order by a.xid, a.seq")) {
            some.setFetchSize(FETCH);
            some.setString(1, read.xid());
            some.setLong(2, read.seq());
            some.setString(3, to.xid());
            some.setLong(4, to.seq());
            try (ResultSet row = some.executeQuery()) {
                while (row.next()) {
                    found.add(checked(row));
                }
            }
        }
        read = to;
        return found;
    }

    /** @return how many rows stand after the last seal */
    private long rest(Connection connection) throws SQLException {
        long waiting = 0;
        long tooLong = 0;
        long first = 0;
        try (PreparedStatement some = connection.prepareStatement(ROWS + " order by a.xid, a.seq")) {
            some.setFetchSize(FETCH);
            some.setString(1, read.xid());
            some.setLong(2, read.seq());
            try (ResultSet row = some.executeQuery()) {
                while (row.next()) {
                    Leaf leaf = checked(row);
                    waiting++;
                    Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
                    if (at.plus(late).isBefore(now)) {
                        first = tooLong == 0 ? leaf.seq() : first;
                        tooLong++;
                    }
                }
            }
        }
        if (tooLong > 0) {
            tell(Kind.NOT_SEALED, tooLong + " rows, the first is row " + first);
        }
        return waiting;
    }

    private Leaf checked(ResultSet row) throws SQLException {
        rows++;
        long number = row.getLong("seq");
        byte[] mac = row.getBytes("mac");
        if (!MessageDigest.isEqual(AuditRow.of(row).mac(keys, row.getInt("mac_form")), mac)) {
            changed++;
            tell(Kind.ROW_CHANGED, "row " + number);
        }
        return new Leaf(number, Long.parseLong(row.getString("xid")), mac);
    }

    private void tell(Kind kind, String place) {
        found.accept(new Tampering(kind, place));
    }
}
