package nl.ooievaar.server.store;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.search.Indexer;
import nl.ooievaar.subject.party.Party;
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

    private final Files files;
    private final Versions versions;
    private final Parties parties;
    private final Directory directory;
    private final Indexer indexer;
    private final FhirContext fhir;
    private final JdbcTemplate jdbc;
    private final DirectoryRecords records;
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
            DirectoryRecords records,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.versions = versions;
        this.parties = parties;
        this.directory = directory;
        this.indexer = indexer;
        this.fhir = fhir;
        this.jdbc = jdbc;
        this.records = records;
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
        write(node, organizationId, DirectoryEntry.organization(party, organizationName, organizationType));
        write(node, serviceId, DirectoryEntry.service(party, organizationId, serviceName, serviceType));
        directory.name(number, serviceId, serviceType);
    }

    /** Adds an address at which an organisation can be told; what is there stays. */
    public void addEndpoint(Party party, String address) {
        int node = parties.number(NODE);
        UUID organization = id(party.organizationSystem(), party.organizationValue());
        transaction.executeWithoutResult(status ->
                write(node, id(address, organization.toString()), DirectoryEntry.endpoint(organization, address)));
    }

    /** What became of one entry. */
    public enum Change {
        NEW,
        CHANGED,
        SAME
    }

    /** Stores what was sent as the newest version, unless it is that already; in the transaction of the caller. */
    public Change put(String type, UUID id, byte[] json, Instant at) {
        Optional<DirectoryRecords.Stored> before = records.stored(type, id);
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

    /** Makes a stored HealthcareService the service of a party. */
    public void name(Party party, UUID service, Optional<String> type) {
        directory.name(parties.number(party), service, type);
    }

    /** Compared as it would be stored, so that what the server sets makes no difference. */
    private static boolean same(DirectoryRecords.Stored is, byte[] json) {
        String id = StoredForm.top(is.json(), "id").orElseThrow();
        byte[] again = StoredForm.of(json, UUID.fromString(id), is.version(), is.lastUpdated(), sent -> sent);
        return Arrays.equals(is.json(), again);
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
