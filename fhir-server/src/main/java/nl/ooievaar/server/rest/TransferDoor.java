package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.UUID;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.birth.OwnRecord;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.submission.DossierTransfer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Takes a file to the JGZ of where she moves: scope first, then whose it is, then what came along is judged, then all or none. */
@Component
class TransferDoor {
    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final ConsentAlong consents;
    private final OwnRecord own;
    private final DossierTransfer transfer;

    TransferDoor(
            Exchange exchange,
            Received received,
            PhbPackage phb,
            ConsentAlong consents,
            OwnRecord own,
            DossierTransfer transfer) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.consents = consents;
        this.own = own;
        this.transfer = transfer;
    }

    Parameters transfer(IdType patient, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "transfer", "Patient", 'u', null);
        return exchange.run(context, c -> {
            OperationInput asked = OperationInput.of(
                    details,
                    received,
                    phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/phb-transfer")
                            .orElseThrow(() -> new IllegalStateException("phb-transfer")));
            UUID to = UUID.fromString(asked.desk("to").substring("HealthcareService/".length()));
            // Whose it is comes before what came along: to a stranger no consent is judged.
            Seen hers = own.of(Reading.uuid(patient), c.viewer(), "$transfer");
            DossierTransfer.Asked move = new DossierTransfer.Asked(hers, to, consents.along(asked, c, details));
            return answer(transfer.transfer(move, c.caller(), c.viewer(), c.request(), c.base()));
        });
    }

    private static Parameters answer(DossierTransfer.Done done) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("document").setValue(new Reference(done.document()));
        answer.addParameter().setName("repeated").setValue(new BooleanType(done.repeated()));
        return answer;
    }
}
