package nl.ooievaar.server.start;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.ooievaar.server.Mistakes;
import nl.ooievaar.server.Ooievaar;
import nl.ooievaar.server.PrintedPersons;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.ServerProcess;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.types.ResourceType;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.types.TypeClass;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged jar as an operator runs it: a database, a key and an issuer of others, and nothing of the sandbox. */
class ProductionIT {
    /** Another server of ours, in its sandbox: to this one it is just an issuer. */
    private static final TestServer ISSUER = TestServer.get();

    private static ExternalPostgreSql.One database;
    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = ExternalPostgreSql.get().database("production");
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("OOIEVAAR_MODE", "production");
        settings.put("OOIEVAAR_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                ISSUER.base().replace("/fhir", ""));
        // To its issuer, this server is the other one.
        settings.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES", ISSUER.base());
        // Certificates have a test of their own: TlsIT.
        settings.put("OOIEVAAR_TLS_BINDING", "optional");
        server = ServerProcess.startTellingClasses(settings);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_prepared_folder_starts_from_its_archive_of_classes() throws IOException {
        try (Stream<String> classes = Files.lines(server.data().resolve("classes"))) {
            assertTrue(
                    classes.anyMatch(line -> line.contains(Ooievaar.class.getName() + " source: shared objects file")));
        }
    }

    @Test
    void only_the_capability_statement_and_the_published_contract_are_open() {
        nobody().get("/metadata").then().statusCode(200).body("fhirVersion", equalTo("4.0.1"));
        given().baseUri(server.root()).get("/package.tgz").then().statusCode(200);
        for (ResourceType type : ResourceTypes.load().all()) {
            Response answer = nobody().get("/" + type.name());
            if (type.typeClass() == TypeClass.CONFORMANCE) {
                assertEquals(200, answer.statusCode(), type.name());
            } else {
                answer.then()
                        .statusCode(401)
                        .header("WWW-Authenticate", startsWith("Bearer"))
                        .body("issue[0].code", equalTo("login"));
            }
            nobody().body("{}").post("/" + type.name()).then().statusCode(401);
        }
    }

    @Test
    void no_token_is_issued_here_and_demo_secrets_open_nothing() {
        RequestSpecification here = given().baseUri(server.root());
        here.auth()
                .preemptive()
                .basic("midwife", "midwife-secret")
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token")
                .then()
                .statusCode(401);
        for (String door : List.of("/oauth2/jwks", "/.well-known/oauth-authorization-server")) {
            given().baseUri(server.root()).get(door).then().statusCode(401);
        }
        nobody().auth()
                .preemptive()
                .basic("midwife", "midwife-secret")
                .get("/Task")
                .then()
                .statusCode(401);
    }

    @Test
    void whoever_wants_a_token_is_sent_to_the_issuer() {
        for (String address : List.of("/.well-known/smart-configuration", "/fhir/.well-known/smart-configuration")) {
            given().baseUri(server.root())
                    .get(address)
                    .then()
                    .statusCode(200)
                    .body("token_endpoint", equalTo(ISSUER.base().replace("/fhir", "/oauth2/token")))
                    .body("capabilities", hasItem("client-confidential-asymmetric"));
        }
        given().baseUri(server.root())
                .get("/.well-known/person-key")
                .then()
                .statusCode(200)
                .body("keys.size()", equalTo(0));
    }

    @Test
    void no_woman_signs_in_where_no_key_for_it_is_set() {
        nobody().header("Authorization", "Bearer " + ISSUER.personToken("999900109", "patient/*.rs"))
                .get("/Patient")
                .then()
                .statusCode(401)
                .body("issue[0].details.coding[0].code", equalTo("token-incomplete"));
    }

    @Test
    void no_demo_data_is_there() throws SQLException {
        for (String type : List.of("HealthcareService", "Organization", "Patient", "Task", "ServiceRequest")) {
            as("midwife").get("/" + type).then().statusCode(200).body("total", equalTo(0));
        }
        assertEquals(0, database.count("select count(*) from version"));
        assertEquals(0, database.count("select count(*) from person"));
    }

    @Test
    void the_scope_of_a_token_of_the_issuer_decides_what_may_be_asked() {
        String task = "{\"resourceType\":\"Task\"}";
        // system/*.rs: reads and searches, writes nothing.
        as("municipality").get("/Task").then().statusCode(200);
        as("municipality").body(task).post("/Task").then().statusCode(403);
        // system/*.cruds: the write is looked at, and refused for what it is.
        as("midwife").body(task).post("/Task").then().statusCode(422);
    }

    @Test
    void without_a_directory_a_referral_is_refused_whole() throws SQLException {
        as("midwife").body(Referral.ofNewWoman().json()).post().then().statusCode(422);
        assertEquals(0, database.count("select count(*) from version"));
    }

    @Test
    void a_token_for_another_audience_or_with_another_signature_is_none() {
        String elsewhere = ISSUER.signed(claims -> claims.audience(List.of("https://another.example/fhir"))
                .subject("midwife")
                .claim("client_id", "midwife")
                .claim("scope", "system/*.rs"));
        nobody().header("Authorization", "Bearer " + elsewhere)
                .get("/Task")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("issue[0].details.coding[0].code", equalTo("token-elsewhere"));
        String token = ISSUER.token("midwife");
        int signature = token.lastIndexOf('.') + 1;
        String forged = token.substring(0, signature)
                + (token.charAt(signature) == 'A' ? 'B' : 'A')
                + token.substring(signature + 1);
        assertFalse(forged.equals(token));
        nobody().header("Authorization", "Bearer " + forged).get("/Task").then().statusCode(401);
    }

    @Test
    void every_line_of_the_log_is_a_json_object_and_names_nobody() throws IOException {
        Mistakes.send(() -> as("midwife"), server.root());
        // Other tests make it write: what has no end yet is no line.
        String log = server.log();
        List<String> lines = log.substring(0, log.lastIndexOf('\n') + 1).lines().toList();
        assertFalse(lines.isEmpty());
        for (String line : lines) {
            assertEquals(
                    "ooievaar",
                    new ObjectMapper().readTree(line).at("/service/name").asText(),
                    line);
        }
        PrintedPersons.assertNone(server.log());
    }

    private static RequestSpecification nobody() {
        return given().baseUri(server.root()).basePath("/fhir").contentType("application/fhir+json");
    }

    private static RequestSpecification as(String client) {
        return nobody().header("Authorization", "Bearer " + ISSUER.token(client));
    }
}
