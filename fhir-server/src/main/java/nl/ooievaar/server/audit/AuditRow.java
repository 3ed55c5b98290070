package nl.ooievaar.server.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Keys;

/**
 * One line of the audit trail: one request, one file. Written once (NEN 7513).
 *
 * @param basis the rules that opened what was touched, or why the request was refused; words with spaces between
 * @param custodian of the file; null without one
 * @param filePseudonym stands for the file; null without one
 * @param types of the versions that were touched, pairwise with {@code ids} and {@code versions}
 * @param consents the consent versions that decided, as {@code id/_history/version}
 */
record AuditRow(
        Head head,
        UUID id,
        String kind,
        String basis,
        Integer custodian,
        byte[] filePseudonym,
        List<String> types,
        List<UUID> ids,
        List<Integer> versions,
        List<String> consents) {
    /** The form in which rows are written now. */
    static final int FORM = 2;

    /** What {@link #of} reads, of table {@code audit a}. */
    static final String COLUMNS =
            """
            a.audit_id, a.at, a.request_id, a.organization, a.service, a.role, a.actor, a.client, a.interaction, a.action,
            a.outcome, a.status, a.purpose, a.query, a.kind, a.basis, a.custodian, a.file_pseudonym, a.types, a.ids,
            a.versions, a.consents
            """;

    /**
     * What all lines of one request have in common.
     *
     * @param organization {@code system|value}
     * @param actor the acting person; null when the token names none
     * @param purpose for which it says it asks; null when the token names none
     * @param query with hashed values; null when the interaction has none
     */
    record Head(
            Instant at,
            UUID request,
            String organization,
            String service,
            String role,
            String actor,
            String client,
            String interaction,
            String action,
            String outcome,
            int status,
            String purpose,
            String query) {
        static Head of(AuditedRequest request, Caller caller, String action, String outcome, int status) {
            return new Head(
                    // The database keeps microseconds; the MAC covers what it will give back.
                    request.now().truncatedTo(ChronoUnit.MICROS),
                    request.id(),
                    caller.party().organizationSystem() + "|" + caller.party().organizationValue(),
                    caller.party().service(),
                    caller.role(),
                    caller.user().orElse(null),
                    caller.clientId(),
                    request.interaction(),
                    action,
                    outcome,
                    status,
                    caller.purpose().orElse(null),
                    request.query());
        }
    }

    static AuditRow of(ResultSet row) throws SQLException {
        Head head = new Head(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("request_id", UUID.class),
                row.getString("organization"),
                row.getString("service"),
                row.getString("role"),
                row.getString("actor"),
                row.getString("client"),
                row.getString("interaction"),
                row.getString("action"),
                row.getString("outcome"),
                row.getInt("status"),
                row.getString("purpose"),
                row.getString("query"));
        return new AuditRow(
                head,
                row.getObject("audit_id", UUID.class),
                row.getString("kind"),
                row.getString("basis"),
                row.getObject("custodian", Integer.class),
                row.getBytes("file_pseudonym"),
                Arrays.asList((String[]) row.getArray("types").getArray()),
                Arrays.asList((UUID[]) row.getArray("ids").getArray()),
                Arrays.asList((Integer[]) row.getArray("versions").getArray()),
                Arrays.asList((String[]) row.getArray("consents").getArray()));
    }

    /**
     * Over every column, in one unambiguous form.
     *
     * @param form 1 as V1 had them, 2 with the purpose
     */
    byte[] mac(Keys keys, int form) {
        List<Object> parts = new ArrayList<>(Arrays.asList(
                id,
                head.at(),
                head.request(),
                head.organization(),
                head.service(),
                head.role(),
                head.actor(),
                head.client(),
                head.interaction(),
                head.action(),
                head.outcome(),
                head.status(),
                kind,
                basis,
                custodian,
                types,
                ids,
                versions,
                consents,
                head.query()));
        if (form > 1) {
            parts.add(head.purpose());
        }
        StringBuilder text = new StringBuilder(1_000);
        for (Object part : parts) {
            String value = String.valueOf(part);
            text.append(value.length()).append(':').append(value);
        }
        byte[] columns = text.toString().getBytes(StandardCharsets.UTF_8);
        String kindOfMac = form > 1 ? "audit-" + form : "audit";
        return filePseudonym == null ? keys.blind(kindOfMac, columns) : keys.blind(kindOfMac, columns, filePseudonym);
    }
}
