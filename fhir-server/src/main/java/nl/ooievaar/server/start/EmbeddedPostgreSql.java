package nl.ooievaar.server.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in the data folder, started and stopped by this process: the default of a fresh clone.
 *
 * <p>It trusts every connection of this machine and is meant for the sandbox. After a kill of the server it may still run; then
 * it is taken over.
 */
final class EmbeddedPostgreSql implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgreSql.class);
    private static final String MAJOR = "17";
    /** As which the server works: it owns nothing. */
    private static final String RUNTIME = "ooievaar";

    private final int port;
    private final Path cluster;
    private final FileChannel lockChannel;
    private final EmbeddedPostgres started;

    /** For a command beside the server: the PostgreSQL that runs in this folder is used and left alone, else one is started. */
    static Database beside(DataFolder folder) {
        try {
            Optional<Integer> port = running(folder.path().resolve("postgresql"));
            if (port.isPresent()) {
                return new Database.External(
                        url(port.get(), "ooievaar"), new Role(RUNTIME, ""), new Role("postgres", ""));
            }
            return start(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgreSql(int port, Path cluster, FileChannel lockChannel, EmbeddedPostgres started) {
        this.port = port;
        this.cluster = cluster;
        this.lockChannel = lockChannel;
        this.started = started;
    }

    static EmbeddedPostgreSql start(DataFolder folder) {
        Path cluster = folder.path().resolve("postgresql");
        try {
            FileChannel lock = lock(folder.path().resolve("lock"));
            checkMajor(cluster);
            Optional<Integer> orphan = running(cluster);
            EmbeddedPostgreSql database = orphan.isPresent()
                    ? new EmbeddedPostgreSql(orphan.get(), cluster, lock, null)
                    : launch(folder, cluster, lock);
            database.createDatabase();
            LOG.info("Embedded PostgreSQL {} in {} (for the sandbox: it trusts this machine)", MAJOR, cluster);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start in " + cluster, e);
        }
    }

    private static EmbeddedPostgreSql launch(DataFolder folder, Path cluster, FileChannel lock) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.path().resolve("bin").toFile())
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        return new EmbeddedPostgreSql(postgres.getPort(), cluster, lock, postgres);
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            throw new StartRefused("Another server runs on this data folder: set OOIEVAAR_DATA to another one");
        }
        return channel;
    }

    private static void checkMajor(Path cluster) throws IOException {
        Path version = cluster.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).trim().equals(MAJOR)) {
            throw new StartRefused("The data folder was made by PostgreSQL "
                    + Files.readString(version).trim() + ", this server brings " + MAJOR
                    + ": set OOIEVAAR_DATA to another folder, or dump and restore");
        }
    }

    /** The port of a PostgreSQL that outlived its server on this folder. */
    private static Optional<Integer> running(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).trim());
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            return Path.of(row.getString(1)).toRealPath().equals(cluster.toRealPath())
                    ? Optional.of(port)
                    : Optional.empty();
        } catch (SQLException e) {
            // Nobody answers: the pid file is a leftover, PostgreSQL itself clears it.
            return Optional.empty();
        }
    }

    private void createDatabase() {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            if (!found(statement, "select 1 from pg_roles where rolname = '" + RUNTIME + "'")) {
                statement.execute("create role " + RUNTIME + " login");
            }
            if (!found(statement, "select 1 from pg_database where datname = 'ooievaar'")) {
                statement.execute("create database ooievaar");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL gives no database", e);
        }
    }

    private static boolean found(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next();
        }
    }

    @Override
    public String url() {
        return url(port, "ooievaar");
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public Role runtime() {
        return new Role(RUNTIME, "");
    }

    @Override
    public Role owner() {
        return new Role("postgres", "");
    }

    /** Ends PostgreSQL with a fast shutdown, also one that was taken over. */
    @Override
    public void close() {
        try {
            if (started != null) {
                started.close();
            } else {
                long pid = Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid"))
                        .get(0)
                        .trim());
                // SIGTERM waits for clients; the pool is closed by now, so nobody is left to wait for.
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            }
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
