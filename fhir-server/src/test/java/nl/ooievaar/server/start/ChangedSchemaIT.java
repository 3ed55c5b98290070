package nl.ooievaar.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.Map;
import nl.ooievaar.server.ServerProcess;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A schema that was changed behind the server's back stops the start, and a sentence says what differs and what to do. */
class ChangedSchemaIT {
    @Test
    void a_migration_with_another_checksum_is_refused() throws Exception {
        assertRefused(
                "checksum",
                "update flyway_schema_history set checksum = checksum + 1 where version = '1'",
                "The database was made by another migration 1 (store) than the one this server brings, or its record in"
                        + " flyway_schema_history was changed: start the server that made it, or restore a backup");
    }

    @Test
    void a_migration_of_a_newer_server_is_refused() throws Exception {
        assertRefused(
                "newer",
                "insert into flyway_schema_history select installed_rank + 1000, '999', 'of tomorrow', type,"
                        + " 'V999__of_tomorrow.sql', 7, installed_by, now(), 1, true from flyway_schema_history"
                        + " where version = '1'",
                "The database has migration 999 (of tomorrow), which this server does not know: start the newer server"
                        + " that brought it, or restore the backup from before it");
    }

    @Test
    void a_table_that_was_changed_by_hand_is_refused() throws Exception {
        assertRefused(
                "byhand",
                "alter table version rename column body to corpus",
                "The tables of the database are not as the migrations of this server made them: undo the change, or"
                        + " restore a backup (Schema-validation: missing column [body] in table [version])");
    }

    /** Somebody put a table where the newest migration puts its own: nothing of it is done, and no row is printed. */
    @Test
    void a_migration_that_does_not_fit_what_is_there_is_refused() throws Exception {
        assertRefused(
                "unfit",
                "drop table notification; delete from flyway_schema_history where version in ('15', '16');"
                        + " create table notification (secret text)",
                "What is in the database does not fit migration 15 (notification) of this server, SQL state 42P07; nothing"
                        + " of it was done: undo what was changed by hand, or restore a backup");
    }

    private static void assertRefused(String name, String change, String sentence) throws Exception {
        ExternalPostgreSql.One database = ExternalPostgreSql.get().database(name);
        Map<String, String> settings = new HashMap<>(database.settings());
        Flyway.configure()
                .dataSource(
                        settings.get("SPRING_DATASOURCE_URL"),
                        settings.get("SPRING_FLYWAY_USER"),
                        settings.get("SPRING_FLYWAY_PASSWORD"))
                .load()
                .migrate();
        database.execute(change);
        settings.put("OOIEVAAR_MODE", "sandbox");

        ServerProcess.Refused refused = ServerProcess.refused(settings);

        assertNotEquals(0, refused.exitCode());
        assertThat(refused.printed()).contains(sentence);
        // One report, and beside it only the lines that tell that it started.
        assertThat(refused.printed().lines().filter(line -> line.contains("WARN") || line.contains("ERROR")))
                .hasSize(1);
        assertThat(refused.printed()).doesNotContain("Exception").doesNotContainPattern("\\.java:\\d+");
    }
}
