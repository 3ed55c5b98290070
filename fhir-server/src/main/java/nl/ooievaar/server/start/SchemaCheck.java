package nl.ooievaar.server.start;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates a schema that is as this server left it, and refuses to start on any other.
 *
 * <p>Flyway by itself lets a schema of a newer server pass, and tells of a changed one in a page.
 */
@Component
class SchemaCheck implements FlywayMigrationStrategy {
    @Override
    public void migrate(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            check(applied);
        }
        flyway.migrate();
    }

    private static void check(MigrationInfo applied) {
        String name = applied.getVersion() + " (" + applied.getDescription() + ")";
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
