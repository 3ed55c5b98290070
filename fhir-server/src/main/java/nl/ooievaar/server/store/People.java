package nl.ooievaar.server.store;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows that join the files of one person; a number of a row is never answered to anybody. */
@Component
public class People {
    private final JdbcTemplate jdbc;

    public People(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The person with this blind index of a BSN, when something is kept about her. */
    public Optional<UUID> byBsn(byte[] bsnIndex) {
        return jdbc
                .query(
                        "select person_id from person where bsn_index = ?",
                        (row, i) -> row.getObject(1, UUID.class),
                        bsnIndex)
                .stream()
                .findFirst();
    }

    /** Whether somebody can be known again when this file is gone: by her number, or by another file about her. */
    public boolean mayReturn(UUID person, UUID without) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select p.bsn_index is not null
                  or exists (select 1 from file f where f.person_id = p.person_id and f.file_id <> ?)
                from person p where p.person_id = ?
                """,
                Boolean.class,
                without,
                person));
    }
}
