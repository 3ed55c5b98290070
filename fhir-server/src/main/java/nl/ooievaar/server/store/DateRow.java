package nl.ooievaar.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One date value of a declared search parameter, as the span it covers. */
@Entity
@Table(name = "date_value")
@IdClass(DateRow.Key.class)
public class DateRow {
    /** All columns but the type. */
    public record Key(UUID fileId, UUID id, int version, String param, Instant low, Instant high)
            implements Serializable {}

    @Id
    @Column(name = "file_id")
    UUID fileId;

    @Id
    UUID id;

    @Id
    int version;

    @Id
    String param;

    @Id
    Instant low;

    @Id
    Instant high;

    String type;

    protected DateRow() {}

    DateRow(VersionRow of, String param, Instant low, Instant high) {
        this.fileId = of.fileId;
        this.id = of.id;
        this.version = of.version;
        this.type = of.type;
        this.param = param;
        this.low = low;
        this.high = high;
    }
}
