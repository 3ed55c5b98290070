package nl.ooievaar.server.gate;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Asks the gate whether consents open a record, also one that does not exist yet, for somebody who is not the caller. */
@Component
public class Consented {
    private static final String SQL =
            """
            select g.best is not null
            from (select cast(:id as uuid) as id, cast(:dataClass as text) as data_class,
                    cast(:refersTo as uuid[]) as ref_targets, false as withheld) v
            cross join (select cast(:person as uuid) as person_id, cast(:custodian as integer) as custodian) f
            """
                    + GateSql.GRANT;

    private final NamedParameterJdbcTemplate jdbc;

    public Consented(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param person whom the record would be about
     * @param custodian key of the party that would keep it
     * @param dataClass its class (code of phb-data-class)
     * @param refersTo ids of what it would refer to
     * @param recipient for whom
     */
    public boolean to(UUID person, int custodian, String dataClass, Collection<UUID> refersTo, Viewer recipient) {
        return ask(person, custodian, null, dataClass, refersTo, recipient);
    }

    /**
     * The same of a record that is there.
     *
     * @param id of the record, which a consent may name
     */
    public boolean to(
            UUID person, int custodian, UUID id, String dataClass, Collection<UUID> refersTo, Viewer recipient) {
        return ask(person, custodian, id, dataClass, refersTo, recipient);
    }

    private boolean ask(
            UUID person, int custodian, UUID id, String dataClass, Collection<UUID> refersTo, Viewer recipient) {
        MapSqlParameterSource values = recipient
                .bind(new MapSqlParameterSource())
                .addValue("person", person)
                .addValue("custodian", custodian)
                .addValue("id", id)
                .addValue("dataClass", dataClass)
                .addValue("refersTo", refersTo.stream().map(UUID::toString).toArray(String[]::new));
        return Boolean.TRUE.equals(jdbc.queryForObject(SQL, values, Boolean.class));
    }
}
