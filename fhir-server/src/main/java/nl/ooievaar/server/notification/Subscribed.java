package nl.ooievaar.server.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.subject.notification.Topic;

/**
 * One subscription with how far it is.
 *
 * @param staffFile file of the staff of its owner
 * @param content the Subscription as it was sent, sealed under the key of that file
 * @param base address of this server, as the party calls it
 * @param purpose the one purpose the party asks for, when its token named one
 * @param greeted whether the endpoint answered the handshake
 * @param afterXid with {@code afterSeq} the place in the outbox up to which was decided
 * @param lastNumber the last event number that was given
 * @param taken the last event number that the endpoint took
 * @param failure why it could not be told, as a code of {@link Sent}
 */
record Subscribed(
        UUID staffFile,
        UUID id,
        int owner,
        int version,
        Instant lastUpdated,
        Topic topic,
        String status,
        byte[] content,
        String base,
        String client,
        String role,
        Optional<String> purpose,
        Optional<Instant> endsAt,
        boolean greeted,
        String afterXid,
        long afterSeq,
        long lastNumber,
        long taken,
        int failures,
        Optional<Instant> failingSince,
        Optional<String> failure) {

    /** What {@link #of} reads, of table {@code subscription s}. */
    static final String COLUMNS =
            """
            s.staff_file, s.subscription_id, s.owner, s.version, s.last_updated, s.topic, s.status, s.content, s.base, s.client, s.role,
            s.purpose, s.ends_at, s.greeted, cast(s.after_xid as text) as after_xid, s.after_seq, s.last_number, s.taken,
            s.failures, s.failing_since, s.failure
            """;

    static Subscribed of(ResultSet row, int ignored) throws SQLException {
        return new Subscribed(
                row.getObject("staff_file", UUID.class),
                row.getObject("subscription_id", UUID.class),
                row.getInt("owner"),
                row.getInt("version"),
                instant(row, "last_updated").orElseThrow(),
                Topic.ofCode(row.getString("topic")).orElseThrow(),
                row.getString("status"),
                row.getBytes("content"),
                row.getString("base"),
                row.getString("client"),
                row.getString("role"),
                Optional.ofNullable(row.getString("purpose")),
                instant(row, "ends_at"),
                row.getBoolean("greeted"),
                row.getString("after_xid"),
                row.getLong("after_seq"),
                row.getLong("last_number"),
                row.getLong("taken"),
                row.getInt("failures"),
                instant(row, "failing_since"),
                Optional.ofNullable(row.getString("failure")));
    }

    /** Its state for whoever asks: what has ended is off. */
    String statusAt(Instant now) {
        return endsAt.filter(end -> !now.isBefore(end)).isPresent() ? "off" : status;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
