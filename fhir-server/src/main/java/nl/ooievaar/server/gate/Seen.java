package nl.ooievaar.server.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One version that the gate lets this caller see, still encrypted, with the rule that opened it.
 *
 * @param withheld whether it is kept from the person it is about
 * @param basis the rule: directory, staff, custodian, author, subject, consent:purpose, delivered or emergency
 * @param consent the consent version that decided, when one did
 * @param refParams names of the reference parameters, pairwise with {@code refTargets}
 */
public record Seen(
        UUID fileId,
        UUID id,
        int version,
        String type,
        String dataClass,
        boolean withheld,
        Instant lastUpdated,
        boolean newest,
        byte[] body,
        byte[] dataKey,
        String fileKind,
        int custodian,
        Optional<UUID> person,
        List<String> refParams,
        List<UUID> refTargets,
        String basis,
        Optional<String> consent) {

    /** Reads {@link GateSql#COLUMNS}. */
    public static Seen of(ResultSet row, int ignored) throws SQLException {
        return new Seen(
                row.getObject("file_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("type"),
                row.getString("data_class"),
                row.getBoolean("withheld"),
                row.getObject("last_updated", OffsetDateTime.class).toInstant(),
                row.getBoolean("newest"),
                row.getBytes("body"),
                row.getBytes("data_key"),
                row.getString("file_kind"),
                row.getInt("custodian"),
                Optional.ofNullable(row.getObject("person_id", UUID.class)),
                Arrays.asList((String[]) row.getArray("ref_params").getArray()),
                Arrays.asList((UUID[]) row.getArray("ref_targets").getArray()),
                row.getString("basis"),
                Optional.ofNullable(row.getString("consent")));
    }

    /** Whether nothing but an emergency access opened it: to be read, and no more. */
    public boolean inEmergency() {
        return basis.startsWith("emergency:");
    }

    /** The same, known by another rule that no consent decided. */
    Seen by(String rule) {
        return new Seen(
                fileId,
                id,
                version,
                type,
                dataClass,
                withheld,
                lastUpdated,
                newest,
                body,
                dataKey,
                fileKind,
                custodian,
                person,
                refParams,
                refTargets,
                rule,
                Optional.empty());
    }

    /** {@code Type/id}. */
    public String reference() {
        return type + "/" + id;
    }
}
