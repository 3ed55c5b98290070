package nl.ooievaar.server.start;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import nl.ooievaar.server.PrintedPersons;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.ServerProcess;
import nl.ooievaar.server.TestFolders;
import nl.ooievaar.server.command.SandboxCaCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes on one PostgreSQL are one server: what is acknowledged at the one holds at once at the other. */
class TwoNodesIT {
    private static final int READERS = 3;
    private static final int ROUNDS = 4 * Integer.getInteger("depth", 1);

    private static ServerProcess first;
    private static ServerProcess second;
    private static Path authority;

    @BeforeAll
    static void start() throws IOException, SQLException {
        Map<String, String> settings =
                new HashMap<>(ExternalPostgreSql.get().database("two_nodes").settings());
        settings.put("OOIEVAAR_MODE", "sandbox");
        authority = TestFolders.make("ooievaar-two-nodes").resolve("ca");
        new SandboxCaCommand(System.out, System.err, Clock.systemUTC()).make(authority);
        settings.put("OOIEVAAR_SANDBOX_CA", authority.toString());
        settings.put("OOIEVAAR_TLS_PORT", "0");
        first = ServerProcess.start(settings);
        second = ServerProcess.startBeside(first, settings);
    }

    @AfterAll
    static void nothing_that_was_printed_names_anybody() throws IOException {
        second.close();
        first.close();
        PrintedPersons.assertNone(first.log());
        PrintedPersons.assertNone(second.log());
    }

    @Test
    void a_withdrawal_at_one_node_counts_at_the_other_from_the_very_next_request() {
        for (int round = 0; round < ROUNDS; round++) {
            String word = "canary" + UUID.randomUUID();
            Referral.Sent sent = withWord(word).send(first.as("midwife"));
            List<Function<RequestSpecification, Response>> asked = List.of(
                    as -> as.get("/" + sent.of("ServiceRequest")),
                    as -> as.get("/" + sent.of("ServiceRequest") + "/_history/1"),
                    as -> as.get("/" + sent.of("ServiceRequest") + "/_history"),
                    as -> as.get("/ServiceRequest?subject=" + sent.of("Patient")),
                    as -> as.get("/Task?_id=" + id(sent.of("Task")) + "&_include=Task:focus"),
                    as -> as.get("/" + sent.of("Patient") + "/$everything"));
            asked.forEach(one -> assertTrue(
                    one.apply(second.as("jgz")).asString().contains(word), "open before, at the other node"));

            withdraw(first, sent);

            // Each of them is, in its round, the very next one.
            for (int i = 0; i < asked.size(); i++) {
                Response answer = asked.get((i + round) % asked.size()).apply(second.as("jgz"));
                assertFalse(answer.asString().contains(word), answer::asString);
            }
            second.as("jgz").get("/" + sent.of("Patient")).then().statusCode(404);
        }
    }

    @Test
    void the_next_page_at_one_node_of_a_search_begun_at_the_other_shows_nobody_who_withdrew_at_either() {
        List<Referral.Sent> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(Referral.ofNewWoman().send((i % 2 == 0 ? first : second).as("midwife")));
        }
        JsonPath page = second.as("jgz")
                .get("/Task?status=requested&_sort=-_lastUpdated&_count=1")
                .jsonPath();
        assertEquals(id(all.get(3).of("Task")), page.getString("entry[0].resource.id"));
        withdraw(first, all.get(2));
        withdraw(second, all.get(1));

        List<String> after = new ArrayList<>();
        for (String link = next(page); link != null && after.size() < 20; link = next(page)) {
            // The link is followed at either node in turn.
            ServerProcess node = after.size() % 2 == 0 ? second : first;
            page = node.as("jgz")
                    .get(node.root() + link.substring(link.indexOf("/fhir/")))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            after.addAll(page.getList("entry.resource.id"));
        }
        assertTrue(after.contains(id(all.get(0).of("Task"))), "who did not withdraw is on a later page");
        assertFalse(after.contains(id(all.get(1).of("Task"))));
        assertFalse(after.contains(id(all.get(2).of("Task"))));
    }

    /** One answer of a reader: when it was asked, and whether it told of her. */
    private record Read(long asked, boolean told) {}

    @Test
    void under_load_no_read_that_begins_after_the_acknowledgement_tells_of_her() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String word = "canary" + UUID.randomUUID();
            Referral.Sent sent = withWord(word).send(first.as("midwife"));
            List<Function<RequestSpecification, Response>> asked = List.of(
                    as -> as.get("/" + sent.of("ServiceRequest")),
                    as -> as.get("/ServiceRequest?subject=" + sent.of("Patient")),
                    as -> as.get("/" + sent.of("Patient") + "/$everything"));
            AtomicBoolean over = new AtomicBoolean();
            CountDownLatch open = new CountDownLatch(READERS);
            ExecutorService readers = Executors.newFixedThreadPool(READERS);
            List<Future<List<Read>>> running = new ArrayList<>();
            for (Function<RequestSpecification, Response> one : asked) {
                running.add(readers.submit(() -> read(one, word, open, over)));
            }
            open.await();

            withdraw(first, sent);
            long acknowledged = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                second.as("jgz").get("/" + sent.of("Patient")).then().statusCode(404);
            }
            over.set(true);

            for (Future<List<Read>> one : running) {
                List<Read> reads = one.get();
                assertTrue(reads.stream().anyMatch(r -> r.asked() < acknowledged && r.told()), "read while open");
                assertTrue(reads.stream().anyMatch(r -> r.asked() > acknowledged), "read after");
                assertEquals(
                        0,
                        reads.stream()
                                .filter(r -> r.asked() > acknowledged && r.told())
                                .count());
            }
            readers.shutdown();
        }
    }

    private static List<Read> read(
            Function<RequestSpecification, Response> one, String word, CountDownLatch open, AtomicBoolean over) {
        List<Read> reads = new ArrayList<>();
        boolean counted = false;
        // At most so many, should the end never come.
        for (int last = 0; last < 1 && reads.size() < 5000; last += over.get() ? 1 : 0) {
            RequestSpecification as = second.as("jgz");
            long asked = System.nanoTime();
            boolean told = one.apply(as).asString().contains(word);
            reads.add(new Read(asked, told));
            if (told && !counted) {
                counted = true;
                open.countDown();
            }
        }
        return reads;
    }

    @Test
    void the_same_referral_at_both_nodes_at_once_is_one_referral() throws Exception {
        Referral referral = Referral.ofNewWoman();
        String json = referral.json();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            ServerProcess node = i % 2 == 0 ? first : second;
            answers.add(senders.submit(() -> node.as("midwife").body(json).post()));
        }
        List<String> places = null;
        for (Future<Response> answer : answers) {
            assertEquals(200, answer.get().statusCode(), answer.get()::asString);
            List<String> here = answer.get().jsonPath().<String>getList("entry.response.location").stream()
                    .map(place -> place.substring(place.indexOf("/fhir/")))
                    .toList();
            places = places == null ? here : places;
            assertEquals(places, here);
        }
        senders.shutdown();
        second.as("midwife")
                .queryParam("identifier", referral.identifierSystem() + "|" + referral.identifier())
                .get("/ServiceRequest")
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void a_key_of_a_client_used_at_one_node_is_used_at_the_other() {
        String patient = Referral.ofNewWoman().send(first.as("midwife")).of("Patient");
        String key = UUID.randomUUID().toString();
        String partner = "{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + patient + "\"}}";
        Response once =
                first.as("midwife").header("Idempotency-Key", key).body(partner).post("/RelatedPerson");
        Response again = second.as("midwife")
                .header("Idempotency-Key", key)
                .body(partner)
                .post("/RelatedPerson");
        once.then().statusCode(201);
        again.then().statusCode(201).body("id", equalTo(once.path("id")));
        second.as("midwife")
                .header("Idempotency-Key", key)
                .body(partner.replace("}}", "},\"gender\":\"male\"}"))
                .post("/RelatedPerson")
                .then()
                .statusCode(409);
    }

    @Test
    void a_token_of_one_node_is_a_token_at_the_other() {
        String authorization = "Bearer " + first.token("jgz");
        assertNotEquals(first.root(), second.root());
        second.nobody()
                .header("Authorization", authorization)
                .get("/Task")
                .then()
                .statusCode(200);
    }

    @Test
    void an_assertion_used_at_one_node_is_used_at_the_other() throws Exception {
        for (List<ServerProcess> nodes : List.of(List.of(first, second), List.of(second, first))) {
            String once = assertion();
            ask(nodes.get(0), once).then().statusCode(200);
            for (ServerProcess node : nodes) {
                ask(node, once).then().statusCode(401).body("error", equalTo("invalid_client"));
            }
        }
    }

    @Test
    void of_many_who_bring_one_assertion_to_both_nodes_at_once_one_gets_a_token() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        for (int round = 0; round < ROUNDS; round++) {
            String once = assertion();
            CountDownLatch ready = new CountDownLatch(8);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ServerProcess node = i % 2 == 0 ? first : second;
                answers.add(senders.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return ask(node, once).statusCode();
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            statuses.sort(null);
            assertEquals(List.of(200, 401, 401, 401, 401, 401, 401, 401), statuses);
        }
        senders.shutdown();
    }

    private static Response ask(ServerProcess node, String assertion) {
        return given().baseUri(node.root())
                .formParam("grant_type", "client_credentials")
                .formParam("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .formParam("client_assertion", assertion)
                .post("/oauth2/token");
    }

    /** Good for one token at either node, for it names both. */
    private static String assertion() throws Exception {
        ECKey key = ECKey.parse(Files.readString(authority.resolve("clients/midwife/private.jwk")));
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer("midwife")
                        .subject("midwife")
                        .audience(List.of(first.root() + "/oauth2/token", second.root() + "/oauth2/token"))
                        .jwtID(UUID.randomUUID().toString())
                        .expirationTime(Date.from(Instant.now().plusSeconds(240)))
                        .build());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static Referral withWord(String word) {
        return Referral.ofNewWoman()
                .resource("ServiceRequest", s -> s.putArray("note").addObject().put("text", word));
    }

    private static void withdraw(ServerProcess node, Referral.Sent sent) {
        for (String consent : sent.all("Consent")) {
            String json = node.as("midwife").get("/" + consent).asString();
            if (json.contains("\"code\":\"referral\"")) {
                node.as("midwife")
                        .header("If-Match", "W/\"1\"")
                        .body(json.replace("\"status\":\"active\"", "\"status\":\"inactive\""))
                        .put("/" + consent)
                        .then()
                        .statusCode(200);
            }
        }
    }

    private static String next(JsonPath page) {
        return page.getString("link.find { it.relation == 'next' }?.url");
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
