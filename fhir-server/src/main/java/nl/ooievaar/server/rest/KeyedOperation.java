package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.server.submission.Idempotency;
import nl.ooievaar.server.submission.Submissions.Outcome;
import org.springframework.stereotype.Component;

/**
 * An operation that changes something, sent again with the Idempotency-Key of the first: answered as the first was, and not done
 * again. What was asked in the address counts as much as what stands in the body.
 */
@Component
class KeyedOperation {
    private final Received received;
    private final Idempotency idempotency;

    KeyedOperation(Received received, Idempotency idempotency) {
        this.received = received;
        this.idempotency = idempotency;
    }

    /** Does the work at most once; runs inside its transaction. */
    List<Outcome> outcomes(RequestDetails details, Exchange.Context c, Supplier<List<Outcome>> work) {
        return idempotency.once(sent(details, c), work);
    }

    /** The same of work whose answer is a few words that speak of nobody. */
    String words(RequestDetails details, Exchange.Context c, Supplier<String> work) {
        return idempotency.onceInWords(sent(details, c), work);
    }

    private Idempotency.Repeatable sent(RequestDetails details, Exchange.Context c) {
        byte[] body = received.json(details);
        StringBuilder asked = new StringBuilder(details.getRequestPath());
        new TreeMap<>(details.getParameters())
                .forEach((name, values) ->
                        asked.append('\n').append(name).append('=').append(String.join("\n", values)));
        Entry entry = Entry.single("POST", asked.toString(), Optional.empty(), Optional.empty(), body);
        List<Entry> entries = List.of(entry);
        return new Idempotency.Repeatable(
                entries,
                body,
                ClientKey.of(details, c.request().interaction(), entries),
                c.caller(),
                c.viewer(),
                c.request());
    }
}
