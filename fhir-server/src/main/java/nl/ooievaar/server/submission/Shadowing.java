package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.referral.Shadow;
import nl.ooievaar.subject.referral.TaskState;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the referral task, which the requester sees, in coarse step with the work task, which stays inside the JGZ.
 *
 * <p>Reads tasks for the server itself: nothing of them is answered to the caller.
 */
@Component
class Shadowing {
    /** A stored referral task, opened. */
    record Referral(Files.File file, UUID id, int version, String dataClass, Task task) {}

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Keys keys;
    private final Files files;
    private final FhirContext fhir;
    private final Made made;
    private final MovedWork moved;

    Shadowing(JdbcTemplate jdbc, Vault vault, Keys keys, Files files, FhirContext fhir, Made made, MovedWork moved) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.keys = keys;
        this.files = files;
        this.fhir = fhir;
        this.made = made;
        this.moved = moved;
    }

    List<Planned> keepInStep(Planned work, TaskState state, Instant now) {
        List<Planned> moved = new ArrayList<>();
        for (Referral referral : referrals((Task) work.resource)) {
            TaskState from = TaskState.of(referral.task().getStatus().toCode()).orElseThrow();
            Shadow.next(state, from).ifPresent(to -> {
                Task task = referral.task();
                task.setStatus(Task.TaskStatus.fromCode(to.code()));
                task.setLastModified(Date.from(modified(task, now)));
                moved.add(made.next(
                        referral.file(), referral.dataClass(), referral.id(), referral.version() + 1, task, now));
            });
        }
        return moved;
    }

    /** The moment of the move; where the sender's clock ran ahead of ours, not before it says it was written (inv-1). */
    static Instant modified(Task task, Instant now) {
        Instant written = task.hasAuthoredOn() ? task.getAuthoredOn().toInstant() : now;
        return written.isAfter(now) ? written : now;
    }

    /** The referral tasks of the referrals that a work task answers, one for each signaller. */
    List<Referral> referrals(Task work) {
        List<Referral> found = new ArrayList<>();
        for (String request : requests(work)) {
            long focus = keys.reference("Task", "focus", request);
            found.addAll(jdbc.query(
                    """
                    select v.file_id, v.id, v.version, v.data_class, v.body from version v
                    where v.type = 'Task' and v.superseded_xid is null and v.keys @> array[?]::bigint[]
                    """,
                    (row, i) -> {
                        Files.File file = files.byId(row.getObject(1, UUID.class));
                        UUID id = row.getObject(2, UUID.class);
                        int version = row.getInt(3);
                        byte[] json = vault.open(file.dataKey(), file.fileId(), id, version, row.getBytes(5));
                        Task task = fhir.newJsonParser()
                                .parseResource(Task.class, new String(json, StandardCharsets.UTF_8));
                        return new Referral(file, id, version, row.getString(4), task);
                    },
                    focus));
        }
        found.removeIf(r -> !Profiles.ids(r.task()).contains("phb-referral-task"));
        return found;
    }

    /** What it is based on and what moved to it with her, without what moved on to other work. */
    Set<String> requests(Task work) {
        UUID id = UUID.fromString(work.getIdElement().getIdPart());
        Set<String> requests = new LinkedHashSet<>();
        for (Reference request : work.getBasedOn()) {
            UUID asked = UUID.fromString(request.getReferenceElement().getIdPart());
            if (moved.of(asked)
                    .map(MovedWork.Work::task)
                    .filter(to -> !to.equals(id))
                    .isEmpty()) {
                requests.add(request.getReference());
            }
        }
        moved.to(id).forEach(asked -> requests.add("ServiceRequest/" + asked));
        return requests;
    }
}
