package nl.ooievaar.server.directory;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.start.DatabaseClock;
import nl.ooievaar.server.store.DirectoryImport;
import nl.ooievaar.server.store.DirectoryImport.Change;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what a directory file says, whole or not at all, on record as an act of the node. */
final class DirectoryLoad {
    private final DirectoryImport directory;
    private final Parties parties;
    private final Audit audit;
    private final DatabaseClock clock;
    private final TransactionTemplate transaction;

    DirectoryLoad(
            DirectoryImport directory,
            Parties parties,
            Audit audit,
            DatabaseClock clock,
            PlatformTransactionManager transactions) {
        this.directory = directory;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param digest of the file, by which the trail names it
     * @param operator who gave the command
     * @return how many entries are new, changed or as they were
     * @throws nl.ooievaar.subject.RefusedException when a service would move to another organisation
     */
    Map<Change, Integer> store(List<DirectoryEntry> entries, String digest, String operator) {
        // Numbered before the transaction begins: its snapshot must see them.
        entries.forEach(one -> one.party().ifPresent(parties::number));
        parties.number(DirectoryImport.NODE);
        Instant now = clock.instant();
        return transaction.execute(status -> {
            Map<Change, Integer> counts = new EnumMap<>(Change.class);
            for (DirectoryEntry one : entries) {
                one.party().filter(party -> directory.moved(one.id(), party)).ifPresent(party -> {
                    throw Refusal.of(Reason.SERVICE_MOVED)
                            .at(one.at() + ".providedBy")
                            .exception();
                });
                counts.merge(directory.put(one.type(), one.id(), one.json(), now), 1, Integer::sum);
                one.party().ifPresent(party -> directory.name(party, one.id(), one.serviceType()));
            }
            Caller node = new Caller(
                    DirectoryImport.NODE,
                    "node",
                    Optional.of(operator),
                    ImportDirectoryCommand.NAME,
                    Set.of(),
                    Optional.empty(),
                    Optional.empty());
            AuditedRequest request = new AuditedRequest(
                    UUID.randomUUID(), ImportDirectoryCommand.NAME, "sha-256 " + digest + " " + counts, now);
            audit.record(request, node, "U", List.of());
            return counts;
        });
    }
}
