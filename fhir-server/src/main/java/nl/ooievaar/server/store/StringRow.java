package nl.ooievaar.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** One string value of a declared search parameter, folded and exact. */
@Entity
@Table(name = "string_value")
@IdClass(StringRow.Key.class)
public class StringRow {
    /** All columns but the type and the folded form. */
    public record Key(UUID fileId, UUID id, int version, String param, String exact) implements Serializable {}

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
    String exact;

    String type;
    String folded;

    protected StringRow() {}

    StringRow(VersionRow of, String param, String folded, String exact) {
        this.fileId = of.fileId;
        this.id = of.id;
        this.version = of.version;
        this.type = of.type;
        this.param = param;
        this.folded = folded;
        this.exact = exact;
    }
}
