package nl.ooievaar.server.start;

import static nl.ooievaar.server.start.StoreNode.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.ServerProcess;
import nl.ooievaar.server.TestFolders;
import nl.ooievaar.server.command.VerifyAuditCommand;
import nl.ooievaar.server.store.Keys;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The key of the index is replaced: in parts, again after crashes, and then only the new one finds anybody. */
class IndexKeyRotationIT {
    private static final String KEY = StoreNode.key(4);
    private static final String NEXT_MASTER = StoreNode.key(5);
    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";

    /** Each column that could hold a hash under the key of the index: it is hashed on (yes), or why it is none. */
    private static final Map<String, String> COLUMNS = new TreeMap<>(Map.ofEntries(
            Map.entry("version.keys", "yes"),
            Map.entry("version.main_key", "yes"),
            Map.entry("person.bsn_index", "yes"),
            Map.entry("business_key.value", "yes"),
            Map.entry("business_key.content", "yes"),
            Map.entry("representation.representative", "yes"),
            Map.entry("used_assertion.assertion", "yes"),
            Map.entry("version.body", "encrypted under the key of the file"),
            Map.entry("version.seq", "a counter"),
            Map.entry("file.data_key", "wrapped by the master key"),
            Map.entry("outbox.seq", "a counter"),
            Map.entry("subscription.content", "encrypted under the key of the file of its owner"),
            Map.entry("subscription.after_seq", "a counter"),
            Map.entry("subscription.last_number", "a counter"),
            Map.entry("subscription.taken", "a counter"),
            Map.entry("notification.number", "a counter"),
            Map.entry("notification.seq", "a counter"),
            Map.entry("audit.seq", "a counter"),
            Map.entry("audit.mac", "under a key of its own"),
            Map.entry("audit.file_pseudonym", "under the key of the file"),
            Map.entry("audit_seal.seal_no", "a counter"),
            Map.entry("audit_seal.first_row", "a counter"),
            Map.entry("audit_seal.seqs", "counters"),
            Map.entry("audit_seal.digest", "of MACs"),
            Map.entry("audit_seal.previous", "a MAC under the key of the trail"),
            Map.entry("audit_seal.mac", "under the key of the trail"),
            Map.entry("destruction.file_pseudonym", "under the key of the file"),
            Map.entry("master_key.check_value", "under the master key"),
            Map.entry("sealed_key.sealed", "wrapped by the master key")));

    private final ExternalPostgreSql.One database;
    private final StoreNode nodes;
    private final Referral referral = Referral.ofNewWoman();

    IndexKeyRotationIT() throws IOException, SQLException {
        database = ExternalPostgreSql.get().database("index_rotation");
        nodes = new StoreNode(database, TestFolders.make("ooievaar-index-rotation"));
    }

    @Test
    void a_new_index_key_finds_all_that_the_one_before_found_and_the_one_before_finds_nobody() throws Exception {
        String patient;
        String partner;
        Keys before;
        try (ConfigurableApplicationContext node = nodes.start(KEY)) {
            patient = referral.send(as(node, "midwife")).of("Patient");
            partner = partner(node, patient).path("id");
            found(node, patient);
            before = node.getBean(Keys.class);
            whatIsFoundSeldom(before);
            assertTrue(rotate(KEY).contains("stop every node"), "a node that runs is seen");
        }
        assertEquals(0, database.count("select count(*) from index_key"), "and nothing was begun");
        assertEquals(COLUMNS.keySet(), columns(), "a new column: does it hold a hash under the key of the index?");
        Map<String, List<String>> hashes = hashes();
        crashBetweenParts();
        crashAtTheEnd();
        assertTrue(nodes.refused(KEY).contains("rotate-index-key"));

        assertTrue(rotate(KEY).contains("under its key 2"));

        assertNoneLeft(hashes);
        bothOnceMore();
        try (ConfigurableApplicationContext node = nodes.start(NEXT_MASTER)) {
            Keys now = node.getBean(Keys.class);
            assertEquals(3, now.number());
            assertEquals(0, count("person", "bsn_index", before.blind("bsn", referral.bsn())), "the one before");
            assertEquals(1, count("person", "bsn_index", now.blind("bsn", referral.bsn())));
            assertEquals(1, count("representation", "representative", now.blind("bsn", "a representative")));
            assertEquals(1, count("used_assertion", "assertion", now.blind("client-assertion", "an assertion")));
            found(node, patient);
            assertEquals(partner, partner(node, patient).path("id"), "the key of a client still holds");
            again(node, patient);
            assertQueries();
        }
        assertTrail(NEXT_MASTER);
    }

    /** Begins, does two small parts, and is gone. */
    private void crashBetweenParts() throws SQLException {
        try (Connection store = database.connection()) {
            IndexKeyRotation rotation = IndexKeyRotation.begin(store, opened(store), Clock.systemUTC());
            assertEquals(1, rotation.part(1));
            assertEquals(1, rotation.part(1));
        }
    }

    /** The process is killed while it does the last part, in a database that does not get on. */
    private void crashAtTheEnd() throws Exception {
        database.execute("create function wait() returns trigger language plpgsql as"
                + " 'begin perform pg_sleep(600); return new; end'");
        database.execute("create trigger wait before update on business_key for each row execute function wait()");
        List<String> command = new ArrayList<>(List.of(RotateIndexKey.NAME));
        command.addAll(nodes.settings(KEY));
        ServerProcess.commandKilledAt(" versions", command);
        // What the power failure would have ended too.
        ExternalPostgreSql.get()
                .asSuperuser("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                        + " where datname = 'index_rotation'");
        database.execute("drop trigger wait on business_key");
        assertEquals(1, database.count("select count(*) from index_key where finished_at is null"));
    }

    /** Both keys can be replaced as often as anybody likes. */
    private void bothOnceMore() {
        assertTrue(rotate(KEY).contains("under its key 3"));
        List<String> settings = nodes.settings(KEY);
        settings.add("--ooievaar.new-master-key=" + NEXT_MASTER);
        assertEquals(0, new RotateMasterKey(System.out, System.err).run(settings));
    }

    private void found(ConfigurableApplicationContext node, String patient) {
        search(node, "identifier", BSN + "|" + referral.bsn(), patient);
        as(node, "midwife").get("/Task?patient=" + patient).then().body("total", equalTo(1));
        as(node, "jgz").get("/Task?patient=" + patient).then().body("total", equalTo(1));
    }

    private static void search(ConfigurableApplicationContext node, String name, String value, String found) {
        as(node, "midwife")
                .contentType("application/x-www-form-urlencoded")
                .formParam(name, value)
                .post("/Patient/_search")
                .then()
                .body("total", equalTo(1))
                .body("entry[0].fullUrl", containsString(found));
    }

    /** The same referral is the same, one with other content is refused, and another of hers meets her Patient. */
    private void again(ConfigurableApplicationContext node, String patient) {
        RequestSpecification midwife = as(node, "midwife");
        midwife.body(referral.json()).post().then().statusCode(200).body(containsString(patient));
        String other = referral.json().replace("Morales", "Anders");
        as(node, "midwife").body(other).post().then().statusCode(409);
    }

    private static Response partner(ConfigurableApplicationContext node, String patient) {
        Response made = as(node, "midwife")
                .header("Idempotency-Key", "one-for-the-partner")
                .body("{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + patient + "\"}}")
                .post("/RelatedPerson");
        assertEquals(201, made.statusCode(), made.asString());
        return made;
    }

    private void whatIsFoundSeldom(Keys keys) throws SQLException {
        database.execute("insert into representation select person_id, gen_random_uuid(), "
                + bytes(keys.blind("bsn", "a representative"))
                + ", (select min(party_id) from party), '2026-01-01', '2026-02-01' from person limit 1");
        database.execute("insert into used_assertion values (" + bytes(keys.blind("client-assertion", "an assertion"))
                + ", '2099-01-01')");
    }

    /** Rows of before are as they were; those since say under which key. */
    private void assertQueries() throws SQLException {
        String hashed = "select count(*) from audit where query ~ 'identifier=%s[0-9a-f]+$'";
        assertTrue(database.count(String.format(hashed, "")) > 0);
        assertTrue(database.count(String.format(hashed, "3-")) > 0);
    }

    private void assertTrail(String key) {
        List<String> settings = nodes.settings(key);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(told, true, StandardCharsets.UTF_8);
        assertEquals(0, new VerifyAuditCommand(print, print).run(settings), told.toString(StandardCharsets.UTF_8));
    }

    private void assertNoneLeft(Map<String, List<String>> before) throws SQLException {
        Map<String, List<String>> after = hashes();
        before.forEach((column, values) -> {
            assertFalse(values.isEmpty(), column);
            assertEquals(values.size(), after.get(column).size(), column);
            assertEquals(
                    List.of(),
                    values.stream().filter(after.get(column)::contains).toList(),
                    column);
        });
    }

    private Map<String, List<String>> hashes() throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        for (String column : COLUMNS.keySet()) {
            if (COLUMNS.get(column).equals("yes")) {
                String[] parts = column.split("\\.");
                String value = column.equals("version.keys") ? "unnest(keys)" : parts[1];
                all.put(
                        column,
                        rows("select distinct " + value + " from " + parts[0] + " where " + parts[1] + " is not null"));
            }
        }
        return all;
    }

    private java.util.Set<String> columns() throws SQLException {
        return new java.util.TreeSet<>(rows(
                "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'"
                        + " and (data_type in ('bytea', 'bigint') or udt_name in ('_int8', '_bytea'))"));
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private int count(String table, String column, byte[] value) throws SQLException {
        return database.count("select count(*) from " + table + " where " + column + " = " + bytes(value));
    }

    private static String bytes(byte[] value) {
        return "'\\x" + HexFormat.of().formatHex(value) + "'";
    }

    private static MasterKey opened(Connection store) {
        return StoredKeys.open(
                MasterKey.read("x", KEY),
                new org.springframework.jdbc.datasource.SingleConnectionDataSource(store, true),
                Clock.systemUTC());
    }

    private String rotate(String key) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(told, true, StandardCharsets.UTF_8);
        int exit = new RotateIndexKey(print, print).run(nodes.settings(key));
        String text = told.toString(StandardCharsets.UTF_8);
        assertEquals(text.contains("under its key") ? 0 : 2, exit, text);
        return text;
    }
}
