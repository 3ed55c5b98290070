package nl.ooievaar.server.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
import nl.ooievaar.server.store.DirectoryRecords;
import nl.ooievaar.server.store.Municipalities;
import nl.ooievaar.server.store.Municipalities.PostalRange;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.desk.Coverage;
import nl.ooievaar.subject.desk.CoverageTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what a directory file says, whole or not at all, on record as an act of the node. */
@Component
public class DirectoryLoad {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /**
     * What became of a file.
     *
     * @param counts how many entries are new, changed or as they were; empty when it was refused
     * @param refused why nothing of it was stored
     * @param gaps municipalities of the file that have no desk, which is told and hinders nothing
     */
    public record Loaded(Map<Change, Integer> counts, List<Refusal> refused, List<Refusal> gaps) {}

    private final DirectoryImport directory;
    private final DirectoryRecords records;
    private final Municipalities municipalities;
    private final Parties parties;
    private final Audit audit;
    private final DatabaseClock clock;
    private final TransactionTemplate transaction;

    DirectoryLoad(
            DirectoryImport directory,
            DirectoryRecords records,
            Municipalities municipalities,
            Parties parties,
            Audit audit,
            DatabaseClock clock,
            PlatformTransactionManager transactions) {
        this.directory = directory;
        this.records = records;
        this.municipalities = municipalities;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param postalCodes of each municipality that the file gives any
     * @param digest of the file, by which the trail names it
     * @param operator who gave the command
     * @throws nl.ooievaar.subject.RefusedException when a service would move to another organisation
     */
    Loaded store(
            List<DirectoryEntry> entries, Map<String, List<PostalRange>> postalCodes, String digest, String operator) {
        // Numbered before the transaction begins: its snapshot must see them.
        entries.forEach(one -> one.party().ifPresent(parties::number));
        parties.number(DirectoryImport.NODE);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, AMSTERDAM);
        return transaction.execute(status -> {
            Map<Change, Integer> counts = new EnumMap<>(Change.class);
            // Municipalities first: what covers them refers to them.
            entries.forEach(one -> one.municipality().ifPresent(municipalities::name));
            entries.forEach(one -> counts.merge(put(one, now), 1, Integer::sum));
            postalCodes.forEach(municipalities::postalCodes);
            CoverageTable table = new CoverageTable(placed(entries));
            List<Refusal> overlaps = table.overlaps(today);
            if (!overlaps.isEmpty()) {
                status.setRollbackOnly();
                return new Loaded(Map.of(), overlaps, List.of());
            }
            record(digest, operator, counts, now);
            return new Loaded(counts, List.of(), gaps(entries, table, today));
        });
    }

    private Change put(DirectoryEntry one, Instant now) {
        one.party().filter(party -> records.moved(one.id(), party)).ifPresent(party -> {
            throw Refusal.of(Reason.SERVICE_MOVED).at(one.at() + ".providedBy").exception();
        });
        Change change = directory.put(one.type(), one.id(), one.json(), now);
        one.party().ifPresent(party -> {
            directory.name(party, one.id(), one.serviceType());
            municipalities.serve(one.id(), one.coverage());
        });
        return change;
    }

    /** The whole table; what this file says is placed where it says it, after all that was there. */
    private List<Coverage> placed(List<DirectoryEntry> entries) {
        Map<String, Coverage> said = new LinkedHashMap<>();
        entries.stream().flatMap(one -> one.coverage().stream()).forEach(one -> said.put(key(one), one));
        List<Coverage> rows = new ArrayList<>();
        municipalities.coverage().stream()
                .filter(one -> !said.containsKey(key(one)))
                .forEach(rows::add);
        rows.addAll(said.values());
        return rows;
    }

    private static String key(Coverage one) {
        return one.municipality() + " " + one.desk() + " " + one.days().first();
    }

    private static List<Refusal> gaps(List<DirectoryEntry> entries, CoverageTable table, LocalDate today) {
        Map<String, String> listed = new LinkedHashMap<>();
        entries.forEach(one -> one.municipality().ifPresent(is -> listed.put(is.code(), one.at())));
        List<Refusal> gaps = new ArrayList<>();
        listed.forEach((code, at) -> gaps.addAll(table.gaps(code, at, today)));
        return gaps;
    }

    private void record(String digest, String operator, Map<Change, Integer> counts, Instant now) {
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
    }
}
