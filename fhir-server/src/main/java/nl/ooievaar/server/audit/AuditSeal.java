package nl.ooievaar.server.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import nl.ooievaar.server.store.Keys;

/**
 * One seal over a batch of committed rows, in the order (transaction, number), and over the seal before it.
 *
 * @param number gap-free, from 1
 * @param firstRow place of its first row in the order of sealing, gap-free from 1
 * @param fromXid transaction of its first row
 * @param toXid transaction of its last row
 * @param seqs its rows, in order
 * @param digest over place, transaction and MAC of each row
 * @param previous MAC of the seal before; zeros for the first
 */
record AuditSeal(
        long number,
        long firstRow,
        long fromXid,
        long toXid,
        List<Long> seqs,
        byte[] digest,
        byte[] previous,
        Instant sealedAt,
        byte[] mac) {
    /** Before the first seal there is none. */
    static final byte[] NONE = new byte[32];

    /** What {@link #of} reads, of table {@code audit_seal}. */
    static final String COLUMNS =
            "seal_no, first_row, cast(from_xid as text), cast(to_xid as text), seqs, digest, previous, sealed_at, mac";

    /** A row as a seal sees it. */
    record Leaf(long seq, long xid, byte[] mac) {}

    /** The seal over these rows, after that one. */
    static AuditSeal after(AuditSeal last, List<Leaf> rows, Instant now, Keys keys) {
        boolean first = last == null;
        AuditSeal made = new AuditSeal(
                first ? 1 : last.number() + 1,
                first ? 1 : last.firstRow() + last.seqs().size(),
                rows.get(0).xid(),
                rows.get(rows.size() - 1).xid(),
                rows.stream().map(Leaf::seq).toList(),
                digest(rows),
                first ? NONE : last.mac(),
                now,
                NONE);
        return made.signed(made.expectedMac(keys));
    }

    static AuditSeal of(ResultSet row) throws SQLException {
        return new AuditSeal(
                row.getLong(1),
                row.getLong(2),
                Long.parseLong(row.getString(3)),
                Long.parseLong(row.getString(4)),
                Arrays.asList((Long[]) row.getArray(5).getArray()),
                row.getBytes(6),
                row.getBytes(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getBytes(9));
    }

    static byte[] digest(List<Leaf> rows) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Leaf row : rows) {
                sha.update(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(row.seq())
                        .putLong(row.xid())
                        .array());
                sha.update(row.mac());
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    byte[] expectedMac(Keys keys) {
        String columns = number + " " + firstRow + " " + fromXid + " " + toXid + " " + seqs + " " + sealedAt + " ";
        return keys.blind("audit-seal", columns.getBytes(StandardCharsets.UTF_8), digest, previous);
    }

    long lastSeq() {
        return seqs.get(seqs.size() - 1);
    }

    private AuditSeal signed(byte[] with) {
        return new AuditSeal(number, firstRow, fromXid, toXid, seqs, digest, previous, sealedAt, with);
    }
}
