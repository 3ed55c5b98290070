package nl.ooievaar.server.store;

import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.subject.party.Party;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;

/** What the directory says of a party, as resources. */
final class DirectoryEntry {
    private static final String SERVICE_TYPES = PhbPackage.BASE + "/CodeSystem/phb-service-type";

    private DirectoryEntry() {}

    static Organization organization(Party party, String name, String type) {
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

    static HealthcareService service(Party party, UUID organization, String name, Optional<String> type) {
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

    static Endpoint endpoint(UUID organization, String address) {
        Endpoint made = new Endpoint();
        made.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue(address);
        made.setStatus(Endpoint.EndpointStatus.ACTIVE);
        made.setConnectionType(new Coding()
                .setSystem("http://terminology.hl7.org/CodeSystem/endpoint-connection-type")
                .setCode("hl7-fhir-rest"));
        made.setManagingOrganization(new Reference("Organization/" + organization));
        made.addPayloadType().setText("Meldingen");
        made.setAddress(address);
        return made;
    }
}
