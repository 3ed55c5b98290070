package nl.ooievaar.server.store;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.search.Indexer;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
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
    private static final Party NODE = new Party("http://ooievaar.example/fhir/NamingSystem/node", "node", "directory");

    private final Files files;
    private final Versions versions;
    private final Parties parties;
    private final Directory directory;
    private final Indexer indexer;
    private final FhirContext fhir;
    private final JdbcTemplate jdbc;
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
            Clock clock,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.versions = versions;
        this.parties = parties;
        this.directory = directory;
        this.indexer = indexer;
        this.fhir = fhir;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Adds an organisation with one of its services; what is there stays.
     *
     * @param organizationType a code of the Dutch list of care providers; empty for who is none
     */
    public void add(Party party, String organizationName, String organizationType, String serviceName) {
        // Numbered before the transaction begins: its snapshot must see them.
        int number = parties.number(party);
        int node = parties.number(NODE);
        transaction.executeWithoutResult(
                status -> add(party, number, node, organizationName, organizationType, serviceName));
    }

    private void add(
            Party party, int number, int node, String organizationName, String organizationType, String serviceName) {
        UUID organizationId = id(party.organizationSystem(), party.organizationValue());
        UUID serviceId = id(PhbPackage.BASE + "/NamingSystem/service", party.service());
        write(node, organizationId, organization(party, organizationName, organizationType));
        write(node, serviceId, service(party, organizationId, serviceName));
        directory.name(number, serviceId);
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

    private static HealthcareService service(Party party, UUID organization, String name) {
        HealthcareService made = new HealthcareService();
        made.getMeta().addProfile(PhbPackage.profile("phb-desk"));
        made.addIdentifier()
                .setSystem(PhbPackage.BASE + "/NamingSystem/service")
                .setValue(party.service());
        made.setActive(true);
        made.setProvidedBy(new Reference("Organization/" + organization));
        made.setName(name);
        return made;
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

    private static UUID id(String system, String value) {
        return UUID.nameUUIDFromBytes((system + "|" + value).getBytes(StandardCharsets.UTF_8));
    }
}
