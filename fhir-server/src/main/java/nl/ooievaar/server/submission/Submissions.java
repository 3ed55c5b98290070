package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.ConsentCompiler;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.search.Indexer;
import nl.ooievaar.server.store.StoredForm;
import nl.ooievaar.server.store.Versions;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Makes a submission true, whole or not at all: references, files, versions, grants, moves of the loop, audit and outbox in
 * the one transaction of the caller (FHIR R4 http, transaction).
 */
@Component
public class Submissions {
    /**
     * What became of one entry.
     *
     * @param status 200 or 201
     * @param stored the stored form that is now the newest
     * @param told what the sender should know besides, such as that it was known already
     */
    public record Outcome(
            int status, String type, UUID id, int version, Instant lastUpdated, byte[] stored, Optional<Refusal> told) {
        public String location() {
            return type + "/" + id + "/_history/" + version;
        }
    }

    private final FhirContext fhir;
    private final Indexer indexer;
    private final Addressees addressees;
    private final Lookup lookup;
    private final Conditions conditions;
    private final Placement placement;
    private final Versions versions;
    private final ConsentCompiler consents;
    private final WriteRules rules;
    private final ReferralData referralData;
    private final Loop loop;
    private final Ending ending;
    private final Made made;
    private final EnteredInError errors;
    private final Herself herself;
    private final ReferralConsent referralConsent;
    private final Audit audit;
    private final nl.ooievaar.server.store.Vault vault;

    public Submissions(
            FhirContext fhir,
            Indexer indexer,
            Addressees addressees,
            Lookup lookup,
            Conditions conditions,
            Placement placement,
            Versions versions,
            ConsentCompiler consents,
            WriteRules rules,
            ReferralData referralData,
            Loop loop,
            Ending ending,
            Made made,
            EnteredInError errors,
            Herself herself,
            ReferralConsent referralConsent,
            Audit audit,
            nl.ooievaar.server.store.Vault vault) {
        this.fhir = fhir;
        this.indexer = indexer;
        this.addressees = addressees;
        this.lookup = lookup;
        this.conditions = conditions;
        this.placement = placement;
        this.versions = versions;
        this.consents = consents;
        this.rules = rules;
        this.referralData = referralData;
        this.loop = loop;
        this.ending = ending;
        this.made = made;
        this.errors = errors;
        this.herself = herself;
        this.referralConsent = referralConsent;
        this.audit = audit;
        this.vault = vault;
    }

    /** Runs inside the transaction of the caller; entries are validated before. */
    public List<Outcome> apply(List<Entry> entries, Caller caller, Viewer viewer, AuditedRequest request, String base) {
        Instant now = viewer.now().truncatedTo(ChronoUnit.MILLIS);
        References references = new References(conditions, lookup, caller, viewer, base);
        List<Planned> planned = new ArrayList<>();
        herself.mayWrite(entries, rules::typeOf, caller);
        for (Entry entry : entries) {
            planned.add(identify(entry, viewer, references));
        }
        refuseDuplicateTargets(planned);
        for (Planned one : planned) {
            if (one.written()) {
                one.stored = StoredForm.of(
                        one.entry.json(), one.id, one.version, now, sent -> references.resolve(one, sent));
                one.resource =
                        (Resource) fhir.newJsonParser().parseResource(new String(one.stored, StandardCharsets.UTF_8));
                one.indexed = addressees.of(one.resource, indexer.index(one.resource));
            }
        }
        Map<UUID, Seen> seen = references.checkSeen(planned);
        placement.place(planned, seen, viewer, herself.index(caller));
        rules.check(planned, seen, viewer);
        herself.check(planned, caller);
        List<Outcome> outcomes = make(planned, caller, viewer, request, now);
        errors.follow(planned, viewer);
        return outcomes;
    }

    /** Writes what an operation decided, inside the transaction of the caller. */
    public List<Outcome> amend(List<Amendment> amendments, Caller caller, Viewer viewer, AuditedRequest request) {
        Instant now = viewer.now().truncatedTo(ChronoUnit.MILLIS);
        List<Planned> planned =
                amendments.stream().map(one -> made.of(one, now)).toList();
        return make(planned, caller, viewer, request, now);
    }

    /**
     * Writes again, in a new file, what stood in one that is gone, inside the transaction of the caller. It holds from now as it
     * did before, and nothing follows from it that did not follow then.
     */
    public void renew(List<Amendment> amendments, Caller caller, Viewer viewer, AuditedRequest request) {
        Instant now = viewer.now().truncatedTo(ChronoUnit.MILLIS);
        List<Planned> planned =
                amendments.stream().map(one -> made.of(one, now)).toList();
        write(planned, viewer, now);
        compileGrants(planned);
        audit.record(request, caller, "C", touched(planned));
    }

    private List<Outcome> make(
            List<Planned> planned, Caller caller, Viewer viewer, AuditedRequest request, Instant now) {
        List<Planned> all = new ArrayList<>(planned);
        write(planned, viewer, now);
        referralData.open(planned);
        // Before the loop goes on: what she takes back now is not told any more.
        compileGrants(planned);
        referralConsent.tellUnseen(planned, viewer);
        List<Planned> made = loop.follow(planned, caller, viewer, now, extra -> write(extra, viewer, now));
        compileGrants(made);
        all.addAll(made);
        all.addAll(ending.follow(planned, viewer, now, extra -> write(extra, viewer, now)));
        audit.record(request, caller, action(planned), touched(all));
        return planned.stream().map(one -> outcome(one, now)).toList();
    }

    /** Makes rows of what was decided, and says what others may have to be told of. */
    void write(Collection<Planned> planned, Viewer viewer, Instant now) {
        for (Planned one : planned) {
            if (one.written() && !versions.write(draft(one, viewer, now))) {
                throw Refusal.of(
                                Reason.VERSION_MISMATCH,
                                Integer.toString(one.version - 1),
                                Integer.toString(one.version))
                        .exception();
            }
        }
        versions.flush();
        for (Planned one : planned) {
            if (one.written()) {
                event(one).ifPresent(event -> versions.announce(one.file, one.id, one.version, event));
            }
        }
    }

    private static Optional<String> event(Planned one) {
        return switch (one.type) {
            case "Task" -> Optional.of("task");
            case "Consent" -> Optional.of("consent");
            case "Communication" -> one.dataClass.equals("feedback") ? Optional.of("feedback") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Versions.Draft draft(Planned one, Viewer viewer, Instant now) {
        return new Versions.Draft(
                one.file,
                one.id,
                one.version,
                one.type,
                one.dataClass,
                one.author.orElse(viewer.party()),
                one.withheld,
                now,
                one.stored,
                one.indexed);
    }

    private Planned identify(Entry entry, Viewer viewer, References references) {
        String type = rules.typeOf(entry);
        Planned planned = new Planned(entry, type);
        switch (entry.method()) {
            case "POST" -> {
                // A party has a Patient of its own: that another keeps one of the same woman is not in the way.
                Optional<Seen> match = entry.ifNoneExist()
                        .flatMap(q -> type.equals("Patient")
                                ? conditions.own(type, q, viewer)
                                : conditions.one(type, q, viewer, true));
                planned.step = match.isPresent() ? Planned.Step.MATCHED : Planned.Step.CREATE;
                planned.before = match;
                planned.id = match.map(Seen::id).orElseGet(UUID::randomUUID);
                planned.version = match.map(Seen::version).orElse(1);
            }
            case "PUT" -> {
                Seen before = rules.target(entry, type, viewer);
                planned.step = Planned.Step.UPDATE;
                planned.before = Optional.of(before);
                planned.id = before.id();
                planned.version = before.version() + 1;
            }
            default ->
                throw Refusal.of(Reason.BUNDLE_METHOD, entry.method())
                        .at(entry.at())
                        .exception();
        }
        entry.fullUrl().ifPresent(url -> references.own(url, planned.reference()));
        return planned;
    }

    private static void refuseDuplicateTargets(List<Planned> planned) {
        Set<UUID> written = new LinkedHashSet<>();
        for (Planned one : planned) {
            if (one.written() && !written.add(one.id)) {
                throw Refusal.of(Reason.DUPLICATE_TARGET).at(one.entry.at()).exception();
            }
        }
    }

    private void compileGrants(List<Planned> planned) {
        planned.stream()
                .filter(one -> one.written() && ConsentCompiler.TYPES.contains(one.type))
                .map(one -> one.file.person().orElseThrow())
                .distinct()
                .forEach(consents::compile);
    }

    private static String action(List<Planned> planned) {
        return planned.stream().anyMatch(one -> one.step == Planned.Step.CREATE) ? "C" : "U";
    }

    static List<Audit.Touched> touched(List<Planned> all) {
        return all.stream()
                .map(one -> one.written()
                        ? new Audit.Touched(
                                one.file.fileId(),
                                one.file.custodian(),
                                one.file.dataKey(),
                                one.file.person().isPresent() ? "person" : "other",
                                one.type,
                                one.id,
                                one.version,
                                "author",
                                null)
                        : Audit.Touched.of(one.before.orElseThrow()))
                .toList();
    }

    Outcome outcome(Planned one, Instant now) {
        if (one.written()) {
            return new Outcome(
                    one.step == Planned.Step.CREATE ? 201 : 200,
                    one.type,
                    one.id,
                    one.version,
                    now,
                    one.stored,
                    one.told);
        }
        Seen found = one.before.orElseThrow();
        byte[] stored = vault.open(found.dataKey(), found.fileId(), found.id(), found.version(), found.body());
        return new Outcome(200, one.type, one.id, one.version, found.lastUpdated(), stored, Optional.empty());
    }
}
