package nl.ooievaar.server.start;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Asks a PostgreSQL that others run whether this server can stand on it, before anything is made in it. */
final class DatabaseCheck {
    private static final int OLDEST = 15;

    private DatabaseCheck() {}

    /** The database, when it answers and is new enough. */
    static Database.External checked(Database.External database) {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            DatabaseMetaData about = connection.getMetaData();
            version(about.getDatabaseMajorVersion(), about.getDatabaseProductVersion());
            return database;
        } catch (SQLException e) {
            // The driver names host, port or user, never the password.
            throw new StartRefused("The database in spring.datasource.url can't be used: " + e.getMessage());
        }
    }

    static void version(int major, String told) {
        if (major < OLDEST) {
            throw new StartRefused("The database in spring.datasource.url is PostgreSQL " + told
                    + ", this server needs PostgreSQL " + OLDEST + " or newer");
        }
    }
}
