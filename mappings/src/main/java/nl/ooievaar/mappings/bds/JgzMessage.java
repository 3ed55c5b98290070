package nl.ooievaar.mappings.bds;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Who sends a dossier message to whom, and under which numbers: nothing of it stands in the dossier.
 *
 * @param id of the message, unique in its root
 * @param care number of the care it is about, and of its parts
 * @param application of the sender, and of the receiver, as registered for exchange
 * @param organization of the sender, by its URA
 */
public record JgzMessage(
        Id id,
        LocalDateTime created,
        Id care,
        String application,
        String receiver,
        Id device,
        String organization,
        String organizationName) {

    /** @param root an OID */
    public record Id(String extension, String root) {}

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    String moment() {
        return MOMENT.format(created);
    }

    /**
     * The HL7v3 message REPC_IN902120NL04 of BDS 4.2.0 with these rows.
     *
     * @return empty when there is no contact: the message holds nothing outside one
     */
    public Optional<byte[]> of(BdsExport export) {
        boolean contact = export.rows().stream().anyMatch(row -> row.element() == 494);
        return contact ? Optional.of(new JgzWriter(this, export.rows()).bytes()) : Optional.empty();
    }
}
