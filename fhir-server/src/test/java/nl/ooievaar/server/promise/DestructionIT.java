package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.ooievaar.server.Asking;
import nl.ooievaar.server.AtRest;
import nl.ooievaar.server.Consents;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.ServerProcess;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.audit.AuditedRequest;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.server.rights.Destruction;
import nl.ooievaar.server.store.Parties;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A file that is destroyed is gone, whole, from every table and every door; that it was there stays on record. */
class DestructionIT {
    private static final TestServer SERVER = TestServer.get();
    private static final int MANY = 150;
    private static final String ON_REQUEST = Asking.codes(Map.of("ground", "her-request"));

    @Test
    void nothing_of_her_stays_anywhere_and_the_audit_trail_stays_as_it_was() throws SQLException {
        String canary = "Kanarie" + UUID.randomUUID().toString().substring(0, 8);
        Referral referral =
                Referral.ofNewWoman().resource("Patient", p -> ((ObjectNode) p.at("/name/0")).put("family", canary));
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Patient") + "/$everything").then().statusCode(200);
        Loop.accept(sent);
        String file = file(sent);
        String key = SERVER.query("select encode(data_key, 'hex') from file where file_id = '" + file + "'")
                .get(0);
        String body = SERVER.query("select encode(body, 'hex') from version where id = '" + id(sent.of("Patient"))
                        + "' and version = 1")
                .get(0);
        // The desk has a Patient of its own with her name: its record, not this one.
        SERVER.as("jgz")
                .body(ON_REQUEST)
                .post("/Patient/" + own(sent) + "/$destroy")
                .then()
                .statusCode(200);
        String audit =
                "select md5(string_agg(a::text, ',' order by seq)), count(*) from audit a where ids && array(select id"
                        + " from unnest(array['" + String.join("','", ids(sent))
                        + "']::uuid[]) as one (id)) and action <> 'D'";
        List<String> before = SERVER.query(audit);
        assertTrue(AtRest.holding(SERVER, canary.toLowerCase(Locale.ROOT)).contains("string_value.folded"));

        SERVER.as("midwife")
                .body(ON_REQUEST)
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200)
                .body("parameter.find { it.name == 'ground' }.valueCode", equalTo("her-request"))
                .body("parameter.find { it.name == 'ended' }.valueInstant", notNullValue());

        for (String secret : List.of(canary, canary.toLowerCase(Locale.ROOT), referral.bsn(), file)) {
            assertEquals(List.of(), AtRest.holding(SERVER, secret), secret);
        }
        for (String secret : List.of(key, body)) {
            assertEquals(List.of(), AtRest.holding(SERVER, HexFormat.of().parseHex(secret)));
        }
        for (String id : ids(sent)) {
            assertTrue(Set.of("audit.ids", "audit.consents").containsAll(AtRest.holding(SERVER, id)), id);
        }
        assertEquals(before, SERVER.query(audit));
        assertEquals(
                List.of("1"),
                SERVER.query("select count(*) from audit where action = 'D' and '" + id(sent.of("Patient"))
                        + "' = any(ids)"));
        assertEquals(
                List.of("her-request|t|t"),
                SERVER.query("select ground, file_id is null, versions > 10 from destruction where file_pseudonym ="
                        + " (select file_pseudonym from audit where action = 'D' and '" + id(sent.of("Patient"))
                        + "' = any(ids))"));
    }

    @Test
    void every_table_that_belongs_to_a_file_is_one_that_destruction_empties() throws SQLException {
        assertEquals(
                List.of(
                        "business_key",
                        "date_value",
                        "delivery",
                        "destruction",
                        "file",
                        "moved_work",
                        "notification",
                        "outbox",
                        "string_value",
                        "told_deadline",
                        "version"),
                SERVER.query("select table_name from information_schema.columns where column_name = 'file_id'"
                        + " and table_schema = 'public' order by table_name"));
    }

    @Test
    void afterwards_it_answers_as_what_never_was_and_a_new_file_begins() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        SERVER.as("midwife")
                .body(ON_REQUEST)
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200);

        for (String type : List.of("Patient", "Task", "Consent", "Observation")) {
            for (String form : List.of("/", "/_history/1", "/_history")) {
                String there = "/" + sent.of(type) + form;
                String nowhere = "/" + type + "/" + UUID.randomUUID() + form;
                for (String party : List.of("midwife", "jgz")) {
                    assertEquals(
                            SERVER.as(party)
                                    .get(nowhere)
                                    .then()
                                    .statusCode(404)
                                    .extract()
                                    .asString(),
                            SERVER.as(party)
                                    .get(there)
                                    .then()
                                    .statusCode(404)
                                    .extract()
                                    .asString());
                }
            }
        }
        SERVER.as("midwife")
                .body(ON_REQUEST)
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(404);
        Referral.Sent again = referral.send(SERVER.as("midwife"));
        assertFalse(again.locations().stream().anyMatch(sent.locations()::contains)
                && again.of("Patient").equals(sent.of("Patient")));
        SERVER.as("midwife").get("/" + again.of("Patient")).then().statusCode(200);
    }

    @Test
    void what_another_keeps_in_a_file_of_its_own_stays_and_what_was_lent_to_it_goes() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Patient") + "/$everything").then().statusCode(200);
        Loop.accept(sent);
        String own = own(sent);
        String work = SERVER.as("jgz")
                .get("/Task?based-on=" + sent.of("ServiceRequest"))
                .jsonPath()
                .getString("entry[0].resource.id");
        SERVER.as("midwife")
                .body(ON_REQUEST)
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(404);
        SERVER.as("jgz").get("/Patient/" + own).then().statusCode(200);
        SERVER.as("jgz")
                .get("/Task?_id=" + work + "&_include=Task:based-on&_include=Task:patient")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("entry[0].resource.basedOn[0].reference", equalTo(sent.of("ServiceRequest")));
    }

    @Test
    void what_she_objected_to_stays_closed_when_the_file_that_kept_the_objection_is_destroyed() throws SQLException {
        for (boolean objects : List.of(false, true)) {
            Referral referral = Referral.ofNewWoman();
            Referral.Sent sent = referral.send(SERVER.as("midwife"));
            Loop.accept(sent);
            String own = own(sent);
            if (objects) {
                object(sent, "90000501-acute-verloskunde");
            }
            SERVER.as("midwife")
                    .body(ON_REQUEST)
                    .post("/" + sent.of("Patient") + "/$destroy")
                    .then()
                    .statusCode(200);
            emergency(referral);
            SERVER.as("ward").get("/Patient/" + own).then().statusCode(objects ? 404 : 200);
            SERVER.as("midwife").get("/" + sent.of("Patient")).then().statusCode(404);
        }
    }

    @Test
    void an_objection_outlives_her_last_file_without_her_name_and_closes_what_a_later_consent_would_open()
            throws SQLException {
        String canary = "Kanarie" + UUID.randomUUID().toString().substring(0, 8);
        Referral referral =
                Referral.ofNewWoman().resource("Patient", p -> ((ObjectNode) p.at("/name/0")).put("family", canary));
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        object(sent, "90000201-phb", consent -> {
            ((ObjectNode) consent.get("performer").get(0)).put("display", canary);
            consent.putObject("text")
                    .put("status", "additional")
                    .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + canary + "</div>");
        });
        String file = file(sent);
        SERVER.as("midwife")
                .body(ON_REQUEST)
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200);
        assertEquals(List.of(), AtRest.holding(SERVER, file));

        var kept = SERVER.asPerson(referral.bsn())
                .get("/Consent?status=active")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("entry[0].resource.provision.type", equalTo("deny"))
                .extract();
        assertFalse(kept.asString().contains(canary), kept.asString());
        SERVER.as("jgz")
                .get("/Consent/" + kept.path("entry[0].resource.id"))
                .then()
                .statusCode(404);

        Referral.Sent again = renumbered(referral).send(SERVER.as("midwife"));
        SERVER.as("midwife").get("/" + again.of("Patient")).then().statusCode(200);
        SERVER.as("jgz").get("/" + again.of("Patient")).then().statusCode(404);
        SERVER.asPerson(referral.bsn())
                .post("/Consent/" + kept.path("entry[0].resource.id") + "/$withdraw")
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + again.of("Patient")).then().statusCode(200);
    }

    @Test
    void an_objection_that_ended_or_was_withdrawn_goes_with_the_file() throws SQLException {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        object(sent, "90000901-phb", consent -> ((ObjectNode) consent.get("provision"))
                .putObject("period")
                .put("start", "2020-01-01")
                .put("end", "2020-02-01"));
        String withdrawn = object(sent, "90000301-kraamzorg");
        SERVER.asPerson(referral.bsn())
                .post("/" + withdrawn + "/$withdraw")
                .then()
                .statusCode(200);
        String person = SERVER.query("select person_id from file where file_id = '" + file(sent) + "'")
                .get(0);
        SERVER.as("midwife")
                .body(ON_REQUEST)
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200);
        assertEquals(List.of("0"), SERVER.query("select count(*) from person where person_id = '" + person + "'"));
    }

    @Test
    void a_file_whose_destruction_was_begun_takes_nothing_more() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        begin(sent);
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},"
                        + "\"subject\":{\"reference\":\"" + sent.of("Patient") + "\"}}")
                .post("/Observation")
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("file-closed"));
        SERVER.as("midwife")
                .body(ON_REQUEST)
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200);
    }

    @Test
    void a_file_whose_time_runs_is_destroyed_on_her_request_only() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String ended = Asking.codes(Map.of("ground", "retention-ended"));
        SERVER.as("midwife")
                .body(ended)
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(422)
                .body("issue[0].details.text", containsString("twenty years"))
                .body("issue[0].expression[0]", equalTo("ground"));
        SERVER.as("midwife").get("/" + sent.of("Patient")).then().statusCode(200);
        change("update version set last_updated = last_updated - interval '20 years 2 days' where type <> 'Consent'"
                + " and file_id = '" + file(sent) + "'");
        SERVER.as("midwife")
                .body(ended)
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200);
        SERVER.as("midwife").get("/" + sent.of("Patient")).then().statusCode(404);
    }

    @Test
    void a_request_that_is_refused_stays_on_record_with_the_reason_and_she_can_read_it() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String refusal = SERVER.as("midwife")
                .body(Asking.codes(Map.of("ground", "her-request", "refusal-reason", "interest-of-another")))
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200)
                .body("status", equalTo("not-done"))
                .extract()
                .path("id");
        SERVER.as("midwife").get("/" + sent.of("Patient")).then().statusCode(200);
        SERVER.asPerson(referral.bsn())
                .get("/Communication/" + refusal)
                .then()
                .body("statusReason.coding[0].code", equalTo("interest-of-another"));
        SERVER.as("jgz").get("/Communication/" + refusal).then().statusCode(404);
        SERVER.as("midwife")
                .body(Asking.codes(Map.of("ground", "retention-ended", "refusal-reason", "law-forbids")))
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(422);
        SERVER.as("midwife").post("/" + sent.of("Patient") + "/$destroy").then().statusCode(400);
    }

    @Test
    void only_who_keeps_a_file_destroys_it() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String place = "/" + sent.of("Patient") + "/$destroy";
        SERVER.as("jgz").body(ON_REQUEST).post(place).then().statusCode(403);
        SERVER.as("outsider").body(ON_REQUEST).post(place).then().statusCode(404);
        SERVER.as("municipality").body(ON_REQUEST).post(place).then().statusCode(403);
        SERVER.asPerson(referral.bsn(), "patient/*.cruds")
                .body(ON_REQUEST)
                .post(place)
                .then()
                .statusCode(403);
        SERVER.as("midwife").get("/" + sent.of("Patient")).then().statusCode(200);
    }

    @Test
    void what_was_begun_before_a_crash_is_finished_by_the_next_call() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        UUID begun = begin(sent);
        SERVER.as("midwife").get("/" + sent.of("Patient")).then().statusCode(200);

        SERVER.as("midwife")
                .body(ON_REQUEST)
                .post("/" + sent.of("Patient") + "/$destroy")
                .then()
                .statusCode(200)
                .body("id", equalTo(begun.toString()));
        SERVER.as("midwife").get("/" + sent.of("Patient")).then().statusCode(404);
    }

    @Test
    void what_is_written_beside_a_destruction_is_refused_or_goes_with_it() throws Exception {
        for (int round = 0; round < 4; round++) {
            Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
            String file = file(sent);
            ExecutorService writers = Executors.newFixedThreadPool(3);
            List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 12; i++) {
                writers.submit(() -> answers.add(SERVER.as("midwife")
                        .body("{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},"
                                + "\"subject\":{\"reference\":\"" + sent.of("Patient") + "\"}}")
                        .post("/Observation")
                        .statusCode()));
            }
            SERVER.as("midwife")
                    .body(ON_REQUEST)
                    .post("/" + sent.of("Patient") + "/$destroy")
                    .then()
                    .statusCode(200);
            writers.shutdown();
            assertTrue(writers.awaitTermination(60, TimeUnit.SECONDS));
            assertEquals(12, answers.size());
            assertTrue(Set.of(201, 422).containsAll(answers), answers.toString());
            assertEquals(List.of(), AtRest.holding(SERVER, file));
        }
    }

    @Test
    void a_kill_in_the_midst_leaves_a_file_whole_or_gone() throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            List<Referral.Sent> women = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                women.add(Referral.ofNewWoman().send(server.as("midwife")));
                server.as("midwife")
                        .body(observations(women.get(i)))
                        .post()
                        .then()
                        .statusCode(200);
            }
            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            CountDownLatch first = new CountDownLatch(1);
            ExecutorService destroyers = Executors.newFixedThreadPool(3);
            for (Referral.Sent woman : women) {
                destroyers.submit(() -> {
                    int status = server.as("midwife")
                            .body(ON_REQUEST)
                            .post("/" + woman.of("Patient") + "/$destroy")
                            .statusCode();
                    if (status == 200) {
                        acknowledged.add(woman.of("Patient"));
                        first.countDown();
                    }
                });
            }
            assertTrue(first.await(60, TimeUnit.SECONDS));
            server.kill();
            destroyers.shutdown();
            assertTrue(destroyers.awaitTermination(60, TimeUnit.SECONDS));
            assertTrue(acknowledged.size() < women.size(), "all were done before the kill");

            server.launch();

            for (Referral.Sent woman : women) {
                boolean there =
                        server.as("midwife").get("/" + woman.of("Patient")).statusCode() == 200;
                assertFalse(there && acknowledged.contains(woman.of("Patient")));
                for (String location : woman.locations()) {
                    String place = location.substring(location.indexOf("/fhir/") + 5);
                    boolean staff = place.startsWith("/Practitioner");
                    assertEquals(
                            there || staff ? 200 : 404,
                            server.as("midwife").get(place).statusCode(),
                            place);
                }
                server.as("midwife")
                        .get("/Observation?patient=" + woman.of("Patient") + "&status=preliminary&_summary=count")
                        .then()
                        .body("total", equalTo(there ? MANY : 0));
            }
        }
    }

    /** The first half of a destruction, as a crash would leave it. */
    private static UUID begin(Referral.Sent sent) {
        Destruction destruction = SERVER.part(Destruction.class);
        Caller midwife = new Caller(
                DemoParty.MIDWIFE.party(),
                "03.000",
                Optional.empty(),
                "midwife",
                Set.of(),
                Optional.empty(),
                Optional.empty());
        Viewer viewer = Viewer.ofParty(SERVER.part(Parties.class).number(midwife.party()), true, Instant.now());
        AuditedRequest request = new AuditedRequest(UUID.randomUUID(), "destroy", null, viewer.now());
        return new TransactionTemplate(SERVER.part(PlatformTransactionManager.class))
                .execute(status -> destruction.begin(
                        destruction.own(UUID.fromString(id(sent.of("Patient"))), viewer),
                        Destruction.Ground.HER_REQUEST,
                        midwife,
                        viewer,
                        request));
    }

    private static String object(Referral.Sent sent, String service) {
        return object(sent, service, consent -> {});
    }

    /** She objects to whatever this service would get of the midwife for a referral. */
    private static String object(Referral.Sent sent, String service, Consumer<ObjectNode> change) {
        return Consents.give(SERVER.as("midwife"), sent.of("Patient"), "referral", consent -> {
            ((ObjectNode) consent.get("provision")).put("type", "deny").remove("period");
            consent.at("/provision/actor").forEach(actor -> {
                ObjectNode identifier = (ObjectNode) actor.at("/reference/identifier");
                if (identifier.path("value").asText().equals("90000201-phb")) {
                    identifier.put("value", service);
                }
            });
            change.accept(consent);
        });
    }

    private static void emergency(Referral referral) {
        SERVER.as("ward")
                .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"identifier\",\"valueIdentifier\":"
                        + "{\"system\":\"http://fhir.nl/fhir/NamingSystem/bsn\",\"value\":\"" + referral.bsn()
                        + "\"}},{\"name\":\"class\",\"valueCode\":\"referral\"},{\"name\":\"class\",\"valueCode\":\"contact\"},"
                        + "{\"name\":\"reason\",\"valueString\":\"Buiten bewustzijn binnengebracht\"},"
                        + "{\"name\":\"basis\",\"valueCode\":\"vital-interest\"}]}")
                .post("/Patient/$emergency-access")
                .then()
                .statusCode(200);
    }

    private static Referral renumbered(Referral referral) {
        return referral.resource(
                "ServiceRequest", s -> ((ObjectNode) s.at("/identifier/0")).put("value", "ref-" + UUID.randomUUID()));
    }

    private static String observations(Referral.Sent sent) {
        String one = "{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"preliminary\",\"code\":{\"text\":"
                + "\"gewicht\"},\"subject\":{\"reference\":\"" + sent.of("Patient")
                + "\"}},\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}";
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                + String.join(",", Collections.nCopies(MANY, one)) + "]}";
    }

    /** Her Patient in the file of the desk. */
    private static String own(Referral.Sent sent) {
        return SERVER.as("jgz")
                .get("/Task?based-on=" + sent.of("ServiceRequest"))
                .jsonPath()
                .getString("entry[0].resource.for.reference")
                .substring("Patient/".length());
    }

    private static String file(Referral.Sent sent) throws SQLException {
        return SERVER.query("select file_id from version where id = '" + id(sent.of("Patient")) + "'")
                .get(0);
    }

    /** Of what stands in her file, not in that of the staff. */
    private static List<String> ids(Referral.Sent sent) {
        return sent.locations().stream()
                .map(l -> l.replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1"))
                .filter(l -> !l.startsWith("Practitioner"))
                .map(DestructionIT::id)
                .toList();
    }

    private static void change(String sql) throws SQLException {
        try (var connection = SERVER.database().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
