package nl.ooievaar.server.promise;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.identity.UsedAssertions;
import org.junit.jupiter.api.Test;

/** A system shows who it is by what it signs (SMART Backend Services), once and for a few minutes. */
class BackendServicesIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void a_signed_assertion_gets_a_token_without_any_secret() throws Exception {
        String token = ask(assertion(key("midwife"), c -> {}))
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"), "expires_in", notNullValue())
                .extract()
                .path("access_token");
        SERVER.with(token).get("/Task").then().statusCode(200);
        ask(assertion(key("midwife"), c -> c.audience(SERVER.root()))).then().statusCode(200);
    }

    @Test
    void an_assertion_that_is_not_right_gets_the_same_answer_whatever_is_wrong_with_it() throws Exception {
        Map<String, String> table = new LinkedHashMap<>();
        table.put("key of another", assertion(key("jgz"), c -> {}));
        table.put(
                "new key",
                assertion(new ECKeyGenerator(Curve.P_384).keyID("midwife-1").generate(), c -> {}));
        table.put("no algorithm", new PlainJWT(claims(c -> {})).serialize());
        table.put("signed with a secret", secret());
        table.put("ended", assertion(key("midwife"), c -> c.expirationTime(in(-60))));
        table.put("too long", assertion(key("midwife"), c -> c.expirationTime(in(3_600))));
        table.put("without an end", assertion(key("midwife"), c -> c.expirationTime(null)));
        table.put("without an id", assertion(key("midwife"), c -> c.jwtID(null)));
        table.put("for another issuer", assertion(key("midwife"), c -> c.audience("https://other.example/token")));
        table.put("by another", assertion(key("midwife"), c -> c.issuer("jgz")));
        table.put("about another", assertion(key("midwife"), c -> c.subject("jgz")));
        table.put("about nobody known", assertion(key("midwife"), c -> c.subject("x")
                .issuer("x")));
        table.put("no assertion", "x");
        for (Map.Entry<String, String> one : table.entrySet()) {
            Response answer = ask(one.getValue());
            assertEquals(401, answer.statusCode(), one.getKey());
            assertEquals("{\"error\":\"invalid_client\"}", answer.asString(), one.getKey());
        }
    }

    @Test
    void an_assertion_is_good_for_one_token() throws Exception {
        String once = assertion(key("midwife"), c -> {});
        ask(once).then().statusCode(200);
        ask(once).then().statusCode(401).body("error", equalTo("invalid_client"));
    }

    @Test
    void of_many_who_use_one_assertion_at_once_one_is_first_on_whichever_node() throws Exception {
        // What is remembered stands in the database alone, so that another node asks the same table.
        UsedAssertions used = SERVER.part(UsedAssertions.class);
        String id = UUID.randomUUID().toString();
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tries = Collections.nCopies(
                    40, () -> used.first("midwife", id, Instant.now().plusSeconds(60)));
            int first = 0;
            for (var one : many.invokeAll(tries)) {
                first += one.get() ? 1 : 0;
            }
            assertEquals(1, first);
        } finally {
            many.shutdown();
        }
        assertEquals(
                List.of("false"),
                List.of(String.valueOf(used.first("midwife", id, Instant.now().plusSeconds(60)))));
    }

    @Test
    void where_and_how_tokens_are_had_is_told_to_anybody() {
        for (String address : List.of("/.well-known/smart-configuration", "/fhir/.well-known/smart-configuration")) {
            given().baseUri(SERVER.root())
                    .get(address)
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("token_endpoint", equalTo(SERVER.root() + "/oauth2/token"))
                    .body("authorization_endpoint", equalTo(SERVER.root() + "/oauth2/authorize"))
                    .body("code_challenge_methods_supported", equalTo(List.of("S256")))
                    .body("token_endpoint_auth_signing_alg_values_supported", hasItem("RS384"))
                    .body("token_endpoint_auth_signing_alg_values_supported", hasItem("ES384"))
                    .body("capabilities", hasItem("client-confidential-asymmetric"))
                    .body("capabilities", hasItem("permission-v2"));
        }
        SERVER.nobody()
                .get("/metadata")
                .then()
                .body("rest[0].security.service.coding.code.flatten()", hasItem("SMART-on-FHIR"))
                .body(
                        "rest[0].security.extension[0].extension.find { it.url == 'token' }.valueUri",
                        equalTo(SERVER.root() + "/oauth2/token"));
    }

    private static Response ask(String assertion) {
        return given().baseUri(SERVER.root())
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "system/Task.rs")
                .formParam("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .formParam("client_assertion", assertion)
                .post("/oauth2/token");
    }

    private static String assertion(ECKey key, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(key.getKeyID()).build(), claims(change));
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static String secret() throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(c -> {}));
        jwt.sign(new MACSigner("midwife-secret-midwife-secret-midwife-secret"));
        return jwt.serialize();
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("midwife")
                .subject("midwife")
                .audience(SERVER.root() + "/oauth2/token")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(in(240));
        change.accept(claims);
        return claims.build();
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static ECKey key(String client) throws IOException, ParseException {
        return ECKey.parse(Files.readString(
                SERVER.authority().resolve("clients").resolve(client).resolve("private.jwk")));
    }
}
