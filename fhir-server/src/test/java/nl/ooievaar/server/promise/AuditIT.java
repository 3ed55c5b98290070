package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** What is disclosed or refused is on record, and nothing at rest names her. */
class AuditIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void a_disclosure_is_on_record_with_its_version_and_the_consent_that_allowed_it() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String patient = id(sent.of("Patient"));
        SERVER.as("jgz").get("/Patient/" + patient).then().statusCode(200);
        assertEquals(
                List.of("read|R|delivered|consent:referral|90000201-phb|{1}"),
                SERVER.query("select interaction, action, kind, basis, service, versions from audit"
                        + " where ids = array['" + patient + "']::uuid[] and interaction = 'read'"));
        assertEquals(
                List.of("t"),
                SERVER.query("select array_length(consents, 1) = 1 from audit where ids = array['" + patient
                        + "']::uuid[] and interaction = 'read'"));
    }

    @Test
    void a_refusal_is_on_record() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        long before = refusals("90000901-phb");
        SERVER.as("outsider").get("/" + sent.of("Patient")).then().statusCode(404);
        SERVER.as("outsider")
                .body("{\"resourceType\":\"Task\"}")
                .post("/Task")
                .then()
                .statusCode(422);
        assertEquals(before + 2, refusals("90000901-phb"));
    }

    @Test
    void a_search_without_hits_is_on_record() throws SQLException {
        long before = Long.parseLong(
                SERVER.query("select count(*) from audit where interaction = 'search-type' and kind = 'none'")
                        .get(0));
        SERVER.as("outsider").get("/Task").then().body("total", equalTo(0));
        long after = Long.parseLong(
                SERVER.query("select count(*) from audit where interaction = 'search-type' and kind = 'none'")
                        .get(0));
        assertEquals(before + 1, after);
    }

    @Test
    void every_entry_of_a_batch_is_on_record_by_itself() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String task = id(sent.of("Task"));
        SERVER.as("jgz")
                .body("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                        + "{\"request\":{\"method\":\"GET\",\"url\":\"Task?_id=" + task + "\"}},"
                        + "{\"request\":{\"method\":\"GET\",\"url\":\"Task/" + task + "\"}}]}")
                .post()
                .then()
                .statusCode(200);
        assertEquals(
                List.of("read|R|delivered|90000201-phb", "search-type|E|delivered|90000201-phb"),
                SERVER.query("select interaction, action, kind, service from audit where ids = array['" + task
                        + "']::uuid[] and action in ('R', 'E') order by interaction"));
        long before = refusals("90000901-phb");
        SERVER.as("outsider")
                .body("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                        + "{\"request\":{\"method\":\"GET\",\"url\":\"Task/" + task + "\"}},"
                        + "{\"request\":{\"method\":\"GET\",\"url\":\"Task/" + task + "/_history\"}}]}")
                .post()
                .then()
                .statusCode(200);
        assertEquals(before + 2, refusals("90000901-phb"));
    }

    @Test
    void the_custodian_reads_who_saw_the_record_and_no_other_party_can() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(200);
        SERVER.as("midwife")
                .get("/AuditEvent?patient=" + sent.of("Patient"))
                .then()
                .statusCode(200)
                .body("total", greaterThanOrEqualTo(2))
                .body("entry.resource.agent.altId.flatten()", hasItem("90000201-phb"));
        SERVER.as("jgz")
                .get("/AuditEvent?patient=" + sent.of("Patient"))
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @Test
    void nothing_at_rest_holds_her_bsn_or_her_record_in_clear() throws SQLException {
        Referral referral = Referral.ofNewWoman()
                .resource("ServiceRequest", s -> s.putArray("note").addObject().put("text", "een geheim verhaal"));
        referral.send(SERVER.as("midwife"));
        List<String> found = new ArrayList<>();
        for (String column : SERVER.query("select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = 'public' and table_name <> 'flyway_schema_history'")) {
            String table = column.substring(0, column.indexOf('.'));
            String name = column.substring(column.indexOf('.') + 1);
            for (String secret : List.of(referral.bsn(), "een geheim verhaal", "\"resourceType\"")) {
                String hex = java.util.HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
                String text = "convert_to(\"" + name + "\"::text, 'UTF8')";
                boolean bytes = SERVER.query("select data_type from information_schema.columns where table_name = '"
                                + table + "' and column_name = '" + name + "'")
                        .get(0)
                        .equals("bytea");
                String where = bytes
                        ? "position('\\x" + hex + "'::bytea in \"" + name + "\") > 0"
                        : "position('\\x" + hex + "'::bytea in " + text + ") > 0";
                if (!SERVER.query("select count(*) from \"" + table + "\" where " + where)
                        .get(0)
                        .equals("0")) {
                    found.add(column + " holds " + secret);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void every_row_carries_a_mac() throws SQLException {
        SERVER.as("jgz").get("/Task").then().statusCode(200);
        assertEquals(List.of("0"), SERVER.query("select count(*) from audit where length(mac) <> 32"));
        assertFalse(SERVER.query("select mac from audit").isEmpty());
        assertTrue(
                SERVER.query("select count(distinct mac) = count(*) from audit").contains("t"));
    }

    private static long refusals(String service) throws SQLException {
        return Long.parseLong(
                SERVER.query("select count(*) from audit where outcome = 'refused' and service = '" + service + "'")
                        .get(0));
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
