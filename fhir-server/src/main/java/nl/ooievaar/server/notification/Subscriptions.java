package nl.ooievaar.server.notification;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.DirectoryRecords;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.stereotype.Component;

/** What a party can do with its subscriptions; those of others are not there. Works in the transaction of the caller. */
@Component
public class Subscriptions {
    /** The most events that are answered at once. */
    private static final int MOST_EVENTS = 1_000;
    /** How often new events are decided on before an answer; what is left comes with the next. */
    private static final int STEPS = 5;

    /** Who asks, in one request. */
    public record Asking(Caller caller, Viewer viewer, AuditedRequest request, String base, Locale locale) {}

    private final SubscriptionTable table;
    private final SubscriptionForm form;
    private final Numbering numbering;
    private final DirectoryRecords directory;
    private final Audit audit;
    private final FhirContext fhir;

    Subscriptions(
            SubscriptionTable table,
            SubscriptionForm form,
            Numbering numbering,
            DirectoryRecords directory,
            Audit audit,
            FhirContext fhir) {
        this.table = table;
        this.form = form;
        this.numbering = numbering;
        this.directory = directory;
        this.audit = audit;
        this.fhir = fhir;
    }

    /** Takes a subscription; its endpoint is greeted before anything else is told. @return its id */
    public UUID create(byte[] json, Asking asking) {
        organization(asking);
        Subscription sent = parsed(json);
        if (sent.getStatus() != SubscriptionStatus.REQUESTED) {
            throw Refusal.of(Reason.SUBSCRIPTION_STATUS, "requested")
                    .at("Subscription.status")
                    .exception();
        }
        Wanted wanted = form.read(sent);
        SubscriptionForm.notOver(wanted, asking.viewer().now());
        wanted.topic().type().filter(type -> !asking.caller().mayAsk(type, 'r')).ifPresent(type -> {
            throw Refusal.of(Reason.FORBIDDEN_OPERATION, "read " + type).exception();
        });
        if (!wanted.endpoint().isAmong(directory.endpoints(asking.caller().party()))) {
            throw Refusal.of(Reason.SUBSCRIPTION_HOST)
                    .at("Subscription.channel.endpoint")
                    .exception();
        }
        UUID id = table.add(SubscriptionAnswer.plain(sent), wanted, asking.caller(), asking.viewer(), asking.base())
                .id();
        audit.record(asking.request(), asking.caller(), "C", List.of());
        return id;
    }

    public Subscription read(UUID id, Asking asking) {
        Subscribed found = found(id, asking);
        audit.record(asking.request(), asking.caller(), "R", List.of());
        return answer(found, asking);
    }

    /** What the same request made, which is on record already. */
    public Subscription made(UUID id, Asking asking) {
        return answer(found(id, asking), asking);
    }

    /** All of the caller. */
    public List<Subscription> all(Asking asking) {
        audit.record(asking.request(), asking.caller(), "E", List.of());
        return table.all(asking.viewer()).stream()
                .map(one -> answer(one, asking))
                .toList();
    }

    /**
     * Ends a subscription or begins with it again; nothing else of it changes.
     *
     * @param version that the caller saw
     */
    public Subscription change(UUID id, String version, byte[] json, Asking asking) {
        Subscribed before = table.held(id, asking.viewer())
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        Subscription sent = parsed(json);
        if (!id.toString().equals(sent.getIdElement().getIdPart())) {
            throw Refusal.of(Reason.ID_MISMATCH).exception();
        }
        if (!version.equals(Integer.toString(before.version()))) {
            throw Refusal.of(Reason.VERSION_MISMATCH, version, Integer.toString(before.version()))
                    .exception();
        }
        if (!SubscriptionAnswer.sameWish(sent, table.content(before))) {
            throw Refusal.of(Reason.SUBSCRIPTION_FIXED).exception();
        }
        Instant now = asking.viewer().now();
        Subscribed after =
                switch (String.valueOf(sent.getStatusElement().getValueAsString())) {
                    case "off" -> table.end(before, now);
                    case "requested" -> table.again(before, now);
                    default ->
                        throw Refusal.of(Reason.SUBSCRIPTION_STATUS, "requested, off")
                                .at("Subscription.status")
                                .exception();
                };
        audit.record(asking.request(), asking.caller(), "U", List.of());
        return answer(after, asking);
    }

    /** How far it is, and how much of that its endpoint took. */
    public Bundle status(UUID id, Asking asking) {
        Subscribed found = found(id, asking);
        audit.record(asking.request(), asking.caller(), "R", List.of());
        Parameters told =
                NotificationBundle.status(found, found.statusAt(asking.viewer().now()), "query-status");
        told.addParameter().setName("events-taken-by-endpoint").setValue(new StringType(Long.toString(found.taken())));
        found.failure()
                .map(failure -> FailureWords.of(failure, asking.locale()))
                .ifPresent(
                        words -> told.addParameter().setName("error").setValue(new CodeableConcept().setText(words)));
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(1);
        bundle.addEntry()
                .setFullUrl("urn:uuid:" + UUID.randomUUID())
                .setResource(told)
                .getSearch()
                .setMode(Bundle.SearchEntryMode.MATCH);
        return bundle;
    }

    /**
     * What there was to tell, by number: decided on again now, and on record. New events get their numbers first, so that whoever
     * can't be reached can still ask.
     *
     * @param from the first number; before the first event means from the first
     * @param until the last number; beyond the last event means until the last
     */
    public Bundle events(UUID id, long from, long until, Asking asking) {
        Subscribed at = table.held(id, asking.viewer())
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        Instant now = asking.viewer().now();
        String status = at.statusAt(now);
        for (int i = 0; i < STEPS && at.greeted() && !status.equals("off"); i++) {
            at = numbering.next(at, now);
        }
        long first = Math.max(1, from);
        long last = Math.min(Math.min(until, at.lastNumber()), first + MOST_EVENTS - 1);
        List<Audit.Touched> touched = new ArrayList<>();
        List<Event> events = numbering.events(at, first, last, now, touched);
        audit.recordWords(asking.request(), asking.caller(), touched);
        return NotificationBundle.of(at, status, "query-event", events, now);
    }

    private Subscription answer(Subscribed one, Asking asking) {
        return SubscriptionAnswer.of(one, table.content(one), asking.viewer().now(), asking.locale());
    }

    private Subscribed found(UUID id, Asking asking) {
        return table.find(id, asking.viewer())
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
    }

    /** Nothing is sent to her by this way: she has no endpoint that could be vouched for. */
    private static void organization(Asking asking) {
        if (asking.caller().person().isPresent()) {
            throw Refusal.of(Reason.NOT_BY_HERSELF, "Subscription").exception();
        }
    }

    private Subscription parsed(byte[] json) {
        return fhir.newJsonParser().parseResource(Subscription.class, new String(json, StandardCharsets.UTF_8));
    }
}
