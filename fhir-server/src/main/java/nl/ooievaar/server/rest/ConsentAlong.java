package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Validation;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/** A consent that comes along with an operation that needs it, with its Provenance: judged as if it were sent alone. */
@Component
class ConsentAlong {
    /** Stands for the consent that comes along, in its Provenance. */
    private static final String CONSENT = "urn:uuid:00000000-0000-4000-8000-000000000001";

    private final Exchange exchange;
    private final Validation validation;

    ConsentAlong(Exchange exchange, Validation validation) {
        this.exchange = exchange;
        this.validation = validation;
    }

    List<Entry> along(OperationInput asked, Exchange.Context c, RequestDetails details) {
        List<Entry> along = new ArrayList<>();
        asked.resource("consent")
                .ifPresent(consent -> along.add(entry("consent", "Consent", Optional.of(CONSENT), consent)));
        asked.resource("provenance")
                .ifPresent(origin -> along.add(entry("provenance", "Provenance", Optional.empty(), origin)));
        if (!along.isEmpty()) {
            exchange.open(details, c.request().interaction(), "Consent", 'c', null);
            judge(along, c, details);
        }
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
}
