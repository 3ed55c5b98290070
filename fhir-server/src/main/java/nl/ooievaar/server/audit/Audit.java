package nl.ooievaar.server.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import nl.ooievaar.server.audit.AuditRow.Head;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.start.MasterKey;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
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

    /** All lines of a request in one statement: what they have in common is sent once, the rest as one array a column. */
    private static final String INSERT =
            """
            insert into audit (at, request_id, organization, service, role, actor, client, interaction, action, outcome,
              status, purpose, query, mac_form, audit_id, kind, basis, custodian, file_pseudonym, types, ids, versions, consents, mac)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, audit_id, kind, basis, custodian, file_pseudonym,
              cast(types as text[]), cast(ids as uuid[]), cast(versions as integer[]), cast(consents as text[]), mac
            from unnest(?::uuid[], ?::text[], ?::text[], ?::integer[], ?::bytea[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::bytea[])
              as line (audit_id, kind, basis, custodian, file_pseudonym, types, ids, versions, consents, mac)
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final NamedRecord records;
    private final Keys mac;
    private final TransactionTemplate apart;

    Audit(JdbcTemplate jdbc, Vault vault, MasterKey master, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.records = new NamedRecord(jdbc);
        this.mac = macKeys(master);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Keys every MAC of the audit trail. */
    static Keys macKeys(MasterKey master) {
        return new Keys(master.derive("audit-mac"));
    }

    /**
     * Records what is about to be answered, one row a file, and one more for what an emergency opened; a search without hits is
     * a row too.
     */
    public void record(AuditedRequest request, Caller caller, String action, Collection<Touched> touched) {
        record(request, caller, action, touched, true);
    }

    /**
     * Records a read of which only words about it are answered: the versions themselves do not leave, so a desk that accepts keeps
     * none of them for it.
     */
    public void recordWords(AuditedRequest request, Caller caller, Collection<Touched> touched) {
        record(request, caller, "R", touched, false);
    }

    private void record(
            AuditedRequest request, Caller caller, String action, Collection<Touched> touched, boolean delivered) {
        Map<List<?>, List<Touched>> byFile = new LinkedHashMap<>();
        for (Touched one : touched) {
            if (one.fileKind().equals("person")) {
                // What an emergency showed stands apart: acceptance keeps what was delivered, and not this.
                byFile.computeIfAbsent(List.of(one.fileId(), emergency(one.basis())), f -> new ArrayList<>())
                        .add(one);
            }
        }
        Head head = Head.of(request, caller, action, "done", 200);
        write(
                head,
                byFile.isEmpty()
                        ? List.of(nothing(head, ""))
                        : byFile.values().stream()
                                .map(of -> row(head, of, delivered))
                                .toList());
    }

    /** Records that nothing was disclosed or changed, and why. */
    public void refused(AuditedRequest request, Caller caller, int status, String reason) {
        Head head = Head.of(request, caller, "E", "refused", status);
        apart.executeWithoutResult(transaction -> write(head, List.of(nothing(head, reason))));
    }

    /** The same of a request that named a record, which is on record with it if there is one. */
    public void refused(AuditedRequest request, Caller caller, int status, String reason, UUID named) {
        Head head = Head.of(request, caller, "E", "refused", status);
        apart.executeWithoutResult(transaction -> write(
                head,
                List.of(records.of(named, caller.party(), reason)
                        .map(one -> row(head, "none", List.of(one)))
                        .orElseGet(() -> nothing(head, reason)))));
    }

    private static AuditRow nothing(Head head, String basis) {
        return new AuditRow(
                head, UUID.randomUUID(), "none", basis, null, null, List.of(), List.of(), List.of(), List.of());
    }

    private AuditRow row(Head head, List<Touched> ofOneFile, boolean delivered) {
        Touched first = ofOneFile.get(0);
        List<String> bases = ofOneFile.stream().map(Touched::basis).distinct().toList();
        boolean own = bases.stream().allMatch(basis -> basis.equals("custodian") || basis.equals("author"));
        return row(head, own ? "own" : emergency(first.basis()) || !delivered ? "retrievable" : "delivered", ofOneFile);
    }

    private AuditRow row(Head head, String kind, List<Touched> ofOneFile) {
        Touched first = ofOneFile.get(0);
        return new AuditRow(
                head,
                UUID.randomUUID(),
                kind,
                ofOneFile.stream().map(Touched::basis).distinct().collect(Collectors.joining(" ")),
                first.custodian(),
                vault.pseudonym(first.dataKey(), first.fileId()),
                ofOneFile.stream().map(Touched::type).toList(),
                ofOneFile.stream().map(Touched::id).toList(),
                ofOneFile.stream().map(Touched::version).toList(),
                ofOneFile.stream()
                        .map(Touched::consent)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private static boolean emergency(String basis) {
        return basis.startsWith("emergency:");
    }

    /** What can't be recorded is not done: whoever waits for it is told so. */
    private void write(Head head, List<AuditRow> rows) {
        try {
            insert(head, rows);
        } catch (ConcurrencyFailureException e) {
            // Not the log: another transaction was first.
            throw e;
        } catch (DataAccessException e) {
            // Its message could quote the row.
            LOG.error(
                    "The access log can't be written, so nothing is answered (request {}, {}, SQL state {})",
                    head.request(),
                    e.getClass().getSimpleName(),
                    e.getMostSpecificCause() instanceof SQLException sql ? sql.getSQLState() : "none");
            throw Refusal.of(Reason.AUDIT_UNAVAILABLE).exception();
        }
    }

    private void insert(Head head, List<AuditRow> rows) {
        jdbc.update(INSERT, statement -> {
            Columns columns = new Columns(statement);
            columns.add(OffsetDateTime.ofInstant(head.at(), ZoneOffset.UTC));
            columns.add(head.request());
            columns.add(head.organization());
            columns.add(head.service());
            columns.add(head.role());
            columns.add(head.actor());
            columns.add(head.client());
            columns.add(head.interaction());
            columns.add(head.action());
            columns.add(head.outcome());
            columns.add(head.status());
            columns.add(head.purpose());
            columns.add(head.query());
            columns.add(AuditRow.FORM);
            columns.add("uuid", rows, UUID[]::new, AuditRow::id);
            columns.add("text", rows, String[]::new, AuditRow::kind);
            columns.add("text", rows, String[]::new, AuditRow::basis);
            columns.add("integer", rows, Integer[]::new, AuditRow::custodian);
            columns.add("bytea", rows, byte[][]::new, AuditRow::filePseudonym);
            columns.add("text", rows, String[]::new, row -> literal(row.types()));
            columns.add("text", rows, String[]::new, row -> literal(row.ids()));
            columns.add("text", rows, String[]::new, row -> literal(row.versions()));
            columns.add("text", rows, String[]::new, row -> literal(row.consents()));
            columns.add("bytea", rows, byte[][]::new, row -> row.mac(mac, AuditRow.FORM));
        });
    }

    /** An array inside an array column; types, ids, numbers and versions of consents hold nothing that would need a quote. */
    private static String literal(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** Binds one value after the other. */
    private static final class Columns {
        private final PreparedStatement statement;
        private int last;

        Columns(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(Object value) throws SQLException {
            statement.setObject(++last, value);
        }

        <T> void add(String type, List<AuditRow> rows, IntFunction<T[]> array, Function<AuditRow, T> value)
                throws SQLException {
            T[] values = rows.stream().map(value).toArray(array);
            statement.setArray(++last, statement.getConnection().createArrayOf(type, values));
        }
    }
}
