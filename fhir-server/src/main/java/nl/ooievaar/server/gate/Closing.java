package nl.ooievaar.server.gate;

import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Closes records to all but their author, at once and with whatever was delivered of them: they are about somebody else. */
@Component
public class Closing {
    private final JdbcTemplate jdbc;
    private final Vault vault;

    public Closing(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Closes every version of one resource. @return how many */
    public int close(UUID file, UUID id) {
        return jdbc.update("update version set closed = true where file_id = ? and id = ? and not closed", file, id);
    }

    /** Closes every version in a file. @return how many */
    public int close(UUID file) {
        return jdbc.update("update version set closed = true where file_id = ? and not closed", file);
    }

    /** Organisations, by number, that a resource of this file was shown or delivered to. */
    public List<Integer> reached(Files.File file, UUID id) {
        return jdbc.queryForList(
                """
                select recipient from delivery d where d.file_id = ? and d.id = ?
                union
                select p.party_id from audit a
                join party p on a.organization = p.organization_system || '|' || p.organization_value
                  and a.service = p.service
                where a.file_pseudonym = ? and a.outcome = 'done' and a.kind = 'delivered' and ? = any(a.ids)
                  and p.party_id <> ? and p.service_id is not null
                """,
                Integer.class,
                file.fileId(),
                id,
                vault.pseudonym(file.dataKey(), file.fileId()),
                id,
                file.custodian());
    }

    /** The current resources of a file, by id. */
    public List<UUID> current(UUID file) {
        return jdbc.queryForList(
                "select id from version where file_id = ? and superseded_xid is null", UUID.class, file);
    }
}
