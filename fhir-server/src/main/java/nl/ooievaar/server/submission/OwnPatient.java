package nl.ooievaar.server.submission;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.store.BusinessKeys;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Keys;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The one Patient a custodian has of a woman: found in its file, unique by each of her identifiers. */
@Component
class OwnPatient {
    private final JdbcTemplate jdbc;
    private final BusinessKeys businessKeys;
    private final Keys keys;

    OwnPatient(JdbcTemplate jdbc, BusinessKeys businessKeys, Keys keys) {
        this.jdbc = jdbc;
        this.businessKeys = businessKeys;
        this.keys = keys;
    }

    Optional<UUID> in(Files.File file) {
        return jdbc
                .query(
                        "select id from version where file_id = ? and type = 'Patient' and superseded_xid is null order by seq limit 1",
                        (row, i) -> row.getObject(1, UUID.class),
                        file.fileId())
                .stream()
                .findFirst();
    }

    /** @return false when another Patient of this custodian already has one of these identifiers */
    boolean claim(Planned patient, Files.File file, int custodian, Instant now) {
        boolean free = true;
        for (Identifier identifier : ((Patient) patient.resource).getIdentifier()) {
            byte[] value = keys.blind("patient", identifier.getSystem() + "|" + identifier.getValue());
            boolean mine = businessKeys
                    .find(custodian, "patient", value)
                    .flatMap(BusinessKeys.Holder::id)
                    .map(patient.id::equals)
                    .orElseGet(() -> businessKeys.claim(custodian, "patient", value, file, patient.id, now));
            free &= mine;
        }
        return free;
    }
}
