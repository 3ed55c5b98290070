package nl.ooievaar.server.promise;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.subject.person.Bsn;
import org.junit.jupiter.api.Test;

/** A woman signs in with an app, as a browser would, and reads what is hers. */
class SignInIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String REDIRECT = "http://127.0.0.1:54321/callback";
    private static final String SCOPE = "launch/patient openid fhirUser patient/*.rs";

    private final CookieFilter cookies = new CookieFilter();
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();

    @Test
    void she_signs_in_with_a_form_and_reads_what_is_hers_and_of_nobody_else() throws Exception {
        Referral hers = Referral.ofNewWoman();
        Referral.Sent sent = hers.send(SERVER.as("midwife"));
        Referral.Sent others = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Response answer = token(code(hers.bsn()), Map.of());
        answer.then()
                .statusCode(200)
                .body("patient", equalTo(sent.of("Patient").substring("Patient/".length())))
                .body("scope", containsString("patient/*.rs"))
                .body("refresh_token", nullValue())
                .body("id_token", notNullValue());
        String token = answer.path("access_token");
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertFalse(answer.asString().contains(hers.bsn()) || claims.toString().contains(hers.bsn()));
        assertEquals(null, claims.getClaim("organization_value"));
        assertEquals(
                SERVER.base() + "/" + sent.of("Patient"),
                SignedJWT.parse(answer.path("id_token")).getJWTClaimsSet().getStringClaim("fhirUser"));
        SERVER.with(token).get("/" + sent.of("Patient")).then().statusCode(200);
        SERVER.with(token).get("/Task").then().statusCode(200).body("total", greaterThan(0));
        SERVER.with(token).get("/" + others.of("Patient")).then().statusCode(404);
        SERVER.with(token)
                .body("{\"resourceType\":\"Task\"}")
                .post("/Task")
                .then()
                .statusCode(403);
        assertTrue(SERVER.query("select 1 from audit where interaction = 'launch' and client = 'woman-app' and '"
                                + sent.of("Patient").substring("Patient/".length()) + "' = any(cast(ids as text[]))")
                        .size()
                > 0);
    }

    @Test
    void her_name_for_the_server_is_the_same_each_time_and_tells_nothing() throws Exception {
        String bsn = Bsn.testNumbers().skip(170).findFirst().orElseThrow().value();
        Response first = token(code(bsn), Map.of());
        first.then().statusCode(200).body("patient", nullValue());
        String subject =
                SignedJWT.parse(first.path("access_token")).getJWTClaimsSet().getSubject();
        SignInIT again = new SignInIT();
        Response second = again.token(again.code(bsn), Map.of());
        assertEquals(
                subject,
                SignedJWT.parse(second.path("access_token")).getJWTClaimsSet().getSubject());
        assertFalse(subject.contains(bsn));
    }

    @Test
    void a_code_is_worth_nothing_twice_to_another_app_address_or_without_its_verifier() throws Exception {
        String bsn = Referral.ofNewWoman().bsn();
        refused(token(code(bsn), Map.of("code_verifier", "x".repeat(50))));
        refused(token(code(bsn), Map.of("redirect_uri", "http://127.0.0.1:54321/other")));
        refused(token(code(bsn), Map.of("client_id", "midwife")));
        refused(token("made-up", Map.of()));
        String once = code(bsn);
        token(once, Map.of()).then().statusCode(200);
        refused(token(once, Map.of()));
        Map<String, String> refresh = Map.of("grant_type", "refresh_token", "refresh_token", "x");
        refused(token(once, refresh));
    }

    @Test
    void an_app_is_sent_back_only_where_it_is_registered_with_a_proof_key_for_this_server_and_for_known_scopes() {
        Map<String, String> evil = Map.of("redirect_uri", "https://evil.example/callback");
        authorize(evil).then().statusCode(400).header("Location", nullValue());
        authorize(Map.of("client_id", "nobody")).then().statusCode(400);
        signIn("999900109");
        assertError("invalid_request", authorize(Map.of("code_challenge", "", "code_challenge_method", "")));
        assertError("invalid_request", authorize(Map.of("code_challenge_method", "plain")));
        assertError("invalid_request", authorize(Map.of("aud", "https://other.example/fhir")));
        assertError("invalid_request", authorize(Map.of("aud", "")));
        assertError("invalid_scope", authorize(Map.of("scope", "openid patient/*.cruds")));
        assertError("invalid_scope", authorize(Map.of("scope", "openid system/*.rs")));
    }

    @Test
    void the_page_is_plain_dutch_with_strict_headers_and_takes_invented_numbers_only() {
        authorize(Map.of()).then().statusCode(302).header("Location", containsString("/sign-in"));
        Response page = browser().get("/sign-in");
        page.then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cache-Control", containsString("no-store"))
                .body(containsString("<html lang=\"nl\">"))
                .body(containsString("lezen wat er over u is vastgelegd"))
                .body(not(containsString("<script")));
        String csrf = csrf(page);
        for (String wrong : List.of("123456782", "999900108", "x", "")) {
            browser()
                    .formParam("_csrf", csrf)
                    .formParam("woman", "other")
                    .formParam("bsn", wrong)
                    .post("/sign-in")
                    .then()
                    .statusCode(302)
                    .header("Location", containsString("/sign-in?error"));
        }
        browser().get("/sign-in?error").then().body(containsString("geen verzonnen BSN"));
        // A page of another site has no such form.
        browser().formParam("woman", "morales").post("/sign-in").then().statusCode(403);
    }

    private String code(String bsn) {
        Response sent = authorize(Map.of());
        sent.then().statusCode(302).header("Location", containsString("/sign-in"));
        Response back = signIn(bsn);
        back.then().statusCode(302);
        Response granted = browser().urlEncodingEnabled(false).get(URI.create(back.header("Location")));
        granted.then().statusCode(302).header("Location", startsWith(REDIRECT + "?code="));
        assertEquals("abc", parameter(granted.header("Location"), "state"));
        return parameter(granted.header("Location"), "code");
    }

    private Response signIn(String bsn) {
        return browser()
                .formParam("_csrf", csrf(browser().get("/sign-in")))
                .formParam("woman", "other")
                .formParam("bsn", bsn)
                .post("/sign-in");
    }

    private Response authorize(Map<String, String> changes) {
        Map<String, String> asked = new HashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                "woman-app",
                "redirect_uri",
                REDIRECT,
                "scope",
                SCOPE,
                "state",
                "abc",
                "aud",
                SERVER.base(),
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
        asked.putAll(changes);
        asked.values().removeIf(String::isEmpty);
        return browser().accept("text/html").queryParams(asked).get("/oauth2/authorize");
    }

    private Response token(String code, Map<String, String> changes) {
        Map<String, String> asked = new HashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", "woman-app",
                "redirect_uri", REDIRECT,
                "code", code,
                "code_verifier", verifier));
        asked.putAll(changes);
        return given().baseUri(SERVER.root()).formParams(asked).post("/oauth2/token");
    }

    private static void refused(Response answer) {
        assertTrue(answer.statusCode() == 400 || answer.statusCode() == 401, answer.asString());
        assertFalse(answer.asString().contains("access_token"));
    }

    private static void assertError(String error, Response answer) {
        answer.then().statusCode(302);
        assertEquals(error, parameter(answer.header("Location"), "error"), answer.header("Location"));
    }

    private RequestSpecification browser() {
        return given().baseUri(SERVER.root()).filter(cookies).redirects().follow(false);
    }

    private static String csrf(Response page) {
        Matcher found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.asString());
        assertTrue(found.find(), page.asString());
        return found.group(1);
    }

    private static String parameter(String address, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        return found.find() ? found.group(1) : null;
    }

    private String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
