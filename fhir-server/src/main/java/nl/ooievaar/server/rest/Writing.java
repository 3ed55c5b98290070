package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.store.StoredForm;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.Idempotency;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.server.submission.Submissions.Outcome;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Validation;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.springframework.stereotype.Component;

/** From entries to outcomes: scope, validation of every entry before anything is written, then one transaction. */
@Component
public class Writing {
    private final Exchange exchange;
    private final Validation validation;
    private final Submissions submissions;
    private final Idempotency idempotency;

    public Writing(Exchange exchange, Validation validation, Submissions submissions, Idempotency idempotency) {
        this.exchange = exchange;
        this.validation = validation;
        this.submissions = submissions;
        this.idempotency = idempotency;
    }

    /** Writes one resource; {@code url} is its type, {@code Type/id} or {@code Type?condition}. */
    Outcome one(
            RequestDetails details,
            String interaction,
            String method,
            String url,
            Optional<String> ifNoneExist,
            Optional<String> ifMatch,
            byte[] json) {
        Entry entry = Entry.single(method, url, ifNoneExist, ifMatch, json);
        return all(details, interaction, List.of(entry), json).get(0);
    }

    /** Writes all entries or none. */
    List<Outcome> all(RequestDetails details, String interaction, List<Entry> entries, byte[] body) {
        Exchange.Context context = open(details, interaction, entries);
        List<Issue> errors = judge(context, entries);
        if (!errors.isEmpty()) {
            exchange.refused(context, Refusal.of(Reason.INVALID_RESOURCE).exception());
            throw new UnprocessableEntityException("invalid", Outcomes.of(errors));
        }
        return exchange.run(
                context,
                c -> idempotency.once(
                        entries,
                        body,
                        c.viewer(),
                        () -> submissions.apply(entries, c.caller(), c.viewer(), c.request(), c.base())));
    }

    private List<Issue> judge(Exchange.Context context, List<Entry> entries) {
        try {
            return validation.errors(entries, context.locale());
        } catch (RefusedException no) {
            exchange.refused(context, no);
            throw no;
        }
    }

    private Exchange.Context open(RequestDetails details, String interaction, List<Entry> entries) {
        Exchange.Context context = null;
        for (Entry entry : entries) {
            String type = StoredForm.top(entry.json(), "resourceType").orElse("");
            context = exchange.open(details, interaction, type, entry.method().equals("POST") ? 'c' : 'u', null);
        }
        if (context == null) {
            throw Refusal.of(Reason.BUNDLE_TYPE, "empty").exception();
        }
        return context;
    }
}
