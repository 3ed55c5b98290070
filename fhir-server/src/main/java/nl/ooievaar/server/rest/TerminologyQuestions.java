package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import nl.ooievaar.profiles.PhbPackage;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.springframework.stereotype.Component;

/** Reads what the terminology operations are asked, by their definitions in the package. */
@Component
class TerminologyQuestions {
    private final PhbPackage phb;
    private final Received received;

    TerminologyQuestions(PhbPackage phb, Received received) {
        this.phb = phb;
        this.received = received;
    }

    /** @param operation id of its definition */
    TerminologyQuestion of(RequestDetails details, String operation) {
        OperationDefinition definition = phb.find(
                        OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/" + operation)
                .orElseThrow(() -> new IllegalStateException(operation));
        return new TerminologyQuestion(OperationInput.of(details, received, definition), phb, details);
    }
}
