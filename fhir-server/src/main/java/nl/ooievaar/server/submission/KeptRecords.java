package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Vault;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Current resources as their custodians keep them, read for the server itself: nothing of it is answered to the caller. */
@Component
class KeptRecords {
    /** A stored resource, opened. */
    record Kept(Files.File file, UUID id, int version, String dataClass, Resource resource, List<UUID> refersTo) {}

    private static final String CURRENT =
            "select v.file_id, v.id, v.version, v.data_class, v.body, v.ref_targets from version v where v.superseded_xid is null and v.file_id = ? and ";

    private final JdbcTemplate jdbc;
    private final Files files;
    private final Vault vault;
    private final FhirContext fhir;
    private final Keys keys;

    KeptRecords(JdbcTemplate jdbc, Files files, Vault vault, FhirContext fhir, Keys keys) {
        this.jdbc = jdbc;
        this.files = files;
        this.vault = vault;
        this.fhir = fhir;
        this.keys = keys;
    }

    /** All of one type in a file, oldest first. */
    List<Kept> ofType(Files.File file, String type) {
        return query(file, "v.type = ? and not v.closed", type);
    }

    List<Kept> byId(Files.File file, UUID id) {
        return query(file, "v.id = ?", id);
    }

    /** Those of one type in a file that refer to this resource by this search parameter. */
    List<Kept> referringTo(Files.File file, String type, String param, String reference) {
        return query(file, "v.type = ? and v.keys @> array[?]::bigint[]", type, keys.reference(type, param, reference));
    }

    /** The observations with this code in a file. */
    List<Kept> observations(Files.File file, String system, String code) {
        long key = keys.token("Observation", "code", system, code);
        return query(file, "v.type = 'Observation' and not v.closed and v.keys @> array[?]::bigint[]", key);
    }

    private List<Kept> query(Files.File in, String where, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = in.fileId();
        System.arraycopy(values, 0, all, 1, values.length);
        return jdbc.query(
                CURRENT + where + " order by v.seq",
                (row, i) -> {
                    Files.File file = files.byId(row.getObject(1, UUID.class));
                    UUID id = row.getObject(2, UUID.class);
                    int version = row.getInt(3);
                    byte[] json = vault.open(file.dataKey(), file.fileId(), id, version, row.getBytes(5));
                    Resource read =
                            (Resource) fhir.newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
                    return new Kept(file, id, version, row.getString(4), read, Arrays.asList((UUID[])
                            row.getArray(6).getArray()));
                },
                all);
    }
}
