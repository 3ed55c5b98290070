package nl.ooievaar.server.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestFolders;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.audit.AuditSealer;
import nl.ooievaar.server.audit.AuditVerification;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.command.VerifyAuditCommand;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.start.ExternalPostgreSql;
import nl.ooievaar.server.start.MasterKey;
import nl.ooievaar.subject.party.Party;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The access log in a database that others run: the server can't change it, whoever can is found out, and what can't be recorded is
 * not answered. A server and a database of its own, since the tests break both.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditDatabaseIT {
    private static final String BREAK =
            """
            create function full_disk() returns trigger language plpgsql as
              $$ begin raise exception 'disk full' using errcode = 'disk_full'; end $$;
            create trigger full_disk before insert on audit for each row execute function full_disk()
            """;
    private static final String MEND = "drop trigger full_disk on audit; drop function full_disk()";

    private static ExternalPostgreSql.One database;
    private static TestServer server;
    private static String data;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = ExternalPostgreSql.get().database("audit");
        data = "--ooievaar.data=" + TestFolders.make("ooievaar-audit").resolve("data");
        List<String> settings = new ArrayList<>(List.of(database.arguments()));
        settings.add("--ooievaar.mode=sandbox");
        settings.add(data);
        server = TestServer.own(settings.toArray(String[]::new));
    }

    @AfterAll
    static void end() {
        server.end();
    }

    @Test
    @Order(1)
    void the_server_works_as_a_role_that_cannot_change_what_it_wrote() throws SQLException {
        assertEquals(List.of("ooievaar_server"), server.query("select current_user"));
        Referral.ofNewWoman().send(server.as("midwife"));
        try (Connection connection = database.asServer();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("audit", "audit_seal")) {
                for (String change : List.of(
                        "update %s set mac = mac",
                        "delete from %s",
                        "truncate %s",
                        "drop table %s",
                        "alter table %s add column more text",
                        "alter table %s disable trigger all",
                        "alter table %s owner to current_user",
                        "create trigger mine before insert on %s for each row execute function suppress_redundant_updates_trigger()",
                        "create rule mine as on insert to %s do instead nothing",
                        "select * from %s for update")) {
                    assertThatThrownBy(() -> statement.execute(change.formatted(table)), change)
                            .isInstanceOf(SQLException.class)
                            .extracting(e -> ((SQLException) e).getSQLState())
                            .as(change)
                            .isEqualTo("42501");
                }
            }
            for (String other : List.of(
                    "update flyway_schema_history set success = true",
                    "create table mine (id integer)",
                    "truncate version",
                    "drop table version cascade",
                    "set role ooievaar_owner")) {
                assertThatThrownBy(() -> statement.execute(other), other)
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .as(other)
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    @Order(2)
    void what_cannot_be_recorded_is_not_answered_and_not_done() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(server.as("midwife"));
        String patient = sent.of("Patient");
        String next = server.as("midwife")
                .get("/Task?_count=1")
                .jsonPath()
                .getString("link.find { it.relation == 'next' }.url");
        int versions = database.count("select count(*) from version");
        int recorded = database.count("select count(*) from audit");
        Map<String, Function<RequestSpecification, Response>> doors = new LinkedHashMap<>();
        doors.put("read", as -> as.get("/" + patient));
        doors.put("vread", as -> as.get("/" + patient + "/_history/1"));
        doors.put("history", as -> as.get("/" + patient + "/_history"));
        doors.put("search", as -> as.get("/Task"));
        doors.put("empty search", as -> as.get("/Goal"));
        doors.put("page", as -> as.get(next));
        doors.put("everything", as -> as.get("/" + patient + "/$everything"));
        doors.put("access log", as -> as.get("/" + patient + "/$access-log"));
        doors.put("audit trail", as -> as.get("/AuditEvent?patient=" + patient));
        doors.put("transaction", as -> as.body(Referral.ofNewWoman().json()).post());
        doors.put("create", as -> as.body(
                        "{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + patient + "\"}}")
                .post("/RelatedPerson"));
        doors.put("refusal", as -> as.get("/Patient/00000000-0000-0000-0000-000000000000"));
        doors.put("invalid", as -> as.body("{\"resourceType\":\"Task\"}").post("/Task"));
        database.execute(BREAK);
        try {
            doors.forEach((name, door) -> {
                Response answer = door.apply(server.as("midwife"));
                assertEquals(503, answer.statusCode(), name);
                assertEquals("audit-unavailable", answer.path("issue[0].details.coding[0].code"), name);
                assertThat(answer.asString()).as(name).doesNotContain("Morales").doesNotContain("disk full");
            });
            server.as("midwife")
                    .body("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{"
                            + "\"request\":{\"method\":\"GET\",\"url\":\"" + patient + "\"}}]}")
                    .post()
                    .then()
                    .statusCode(200)
                    .body("entry[0].response.status", equalTo("503"))
                    .body("entry[0].resource", equalTo(null));
            assertThat(server.as("midwife")
                            .header("Accept-Language", "nl")
                            .get("/" + patient)
                            .asString())
                    .contains("toegangslogboek");
        } finally {
            database.execute(MEND);
        }
        assertEquals(versions, database.count("select count(*) from version"), "nothing was written");
        assertEquals(recorded, database.count("select count(*) from audit"));
        server.as("midwife").get("/" + patient).then().statusCode(200);
    }

    @Test
    @Order(3)
    void a_row_that_commits_late_is_sealed_in_its_turn_and_many_sealers_make_one_chain() throws Exception {
        Party party = new Party("urn:test", "late", "late");
        Caller caller = new Caller(
                party, "test", Optional.empty(), "late", Set.of(), Optional.empty(), Optional.of("referral"));
        new TransactionTemplate(server.part(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            server.part(Audit.class)
                    .record(new AuditedRequest(UUID.randomUUID(), "read", null, Instant.now()), caller, "R", List.of());
            // Others write and commit meanwhile, with higher numbers; a sealer comes by.
            server.as("jgz").get("/Task").then().statusCode(200);
            server.part(AuditSealer.class).sealAll();
        });
        assertEquals(List.of("1"), server.query("select count(*) from audit where client = 'late'"));
        ExecutorService sealers = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 40; i++) {
            sealers.submit(() -> server.part(AuditSealer.class).sealAll());
            server.as("outsider").get("/Task").then().statusCode(200);
        }
        sealers.shutdown();
        assertThat(sealers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        sealed();
        assertThat(look(Duration.ZERO)).isEmpty();
        assertEquals(
                server.query("select count(*) from audit"),
                server.query("select sum(cardinality(seqs)) from audit_seal"),
                "each row is sealed once");
    }

    /** 9999 comes before 10000, which as texts they do not. */
    @Test
    @Order(3)
    void rows_on_both_sides_of_a_longer_transaction_number_are_sealed_in_order() throws SQLException {
        sealed();
        Caller caller = new Caller(
                new Party("urn:test", "short", "short"),
                "test",
                Optional.empty(),
                "short",
                Set.of(),
                Optional.empty(),
                Optional.of("referral"));
        // As long as it is open nothing after it is sealed, so that both come into one batch.
        new TransactionTemplate(server.part(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            server.part(Audit.class)
                    .record(new AuditedRequest(UUID.randomUUID(), "read", null, Instant.now()), caller, "R", List.of());
            pastTheNextPowerOfTen();
            server.as("jgz").get("/Task").then().statusCode(200);
        });
        sealed();
        assertEquals(
                List.of("t"),
                server.query(
                        "select max(length(xid::text)) > (select length(xid::text) from audit where client = 'short')"
                                + " from audit"));
        assertThat(look(Duration.ZERO)).isEmpty();
    }

    /** Each inner block of a transaction takes a number of its own. */
    private static void pastTheNextPowerOfTen() {
        try {
            database.execute(
                    "create temp table taken (number int);"
                            + " do $$ declare next bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint; begin"
                            + " for number in 0..(10 ^ length(next::text) - next)::int loop"
                            + " begin insert into taken values (number); exception when others then raise; end; end loop; end $$");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(4)
    void each_row_and_seal_that_is_changed_removed_added_or_moved_is_found() throws SQLException {
        for (int i = 0; i < 3; i++) {
            server.as("jgz").get("/Task").then().statusCode(200);
            sealed();
        }
        assertThat(look(Duration.ZERO)).isEmpty();
        assertEquals(0, run().exit());
        List<String> missed = new ArrayList<>();
        // In the middle of the log, so that there are seals before and after it.
        String seal = "(select seal_no from audit_seal order by seal_no desc offset 1 limit 1)";
        String row = "(select seqs[1] from audit_seal where seal_no = " + seal + ")";
        for (String column : server.query("select column_name || '|' || data_type"
                + " from information_schema.columns where table_name = 'audit'")) {
            String[] part = column.split("\\|");
            found(
                    missed,
                    "audit." + part[0],
                    "update audit set " + part[0] + " = " + another(part[0], part[1]) + " where seq = " + row);
        }
        for (String column : server.query("select column_name || '|' || data_type from information_schema.columns"
                + " where table_name = 'audit_seal'")) {
            String[] part = column.split("\\|");
            found(
                    missed,
                    "audit_seal." + part[0],
                    "update audit_seal set " + part[0] + " = " + another(part[0], part[1]) + " where seal_no = "
                            + seal);
        }
        found(missed, "row removed", "delete from audit where seq = " + row);
        found(missed, "seal removed", "delete from audit_seal where seal_no = " + seal);
        found(missed, "first seal removed", "delete from audit_seal where seal_no = 1");
        found(
                missed,
                "row copied",
                "insert into audit overriding system value select (jsonb_populate_record(a, jsonb_build_object("
                        + "'audit_id', gen_random_uuid(), 'seq', (select max(seq) + 1000 from audit)))).* from audit a"
                        + " where a.seq = " + row);
        // A worklist shows the files of many women at once, and each has a row.
        String pair = "select unnest(seqs[1:2]) from audit_seal where seal_no ="
                + " (select min(seal_no) from audit_seal where cardinality(seqs) > 1)";
        assertThat(server.query(pair)).hasSize(2);
        found(
                missed,
                "rows exchanged",
                "update audit a set seq = -b.seq from audit b where a.seq in (" + pair + ") and b.seq in (" + pair
                        + ") and a.seq <> b.seq; update audit set seq = -seq where seq < 0");
        found(missed, "all removed", "delete from audit");
        found(missed, "all seals removed", "delete from audit_seal");
        assertThat(missed).isEmpty();
        assertThat(look(Duration.ZERO)).as("the database is as it was").isEmpty();
    }

    @Test
    @Order(5)
    void a_tail_cut_off_with_its_seals_is_found_by_a_head_that_was_kept_elsewhere() throws SQLException {
        server.as("jgz").get("/Task").then().statusCode(200);
        sealed();
        String head = run().head();
        String cut = "delete from audit where seq >= (select seqs[1] from audit_seal order by seal_no desc limit 1);"
                + " delete from audit_seal where seal_no = (select max(seal_no) from audit_seal)";
        assertThat(run("--head", head).places()).isEmpty();
        List<String> places = new ArrayList<>();
        tampered(cut, () -> places.addAll(run("--head", head).places()));
        assertThat(places).singleElement().asString().startsWith("head-differs seal ");
        tampered(cut, () -> assertThat(run().exit())
                .as("a chain without its end fits by itself")
                .isZero());
    }

    @Test
    @Order(6)
    void rows_that_wait_too_long_are_told_and_a_wrong_question_is_refused() throws SQLException {
        tampered(
                "update audit set xid = '9000000000000' where seq = (select max(seq) from audit)",
                () -> assertThat(run("--late", "0").places()).anyMatch(place -> place.startsWith("not-sealed 1 rows")));
        assertEquals(2, run("--head", "nonsense").exit());
        assertEquals(2, run("--late").exit());
        assertEquals(2, run("--spring.datasource.password=wrong").exit());
    }

    /** Makes the change as the owner, without the sealer in between, and takes it back. */
    private static void tampered(String change, Runnable look) throws SQLException {
        database.execute("create schema kept; create table kept.audit as select * from public.audit;"
                + " create table kept.audit_seal as select * from public.audit_seal;"
                + " alter table audit alter column seq drop identity");
        try {
            // The sealer of the running server must not seal what the test breaks.
            database.execute("revoke insert on audit_seal from ooievaar_server");
            database.execute(change);
            look.run();
        } finally {
            database.execute("delete from public.audit; delete from public.audit_seal;"
                    + " insert into public.audit select * from kept.audit;"
                    + " insert into public.audit_seal select * from kept.audit_seal; drop schema kept cascade;"
                    + " alter table audit alter column seq add generated always as identity;"
                    + " select setval(pg_get_serial_sequence('audit', 'seq'), (select max(seq) from audit));"
                    + " grant insert on audit_seal to ooievaar_server");
        }
    }

    private static void found(List<String> missed, String name, String change) throws SQLException {
        tampered(change, () -> {
            if (look(Duration.ZERO).isEmpty()) {
                missed.add(name);
            }
        });
    }

    /** Another value of the same type. */
    private static String another(String column, String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "timestamp with time zone" -> column + " + interval '1 microsecond'";
            case "integer" -> "coalesce(" + column + ", 0) + 1";
            case "smallint" -> "3 - " + column;
            case "bigint" -> column + " + 500000";
            case "xid8" -> "cast(cast(cast(cast(" + column + " as text) as bigint) - 1 as text) as xid8)";
            case "bytea" -> "decode(md5(coalesce(" + column + "::text, '')), 'hex')";
            case "ARRAY" ->
                switch (column) {
                    case "types", "consents" -> column + " || array['x']";
                    case "ids" -> column + " || array[gen_random_uuid()]";
                    default -> column + " || 7";
                };
            default ->
                switch (column) {
                    case "action" -> "case when action = 'R' then 'U' else 'R' end";
                    case "outcome" -> "case when outcome = 'done' then 'refused' else 'done' end";
                    case "kind" -> "case when kind = 'none' then 'own' else 'none' end";
                    default -> "coalesce(" + column + ", '') || 'x'";
                };
        };
    }

    /** What the verification finds, without the command around it. */
    private static List<String> look(Duration late) {
        List<String> places = new ArrayList<>();
        try (Connection connection = database.asServer()) {
            new AuditVerification(
                            server.part(MasterKey.class),
                            Instant.now(),
                            late,
                            Optional.empty(),
                            place -> places.add(place.toString()))
                    .run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return places;
    }

    private record Verified(int exit, List<String> places, String head) {}

    private static Verified run(String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of(database.arguments()));
        arguments.add("--ooievaar.mode=sandbox");
        arguments.add(data);
        arguments.addAll(List.of(options));
        int exit = new VerifyAuditCommand(print, print).run(arguments);
        String told = out.toString(StandardCharsets.UTF_8);
        Matcher head = Pattern.compile("(?m)^head (\\S+)$").matcher(told);
        return new Verified(
                exit,
                told.lines()
                        .filter(line -> line.matches("[a-z-]+ (row|rows|seal|[0-9]+ rows).*: .*"))
                        .toList(),
                head.find() ? head.group(1) : "");
    }

    /** Until all that is written is sealed, by this sealer or by that of the server, which works beside it. */
    private static void sealed() {
        AuditSealer sealer = server.part(AuditSealer.class);
        while (!sealer.lag().isZero()) {
            sealer.sealAll();
        }
    }
}
