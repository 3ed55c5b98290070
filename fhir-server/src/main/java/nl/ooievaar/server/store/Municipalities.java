package nl.ooievaar.server.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.subject.desk.Coverage;
import nl.ooievaar.subject.desk.Days;
import nl.ooievaar.subject.desk.Municipality;
import nl.ooievaar.subject.desk.PostalCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Municipalities, the desks that serve them and their postal codes, as they were imported. In the transaction of the caller. */
@Component
public class Municipalities {
    private final JdbcTemplate jdbc;

    public Municipalities(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a list was imported; without one no municipality is known, and none can be wrong. */
    public boolean areListed() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select 1 from municipality)", Boolean.class));
    }

    public Optional<Municipality> find(String code) {
        return jdbc
                .query(
                        "select code, name from municipality where code = ?",
                        (row, i) -> new Municipality(row.getString(1), row.getString(2)),
                        code)
                .stream()
                .findFirst();
    }

    /** All that share a postal code, by name. */
    public List<Municipality> at(PostalCode postalCode) {
        return jdbc.query(
                """
                select m.code, m.name from municipality m
                where exists (select 1 from postal_area a where a.municipality = m.code and ? between a.first and a.last)
                order by m.name
                """,
                (row, i) -> new Municipality(row.getString(1), row.getString(2)),
                postalCode.digits());
    }

    /** The services that serve a municipality on a day: one, or none. */
    public List<UUID> desks(String code, LocalDate day) {
        return jdbc.query(
                "select service_id from coverage where municipality = ? and ? between starts and ends order by service_id",
                (row, i) -> row.getObject(1, UUID.class),
                code,
                day);
    }

    /** Whether a service serves any municipality on a day, as the desk of a JGZ does. */
    public boolean serves(UUID service, LocalDate day) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from coverage where service_id = ? and ? between starts and ends)",
                Boolean.class,
                service,
                day));
    }

    /** Every row of the table, by municipality and first day. */
    public List<Coverage> coverage() {
        return jdbc.query(
                """
                select c.municipality, p.service, c.starts, c.ends
                from coverage c join party p on p.service_id = c.service_id
                order by c.municipality, c.starts, p.service
                """,
                (row, i) -> new Coverage(
                        row.getString(2),
                        row.getString(1),
                        row.getString(2),
                        new Days(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class))));
    }

    /** Adds a municipality, or its new name. */
    public void name(Municipality municipality) {
        jdbc.update(
                "insert into municipality (code, name) values (?, ?) on conflict (code) do update set name = excluded.name",
                municipality.code(),
                municipality.name());
    }

    /** What a desk serves from now on, in place of what it served. */
    public void serve(UUID desk, Collection<Coverage> coverage) {
        jdbc.update("delete from coverage where service_id = ?", desk);
        // A Location from before there was a list is a municipality too, named when it is imported again.
        coverage.forEach(one -> jdbc.update(
                "insert into municipality (code, name) values (?, ?) on conflict do nothing",
                one.municipality(),
                one.municipality()));
        coverage.forEach(one -> jdbc.update(
                "insert into coverage (municipality, service_id, starts, ends) values (?, ?, ?, ?)",
                one.municipality(),
                desk,
                one.days().first(),
                one.days().last()));
    }

    /** The postal codes of a municipality, in place of those it had. */
    public void postalCodes(String code, Collection<PostalRange> ranges) {
        jdbc.update("delete from postal_area where municipality = ?", code);
        ranges.forEach(one -> jdbc.update(
                "insert into postal_area (municipality, first, last) values (?, ?, ?)",
                code,
                one.first().digits(),
                one.last().digits()));
    }

    /** From the first to the last, both included. */
    public record PostalRange(PostalCode first, PostalCode last) {}
}
