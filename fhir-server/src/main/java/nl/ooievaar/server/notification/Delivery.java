package nl.ooievaar.server.notification;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.ooievaar.server.start.DatabaseClock;
import nl.ooievaar.server.store.DirectoryRecords;
import nl.ooievaar.server.store.Parties;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells endpoints what is due, at least once and in the order of the numbers. What is about to leave is decided, numbered and on
 * record in one transaction, which also leases the subscription; then it is sent without one; then the outcome is kept. A node
 * that dies in between leaves a lease that ends by itself, and the same numbers go out again. Thread safe, on any number of nodes.
 */
@Component
class Delivery {
    /** What is to be done with the subscription that was found. */
    private sealed interface Step {
        /** Nothing is due. */
        record Idle() implements Step {}

        /** It was decided on, and nothing leaves. */
        record Decided() implements Step {}

        /** This leaves now. */
        record Ready(UUID id, UUID lease, long until, URI endpoint, List<String> headers, byte[] body)
                implements Step {}
    }

    private final Claims claims;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final SubscriptionTable subscriptions;
    private final SubscriptionForm form;
    private final Numbering numbering;
    private final DirectoryRecords directory;
    private final Parties parties;
    private final RestHook hook;
    private final FhirContext fhir;

    Delivery(
            Claims claims,
            PlatformTransactionManager transactions,
            DatabaseClock clock,
            SubscriptionTable subscriptions,
            SubscriptionForm form,
            Numbering numbering,
            DirectoryRecords directory,
            Parties parties,
            RestHook hook,
            FhirContext fhir) {
        this.claims = claims;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // Each statement sees what committed before it: what was withdrawn by then is not told.
        this.apart.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.clock = clock;
        this.subscriptions = subscriptions;
        this.form = form;
        this.numbering = numbering;
        this.directory = directory;
        this.parties = parties;
        this.hook = hook;
        this.fhir = fhir;
    }

    /** Tells all that is due. */
    void all() {
        while (!(one() instanceof Step.Idle)) {
            // One transaction a subscription: a slow one holds up nobody but itself.
        }
    }

    private Step one() {
        AtomicReference<UUID> found = new AtomicReference<>();
        Step step;
        try {
            step = apart.execute(status -> claim(found, clock.instant()));
        } catch (RuntimeException e) {
            // Nothing of it was kept; one that can't be decided on must not stand before the others.
            Optional.ofNullable(found.get())
                    .ifPresent(id -> apart.executeWithoutResult(status -> claims.postpone(id, clock.instant())));
            throw e;
        }
        if (step instanceof Step.Ready ready) {
            Sent sent = hook.post(ready.endpoint(), ready.headers(), ready.body());
            apart.executeWithoutResult(status -> settle(ready, sent, clock.instant()));
        }
        return step;
    }

    private Step claim(AtomicReference<UUID> id, Instant now) {
        Optional<Claims.Found> found = claims.next(now);
        found.ifPresent(it -> id.set(it.to().id()));
        return found.<Step>map(it -> decide(it.to(), it.beat(), now)).orElseGet(Step.Idle::new);
    }

    private Step decide(Subscribed to, boolean beat, Instant now) {
        Wanted wanted = form.read(subscriptions.content(to));
        if (!wanted.endpoint().isAmong(directory.endpoints(parties.party(to.owner())))) {
            claims.failed(to, new Sent("not-registered"), now);
            return new Step.Decided();
        }
        Subscribed at = to.greeted() && to.taken() == to.lastNumber() ? numbering.next(to, now) : to;
        long until = at.greeted() ? Math.min(at.lastNumber(), at.taken() + Numbering.MOST) : at.taken();
        List<Event> events = numbering.events(at, at.taken() + 1, until, now);
        if (at.greeted() && events.isEmpty() && !beat) {
            return new Step.Decided();
        }
        String type = !at.greeted() ? "handshake" : events.isEmpty() ? "heartbeat" : "event-notification";
        Bundle bundle = NotificationBundle.of(at, at.greeted() ? "active" : "requested", type, events, now);
        byte[] body = fhir.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
        return new Step.Ready(
                at.id(), claims.lease(at, now), until, wanted.endpoint().address(), wanted.headers(), body);
    }

    private void settle(Step.Ready ready, Sent sent, Instant now) {
        claims.leased(ready.id(), ready.lease()).ifPresent(to -> {
            if (sent.taken()) {
                claims.taken(to, ready.until(), now);
            } else {
                claims.failed(to, sent, now);
            }
        });
    }
}
