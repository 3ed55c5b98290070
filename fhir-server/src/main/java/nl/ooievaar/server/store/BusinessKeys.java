package nl.ooievaar.server.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keys that may exist once, unique in the schema: of parallel claims exactly one wins, the others meet the winner.
 *
 * <p>A claim that loses against a transaction committed meanwhile fails with a serialization error and is tried again by the
 * caller, who then finds the winner.
 */
@Component
public class BusinessKeys {
    /** What holds a key: the resource it names, or the content and answer of the first submission. */
    public record Holder(Optional<UUID> id, Optional<byte[]> content, Optional<String> answer, Instant madeAt) {}

    private final JdbcTemplate jdbc;

    public BusinessKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Holder> find(int owner, String kind, byte[] value) {
        return jdbc
                .query(
                        "select id, content, answer, made_at from business_key where owner = ? and kind = ? and value = ?",
                        (r, i) -> new Holder(
                                Optional.ofNullable(r.getObject(1, UUID.class)),
                                Optional.ofNullable(r.getBytes(2)),
                                Optional.ofNullable(r.getString(3)),
                                r.getObject(4, OffsetDateTime.class).toInstant()),
                        owner,
                        kind,
                        value)
                .stream()
                .findFirst();
    }

    /** Claims a key for a resource. */
    public boolean claim(int owner, String kind, byte[] value, Files.File file, UUID id, Instant now) {
        return insert(owner, kind, value, file.fileId(), id, null, now);
    }

    /** Claims a key for a submission whose answer follows. */
    public boolean claim(int owner, String kind, byte[] value, byte[] content, Instant now) {
        return insert(owner, kind, value, null, null, content, now);
    }

    public void answered(int owner, String kind, byte[] value, String answer) {
        jdbc.update(
                "update business_key set answer = ? where owner = ? and kind = ? and value = ?",
                answer,
                owner,
                kind,
                value);
    }

    /** Drops keys of a kind that no longer hold: all of them in time, a few at a time. */
    public void forget(String kind, Instant madeBefore) {
        jdbc.update(
                """
                delete from business_key where (owner, kind, value) in
                  (select owner, kind, value from business_key where kind = ? and made_at <= ?
                   order by made_at limit 100 for update skip locked)
                """,
                kind,
                OffsetDateTime.ofInstant(madeBefore, ZoneOffset.UTC));
    }

    private boolean insert(int owner, String kind, byte[] value, UUID file, UUID id, byte[] content, Instant now) {
        return jdbc.update(
                        """
                        insert into business_key (owner, kind, value, file_id, id, content, made_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        owner,
                        kind,
                        value,
                        file,
                        id,
                        content,
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                == 1;
    }
}
