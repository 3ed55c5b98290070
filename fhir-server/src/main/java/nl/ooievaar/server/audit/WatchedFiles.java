package nl.ooievaar.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.ooievaar.server.audit.AuditTrail.Watched;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose trail a viewer may read: that of its own files, or, of the woman, of all files about her. */
@Component
class WatchedFiles {
    private final NamedParameterJdbcTemplate jdbc;
    private final Vault vault;
    private final Lookup lookup;

    WatchedFiles(NamedParameterJdbcTemplate jdbc, Vault vault, Lookup lookup) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.lookup = lookup;
    }

    /** The file of this Patient, if its trail is the viewer's to read. */
    List<Watched> one(Seen patient, Viewer viewer) {
        return basis(patient.custodian(), patient.fileId(), viewer)
                .map(basis -> new Watched(
                        patient.fileId(), patient.custodian(), patient.dataKey(), Optional.of(patient.id()), basis))
                .stream()
                .toList();
    }

    /** For the woman all files about her; for the custodian of this Patient its own. */
    List<Watched> all(Seen patient, Viewer viewer) {
        Optional<UUID> herself = patient.person().filter(viewer.persons()::contains);
        if (herself.isEmpty()) {
            return one(patient, viewer);
        }
        Map<UUID, UUID> patients = lookup.current("Patient", herself.get(), viewer).stream()
                .collect(Collectors.toMap(Seen::fileId, Seen::id, (first, second) -> first));
        return jdbc.query(
                // The key of a destroyed file is gone, and with it the way to its lines.
                """
                select file_id, custodian, data_key from file
                where person_id = :person and file_id in (:files) and length(data_key) > 0
                """,
                Map.of("person", herself.get(), "files", viewer.sight().files()),
                (row, i) -> new Watched(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getBytes(3),
                        Optional.ofNullable(patients.get(row.getObject(1, UUID.class))),
                        "subject"));
    }

    /** A line of the trail, and the file it is about. */
    record Line(AuditRow row, Watched file) {}

    /**
     * One line with its file, found by what was ever touched in it; none when that was destroyed. Whose it is is asked in the
     * statement that finds it, so that the line of another costs what costs one that never was.
     */
    Optional<Line> line(UUID id, Viewer viewer) {
        return jdbc
                .query(
                        "select " + AuditRow.COLUMNS
                                + """
                                , f.file_id, f.data_key, f.person_id
                                from audit a
                                cross join lateral (
                                  select v.file_id
                                  from audit b cross join lateral unnest(b.ids) as touched (id) join version v on v.id = touched.id
                                  where b.file_pseudonym = a.file_pseudonym limit 1) one
                                join file f on f.file_id = one.file_id
                                where a.audit_id = :id
                                  and (a.custodian = :me
                                       or a.custodian in (select h.custodian from file h where h.file_id = any(cast(:files as uuid[]))))
                                  and f.kind = 'person' and length(f.data_key) > 0
                                  and (f.custodian = :me or f.file_id = any(cast(:files as uuid[])))
                                """,
                        viewer.bind(new MapSqlParameterSource("id", id)),
                        Found::of)
                .stream()
                .flatMap(found -> watched(found, viewer).stream().map(file -> new Line(found.row(), file)))
                .filter(line -> Arrays.equals(pseudonym(line.file()), line.row().filePseudonym()))
                .findFirst();
    }

    private record Found(AuditRow row, UUID file, byte[] dataKey, UUID person) {
        static Found of(ResultSet row, int ignored) throws SQLException {
            return new Found(
                    AuditRow.of(row),
                    row.getObject("file_id", UUID.class),
                    row.getBytes("data_key"),
                    row.getObject("person_id", UUID.class));
        }
    }

    private Optional<Watched> watched(Found found, Viewer viewer) {
        int custodian = found.row().custodian();
        return basis(custodian, found.file(), viewer).map(basis -> {
            Optional<UUID> patient = lookup.current("Patient", found.person(), viewer).stream()
                    .filter(seen -> seen.fileId().equals(found.file()))
                    .map(Seen::id)
                    .findFirst();
            return new Watched(found.file(), custodian, found.dataKey(), patient, basis);
        });
    }

    private static Optional<String> basis(int custodian, UUID file, Viewer viewer) {
        if (custodian == viewer.party()) {
            return Optional.of("custodian");
        }
        return viewer.sight().files().contains(file) ? Optional.of("subject") : Optional.empty();
    }

    /** Stands for the file in the trail. */
    byte[] pseudonym(Watched file) {
        return vault.pseudonym(file.dataKey(), file.fileId());
    }
}
