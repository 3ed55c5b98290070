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
}
