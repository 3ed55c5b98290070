package nl.ooievaar.server.start;

import static nl.ooievaar.server.start.StoreNode.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestFolders;
import nl.ooievaar.server.command.VerifyAuditCommand;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database of any older schema, with what was written under it, is carried to the newest one and served. */
class UpgradeIT {
    private static final String KEY = StoreNode.key(6);
    private static final MasterKey MASTER = MasterKey.read("x", KEY);
    private static final Referral REFERRAL = Referral.ofNewWoman();

    private static Path folder;
    private static ExternalPostgreSql.One source;
    private static String patient;
    private static String consent;

    @BeforeAll
    static void a_server_writes() throws IOException, SQLException {
        folder = TestFolders.make("ooievaar-upgrade");
        source = ExternalPostgreSql.get().database("upgrade_source");
        FormerStore.flyway(source, MigrationVersion.LATEST).migrate();
        keysOfBefore();
        try (ConfigurableApplicationContext node = new StoreNode(source, folder).start(KEY)) {
            Referral.Sent sent = REFERRAL.send(as(node, "midwife"));
            patient = sent.of("Patient");
            consent = sent.of("Consent");
            as(node, "jgz").get("/" + patient).then().statusCode(200);
        }
    }

    @Test
    void no_row_of_any_older_schema_is_lost_or_changed() throws Exception {
        List<Integer> schemas = Stream.of(FormerStore.flyway(source, MigrationVersion.LATEST)
                        .info()
                        .applied())
                .map(MigrationInfo::getVersion)
                .map(version -> Integer.valueOf(version.getVersion()))
                .toList();
        assertTrue(schemas.size() >= 8, "all migrations: " + schemas);
        for (int schema : schemas.subList(0, schemas.size() - 1)) {
            try (FormerStore former = former(schema)) {
                Map<String, String> columns = former.columns();
                Map<String, List<String>> before = former.rows(columns);
                for (String filled : List.of("version", "file", "access_grant", "business_key", "audit", "outbox")) {
                    assertFalse(before.get(filled).isEmpty(), filled + " of " + schema);
                }

                FormerStore.flyway(former.database(), MigrationVersion.LATEST).migrate();

                assertEquals(before, former.rows(columns), "from " + schema);
                assertOpensWithItsKeyOnly(former.connection());
            }
        }
    }

    @Test
    void the_first_store_there_was_is_served_by_the_server_of_now() throws Exception {
        StoreNode nodes;
        try (FormerStore first = former(1)) {
            nodes = new StoreNode(first.database(), folder);
        }
        try (ConfigurableApplicationContext node = nodes.start(KEY)) {
            as(node, "midwife").get("/" + patient).then().statusCode(200).body("name[0].family", equalTo("Morales"));
            as(node, "midwife")
                    .contentType("application/x-www-form-urlencoded")
                    .formParam("identifier", "http://fhir.nl/fhir/NamingSystem/bsn|" + REFERRAL.bsn())
                    .post("/Patient/_search")
                    .then()
                    .body("total", equalTo(1));
            as(node, "midwife")
                    .body(REFERRAL.json())
                    .post()
                    .then()
                    .statusCode(200)
                    .body(containsString(patient));
            as(node, "jgz").get("/" + patient).then().statusCode(200);
            as(node, "outsider").get("/" + patient).then().statusCode(404);
            String given = as(node, "midwife").get("/" + consent).asString();
            as(node, "midwife")
                    .header("If-Match", "W/\"1\"")
                    .body(given.replace("\"active\"", "\"inactive\""))
                    .put("/" + consent)
                    .then()
                    .statusCode(200);
            as(node, "jgz").get("/" + patient).then().statusCode(404);
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(told, true, StandardCharsets.UTF_8);
        int exit = new VerifyAuditCommand(print, print).run(nodes.settings(KEY));
        assertEquals(0, exit, told.toString(StandardCharsets.UTF_8));
    }

    private static void assertOpensWithItsKeyOnly(Connection owner) {
        SingleConnectionDataSource store = new SingleConnectionDataSource(owner, true);
        MasterKey other = MasterKey.read("x", StoreNode.key(7));
        StartRefused no = assertThrows(StartRefused.class, () -> StoredKeys.open(other, store, Clock.systemUTC()));
        assertTrue(no.getMessage().contains("not the master key of this store"), no.getMessage());
        MasterKey opened = StoredKeys.open(MASTER, store, Clock.systemUTC());
        assertArrayEquals(new byte[][] {MASTER.formerly("search-index")}, opened.indexKeys());
    }

    private static FormerStore former(int schema) throws SQLException, IOException {
        ExternalPostgreSql.One empty = ExternalPostgreSql.get().database("upgrade_" + schema + "_" + System.nanoTime());
        return FormerStore.of(source, schema, empty, MASTER.formerly("audit-mac"));
    }

    /** Before keys stood in the store they were made from the master key; a store that has a file keeps those. */
    private static void keysOfBefore() throws SQLException {
        source.execute("insert into party (organization_system, organization_value, service) values ('x', 'x', 'x')");
        try (Connection owner = source.connection();
                PreparedStatement file = owner.prepareStatement(
                        "insert into file (file_id, kind, custodian, data_key) select gen_random_uuid(), 'staff', party_id, ?"
                                + " from party")) {
            file.setBytes(1, MASTER.wrap(MasterKey.fresh()));
            file.executeUpdate();
        }
    }
}
