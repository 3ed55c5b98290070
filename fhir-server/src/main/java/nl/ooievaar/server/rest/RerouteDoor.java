package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.Rerouting;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Validation;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/** Takes a referral that its desk rejected to another desk: scope first, then what came along is judged, then all of it or none. */
@Component
class RerouteDoor {
    /** Stands for the consent that comes along, in its Provenance. */
    static final String CONSENT = "urn:uuid:00000000-0000-4000-8000-000000000001";

    private static final String DESK = "HealthcareService/[id]";

    private final Exchange exchange;
    private final Received received;
    private final PhbPackage phb;
    private final PhbTerminology terminology;
    private final Validation validation;
    private final Rerouting rerouting;

    RerouteDoor(
            Exchange exchange,
            Received received,
            PhbPackage phb,
            PhbTerminology terminology,
            Validation validation,
            Rerouting rerouting) {
        this.exchange = exchange;
        this.received = received;
        this.phb = phb;
        this.terminology = terminology;
        this.validation = validation;
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
            List<Entry> along = along(asked, details);
            if (!along.isEmpty()) {
                exchange.open(details, "reroute", "Consent", 'c', null);
                judge(along, c, details);
            }
            Rerouting.Asked move = new Rerouting.Asked(Reading.uuid(request), desk(asked), reason(asked), along);
            return answer(rerouting.reroute(move, c.caller(), c.viewer(), c.request(), c.base()), details);
        });
    }

    private static List<Entry> along(OperationInput asked, RequestDetails details) {
        List<Entry> along = new ArrayList<>();
        asked.resource("consent")
                .ifPresent(consent -> along.add(entry("consent", "Consent", Optional.of(CONSENT), consent)));
        asked.resource("provenance")
                .ifPresent(origin -> along.add(entry("provenance", "Provenance", Optional.empty(), origin)));
        return along;
    }

    private static Entry entry(String parameter, String type, Optional<String> fullUrl, byte[] json) {
        return new Entry(
                "Parameters.parameter.where(name='" + parameter + "').resource",
                fullUrl,
                "POST",
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                json,
                0,
                0);
    }

    private void judge(List<Entry> along, Exchange.Context c, RequestDetails details) {
        List<Issue> errors = validation.errors(along, c.locale());
        if (!errors.isEmpty()) {
            exchange.refused(c, Refusal.of(Reason.INVALID_RESOURCE).exception());
            throw new UnprocessableEntityException("invalid", Outcomes.of(errors, details));
        }
    }

    private static String desk(OperationInput asked) {
        return asked.value("performer")
                .filter(Reference.class::isInstance)
                .map(it -> ((Reference) it).getReference())
                .or(() -> asked.text("performer"))
                .filter(it -> it.matches("HealthcareService/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .orElseThrow(() ->
                        Refusal.of(Reason.PARAMETER_VALUE, "performer", DESK).exception());
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
