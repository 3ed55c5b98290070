package nl.ooievaar.server.start;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Migrates a schema that is as this server left it, and refuses to start on any other; then gives the role as which the server
 * works its rights, and refuses one that could change the access log.
 *
 * <p>Flyway by itself lets a schema of a newer server pass, and tells of a changed one in a page.
 */
@Component
class SchemaCheck implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaCheck.class);

    private final Database database;

    SchemaCheck(Database database) {
        this.database = database;
    }

    @Override
    public void migrate(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            check(applied);
        }
        carry(flyway);
        ClusterCheck.check(database);
        if (database.rolesApart()) {
            RuntimeRole.grant(database);
            RuntimeRole.check(database);
        } else {
            // Production never comes here: it is refused before it reaches the database.
            LOG.warn(
                    "One database role does everything, so the database does not keep the access log from being changed:"
                            + " name the owner of the tables in spring.flyway.user");
        }
    }

    /** What PostgreSQL says of a row that does not fit holds its values: it must not reach a log. */
    private static void carry(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException no) {
                String next = Stream.of(flyway.info().pending())
                        .findFirst()
                        .map(SchemaCheck::name)
                        .orElse("");
                throw new StartRefused("What is in the database does not fit migration " + next
                        + " of this server, SQL state " + no.getSQLState() + "; nothing of it was done: undo what was"
                        + " changed by hand, or restore a backup");
            }
            throw e;
        }
    }

    private static String name(MigrationInfo migration) {
        return migration.getVersion() + " (" + migration.getDescription() + ")";
    }

    private static void check(MigrationInfo applied) {
        String name = name(applied);
        if (!applied.getState().isResolved()) {
            throw new StartRefused("The database has migration " + name
                    + ", which this server does not know: start the newer server that brought it, or restore the"
                    + " backup from before it");
        }
        if (!applied.isChecksumMatching()) {
            throw new StartRefused("The database was made by another migration " + name
                    + " than the one this server brings, or its record in flyway_schema_history was changed: start"
                    + " the server that made it, or restore a backup");
        }
    }
}
