package nl.ooievaar.server.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/** One line of the audit trail: one request, one file. Written once (NEN 7513). */
@Entity
@Table(name = "audit")
public class AuditRow {
    @Id
    @Column(name = "audit_id")
    UUID auditId = UUID.randomUUID();

    Instant at;

    @Column(name = "request_id")
    UUID requestId;

    String organization;
    String service;
    String role;
    String actor;
    String client;
    String interaction;

    String action;

    String outcome;
    int status;
    String kind;
    String basis;

    Integer custodian;

    @Column(name = "file_pseudonym")
    byte[] filePseudonym;

    String[] types;
    UUID[] ids;
    Integer[] versions;
    String[] consents;
    String query;
    byte[] mac;

    protected AuditRow() {}

    AuditRow(Instant at) {
        // The database keeps microseconds; the MAC covers what it will give back.
        this.at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Every column but the MAC, in one unambiguous form. */
    byte[] content() {
        StringBuilder text = new StringBuilder();
        for (Object part : new Object[] {
            auditId,
            at,
            requestId,
            organization,
            service,
            role,
            actor,
            client,
            interaction,
            action,
            outcome,
            status,
            kind,
            basis,
            custodian,
            Arrays.toString(types),
            Arrays.toString(ids),
            Arrays.toString(versions),
            Arrays.toString(consents),
            query
        }) {
            String value = String.valueOf(part);
            text.append(value.length()).append(':').append(value);
        }
        byte[] head = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] file = filePseudonym == null ? new byte[0] : filePseudonym;
        return ByteBuffer.allocate(head.length + file.length)
                .put(head)
                .put(file)
                .array();
    }
}
