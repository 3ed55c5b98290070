package nl.ooievaar.server.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.store.Files;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which work answers a request since she moved: known to the server alone, so that who asked learns nothing of where she lives,
 * and the new desk nothing of a request that her consent does not open to it. In the transaction of the caller.
 */
@Component
class MovedWork {
    /** A work task, in whose file. */
    record Work(UUID fileId, UUID task) {}

    private final JdbcTemplate jdbc;

    MovedWork(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on this work answers the request, in place of any before. */
    void answers(Files.File requestFile, UUID request, Files.File workFile, UUID task) {
        jdbc.update(
                """
                insert into moved_work (file_id, request_id, work_file_id, task_id) values (?, ?, ?, ?)
                on conflict (file_id, request_id)
                  do update set work_file_id = excluded.work_file_id, task_id = excluded.task_id
                """,
                requestFile.fileId(),
                request,
                workFile.fileId(),
                task);
    }

    /** The work that answers a request, if it moved. */
    Optional<Work> of(UUID request) {
        return jdbc
                .query(
                        "select work_file_id, task_id from moved_work where request_id = ?",
                        (row, i) -> new Work(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        request)
                .stream()
                .findFirst();
    }

    /** The request has ended, wherever it went. */
    void forget(UUID request) {
        jdbc.update("delete from moved_work where request_id = ?", request);
    }

    /** The requests that moved to this work. */
    List<UUID> to(UUID task) {
        return jdbc.queryForList("select request_id from moved_work where task_id = ?", UUID.class, task);
    }
}
