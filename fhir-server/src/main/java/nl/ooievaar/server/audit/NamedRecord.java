package nl.ooievaar.server.audit;

import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit.Touched;
import nl.ooievaar.subject.party.Party;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which record a refused request named by its id, so that the woman and who keeps it see who tried. Asked of every such request
 * after its answer was decided, by one statement that answers one row whether there is a record or not: the caller learns nothing. What a service
 * tries that the rules treat apart (Veilig Thuis, a privacy officer) is not told, for others may read her log with her.
 */
class NamedRecord {
    private final JdbcTemplate jdbc;

    NamedRecord(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Touched> of(UUID id, Party caller, String reason) {
        return jdbc
                .query(
                        """
                        select f.file_id, f.custodian, f.data_key, v.type, v.version
                        from (select cast(? as uuid) as id, not exists (
                            select 1 from party p where p.organization_system = ? and p.organization_value = ?
                              and p.service = ? and p.service_type is not null) as told) asked
                        left join version v on v.id = asked.id and v.superseded_xid is null and asked.told
                        left join file f on f.file_id = v.file_id and f.kind = 'person'
                        """,
                        (row, i) -> new Touched(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getBytes(3),
                                "person",
                                row.getString(4),
                                id,
                                row.getInt(5),
                                reason,
                                null),
                        id,
                        caller.organizationSystem(),
                        caller.organizationValue(),
                        caller.service())
                .stream()
                .filter(one -> one.fileId() != null)
                .findFirst();
    }
}
