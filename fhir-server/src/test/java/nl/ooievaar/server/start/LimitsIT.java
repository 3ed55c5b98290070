package nl.ooievaar.server.start;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import nl.ooievaar.server.Ooievaar;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.SandboxKeys;
import nl.ooievaar.server.SigningAuthority;
import nl.ooievaar.server.TestFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A node with narrow limits: who asks too much waits, what takes too long ends, and only named origins get in. */
class LimitsIT {
    private static final String CODE = "issue[0].details.coding[0].code";

    private static ExternalPostgreSql.One database;
    private static ConfigurableApplicationContext node;
    private static URI root;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        database = ExternalPostgreSql.get().database("limits");
        node = run(
                "--ooievaar.limit.client-per-second=0.1",
                "--ooievaar.limit.client-burst=20",
                "--ooievaar.limit.address-per-second=100",
                "--ooievaar.limit.address-burst=400",
                "--ooievaar.limit.body-seconds=1",
                "--ooievaar.limit.statement=1s",
                "--ooievaar.signature.required=true",
                "--ooievaar.signature.trust=" + SigningAuthority.get().pem(),
                "--ooievaar.signature.crl=" + SigningAuthority.get().crl(),
                "--ooievaar.cors.origins=https://app.example,http://localhost:5173");
        root = URI.create("http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) node).getWebServer().getPort());
    }

    private static ConfigurableApplicationContext run(String... settings) throws IOException {
        Path folder = TestFolders.make("ooievaar-limits");
        SandboxKeys.into(folder);
        return new SpringApplicationBuilder(Ooievaar.class)
                .run(Stream.of(
                                Stream.of(settings),
                                Stream.of(database.arguments()),
                                Stream.of("--server.port=0", "--ooievaar.mode=sandbox", "--ooievaar.data=" + folder))
                        .flatMap(one -> one)
                        .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_client_that_asks_too_much_waits_and_another_does_not() throws SQLException {
        RequestSpecification flood = as("outsider");
        Response refused = null;
        int answered = 0;
        for (int i = 0; i < 60 && refused == null; i++) {
            Response one = given().spec(flood).get("/Task?_count=1");
            if (one.statusCode() == 429) {
                refused = one;
            } else {
                one.then().statusCode(200);
                answered++;
            }
        }
        assertTrue(answered >= 20 && refused != null, "answered " + answered);
        refused.then()
                .header("Retry-After", notNullValue())
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(CODE, equalTo("too-many-requests"))
                .body("issue[0].code", equalTo("throttled"));
        given().spec(flood)
                .header("Accept-Language", "nl")
                .get("/Task")
                .then()
                .statusCode(429)
                .body("issue[0].details.text", containsString("wacht"));
        for (int i = 0; i < 10; i++) {
            given().spec(flood).get("/Task").then().statusCode(429);
        }
        given().spec(as("veilig-thuis")).get("/Task?_count=1").then().statusCode(200);
        assertEquals(
                1,
                database.count("select count(*) from audit where basis = 'too-many-requests' and client = 'outsider'"));
    }

    @Test
    void an_address_without_a_valid_token_waits_too_and_guessing_costs_more() {
        int tries = 0;
        Response answer;
        do {
            answer = given().header("Authorization", "Bearer not.a.token").get(root + "/fhir/Task");
            tries++;
        } while (answer.statusCode() == 401 && tries < 200);
        answer.then().statusCode(429).header("Retry-After", notNullValue());
        assertTrue(tries < 100, "tried " + tries);
    }

    @Test
    void a_body_that_comes_in_drop_by_drop_is_given_up() throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /fhir/Patient HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("jgz")
                            + "\r\nContent-Type: application/fhir+json\r\nContent-Length: 1000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().available() == 0) {
                out.write(' ');
                out.flush();
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
            String answer = new String(socket.getInputStream().readNBytes(300), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
        }
    }

    @Test
    void what_takes_the_database_too_long_ends_with_503_and_a_time_to_try_again() throws SQLException {
        String token = token("municipality");
        try (Connection other = database.connection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table audit in access exclusive mode");
            given().header("Authorization", "Bearer " + token)
                    .get(root + "/fhir/Task")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("resourceType", equalTo("OperationOutcome"));
            other.rollback();
        }
        given().header("Authorization", "Bearer " + token)
                .get(root + "/fhir/Task")
                .then()
                .statusCode(200);
    }

    @Test
    void a_named_origin_may_call_and_no_other() {
        given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .options(root + "/fhir/Consent/1")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://app.example")
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", "https://app.example")
                .get(root + "/fhir/metadata")
                .then()
                .statusCode(200)
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        given().header("Origin", "https://app.example.evil.example")
                .get(root + "/fhir/metadata")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void where_signatures_are_required_a_consent_without_one_is_refused() {
        given().spec(as("midwife"))
                .contentType("application/fhir+json")
                .body(Referral.ofNewWoman().json())
                .post()
                .then()
                .statusCode(422)
                .body(CODE, equalTo("consent-needs-signature"))
                .body("issue[0].expression[0]", containsString(".signature"));
    }

    private static RequestSpecification as(String client) {
        return given().baseUri(root.toString()).basePath("/fhir").header("Authorization", "Bearer " + token(client));
    }

    private static String token(String client) {
        Response answer = given().auth()
                .preemptive()
                .basic(client, client + "-secret")
                .formParam("grant_type", "client_credentials")
                .post(root + "/oauth2/token");
        while (answer.statusCode() == 429) {
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
            answer = given().auth()
                    .preemptive()
                    .basic(client, client + "-secret")
                    .formParam("grant_type", "client_credentials")
                    .post(root + "/oauth2/token");
        }
        return answer.then().statusCode(200).extract().path("access_token");
    }
}
