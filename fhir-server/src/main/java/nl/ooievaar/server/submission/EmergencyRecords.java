package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who keeps records about one person, as an emergency access needs to know it. Reads for the server itself: nothing of it is
 * answered to the caller.
 */
@Component
class EmergencyRecords {
    /**
     * A custodian with a Patient of its own.
     *
     * @param patient id of that Patient
     * @param dead whether it says that she died
     * @param wishes how she can be reached, as that Patient says it
     */
    record Held(Party custodian, UUID patient, boolean dead, ContactWishes wishes) {}

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final FhirContext fhir;
    private final Parties parties;
    private final Keys keys;

    EmergencyRecords(JdbcTemplate jdbc, Vault vault, FhirContext fhir, Parties parties, Keys keys) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.fhir = fhir;
        this.parties = parties;
        this.keys = keys;
    }

    /** The person of a Patient with this id, whoever keeps it. */
    Optional<UUID> personOf(UUID patient) {
        return jdbc
                .query(
                        """
                        select f.person_id from version v join file f on f.file_id = v.file_id
                        where v.id = ? and v.type = 'Patient' and v.superseded_xid is null and f.kind = 'person'
                        """,
                        (row, i) -> row.getObject(1, UUID.class),
                        patient)
                .stream()
                .findFirst();
    }

    /** The one person with this identifier; empty also when it is not of one person only. */
    Optional<UUID> personOf(Identifier identifier) {
        List<UUID> found = jdbc.query(
                """
                select distinct f.person_id from business_key k join file f on f.file_id = k.file_id
                where k.kind = 'patient' and k.value = ?
                """,
                (row, i) -> row.getObject(1, UUID.class),
                keys.blind("patient", identifier.getSystem() + "|" + identifier.getValue()));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Every custodian that has a Patient of this person, but those whose service the rules treat apart. */
    List<Held> of(UUID person) {
        return jdbc.query(
                """
                select distinct on (f.file_id) f.file_id, v.id, v.version, v.body, f.data_key, f.custodian
                from file f join version v on v.file_id = f.file_id join party p on p.party_id = f.custodian
                where f.person_id = ? and f.kind = 'person' and v.type = 'Patient' and v.superseded_xid is null
                  and p.service_type is null
                order by f.file_id, v.seq
                """,
                (row, i) -> {
                    UUID id = row.getObject(2, UUID.class);
                    byte[] json = vault.open(
                            row.getBytes(5), row.getObject(1, UUID.class), id, row.getInt(3), row.getBytes(4));
                    Patient patient =
                            fhir.newJsonParser().parseResource(Patient.class, new String(json, StandardCharsets.UTF_8));
                    return new Held(parties.party(row.getInt(6)), id, dead(patient), ContactWishes.of(patient));
                },
                person);
    }

    private static boolean dead(Patient patient) {
        return patient.hasDeceased()
                && !(patient.hasDeceasedBooleanType()
                        && !patient.getDeceasedBooleanType().booleanValue());
    }
}
