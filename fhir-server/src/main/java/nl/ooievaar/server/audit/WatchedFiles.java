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

    /** The file a line is about, found by what was ever touched in it; none when it was destroyed. */
    Optional<Watched> of(AuditRow row, Viewer viewer) {
        return jdbc
                .query(
                        """
                        select f.file_id, f.custodian, f.data_key, f.person_id
                        from file f
                        where f.kind = 'person' and length(f.data_key) > 0 and f.file_id in (
                          select v.file_id
                          from audit a cross join lateral unnest(a.ids) as touched (id) join version v on v.id = touched.id
                          where a.file_pseudonym = :file limit 1)
                        """,
                        Map.of("file", row.filePseudonym()),
                        (file, i) -> watched(file, viewer))
                .stream()
                .flatMap(Optional::stream)
                .filter(file -> Arrays.equals(pseudonym(file), row.filePseudonym()))
                .findFirst();
    }

    private Optional<Watched> watched(ResultSet file, Viewer viewer) throws SQLException {
        UUID id = file.getObject("file_id", UUID.class);
        int custodian = file.getInt("custodian");
        byte[] key = file.getBytes("data_key");
        UUID person = file.getObject("person_id", UUID.class);
        return basis(custodian, id, viewer).map(basis -> {
            Optional<UUID> patient = lookup.current("Patient", person, viewer).stream()
                    .filter(seen -> seen.fileId().equals(id))
                    .map(Seen::id)
                    .findFirst();
            return new Watched(id, custodian, key, patient, basis);
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
