package nl.ooievaar.server.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import nl.ooievaar.server.TestFolders;

/**
 * A PostgreSQL that somebody else runs, as a production node meets it: it asks for a password, one role owns the database and the
 * server's own role nothing at all. One for all tests of a run; each test asks for a database of its own.
 */
public final class ExternalPostgreSql {
    private static final ExternalPostgreSql ONE = launch();
    private static final String OWNER = "ooievaar_owner";
    private static final String USER = "ooievaar_server";
    private static final String PASSWORD = "a-password-of-a-test";

    private final EmbeddedPostgres postgres;

    private ExternalPostgreSql(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static ExternalPostgreSql get() {
        return ONE;
    }

    private static ExternalPostgreSql launch() {
        try {
            Path cluster = TestFolders.make("ooievaar-external");
            // Ends with this JVM, by a shutdown hook.
            ExternalPostgreSql made = new ExternalPostgreSql(EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    // How often a password is hashed guards against guessing one that was stolen; nobody steals these.
                    .setServerConfig("scram_iterations", "1")
                    .start());
            made.asSuperuser("create role " + OWNER + " login password '" + PASSWORD + "'");
            made.asSuperuser("create role " + USER + " login password '" + PASSWORD + "'");
            Files.writeString(
                    cluster.resolve("pg_hba.conf"), "host all postgres all trust\nhost all all all scram-sha-256\n");
            made.asSuperuser("select pg_reload_conf()");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void asSuperuser(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A fresh, empty database. */
    public One database(String name) throws SQLException {
        asSuperuser("create database " + name + " owner " + OWNER);
        return new One("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name);
    }

    /**
     * One database with its two roles.
     *
     * @param url of JDBC
     */
    public record One(String url) {
        /** The variables that send a server to it. */
        public Map<String, String> settings() {
            return Map.of(
                    "SPRING_DATASOURCE_URL", url,
                    "SPRING_DATASOURCE_USERNAME", USER,
                    "SPRING_DATASOURCE_PASSWORD", PASSWORD,
                    "SPRING_FLYWAY_USER", OWNER,
                    "SPRING_FLYWAY_PASSWORD", PASSWORD);
        }

        /** The same as arguments. */
        public String[] arguments() {
            return settings().entrySet().stream()
                    .map(one -> "--" + one.getKey().toLowerCase(Locale.ROOT).replace('_', '.') + "=" + one.getValue())
                    .toArray(String[]::new);
        }

        /** As the owner of the tables. */
        Connection connection() throws SQLException {
            return DriverManager.getConnection(url, OWNER, PASSWORD);
        }

        /** As the role of the server. */
        public Connection asServer() throws SQLException {
            return DriverManager.getConnection(url, USER, PASSWORD);
        }

        public void execute(String sql) throws SQLException {
            try (Connection connection = connection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        public int count(String sql) throws SQLException {
            try (Connection connection = connection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
