package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Date;
import java.util.Map;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.identity.TokenEndpoints;
import nl.ooievaar.server.search.Parameter;
import nl.ooievaar.server.search.Parameters;
import nl.ooievaar.server.types.Interaction;
import nl.ooievaar.server.types.ResourceType;
import nl.ooievaar.server.types.TypeClass;
import nl.ooievaar.subject.notification.Topic;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.UriType;

/** What this server does, generated from types.md: nothing more, nothing less. */
public class Capability {
    private static final Map<Interaction, CapabilityStatement.TypeRestfulInteraction> CODES = Map.of(
            Interaction.CREATE, CapabilityStatement.TypeRestfulInteraction.CREATE,
            Interaction.READ, CapabilityStatement.TypeRestfulInteraction.READ,
            Interaction.VREAD, CapabilityStatement.TypeRestfulInteraction.VREAD,
            Interaction.UPDATE, CapabilityStatement.TypeRestfulInteraction.UPDATE,
            Interaction.PATCH, CapabilityStatement.TypeRestfulInteraction.PATCH,
            Interaction.HISTORY_INSTANCE, CapabilityStatement.TypeRestfulInteraction.HISTORYINSTANCE,
            Interaction.SEARCH, CapabilityStatement.TypeRestfulInteraction.SEARCHTYPE);

    private static final String CONDITION = "[type]?[criteria] that finds exactly one";

    /** What R4 has no element for, or what its element leaves open. */
    private static final Map<Interaction, String> MORE = Map.of(
            Interaction.UPDATE,
            "By id, with If-Match; or by condition, " + CONDITION + "; neither creates.",
            Interaction.PATCH,
            "By id, with If-Match; or by condition, " + CONDITION + "; also as an entry of a transaction or batch.");

    /** How a server of R4 tells which topics it has (Subscriptions R5 Backport 1.1). */
    private static final String TOPIC = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/"
            + "capabilitystatement-subscriptiontopic-canonical";

    private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

    private final Parameters parameters;
    private final PhbPackage phb;
    private final TokenEndpoints tokens;

    public Capability(Parameters parameters, PhbPackage phb, TokenEndpoints tokens) {
        this.parameters = parameters;
        this.phb = phb;
        this.tokens = tokens;
    }

    /** HAPI hands itself to whoever tells its capabilities; this one needs only types.md. */
    public void setRestfulServer(RestfulServer ignored) {
        // Nothing to keep.
    }

    @Metadata
    public CapabilityStatement tell(HttpServletRequest request, RequestDetails details) {
        CapabilityStatement tells = new CapabilityStatement();
        tells.setStatus(Enumerations.PublicationStatus.ACTIVE);
        tells.setDate(new Date(0));
        tells.setKind(CapabilityStatement.CapabilityStatementKind.INSTANCE);
        tells.getSoftware().setName("Ooievaar").setVersion(phb.version());
        tells.getImplementation()
                .setDescription("Ooievaar: prenatal home visits between birth care and youth health care")
                .setUrl(details.getFhirServerBase());
        tells.setFhirVersion(Enumerations.FHIRVersion._4_0_1);
        tells.addFormat("application/fhir+json");
        tells.addFormat("application/fhir+xml");
        tells.addPatchFormat("application/json-patch+json");
        tells.addPatchFormat("application/fhir+json");
        CapabilityStatement.CapabilityStatementRestComponent rest =
                tells.addRest().setMode(CapabilityStatement.RestfulCapabilityMode.SERVER);
        rest.setDocumentation(
                "A POST may carry the header Idempotency-Key: for 24 hours the same key of the same client on the"
                        + " same address answers equal content with the first answer, and other content with 409. In a batch the key"
                        + " holds for each entry by its place. A referral transaction needs none: its identifier is its key.");
        secure(rest.getSecurity(), details.getFhirServerBase());
        phb.definitions().stream()
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .filter(OperationDefinition::getSystem)
                .forEach(one -> rest.addOperation()
                        .setName(one.getCode())
                        .setDefinition(one.getUrl() + '|' + one.getVersion()));
        rest.addInteraction().setCode(CapabilityStatement.SystemRestfulInteraction.TRANSACTION);
        rest.addInteraction().setCode(CapabilityStatement.SystemRestfulInteraction.BATCH);
        parameters.types().all().forEach(type -> rest.addResource(resource(type)));
        return tells;
    }

    /** How to get in (SMART App Launch 2.0; the extension is that of version 1, which clients still read). */
    private void secure(CapabilityStatement.CapabilityStatementRestSecurityComponent security, String base) {
        for (String service : new String[] {"OAuth", "SMART-on-FHIR", "Certificates"}) {
            security.addService()
                    .addCoding()
                    .setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
                    .setCode(service);
        }
        tokens.at(base).ifPresent(addresses -> {
            Extension uris = security.addExtension().setUrl(OAUTH_URIS);
            uris.addExtension("token", new UriType(addresses.token()));
            addresses.authorize().ifPresent(one -> uris.addExtension("authorize", new UriType(one)));
        });
    }

    private CapabilityStatement.CapabilityStatementRestResourceComponent resource(ResourceType type) {
        CapabilityStatement.CapabilityStatementRestResourceComponent tells =
                new CapabilityStatement.CapabilityStatementRestResourceComponent().setType(type.name());
        type.profiles().forEach(p -> tells.addSupportedProfile(PhbPackage.profile(p)));
        for (Interaction one : Interaction.values()) {
            if (type.offers(one)) {
                tells.addInteraction()
                        .setCode(CODES.get(one))
                        .setDocumentation(type.typeClass() == TypeClass.SYSTEM ? null : MORE.get(one));
            }
        }
        tells.setVersioning(CapabilityStatement.ResourceVersionPolicy.VERSIONEDUPDATE);
        tells.setReadHistory(type.offers(Interaction.HISTORY_INSTANCE));
        tells.setConditionalRead(
                type.offers(Interaction.VREAD)
                        ? CapabilityStatement.ConditionalReadStatus.FULLSUPPORT
                        : CapabilityStatement.ConditionalReadStatus.NOTSUPPORTED);
        tells.setUpdateCreate(false);
        boolean system = type.typeClass() == TypeClass.SYSTEM;
        tells.setConditionalCreate(!system && type.offers(Interaction.CREATE));
        tells.setConditionalUpdate(!system && type.offers(Interaction.UPDATE));
        if (type.name().equals("Subscription")) {
            for (Topic topic : Topic.values()) {
                tells.addExtension(TOPIC, new CanonicalType(topic.canonical()));
            }
        }
        for (Parameter one : parameters.of(type.name())) {
            tells.addSearchParam()
                    .setName(one.name())
                    .setDefinition(one.definition().getUri())
                    .setType(Enumerations.SearchParamType.fromCode(
                            one.kind().name().toLowerCase(java.util.Locale.ROOT)));
            if (one.kind() == Parameter.Kind.REFERENCE) {
                tells.addSearchInclude(type.name() + ":" + one.name());
            }
        }
        phb.definitions().stream()
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .filter(one -> offers(type, one))
                .forEach(one -> tells.addOperation()
                        .setName(one.getCode())
                        .setDefinition(one.getUrl() + '|' + one.getVersion()));
        return tells;
    }

    /** An operation on every resource is one of what can be written. */
    private static boolean offers(ResourceType type, OperationDefinition operation) {
        return operation.hasResource(type.name())
                || operation.hasResource("Resource")
                        && type.offers(Interaction.CREATE)
                        && type.typeClass() != TypeClass.SYSTEM;
    }
}
