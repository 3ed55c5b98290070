package nl.ooievaar.server.start;

import static nl.ooievaar.server.start.StoreNode.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestFolders;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The master key of a store is replaced: in parts, again after a crash, and then only the new one opens it. */
class KeyRotationIT {
    private static final String FIRST = StoreNode.key(1);
    private static final String SECOND = StoreNode.key(2);
    private static final String THIRD = StoreNode.key(3);

    private final ExternalPostgreSql.One database;
    private final StoreNode nodes;

    KeyRotationIT() throws IOException, SQLException {
        database = ExternalPostgreSql.get().database("rotation");
        nodes = new StoreNode(database, TestFolders.make("ooievaar-rotation"));
    }

    @Test
    void a_new_master_key_opens_what_was_written_under_the_one_before_and_the_one_before_no_longer_does()
            throws Exception {
        Referral referral = Referral.ofNewWoman();
        String patient;
        byte[] pseudonym;
        byte[] mac;
        try (ConfigurableApplicationContext node = nodes.start(FIRST)) {
            patient = referral.send(as(node, "midwife")).of("Patient");
            as(node, "jgz").get("/" + patient).then().statusCode(200);
            assertTrue(rotate(FIRST, SECOND).contains("stop every node"), "a node that runs is seen");
            mac = node.getBean(MasterKey.class).derive("audit-mac");
            pseudonym = bytes("select file_pseudonym from audit where file_pseudonym is not null order by seq limit 1");
        }
        assertEquals(1, database.count("select count(distinct wrapped_under) from file"));
        assertTrue(rotate(SECOND, THIRD).contains("ooievaar.master-key"), "not with a key that is not the key");
        crashHalfWay();

        assertTrue(nodes.refused(FIRST).contains("rotate-master-key"));
        assertTrue(nodes.refused(SECOND).contains("rotate-master-key"));
        assertTrue(rotate(FIRST, THIRD).contains("the same two keys"));

        assertTrue(rotate(FIRST, SECOND).contains("under the new master key"));
        assertEquals(0, database.count("select count(*) from file where wrapped_under <> 2"));
        assertEquals(0, database.count("select count(*) from sealed_key where wrapped_under <> 2"));
        assertTrue(rotate(FIRST, SECOND).contains("under the new master key"), "once more changes nothing");
        assertTrue(rotate(SECOND, FIRST).contains("fresh"), "never back to a key that was let go");

        assertTrue(nodes.refused(FIRST).contains("was replaced"));
        assertTrue(nodes.refused(THIRD).contains("not the master key of this store"));
        try (ConfigurableApplicationContext node = nodes.start(SECOND)) {
            as(node, "midwife").get("/" + patient).then().statusCode(200).body("name[0].family", equalTo("Morales"));
            as(node, "midwife")
                    .contentType("application/x-www-form-urlencoded")
                    .formParam("identifier", "http://fhir.nl/fhir/NamingSystem/bsn|" + referral.bsn())
                    .post("/Patient/_search")
                    .then()
                    .body("total", equalTo(1));
            as(node, "midwife")
                    .body(referral.json())
                    .post()
                    .then()
                    .statusCode(200)
                    .body(containsString(patient));
            assertArrayEquals(mac, node.getBean(MasterKey.class).derive("audit-mac"), "the trail still verifies");
            as(node, "midwife").get("/AuditEvent?patient=" + patient).then().statusCode(200);
            assertEquals(
                    1,
                    database.count("select count(distinct file_pseudonym) from audit where file_pseudonym = '\\x"
                            + java.util.HexFormat.of().formatHex(pseudonym) + "'"));
            Referral.ofNewWoman().send(as(node, "midwife"));
            assertEquals(0, database.count("select count(*) from file where wrapped_under <> 2"));
        }
    }

    /** Begins, does two small parts, and is gone. */
    private void crashHalfWay() throws SQLException {
        try (Connection store = database.connection()) {
            MasterKeyRotation rotation = MasterKeyRotation.begin(
                    store, MasterKey.read("x", FIRST), MasterKey.read("x", SECOND), Clock.systemUTC());
            assertEquals(1, rotation.part(1));
            assertEquals(1, rotation.part(1));
        }
        assertEquals(2, database.count("select count(*) from file where wrapped_under = 2"));
        assertTrue(database.count("select count(*) from file where wrapped_under = 1") > 0);
    }

    private String rotate(String before, String after) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(told, true, StandardCharsets.UTF_8);
        List<String> settings = nodes.settings(before);
        settings.add("--ooievaar.new-master-key=" + after);
        int exit = new RotateMasterKey(print, print).run(settings);
        String text = told.toString(StandardCharsets.UTF_8);
        assertEquals(text.contains("under the new master key") ? 0 : 2, exit, text);
        assertFalse(text.contains(before) || text.contains(after), "prints no key");
        return text;
    }

    private byte[] bytes(String sql) throws SQLException {
        try (Connection connection = database.connection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getBytes(1);
        }
    }
}
