package nl.ooievaar.server.store;

import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Identifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which party a HealthcareService of the imported directory is. Only what was imported counts: naming a service in a message
 * gives it no rights.
 */
@Component
public class Directory {
    private static final String SERVICES = "http://ooievaar.example/fhir/NamingSystem/service";

    /** Of phb-service-type: who is told of emergency access. */
    public static final String PRIVACY_OFFICER = "privacy-officer";

    private final JdbcTemplate jdbc;

    public Directory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param service business identifier of a HealthcareService; one that was not imported is no party */
    public Optional<Party> partyOf(Identifier service) {
        if (!SERVICES.equals(service.getSystem())) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        "select organization_system, organization_value, service from party where service = ? and service_id is not null",
                        (row, i) -> new Party(row.getString(1), row.getString(2), row.getString(3)),
                        service.getValue())
                .stream()
                .findFirst();
    }

    /** The HealthcareService of a party, if it is in the directory. */
    public Optional<UUID> serviceOf(int party) {
        return jdbc
                .query(
                        "select service_id from party where party_id = ? and service_id is not null",
                        (row, i) -> row.getObject(1, UUID.class),
                        party)
                .stream()
                .findFirst();
    }

    /** The party that a HealthcareService of the directory is, as its key. */
    public Optional<Integer> numberOf(UUID service) {
        return jdbc.queryForList("select party_id from party where service_id = ?", Integer.class, service).stream()
                .findFirst();
    }

    /** The service of this organisation that is told of emergency access, if the directory has one. */
    public Optional<Party> privacyOfficerOf(Party party) {
        return jdbc
                .query(
                        """
                        select organization_system, organization_value, service from party
                        where organization_system = ? and organization_value = ? and service_type = ?
                          and service_id is not null order by party_id limit 1
                        """,
                        (row, i) -> new Party(row.getString(1), row.getString(2), row.getString(3)),
                        party.organizationSystem(),
                        party.organizationValue(),
                        PRIVACY_OFFICER)
                .stream()
                .findFirst();
    }

    /** The type of a service (phb-service-type), if it has one. */
    public Optional<String> typeOf(UUID service) {
        return jdbc
                .query(
                        "select service_type from party where service_id = ? and service_type is not null",
                        (row, i) -> row.getString(1),
                        service)
                .stream()
                .findFirst();
    }

    /** The party that a HealthcareService of the directory is. */
    public Optional<Party> partyOf(UUID service) {
        return jdbc
                .query(
                        "select organization_system, organization_value, service from party where service_id = ?",
                        (row, i) -> new Party(row.getString(1), row.getString(2), row.getString(3)),
                        service)
                .stream()
                .findFirst();
    }

    /**
     * Called by the import only.
     *
     * @param type of the service (phb-service-type); empty for an ordinary one
     */
    public void name(int party, UUID service, Optional<String> type) {
        jdbc.update(
                "update party set service_id = ?, service_type = ? where party_id = ?",
                service,
                type.orElse(null),
                party);
    }
}
