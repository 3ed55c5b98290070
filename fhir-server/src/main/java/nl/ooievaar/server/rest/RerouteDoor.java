package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.Rerouting;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/** Takes a referral that its desk rejected to another desk: scope first, then what came along is judged, then all of it or none. */
@Component
class RerouteDoor {
    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final PhbTerminology terminology;
    private final ConsentAlong consents;
    private final Rerouting rerouting;

    RerouteDoor(
            Exchange exchange,
            Received received,
            PhbPackage phb,
            PhbTerminology terminology,
            ConsentAlong consents,
            Rerouting rerouting) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.terminology = terminology;
        this.consents = consents;
        this.rerouting = rerouting;
    }

    Parameters reroute(IdType request, RequestDetails details) {
        Exchange.Context context = exchange.open(details, "reroute", "ServiceRequest", 'u', null);
        exchange.open(details, "reroute", "Task", 'c', null);
        return exchange.run(context, c -> {
            OperationInput asked = OperationInput.of(
                    details,
                    received,
                    phb.find(OperationDefinition.class, PhbPackage.BASE + "/OperationDefinition/phb-reroute")
                            .orElseThrow(() -> new IllegalStateException("phb-reroute")));
            List<Entry> along = consents.along(asked, c, details);
            Rerouting.Asked move =
                    new Rerouting.Asked(Reading.uuid(request), asked.desk("performer"), reason(asked), along);
            return answer(rerouting.reroute(move, c.caller(), c.viewer(), c.request(), c.base()), details);
        });
    }

    private Optional<String> reason(OperationInput asked) {
        List<String> codes = terminology
                .expand(phb.find(ValueSet.class, PhbPackage.BASE + "/ValueSet/phb-desk-reason")
                        .orElseThrow(() -> new IllegalStateException("phb-desk-reason")))
                .stream()
                .map(one -> one.definition().getCode())
                .toList();
        return asked.text("reason").map(code -> {
            if (!codes.contains(code)) {
                throw Refusal.of(Reason.PARAMETER_VALUE, "reason", String.join(", ", codes))
                        .exception();
            }
            return code;
        });
    }

    private static Parameters answer(Rerouting.Sent sent, RequestDetails details) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("task").setResource((Resource) details.getFhirContext()
                .newJsonParser()
                .parseResource(new String(sent.task(), StandardCharsets.UTF_8)));
        sent.told().ifPresent(told -> answer.addParameter()
                .setName("outcome")
                .setResource(Outcomes.information(told, Languages.asked(details))));
        return answer;
    }
}
