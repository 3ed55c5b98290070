package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.store.Files;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.server.store.Versions;
import nl.ooievaar.subject.referral.Deadline;
import nl.ooievaar.subject.referral.Progress;
import nl.ooievaar.subject.referral.TaskState;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the work tasks whose last day has begun or is over and announces each once, by reference and without content; no
 * resource changes by it. Nodes may do so at the same time: the key of what was told lets one of them win.
 */
@Component
class DueTasks {
    /** So many at once, and the rest in the next round. */
    private static final int MOST = 500;

    private record Found(UUID file, UUID id, int version, Task task) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;
    private final Vault vault;
    private final Keys keys;
    private final Files files;
    private final FhirContext fhir;
    private final Versions versions;

    DueTasks(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            Keys keys,
            Files files,
            FhirContext fhir,
            Versions versions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // Of two nodes the second must see what the first has told.
        this.apart.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.vault = vault;
        this.keys = keys;
        this.files = files;
        this.fhir = fhir;
        this.versions = versions;
    }

    /** @return how many were announced; fewer than there are when there are very many */
    int announce(Instant now) {
        Integer told = apart.execute(status ->
                begun(now).stream().mapToInt(found -> announce(found, now)).sum());
        return told == null ? 0 : told;
    }

    private int announce(Found found, Instant now) {
        Optional<Deadline> deadline = deadline(found.task());
        Optional<Deadline.Event> event = deadline.flatMap(it -> it.now(now));
        if (event.isEmpty() || !claim(found, deadline.get(), event.get(), now)) {
            return 0;
        }
        versions.announce(
                files.byId(found.file()),
                found.id(),
                found.version(),
                event.get().code());
        return 1;
    }

    /** A task that changed since is looked at again; what was told of the same day before is not told a second time. */
    private boolean claim(Found found, Deadline deadline, Deadline.Event event, Instant now) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                        insert into told_deadline as t (file_id, id, kind, last_day, event, told_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (file_id, id, kind, last_day, event) do update set told_at = excluded.told_at
                        returning xmax = 0
                        """,
                Boolean.class,
                found.file(),
                found.id(),
                deadline.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                deadline.last(),
                event.code(),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC)));
    }

    private static Optional<Deadline> deadline(Task task) {
        Optional<TaskState> state = TaskState.of(task.getStatus().toCode());
        Optional<Progress> progress = TaskRules.progress(task);
        Period period = task.getRestriction().getPeriod();
        return state.flatMap(
                s -> progress.flatMap(p -> Deadline.of(s, p, day(period.getStart()), day(period.getEnd()))));
    }

    private static Optional<LocalDate> day(Date date) {
        return Optional.ofNullable(date).map(it -> LocalDate.ofInstant(it.toInstant(), Deadline.ZONE));
    }

    /** Open work tasks on which a clock runs whose last day has begun, and of which that was not told since they last changed. */
    private List<Found> begun(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Deadline.ZONE);
        OffsetDateTime tomorrow = today.plusDays(1).atStartOfDay(Deadline.ZONE).toOffsetDateTime();
        return jdbc.query(
                """
                select v.file_id, v.id, v.version, v.body from version v
                join date_value d on d.file_id = v.file_id and d.id = v.id and d.version = v.version and d.param = 'due'
                where v.type = 'Task' and v.superseded_xid is null and v.data_class = 'work' and not v.closed
                  and d.type = 'Task'
                  and (d.high <= ? and v.keys && cast(? as bigint[]) and v.keys && cast(? as bigint[])
                    or d.low < ? and v.keys && cast(? as bigint[]))
                  and not exists (select 1 from told_deadline t where t.file_id = v.file_id and t.id = v.id
                    and t.told_at > v.last_updated and (t.event = 'overdue' or t.last_day = ?))
                order by v.last_updated limit ?
                """,
                (row, i) -> {
                    UUID file = row.getObject(1, UUID.class);
                    UUID id = row.getObject(2, UUID.class);
                    int version = row.getInt(3);
                    byte[] json = vault.open(files.byId(file).dataKey(), file, id, version, row.getBytes(4));
                    Task task =
                            fhir.newJsonParser().parseResource(Task.class, new String(json, StandardCharsets.UTF_8));
                    return new Found(file, id, version, task);
                },
                tomorrow,
                keys(
                        "status",
                        TaskState.REQUESTED.code(),
                        TaskState.RECEIVED.code(),
                        TaskState.ACCEPTED.code(),
                        TaskState.IN_PROGRESS.code()),
                keys(
                        "business-status",
                        Deadline.running().stream().map(Progress::code).toArray(String[]::new)),
                tomorrow,
                keys("status", TaskState.ON_HOLD.code()),
                today,
                MOST);
    }

    private Long[] keys(String param, String... codes) {
        return Arrays.stream(codes).map(code -> keys.code("Task", param, code)).toArray(Long[]::new);
    }
}
