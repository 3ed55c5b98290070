package nl.ooievaar.server.store;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.search.Indexer;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings parties into the directory: the only way in, and the only thing the gate believes about who a HealthcareService is.
 *
 * <p>Ids follow from the business identifiers, so that importing twice changes nothing.
 */
@Component
public class DirectoryImport {
    /** The node itself, in whose name the directory is kept. */
    public static final Party NODE = new Party("http://ooievaar.example/fhir/NamingSystem/node", "node", "directory");

    private static final String SERVICE_TYPES = PhbPackage.BASE + "/CodeSystem/phb-service-type";

    private final Files files;
    private final Versions versions;
    private final Parties parties;
    private final Directory directory;
    private final Indexer indexer;
    private final FhirContext fhir;
    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public DirectoryImport(
            Files files,
            Versions versions,
            Parties parties,
            Directory directory,
            Indexer indexer,
            FhirContext fhir,
            JdbcTemplate jdbc,
            Vault vault,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.versions = versions;
        this.parties = parties;
        this.directory = directory;
        this.indexer = indexer;
        this.fhir = fhir;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Adds an organisation with one of its services; what is there stays.
     *
     * @param organizationType a code of the Dutch list of care providers; empty for who is none
     * @param serviceType a code of phb-service-type; empty for an ordinary service
     */
    public void add(
            Party party,
            String organizationName,
            String organizationType,
            String serviceName,
            Optional<String> serviceType) {
        // Numbered before the transaction begins: its snapshot must see them.
        int number = parties.number(party);
        int node = parties.number(NODE);
        transaction.executeWithoutResult(
                status -> add(party, number, node, organizationName, organizationType, serviceName, serviceType));
    }

    private void add(
            Party party,
            int number,
            int node,
            String organizationName,
            String organizationType,
            String serviceName,
            Optional<String> serviceType) {
        UUID organizationId = id(party.organizationSystem(), party.organizationValue());
        UUID serviceId = id(PhbPackage.BASE + "/NamingSystem/service", party.service());
        write(node, organizationId, organization(party, organizationName, organizationType));
        write(node, serviceId, service(party, organizationId, serviceName, serviceType));
        directory.name(number, serviceId, serviceType);
    }

    private static Organization organization(Party party, String name, String type) {
        Organization made = new Organization();
        made.getMeta().addProfile(PhbPackage.profile("phb-organization"));
        made.addIdentifier().setSystem(party.organizationSystem()).setValue(party.organizationValue());
        made.setActive(true);
        if (!type.isEmpty()) {
            made.addType()
                    .addCoding()
                    .setSystem("http://nictiz.nl/fhir/NamingSystem/organization-type")
                    .setCode(type);
        }
        made.setName(name);
        return made;
    }

    private static HealthcareService service(Party party, UUID organization, String name, Optional<String> type) {
        HealthcareService made = new HealthcareService();
        made.getMeta().addProfile(PhbPackage.profile("phb-desk"));
        made.addIdentifier()
                .setSystem(PhbPackage.BASE + "/NamingSystem/service")
                .setValue(party.service());
        made.setActive(true);
        made.setProvidedBy(new Reference("Organization/" + organization));
        made.setName(name);
        type.ifPresent(
                code -> made.addType().addCoding().setSystem(SERVICE_TYPES).setCode(code));
        return made;
    }

    /** Adds an address at which an organisation can be told; what is there stays. */
    public void addEndpoint(Party party, String address) {
        int node = parties.number(NODE);
        UUID organization = id(party.organizationSystem(), party.organizationValue());
        Endpoint made = new Endpoint();
        made.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue(address);
        made.setStatus(Endpoint.EndpointStatus.ACTIVE);
        made.setConnectionType(new Coding()
                .setSystem("http://terminology.hl7.org/CodeSystem/endpoint-connection-type")
                .setCode("hl7-fhir-rest"));
        made.setManagingOrganization(new Reference("Organization/" + organization));
        made.addPayloadType().setText("Meldingen");
        made.setAddress(address);
        transaction.executeWithoutResult(status -> write(node, id(address, organization.toString()), made));
    }

    /** The addresses at which the directory says that the organisation of a party can be told. */
    public List<String> endpoints(Party party) {
        UUID organization = id(party.organizationSystem(), party.organizationValue());
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

    /** What became of one entry. */
    public enum Change {
        NEW,
        CHANGED,
        SAME
    }

    /** The register and number of an organisation. */
    public record OrganizationNumber(String system, String value) {}

    /** Stores what was sent as the newest version, unless it is that already; in the transaction of the caller. */
    public Change put(String type, UUID id, byte[] json, Instant at) {
        Optional<Stored> before = stored(type, id);
        if (before.filter(is -> same(is, json)).isPresent()) {
            return Change.SAME;
        }
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        int version = before.map(is -> is.version() + 1).orElse(1);
        byte[] stored = StoredForm.of(json, id, version, now, sent -> sent);
        Resource read = (Resource) fhir.newJsonParser().parseResource(new String(stored, StandardCharsets.UTF_8));
        int node = parties.number(NODE);
        boolean written = versions.write(new Versions.Draft(
                files.ofDirectory(node), id, version, type, "work", node, false, now, stored, indexer.index(read)));
        if (!written) {
            throw new ConcurrencyFailureException("Another import was first");
        }
        versions.flush();
        return version == 1 ? Change.NEW : Change.CHANGED;
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

    /** Makes a stored HealthcareService the service of a party. */
    public void name(Party party, UUID service, Optional<String> type) {
        directory.name(parties.number(party), service, type);
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

    private record Stored(int version, Instant lastUpdated, byte[] json) {}

    private Optional<Stored> stored(String type, UUID id) {
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

    /** Compared as it would be stored, so that what the server sets makes no difference. */
    private static boolean same(Stored is, byte[] json) {
        String id = StoredForm.top(is.json(), "id").orElseThrow();
        byte[] again = StoredForm.of(json, UUID.fromString(id), is.version(), is.lastUpdated(), sent -> sent);
        return Arrays.equals(is.json(), again);
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

    private void write(int node, UUID id, Resource resource) {
        Integer known = jdbc.queryForObject("select count(*) from version where id = ?", Integer.class, id);
        if (known != null && known > 0) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] json = fhir.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        byte[] stored = StoredForm.of(json, id, 1, now, sent -> sent);
        Resource read = (Resource) fhir.newJsonParser().parseResource(new String(stored, StandardCharsets.UTF_8));
        versions.write(new Versions.Draft(
                files.ofDirectory(node),
                id,
                1,
                resource.fhirType(),
                "work",
                node,
                false,
                now,
                stored,
                indexer.index(read)));
        versions.flush();
    }

    /** The id of what a register numbers. */
    public static UUID id(String system, String value) {
        return UUID.nameUUIDFromBytes((system + "|" + value).getBytes(StandardCharsets.UTF_8));
    }
}
