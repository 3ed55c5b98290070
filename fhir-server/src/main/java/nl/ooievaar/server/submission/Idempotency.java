package nl.ooievaar.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.BusinessKeys;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.StoredForm;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/**
 * The same referral sent twice is one referral: the unit is the transaction, the key is the requester and its referral
 * identifier. For any other POST a client may bring a key of its own, the header Idempotency-Key, which holds for a day. Equal
 * content gets the first answer again, decided anew by the gate and on record; other content is refused with 409.
 */
@Component
public class Idempotency {
    /**
     * A submission that may have come before.
     *
     * @param body what must be equal
     * @param key of the client for this route, when it brought one
     */
    public record Repeatable(
            List<Entry> entries,
            byte[] body,
            Optional<String> key,
            Caller caller,
            Viewer viewer,
            AuditedRequest request) {}

    /** How long the key of a client holds. */
    static final Duration LIFE = Duration.ofHours(24);

    private static final String REFERRAL = "referral";
    private static final String CLIENT = "idempotency-key";

    private final BusinessKeys businessKeys;
    private final Keys keys;
    private final Lookup lookup;
    private final Vault vault;
    private final Audit audit;

    public Idempotency(BusinessKeys businessKeys, Keys keys, Lookup lookup, Vault vault, Audit audit) {
        this.businessKeys = businessKeys;
        this.keys = keys;
        this.lookup = lookup;
        this.vault = vault;
        this.audit = audit;
    }

    /** Runs the work once for each key it carries; must stand inside the transaction of the work. */
    public List<Submissions.Outcome> once(Repeatable sent, Supplier<List<Submissions.Outcome>> work) {
        List<byte[]> identifiers = identifiers(sent.entries());
        if (!byClient(sent, identifiers)) {
            return onceByReferral(sent, identifiers, work);
        }
        return first(sent)
                .orElseGet(() -> answered(sent, CLIENT, claim(sent), onceByReferral(sent, identifiers, work)));
    }

    /**
     * The same of an operation whose answer is a few words and no record: they are kept as they are for as long as the key holds,
     * so they may name nobody and no version.
     */
    public String onceInWords(Repeatable sent, Supplier<String> work) {
        if (sent.key().isEmpty()) {
            return work.get();
        }
        Optional<BusinessKeys.Holder> before = held(sent);
        if (before.isPresent()) {
            audit.record(sent.request(), sent.caller(), "R", List.of());
            return before.get().answer().orElse("");
        }
        byte[] key = claim(sent);
        String words = work.get();
        businessKeys.answered(sent.viewer().party(), CLIENT, key, words);
        return words;
    }

    /** The first answer, when this came before under the key of the client. */
    public Optional<List<Submissions.Outcome>> first(Repeatable sent) {
        if (!byClient(sent, identifiers(sent.entries()))) {
            return Optional.empty();
        }
        return held(sent).map(holder -> again(holder, sent, false));
    }

    /** What the key of the client holds, as long as it does; other content under it is refused. */
    private Optional<BusinessKeys.Holder> held(Repeatable sent) {
        Optional<BusinessKeys.Holder> found = businessKeys
                .find(sent.viewer().party(), CLIENT, clientKey(sent))
                .filter(holder -> holder.madeAt().isAfter(sent.viewer().now().minus(LIFE)));
        found.filter(holder -> !Arrays.equals(content(sent), holder.content().orElse(null)))
                .ifPresent(other -> {
                    throw Refusal.of(Reason.IDEMPOTENCY_KEY_REUSED).exception();
                });
        return found;
    }

    private byte[] claim(Repeatable sent) {
        byte[] key = clientKey(sent);
        businessKeys.forget(CLIENT, sent.viewer().now().minus(LIFE));
        if (!businessKeys.claim(
                sent.viewer().party(), CLIENT, key, content(sent), sent.viewer().now())) {
            throw Refusal.of(Reason.IDEMPOTENCY_KEY_REUSED).exception();
        }
        return key;
    }

    private List<Submissions.Outcome> onceByReferral(
            Repeatable sent, List<byte[]> identifiers, Supplier<List<Submissions.Outcome>> work) {
        if (identifiers.isEmpty()) {
            return work.get();
        }
        int party = sent.viewer().party();
        byte[] content = keys.blind("content", CanonicalContent.of(sent.body()));
        byte[] first = identifiers.get(0);
        Optional<BusinessKeys.Holder> holder = businessKeys.find(party, REFERRAL, first);
        if (holder.isPresent()) {
            if (!Arrays.equals(content, holder.get().content().orElse(null))) {
                throw Refusal.of(Reason.DUPLICATE_REFERRAL).exception();
            }
            return again(holder.get(), sent, true);
        }
        for (byte[] identifier : identifiers) {
            if (!businessKeys.claim(
                    party, REFERRAL, identifier, content, sent.viewer().now())) {
                throw Refusal.of(Reason.DUPLICATE_REFERRAL).exception();
            }
        }
        return answered(sent, REFERRAL, first, work.get());
    }

    /** The identifier of a referral is the key of its transaction; a client needs no other there. */
    private static boolean byClient(Repeatable sent, List<byte[]> identifiers) {
        boolean referral = sent.request().interaction().equals("transaction") && !identifiers.isEmpty();
        return sent.key().isPresent() && !referral;
    }

    private byte[] clientKey(Repeatable sent) {
        return keys.blind(CLIENT, sent.caller().clientId() + '\n' + sent.key().orElseThrow());
    }

    private byte[] content(Repeatable sent) {
        return keys.blind("content", CanonicalContent.of(sent.body(), sent.entries()));
    }

    private List<Submissions.Outcome> answered(
            Repeatable sent, String kind, byte[] key, List<Submissions.Outcome> outcomes) {
        String answer = String.join(
                " ", outcomes.stream().map(o -> o.status() + "|" + o.location()).toList());
        businessKeys.answered(sent.viewer().party(), kind, key, answer);
        return outcomes;
    }

    private List<Submissions.Outcome> again(BusinessKeys.Holder holder, Repeatable sent, boolean asFound) {
        List<Submissions.Outcome> outcomes = new ArrayList<>();
        List<Audit.Touched> told = new ArrayList<>();
        for (String one : places(holder)) {
            int status = asFound ? 200 : Integer.parseInt(one.substring(0, 3));
            String[] place = one.substring(4).split("/");
            Seen seen = lookup.version(place[0], UUID.fromString(place[1]), Integer.parseInt(place[3]), sent.viewer())
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
            byte[] stored = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
            told.add(Audit.Touched.of(seen));
            outcomes.add(new Submissions.Outcome(
                    status,
                    seen.type(),
                    seen.id(),
                    seen.version(),
                    seen.lastUpdated(),
                    stored,
                    asFound && seen.type().equals("ServiceRequest") ? Optional.of(known(holder)) : Optional.empty()));
        }
        audit.record(sent.request(), sent.caller(), "R", told);
        return outcomes;
    }

    private static List<String> places(BusinessKeys.Holder holder) {
        return holder.answer()
                .filter(answer -> !answer.isEmpty())
                .map(answer -> List.of(answer.split(" ")))
                .orElse(List.of());
    }

    private static Refusal known(BusinessKeys.Holder holder) {
        return Refusal.of(
                Reason.REFERRAL_KNOWN,
                holder.madeAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private List<byte[]> identifiers(List<Entry> entries) {
        List<byte[]> found = new ArrayList<>();
        for (Entry entry : entries) {
            boolean referral = entry.method().equals("POST")
                    && StoredForm.top(entry.json(), "resourceType")
                            .filter("ServiceRequest"::equals)
                            .isPresent();
            if (referral) {
                for (JsonNode identifier : CanonicalContent.tree(entry.json()).path("identifier")) {
                    found.add(keys.blind(
                            REFERRAL,
                            identifier.path("system").asText() + "|"
                                    + identifier.path("value").asText()));
                }
            }
        }
        return found;
    }
}
