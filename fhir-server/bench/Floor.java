import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * The floor under {@code Bench}: what plain JDBC on the same schema, and plain HTTP, can do on this machine, with no FHIR, no
 * validation, no gate, no audit and no encryption. Loopback only, closed loop, bounded in time.
 *
 * <pre>
 * fhir-server/prepare fhir-server/target/ooievaar.jar DIR
 * java -cp 'DIR/lib/*' fhir-server/bench/Floor.java [--secs 8] [--warm 10] [--conc 1,4,16] [--load 1000]
 * </pre>
 */
public class Floor {
    interface Work {
        void once() throws Exception;
    }

    record Dossier(UUID file, UUID referral, long woman, long identifier) {}

    static final int RECORDS = 12;
    static final int KEYS = 20;
    static final long DESK = 42;
    static final byte[] BODY = new byte[1_500];
    static final List<Dossier> DOSSIERS = new CopyOnWriteArrayList<>();
    static BlockingQueue<Connection> connections;
    static int party;

    public static void main(String[] arguments) throws Exception {
        int secs = Integer.parseInt(option(arguments, "--secs", "8"));
        int warm = Integer.parseInt(option(arguments, "--warm", "10"));
        int load = Integer.parseInt(option(arguments, "--load", "1000"));
        String[] concurrencies = option(arguments, "--conc", "1,4,16").split(",");
        Path root = Path.of(option(arguments, "--root", "."));
        ThreadLocalRandom.current().nextBytes(BODY);
        HttpServer http = http();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            open(postgres, Files.readString(
                    root.resolve("fhir-server/src/main/resources/db/migration/V1__store.sql")));
            for (int i = 0; i < load; i++) {
                write();
            }
            System.out.println("| floor | conc | /s | p50 ms | p95 | p99 |");
            System.out.println("|---|---|---|---|---|---|");
            byte[] referral =
                    Files.readAllBytes(root.resolve("profiles/src/main/fhir/examples/case-1-referral.json"));
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            URI address = URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
            measure("HTTP: POST of a referral", () -> post(client, address, referral), concurrencies, warm, secs);
            measure("W1: 12 rows in one commit", Floor::write, concurrencies, warm, secs);
            measure("W2: three searches", Floor::dossier, concurrencies, warm, secs);
            measure("W3: 20 tasks of one desk", Floor::worklist, concurrencies, warm, secs);
        } finally {
            http.stop(0);
        }
        System.exit(0);
    }

    // ------------------------------------------------------------------ workloads

    static void post(HttpClient client, URI address, byte[] body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body)).build();
        if (client.send(request, BodyHandlers.ofByteArray()).body().length != BODY.length) {
            throw new IllegalStateException("another answer");
        }
    }

    /** A file and its records: a referral, a task, two consents, six observations and two more. */
    static void write() throws Exception {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Dossier made = new Dossier(UUID.randomUUID(), UUID.randomUUID(), random.nextLong(), random.nextLong());
        with(connection -> {
            try (PreparedStatement person = connection.prepareStatement("insert into person (person_id) values (?)");
                    PreparedStatement file = connection.prepareStatement(
                            "insert into file (file_id, kind, custodian, person_id, data_key) values (?, 'person', ?, ?, ?)");
                    PreparedStatement version = connection.prepareStatement(
                            """
                            insert into version (file_id, id, version, type, data_class, author, last_updated, package,
                              main_key, main_at, keys, ref_params, ref_targets, body)
                            values (?, ?, 1, ?, 'signal', ?, now(), '0', ?, now(), ?, '{}', '{}', ?)
                            """)) {
                person.setObject(1, made.file());
                person.execute();
                file.setObject(1, made.file());
                file.setInt(2, party);
                file.setObject(3, made.file());
                file.setBytes(4, new byte[60]);
                file.execute();
                for (int i = 0; i < RECORDS; i++) {
                    String type = i == 0 ? "ServiceRequest" : i == 1 ? "Task" : i < 4 ? "Consent" : i < 10 ? "Observation" : "Condition";
                    Long[] keys = new Long[KEYS];
                    Arrays.setAll(keys, n -> random.nextLong());
                    keys[0] = i == 0 ? made.identifier() : made.referral().getMostSignificantBits();
                    version.setObject(1, made.file());
                    version.setObject(2, i == 0 ? made.referral() : UUID.randomUUID());
                    version.setString(3, type);
                    version.setInt(4, party);
                    version.setLong(5, i == 1 ? DESK : made.woman());
                    version.setArray(6, connection.createArrayOf("bigint", keys));
                    version.setBytes(7, BODY);
                    version.addBatch();
                }
                version.executeBatch();
                connection.commit();
            }
        });
        DOSSIERS.add(made);
    }

    static void dossier() throws Exception {
        Dossier one = DOSSIERS.get(ThreadLocalRandom.current().nextInt(DOSSIERS.size()));
        with(connection -> {
            Long[] identifier = {one.identifier()};
            Long[] referral = {one.referral().getMostSignificantBits()};
            String byKey = "select body from version where keys @> ?";
            expect(connection, byKey, 1, connection.createArrayOf("bigint", identifier));
            expect(connection, byKey, RECORDS - 1, connection.createArrayOf("bigint", referral));
            String byWoman = "select body from version where type = ? and main_key = ?";
            expect(connection, byWoman, 6, "Observation", one.woman());
            expect(connection, byWoman, 2, "Consent", one.woman());
            connection.commit();
        });
    }

    static void worklist() throws Exception {
        with(connection -> {
            expect(
                    connection,
                    "select body from version where type = 'Task' and main_key = ? order by main_at desc, id limit 20",
                    20,
                    DESK);
            connection.commit();
        });
    }

    static void expect(Connection connection, String sql, int rows, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int found = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found += row.getBytes(1).length == BODY.length ? 1 : 0;
                }
            }
            if (found != rows) {
                throw new IllegalStateException(rows + " rows expected, not " + found);
            }
        }
    }

    // ------------------------------------------------------------------ machinery

    interface OnConnection {
        void run(Connection connection) throws Exception;
    }

    static void with(OnConnection work) throws Exception {
        Connection connection = connections.take();
        try {
            work.run(connection);
        } finally {
            connections.add(connection);
        }
    }

    static void open(EmbeddedPostgres postgres, String schema) throws Exception {
        connections = new ArrayBlockingQueue<>(16);
        for (int i = 0; i < 16; i++) {
            Connection connection = postgres.getPostgresDatabase().getConnection();
            connection.setAutoCommit(false);
            if (i == 0) {
                connection.createStatement().execute(schema);
                try (ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "insert into party (organization_system, organization_value, service) values ('s', 'v', 'x') returning party_id")) {
                    row.next();
                    party = row.getInt(1);
                }
                connection.commit();
            }
            connections.add(connection);
        }
    }

    /** Reads what is sent and answers a fixed text. */
    static HttpServer http() throws IOException {
        // Else head and body of an answer wait 40 ms for each other.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, BODY.length);
            exchange.getResponseBody().write(BODY);
            exchange.close();
        });
        server.start();
        return server;
    }

    static void measure(String name, Work work, String[] concurrencies, int warm, int secs) throws Exception {
        run(name, work, 4, warm, false);
        for (String concurrency : concurrencies) {
            run(name, work, Integer.parseInt(concurrency), secs, true);
        }
    }

    static void run(String name, Work work, int concurrency, int secs, boolean tell) throws Exception {
        long end = System.nanoTime() + secs * 1_000_000_000L;
        List<Long> all = new CopyOnWriteArrayList<>();
        LongAdder errors = new LongAdder();
        ExecutorService pool = Executors.newFixedThreadPool(concurrency);
        for (int i = 0; i < concurrency; i++) {
            pool.submit(() -> {
                List<Long> times = new ArrayList<>();
                while (System.nanoTime() < end && errors.sum() < 20) {
                    long begin = System.nanoTime();
                    try {
                        work.once();
                        times.add(System.nanoTime() - begin);
                    } catch (Exception e) {
                        errors.increment();
                        System.err.println(e);
                    }
                }
                all.addAll(times);
            });
        }
        pool.shutdown();
        pool.awaitTermination(secs + 60L, TimeUnit.SECONDS);
        if (tell) {
            long[] times = all.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.2f | %.2f | %.2f |%n",
                    name, concurrency, times.length / (double) secs, at(times, .5), at(times, .95), at(times, .99));
        }
        if (errors.sum() > 0) {
            throw new IllegalStateException(name + ": " + errors.sum() + " errors");
        }
    }

    static double at(long[] times, double share) {
        return times.length == 0 ? 0 : times[Math.min(times.length - 1, (int) (times.length * share))] / 1e6;
    }

    static String option(String[] arguments, String name, String otherwise) {
        int at = Arrays.asList(arguments).indexOf(name);
        return at < 0 ? otherwise : arguments[at + 1];
    }
}
