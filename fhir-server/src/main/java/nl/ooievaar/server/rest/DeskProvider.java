package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.directory.DeskFinder;
import nl.ooievaar.server.directory.DeskFinder.Found;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.desk.Municipality;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/** The right desk: which it is, and how a referral comes there that went elsewhere, and a file when she moves. */
@Component
public class DeskProvider {
    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final DeskFinder finder;
    private final Audit audit;
    private final Vault vault;
    private final RerouteDoor reroute;
    private final TransferDoor transfer;

    DeskProvider(
            Exchange exchange,
            Received received,
            PhbPackage phb,
            DeskFinder finder,
            Audit audit,
            Vault vault,
            RerouteDoor reroute,
            TransferDoor transfer) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.finder = finder;
        this.audit = audit;
        this.vault = vault;
        this.reroute = reroute;
        this.transfer = transfer;
    }

    /** Of the directory, so for any authenticated party that may search it. */
    @Operation(name = "$desk", idempotent = true, manualRequest = true, type = HealthcareService.class)
    public Parameters desk(RequestDetails details) {
        Exchange.Context context = exchange.open(details, "desk", "HealthcareService", 's', null);
        return exchange.run(context, c -> {
            OperationInput asked = OperationInput.of(details, received, definition());
            List<Found> found = find(asked, c);
            audit.record(
                    c.request(),
                    c.caller(),
                    "E",
                    found.stream()
                            .flatMap(one -> one.desk().stream())
                            .map(Audit.Touched::of)
                            .toList());
            Parameters answer = new Parameters();
            found.forEach(one -> add(answer, one, details));
            return answer;
        });
    }

    @Operation(name = "$reroute", manualRequest = true, type = ServiceRequest.class)
    public Parameters reroute(@IdParam IdType id, RequestDetails details) {
        return reroute.reroute(id, details);
    }

    @Operation(name = "$transfer", manualRequest = true, type = Patient.class)
    public Parameters transfer(@IdParam IdType id, RequestDetails details) {
        return transfer.transfer(id, details);
    }

    private List<Found> find(OperationInput asked, Exchange.Context c) {
        Optional<String> municipality = asked.text("municipality");
        Optional<String> postalCode = asked.text("postal-code");
        if (municipality.isPresent() == postalCode.isPresent()) {
            throw Refusal.of(Reason.MUNICIPALITY_OR_POSTAL_CODE).exception();
        }
        return municipality
                .map(one -> finder.ofMunicipality(one, c.viewer()))
                .orElseGet(() -> finder.ofPostalCode(postalCode.orElseThrow(), c.viewer()));
    }

    private void add(Parameters answer, Found found, RequestDetails details) {
        Parameters.ParametersParameterComponent match = answer.addParameter().setName("match");
        match.addPart()
                .setName("municipality")
                .setValue(new Coding(
                        Municipality.SYSTEM,
                        found.municipality().code(),
                        found.municipality().name()));
        found.desk().ifPresent(desk -> match.addPart().setName("desk").setResource(open(desk, details)));
    }

    private Resource open(Seen seen, RequestDetails details) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return (Resource)
                details.getFhirContext().newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
    }

    private OperationDefinition definition() {
        return phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/phb-desk-for")
                .orElseThrow(() -> new IllegalStateException("phb-desk-for"));
    }
}
