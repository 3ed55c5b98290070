package nl.ooievaar.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One stored version. Written once; only its end (superseded_xid) is set later, by SQL. */
@Entity
@Table(name = "version")
@IdClass(VersionRow.Key.class)
public class VersionRow {
    /** Place of a version: file, resource, number. */
    public record Key(UUID fileId, UUID id, int version) implements Serializable {}

    @Id
    @Column(name = "file_id")
    UUID fileId;

    @Id
    UUID id;

    @Id
    int version;

    String type;

    @Column(name = "data_class")
    String dataClass;

    int author;
    boolean withheld;

    boolean closed;

    @Column(name = "last_updated")
    Instant lastUpdated;

    @Column(name = "package")
    String packageVersion;

    @Column(name = "main_key")
    Long mainKey;

    @Column(name = "main_at")
    Instant mainAt;

    long[] keys;

    @Column(name = "ref_params")
    String[] refParams;

    @Column(name = "ref_targets")
    UUID[] refTargets;

    byte[] body;

    protected VersionRow() {}
}
