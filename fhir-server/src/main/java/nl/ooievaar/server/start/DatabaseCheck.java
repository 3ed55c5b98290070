package nl.ooievaar.server.start;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Asks a PostgreSQL that others run whether this server can stand on it, before anything is made in it. */
final class DatabaseCheck {
    private static final int OLDEST = 15;

    private DatabaseCheck() {}

    /** The database, when it answers both roles and is new enough. */
    static Database.External checked(Database.External database) {
        try (Connection connection = connect(database, database.runtime())) {
            DatabaseMetaData about = connection.getMetaData();
            version(about.getDatabaseMajorVersion(), about.getDatabaseProductVersion());
        } catch (SQLException e) {
            // The driver names host, port or user, never the password.
            throw new StartRefused("The database in spring.datasource.url can't be used: " + e.getMessage());
        }
        if (database.rolesApart()) {
            try (Connection connection = connect(database, database.owner())) {
                connection.getMetaData();
            } catch (SQLException e) {
                throw new StartRefused("The owner in spring.flyway.user can't sign in to the database in"
                        + " spring.datasource.url: " + e.getMessage());
            }
        }
        return database;
    }

    static Connection connect(Database database, Database.Role role) throws SQLException {
        return DriverManager.getConnection(database.url(), role.user(), role.password());
    }

    static void version(int major, String told) {
        if (major < OLDEST) {
            throw new StartRefused("The database in spring.datasource.url is PostgreSQL " + told
                    + ", this server needs PostgreSQL " + OLDEST + " or newer");
        }
    }
}
