package nl.ooievaar.server.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Subjects;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.identity.LaunchContext;
import nl.ooievaar.server.store.Parties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells an app the id of her own Patient, through the gate and on record like any other disclosure. */
@Component
class OwnPatientOfLaunch implements LaunchContext {
    private final Parties parties;
    private final Subjects subjects;
    private final Lookup lookup;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OwnPatientOfLaunch(
            Parties parties,
            Subjects subjects,
            Lookup lookup,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.parties = parties;
        this.subjects = subjects;
        this.lookup = lookup;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<String> ownPatient(Caller herself) {
        Instant now = clock.instant();
        Viewer viewer =
                new Viewer(parties.number(herself.party()), false, subjects.of(herself, now), Optional.empty(), now);
        AuditedRequest request = new AuditedRequest(UUID.randomUUID(), "launch", null, viewer.now());
        return transaction.execute(status -> {
            Optional<Seen> first = viewer.persons().stream()
                    // She herself comes before whom she represents.
                    .flatMap(person -> lookup.current("Patient", person, viewer).stream()
                            .min(Comparator.comparing(Seen::custodian).thenComparing(Seen::id))
                            .stream())
                    .findFirst();
            audit.record(
                    request,
                    herself,
                    "R",
                    first.map(Audit.Touched::of).map(List::of).orElse(List.of()));
            return first.map(seen -> seen.id().toString());
        });
    }
}
