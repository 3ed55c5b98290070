package nl.ooievaar.server.store;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What stands in the directory, which is no person's: anybody may know it. */
@Component
public class DirectoryRecords {
    private final FhirContext fhir;
    private final JdbcTemplate jdbc;
    private final Vault vault;

    DirectoryRecords(FhirContext fhir, JdbcTemplate jdbc, Vault vault) {
        this.fhir = fhir;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The register and number of an organisation. */
    public record OrganizationNumber(String system, String value) {}

    /** The addresses at which the directory says that the organisation of a party can be told. */
    public List<String> endpoints(Party party) {
        UUID organization = DirectoryImport.id(party.organizationSystem(), party.organizationValue());
        return jdbc
                .queryForList(
                        """
                        select v.id from version v join file f on f.file_id = v.file_id
                        where v.type = 'Endpoint' and f.kind = 'directory' and v.superseded_xid is null
                          and ? = any(v.ref_targets)
                        """,
                        UUID.class,
                        organization)
                .stream()
                .flatMap(id -> json("Endpoint", id).stream())
                .map(json ->
                        fhir.newJsonParser().parseResource(Endpoint.class, new String(json, StandardCharsets.UTF_8)))
                .filter(one -> one.getStatus() == Endpoint.EndpointStatus.ACTIVE
                        && ("Organization/" + organization)
                                .equals(one.getManagingOrganization().getReference()))
                .map(Endpoint::getAddress)
                .toList();
    }

    /** Whether this service is known as one of another organisation: then whoever was given access would be somebody else. */
    public boolean moved(UUID service, Party party) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select exists (select 1 from party where service_id = ?
                  and (organization_system, organization_value, service) <> (?, ?, ?))
                """,
                Boolean.class,
                service,
                party.organizationSystem(),
                party.organizationValue(),
                party.service()));
    }

    /** The organisation that stands here under {@code Organization/id}. */
    public Optional<OrganizationNumber> organization(String reference) {
        return reference.startsWith("Organization/")
                ? uuid(reference).flatMap(id -> stored("Organization", id)).map(is -> number(is.json()))
                : Optional.empty();
    }

    /** Whether a reference, {@code Type/id}, is of the directory that stands here. */
    public boolean holds(String reference) {
        int slash = reference.indexOf('/');
        return slash > 0
                && uuid(reference)
                        .flatMap(id -> stored(reference.substring(0, slash), id))
                        .isPresent();
    }

    /** What stands here under {@code Type/id}, as it is stored. */
    public Optional<byte[]> json(String type, UUID id) {
        return stored(type, id).map(Stored::json);
    }

    /** What stands here under a reference of this type. */
    public Optional<byte[]> json(String type, String reference) {
        return reference.startsWith(type + "/") ? uuid(reference).flatMap(id -> json(type, id)) : Optional.empty();
    }

    record Stored(int version, Instant lastUpdated, byte[] json) {}

    Optional<Stored> stored(String type, UUID id) {
        return jdbc
                .query(
                        """
                        select v.version, v.last_updated, v.body, v.file_id, f.data_key
                        from version v join file f on f.file_id = v.file_id
                        where v.id = ? and v.type = ? and f.kind = 'directory' and v.superseded_xid is null
                        """,
                        (row, i) -> new Stored(
                                row.getInt(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                vault.open(
                                        row.getBytes(5),
                                        row.getObject(4, UUID.class),
                                        id,
                                        row.getInt(1),
                                        row.getBytes(3))),
                        id,
                        type)
                .stream()
                .findFirst();
    }

    private OrganizationNumber number(byte[] json) {
        Organization read =
                fhir.newJsonParser().parseResource(Organization.class, new String(json, StandardCharsets.UTF_8));
        return Stream.of("ura", "kvk")
                .map(register -> "http://fhir.nl/fhir/NamingSystem/" + register)
                .flatMap(system -> read.getIdentifier().stream().filter(one -> system.equals(one.getSystem())))
                .map(one -> new OrganizationNumber(one.getSystem(), one.getValue()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<UUID> uuid(String reference) {
        try {
            return Optional.of(UUID.fromString(reference.substring(reference.indexOf('/') + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
