package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.RsaKeys;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** A token that is not what it should be opens nothing, is told what is wrong with it, and is on record. */
class TokenIT {
    private static final TestServer SERVER = TestServer.get();

    /**
     * A token that is refused.
     *
     * @param code of the refusal
     * @param recorded the client on record
     */
    private record Bad(String token, String code, String recorded) {}

    @Test
    void every_bad_token_is_refused_told_and_recorded_and_writes_nothing() throws Exception {
        List<String> wrong = new ArrayList<>();
        long before = count("version");
        for (Map.Entry<String, Bad> one : bad().entrySet()) {
            Bad bad = one.getValue();
            long rows = recorded(bad);
            Response read = SERVER.with(bad.token()).get("/Task");
            read.then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\""))
                    .header("WWW-Authenticate", containsString(bad.code()));
            String told = read.jsonPath().getString("issue[0].details.coding[0].code");
            if (!bad.code().equals(told)) {
                wrong.add(one.getKey() + " is told " + told);
            }
            SERVER.with(bad.token())
                    .header("Accept-Language", "nl")
                    .body(Referral.ofNewWoman().json())
                    .post()
                    .then()
                    .statusCode(401)
                    .body("issue[0].details.text", containsString("oegangstoken"));
            if (recorded(bad) != rows + 2) {
                wrong.add(one.getKey() + " is not on record as " + bad);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, count("version"));
    }

    @Test
    void a_request_without_a_token_is_told_to_bring_one() {
        SERVER.nobody()
                .get("/Task")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("issue[0].details.coding[0].code", equalTo("unauthenticated"));
    }

    @Test
    void a_token_in_the_address_is_none() {
        SERVER.nobody()
                .get("/Task?access_token=" + SERVER.token("midwife"))
                .then()
                .statusCode(401);
    }

    @Test
    void the_professional_who_acts_is_on_record_with_role_and_number() throws SQLException {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        String token = SERVER.tokenOf("midwife", Map.of("professional", "900010102"));
        SERVER.with(token).get("/" + sent.of("Patient")).then().statusCode(200);
        String id = sent.of("Patient").substring("Patient/".length());
        assertEquals(
                List.of("900010102|03.000"),
                SERVER.query("select actor, role from audit where interaction = 'read' and '" + id
                        + "' = any(cast(ids as text[]))"));
        SERVER.askToken("midwife", Map.of("professional", "900020101"))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"), "access_token", equalTo(null));
    }

    private static Map<String, Bad> bad() throws Exception {
        Map<String, Bad> table = new LinkedHashMap<>();
        String right = SERVER.token("midwife");
        table.put("no token at all", unknown("x"));
        table.put("another signature", unknown(right.substring(0, right.length() - 6) + "AAAAAA"));
        table.put("another key", unknown(forged()));
        table.put("no algorithm", unknown(new PlainJWT(claims()).serialize()));
        table.put("ended", signed("token-ended", c -> c.issuedAt(Instant.now().minusSeconds(900))
                .expiresAt(Instant.now().minusSeconds(600))));
        table.put(
                "not yet",
                signed("token-elsewhere", c -> c.notBefore(Instant.now().plusSeconds(300))));
        table.put(
                "for another server",
                signed("token-elsewhere", c -> c.audience(List.of("https://other.example/fhir"))));
        table.put("for nobody", signed("token-elsewhere", c -> c.claims(all -> all.remove("aud"))));
        table.put("by another issuer", signed("token-elsewhere", c -> c.issuer("https://other.example")));
        table.put("without an end", signed("token-ended", c -> c.claims(all -> all.remove("exp"))));
        table.put("of nobody", signed("token-incomplete", c -> c.claims(all -> all.remove("organization_value"))));
        table.put("without a role", signed("token-incomplete", c -> c.claims(all -> all.remove("role"))));
        table.put("of a person in clear", signed("token-incomplete", c -> c.claim("person", "999900109")));
        table.put(
                "bound to a certificate",
                signed("token-of-other-certificate", c -> c.claim("cnf", Map.of("x5t#S256", "AAAA"))));
        String otherwise =
                signed("", c -> c.claim("cnf", Map.of("jkt", "AAAA"))).token();
        table.put("bound in another way", unknown(otherwise));
        return table;
    }

    private static Bad unknown(String token) {
        return new Bad(token, "unauthenticated", "unknown");
    }

    private static Bad signed(String code, Consumer<JwtClaimsSet.Builder> change) {
        String client = "client-" + UUID.randomUUID();
        String token = SERVER.signed(claims -> {
            claims.subject(client)
                    .claim("client_id", client)
                    .claim("organization_system", "http://fhir.nl/fhir/NamingSystem/ura")
                    .claim("organization_value", "90000101")
                    .claim("service", "90000101-verloskunde")
                    .claim("role", "03.000")
                    .claim("scope", "system/*.cruds");
            change.accept(claims);
        });
        return new Bad(token, code, client);
    }

    private static String forged() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("sandbox").build(), claims());
        jwt.sign(new RSASSASigner(RsaKeys.of("stranger")));
        return jwt.serialize();
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(SERVER.root())
                .audience(SERVER.base())
                .subject("midwife")
                .claim("client_id", "midwife")
                .claim("organization_system", "http://fhir.nl/fhir/NamingSystem/ura")
                .claim("organization_value", "90000101")
                .claim("service", "90000101-verloskunde")
                .claim("role", "03.000")
                .claim("scope", "system/*.cruds")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
    }

    private static long recorded(Bad bad) throws SQLException {
        return Long.parseLong(SERVER.query("select count(*) from audit where outcome = 'refused' and status = 401"
                        + " and interaction = 'authenticate' and client = '" + bad.recorded() + "' and basis = '"
                        + bad.code() + "'")
                .get(0));
    }

    private static long count(String table) throws SQLException {
        return Long.parseLong(SERVER.query("select count(*) from " + table).get(0));
    }
}
