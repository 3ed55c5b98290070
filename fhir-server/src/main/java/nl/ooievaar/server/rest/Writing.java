package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.StoredForm;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.Idempotency;
import nl.ooievaar.server.submission.Submissions;
import nl.ooievaar.server.submission.Submissions.Outcome;
import nl.ooievaar.server.validation.Issue;
import nl.ooievaar.server.validation.Judge;
import nl.ooievaar.server.validation.Validation;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;
import org.springframework.stereotype.Component;

/** From entries to outcomes: scope, validation of every entry before anything is written, then one transaction. */
@Component
public class Writing {
    private final Exchange exchange;
    private final Patching patching;
    private final Validation validation;
    private final Submissions submissions;
    private final Idempotency idempotency;

    public Writing(
            Exchange exchange,
            Patching patching,
            Validation validation,
            Submissions submissions,
            Idempotency idempotency) {
        this.exchange = exchange;
        this.patching = patching;
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

    /** Writes what a patch makes of the current version. */
    Outcome patch(RequestDetails details, Entry patch, PatchTypeEnum form) {
        return all(details, "patch", List.of(patching.update(patch, form, "patch", details)), patch.json())
                .get(0);
    }

    /** Writes all entries or none. */
    List<Outcome> all(RequestDetails details, String interaction, List<Entry> asked, byte[] body) {
        Exchange.Context context = open(details, interaction, asked);
        Optional<String> key = audited(context, () -> ClientKey.of(details, interaction, asked));
        if (key.isPresent()) {
            // A patch that was applied may not fit again, and need not.
            Optional<List<Outcome>> first =
                    exchange.run(context, c -> idempotency.first(repeatable(asked, body, key, c)));
            if (first.isPresent()) {
                return first.get();
            }
        }
        List<Entry> entries = asked.stream()
                .map(e -> e.method().equals("PATCH") ? patching.update(e, interaction, details) : e)
                .toList();
        List<Issue> errors = audited(context, () -> validation.errors(entries, context.locale()));
        if (!errors.isEmpty()) {
            exchange.refused(context, Refusal.of(Reason.INVALID_RESOURCE).exception());
            throw new UnprocessableEntityException("invalid", Outcomes.of(placed(errors, details), details));
        }
        return exchange.run(
                context,
                c -> idempotency.once(
                        repeatable(asked, body, key, c),
                        () -> submissions.apply(entries, c.caller(), c.viewer(), c.request(), c.base())));
    }

    /** Issues at the lines of the body as it was sent, not of the JSON that was judged. */
    private static List<Issue> placed(List<Issue> errors, RequestDetails details) {
        return Judge.placed(errors, details.loadRequestContents(), Received.isXml(details));
    }

    private static Idempotency.Repeatable repeatable(
            List<Entry> entries, byte[] body, Optional<String> key, Exchange.Context c) {
        return new Idempotency.Repeatable(entries, body, key, c.caller(), c.viewer(), c.request());
    }

    /** What is refused before the transaction is on record too. */
    private <T> T audited(Exchange.Context context, Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException no) {
            exchange.refused(context, no);
            throw no;
        }
    }

    private Exchange.Context open(RequestDetails details, String interaction, List<Entry> entries) {
        Exchange.Context context = null;
        for (Entry entry : entries) {
            String type = entry.method().equals("PATCH")
                    ? entry.url().split("[/?]")[0]
                    : StoredForm.top(entry.json(), "resourceType").orElse("");
            // What she agrees to comes with its origin: the scope for the one is the scope for both.
            boolean origin =
                    type.equals("Provenance") && Caller.current().person().isPresent();
            context = exchange.open(
                    details,
                    interaction,
                    origin ? "Consent" : type,
                    entry.method().equals("POST") ? 'c' : 'u',
                    null);
            if (entry.ifNoneExist().isPresent() || entry.url().contains("?")) {
                // A condition is a search: its outcome tells what there is.
                exchange.open(details, interaction, entry.url().split("[/?]")[0], 's', null);
            }
        }
        if (context == null) {
            throw Refusal.of(Reason.BUNDLE_TYPE, "empty").exception();
        }
        return context;
    }
}
