package nl.ooievaar.server.rights;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.FileErasure;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.record.Retention;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Destroys the file of a custodian about one woman, on her request (BW 7:455) or when the time it had to be kept has ended (BW
 * 7:454). Two transactions: the first puts on record that it is begun, the second erases all of it or nothing; after a crash
 * between them the second is done at the next start or call. Decision 0012 has the price.
 */
@Component
public class Destruction {
    /** Why a file is destroyed (phb-destruction-ground). */
    public enum Ground {
        HER_REQUEST("her-request"),
        RETENTION_ENDED("retention-ended");

        private final String code;

        Ground(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** What stays of a file: that it was there, and how it ended. */
    public record Tombstone(UUID id, String ground, Instant begun, Instant ended, int versions, int deliveries) {}

    private final JdbcTemplate jdbc;
    private final Lookup lookup;
    private final Files files;
    private final Vault vault;
    private final FileErasure erasure;
    private final KeptObjections objections;
    private final Parties parties;
    private final Audit audit;

    Destruction(
            JdbcTemplate jdbc,
            Lookup lookup,
            Files files,
            Vault vault,
            FileErasure erasure,
            KeptObjections objections,
            Parties parties,
            Audit audit) {
        this.jdbc = jdbc;
        this.lookup = lookup;
        this.files = files;
        this.vault = vault;
        this.erasure = erasure;
        this.objections = objections;
        this.parties = parties;
        this.audit = audit;
    }

    /** The Patient whose file the caller keeps; refused when there is none, or it is another's. */
    public Seen own(UUID patient, Viewer viewer) {
        Seen seen = lookup.newest("Patient", patient, viewer)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).exception());
        if (seen.custodian() != viewer.party()) {
            throw Refusal.of(Reason.ONLY_CUSTODIAN, "$destroy").exception();
        }
        return seen;
    }

    /** Puts the destruction on record, in the transaction of the caller; from then on it will be finished. */
    public UUID begin(Seen patient, Ground ground, Caller caller, Viewer viewer, AuditedRequest request) {
        Files.File file = files.byId(patient.fileId());
        if (ground == Ground.RETENTION_ENDED) {
            Retention.checkEnded(lastChange(file), viewer.now()).ifPresent(no -> {
                throw no.exception();
            });
        }
        audit.record(request, caller, "D", List.of(Audit.Touched.of(patient)));
        Optional<UUID> begun = underWay("file_id = ?", file.fileId()).stream().findFirst();
        if (begun.isPresent()) {
            return begun.get();
        }
        UUID id = UUID.randomUUID();
        jdbc.update(
                """
                insert into destruction (destruction_id, file_id, file_pseudonym, custodian, ground, role, actor, client,
                  begun_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                file.fileId(),
                vault.pseudonym(file.dataKey(), file.fileId()),
                file.custodian(),
                ground.code(),
                caller.role(),
                caller.user().orElse(null),
                caller.clientId(),
                OffsetDateTime.ofInstant(viewer.now(), ZoneOffset.UTC));
        return id;
    }

    /** Does what was begun, in a transaction of its own; what is done stays done. */
    public Tombstone finish(UUID destruction, Instant now) {
        underWay("destruction_id = ?", destruction).forEach(id -> erase(id, now));
        return jdbc.queryForObject(
                "select ground, begun_at, ended_at, versions, deliveries from destruction where destruction_id = ?",
                (row, i) -> new Tombstone(
                        destruction,
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getInt(4),
                        row.getInt(5)),
                destruction);
    }

    /** In the name of who began it, also when somebody else finishes it after a crash. */
    private void erase(UUID destruction, Instant now) {
        Caller caller = jdbc.queryForObject(
                "select custodian, role, actor, client from destruction where destruction_id = ?",
                (row, i) -> new Caller(
                        parties.party(row.getInt(1)),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)),
                        row.getString(4),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty()),
                destruction);
        Viewer viewer =
                Viewer.ofParty(parties.number(caller.party()), caller.party().mayUseBsn(), now);
        AuditedRequest request = new AuditedRequest(UUID.randomUUID(), "destroy", null, now);
        erasure.erase(destruction, now, file -> objections.of(file, caller, viewer, request));
    }

    /** What a crash left begun, oldest first. */
    List<UUID> begun() {
        return underWay("true");
    }

    private List<UUID> underWay(String which, Object... values) {
        return jdbc.queryForList(
                "select destruction_id from destruction where ended_at is null and " + which + " order by begun_at",
                UUID.class,
                values);
    }

    private Instant lastChange(Files.File file) {
        return erasure.lastChanges(file.fileId()).entrySet().stream()
                .filter(change -> Retention.substantive(change.getKey()))
                .map(java.util.Map.Entry::getValue)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
