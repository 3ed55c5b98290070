package nl.ooievaar.server.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.start.MasterKey;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the audit trail: disclosures and changes in the transaction that makes them, refusals in one of their own.
 *
 * <p>Nothing is answered before its row is written; if it can't be written, nothing is disclosed (NEN 7513).
 */
@Component
public class Audit {
    /** What a request did with one version. */
    public record Touched(
            UUID fileId,
            int custodian,
            byte[] dataKey,
            String fileKind,
            String type,
            UUID id,
            int version,
            String basis,
            String consent) {
        public static Touched of(Seen seen) {
            return new Touched(
                    seen.fileId(),
                    seen.custodian(),
                    seen.dataKey(),
                    seen.fileKind(),
                    seen.type(),
                    seen.id(),
                    seen.version(),
                    seen.basis(),
                    seen.consent().orElse(null));
        }
    }

    @PersistenceContext
    private EntityManager entities;

    private final Vault vault;
    private final Keys mac;
    private final TransactionTemplate apart;

    public Audit(Vault vault, MasterKey master, PlatformTransactionManager transactions) {
        this.vault = vault;
        this.mac = new Keys(master.derive("audit-mac"));
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Records what is about to be answered, one row a file; a search without hits is a row too. */
    public void record(AuditedRequest request, Caller caller, String action, Collection<Touched> touched) {
        Map<UUID, List<Touched>> byFile = new LinkedHashMap<>();
        for (Touched one : touched) {
            if (one.fileKind().equals("person")) {
                byFile.computeIfAbsent(one.fileId(), f -> new java.util.ArrayList<>())
                        .add(one);
            }
        }
        if (byFile.isEmpty()) {
            entities.persist(signed(row(request, caller, action, "done", 200, List.of())));
        }
        byFile.values().forEach(one -> entities.persist(signed(row(request, caller, action, "done", 200, one))));
        entities.flush();
        entities.clear();
    }

    /** Records that nothing was disclosed or changed, and why. */
    public void refused(AuditedRequest request, Caller caller, int status, String reason) {
        apart.executeWithoutResult(transaction -> {
            AuditRow row = row(request, caller, "E", "refused", status, List.of());
            row.basis = reason;
            entities.persist(signed(row));
        });
    }

    private AuditRow row(
            AuditedRequest request, Caller caller, String action, String outcome, int status, List<Touched> touched) {
        AuditRow row = new AuditRow(request.now());
        row.requestId = request.id();
        row.organization =
                caller.party().organizationSystem() + "|" + caller.party().organizationValue();
        row.service = caller.party().service();
        row.role = caller.role();
        row.actor = caller.user().orElse(null);
        row.client = caller.clientId();
        row.interaction = request.interaction();
        row.action = action;
        row.outcome = outcome;
        row.status = status;
        row.query = request.query();
        row.types = touched.stream().map(Touched::type).toArray(String[]::new);
        row.ids = touched.stream().map(Touched::id).toArray(UUID[]::new);
        row.versions = touched.stream().map(Touched::version).toArray(Integer[]::new);
        row.consents = touched.stream()
                .map(Touched::consent)
                .filter(c -> c != null)
                .distinct()
                .toArray(String[]::new);
        row.basis =
                String.join(" ", touched.stream().map(Touched::basis).distinct().toList());
        row.kind = kind(touched);
        if (!touched.isEmpty()) {
            Touched first = touched.get(0);
            row.custodian = first.custodian();
            row.filePseudonym = vault.pseudonym(first.dataKey(), first.fileId());
        }
        return row;
    }

    private static String kind(List<Touched> touched) {
        if (touched.isEmpty()) {
            return "none";
        }
        boolean own = touched.stream()
                .allMatch(t -> t.basis().equals("custodian") || t.basis().equals("author"));
        return own ? "own" : "delivered";
    }

    private AuditRow signed(AuditRow row) {
        row.mac = mac.blind("audit", java.util.HexFormat.of().formatHex(row.content()));
        return row;
    }
}
