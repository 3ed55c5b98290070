package nl.ooievaar.server.store;

import java.util.List;
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

    /** Two that write about one person in a way that must not meet: the second is tried again, and sees the first. */
    public void inTurn(UUID person) {
        jdbc.update("update person set consent_counter = consent_counter + 1 where person_id = ?", person);
    }

    /** Whether this person is known by a BSN. */
    public boolean identified(UUID person) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from person where person_id = ? and bsn_index is not null)",
                Boolean.class,
                person));
    }

    /** This person, and everybody whose files were joined with hers, in either direction; in one order for all. */
    public List<UUID> joined(UUID person) {
        return jdbc.queryForList(
                """
                with recursive same (person_id) as (
                  select cast(? as uuid)
                  union
                  select other.person_id from same s cross join lateral (
                    select f.joined_from as person_id from file f
                    where f.person_id = s.person_id and f.joined_from is not null
                    union all
                    select f.person_id from file f where f.joined_from = s.person_id) other)
                select person_id from same order by person_id
                """,
                UUID.class,
                person);
    }

    /** The custodians whose file of the one was joined with the other. */
    public List<Integer> joiners(UUID from, UUID to) {
        return jdbc.queryForList(
                "select custodian from file where joined_from = ? and person_id = ?", Integer.class, from, to);
    }
}
