package nl.ooievaar.server.promise;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestFolders;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** What is sent to do harm gets a plain answer, early, and costs the node little. */
class HardeningIT {
    private static final TestServer SERVER = TestServer.get();
    private static final URI ROOT = URI.create(SERVER.base().replace("/fhir", ""));
    private static final String CODE = "issue[0].details.coding[0].code";

    @Test
    void a_body_beyond_all_measure_is_refused_before_it_is_read() throws IOException {
        String answer = raw("POST /fhir/Patient HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + SERVER.token("midwife")
                + "\r\nContent-Type: application/fhir+json\r\nContent-Length: 60000000000\r\n\r\n{");
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("too-large"), answer);
    }

    @Test
    void a_body_without_end_is_cut_off_while_it_comes_in() throws IOException {
        long written = 0;
        try (Socket socket = new Socket(ROOT.getHost(), ROOT.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /fhir/Patient HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + SERVER.token("midwife")
                            + "\r\nContent-Type: application/fhir+json\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + " ".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            String answer = "";
            try {
                while (written < 200_000_000 && socket.getInputStream().available() == 0) {
                    out.write(chunk);
                    written += 65_536;
                }
            } catch (IOException closed) {
                assertTrue(written < 100_000_000, "closed after " + written);
            }
            try {
                answer = new String(socket.getInputStream().readNBytes(2_000), StandardCharsets.UTF_8);
            } catch (IOException reset) {
                // A closed connection is an answer too; that it came so early is what counts.
                answer = "HTTP/1.1 413";
            }
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        }
        assertTrue(written < 100_000_000, "took " + written);
    }

    @Test
    void what_unfolds_to_a_large_body_is_cut_off_while_it_unfolds() throws IOException {
        byte[] bomb = packed(new byte[300_000_000]);
        assertTrue(bomb.length < 400_000, "small on the way");
        gzip(bomb, "gzip").post("/Patient").then().statusCode(413).body(CODE, equalTo("too-large"));
        gzip(bomb, "gzip, gzip").post("/Patient").then().statusCode(415);
        gzip(bomb, "br").post("/Patient").then().statusCode(415);
        gzip("no gzip".getBytes(StandardCharsets.UTF_8), "gzip")
                .post("/Patient")
                .then()
                .statusCode(400)
                .body(CODE, equalTo("body-unreadable"));
    }

    @Test
    void a_referral_may_come_packed() throws IOException {
        byte[] referral = packed(Referral.ofNewWoman().json().getBytes(StandardCharsets.UTF_8));
        gzip(referral, "gzip").post().then().statusCode(200);
    }

    @Test
    void a_bundle_of_too_many_entries_is_refused_naming_the_limit() {
        String entry = "{\"request\":{\"method\":\"GET\",\"url\":\"Task?_count=1\"}}";
        for (String kind : List.of("batch", "transaction")) {
            SERVER.as("midwife")
                    .body("{\"resourceType\":\"Bundle\",\"type\":\"" + kind + "\",\"entry\":["
                            + (entry + ",").repeat(500) + entry + "]}")
                    .post()
                    .then()
                    .statusCode(413)
                    .body(CODE, equalTo("too-many-entries"))
                    .body("issue[0].details.text", containsString("500"));
        }
    }

    @Test
    void nesting_beyond_all_measure_is_refused_at_every_door() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        String patient = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Patient\",\"x\":" + deep + "}")
                .post("/Patient")
                .then()
                .statusCode(400)
                .body(CODE, equalTo("too-deep"));
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"add\",\"path\":\"/x\",\"value\":" + deep + "}]")
                .patch("/" + patient)
                .then()
                .statusCode(400)
                .body(CODE, equalTo("too-deep"));
        SERVER.as("midwife")
                .body("{\"resourceType\":\"Parameters\",\"parameter\":" + deep + "}")
                .post("/ValueSet/$expand")
                .then()
                .statusCode(400)
                .body(CODE, equalTo("too-deep"));
        as("application/fhir+ndjson")
                .body("{\"resourceType\":\"Patient\",\"x\":" + deep + "}\n{\"resourceType\":\"Patient\"}")
                .post("/$validate")
                .then()
                .statusCode(200)
                .body("issue[0].details.coding.code.flatten().toString()", containsString("too-deep"));
        as("application/fhir+xml")
                .body("<Patient xmlns=\"http://hl7.org/fhir\">" + "<name>".repeat(5_000) + "</name>".repeat(5_000)
                        + "</Patient>")
                .post("/Patient")
                .then()
                .statusCode(400)
                .body(containsString("too-deep"));
    }

    @Test
    void entities_that_unfold_or_read_a_file_reach_no_parser() throws IOException {
        Path secret = TestFolders.make("ooievaar-secret").resolve("secret");
        Files.writeString(secret, "inhoud-van-een-bestand");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE Patient [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append("]><Patient xmlns=\"http://hl7.org/fhir\"><language value=\"&a29;\"/></Patient>");
        String file = "<!DOCTYPE Patient [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<Patient xmlns=\"http://hl7.org/fhir\"><language value=\"nl\"/><text><status value=\"generated\"/>"
                + "<div xmlns=\"http://www.w3.org/1999/xhtml\">&x;</div></text></Patient>";
        String parameter = "<!DOCTYPE Patient [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]>"
                + "<Patient xmlns=\"http://hl7.org/fhir\"/>";
        for (String body : List.of(laughs.toString(), file, parameter)) {
            for (String door : List.of("/Patient", "/Patient/$validate", "/$validate", "")) {
                for (String type : List.of("application/fhir+xml", "text/xml", "application/fhir+json", "text/plain")) {
                    long begin = System.nanoTime();
                    Response answer = as(type).body(body).post(door);
                    assertTrue(
                            answer.statusCode() >= 400 && answer.statusCode() < 500,
                            door + " " + type + " " + answer.statusCode() + answer.asString());
                    assertFalse(answer.asString().contains("inhoud"), answer.asString());
                    assertTrue(System.nanoTime() - begin < Duration.ofSeconds(5).toNanos(), door + " " + type);
                }
            }
        }
    }

    @Test
    void what_has_no_content_type_we_read_reaches_no_parser() {
        as("text/plain")
                .body("{\"resourceType\":\"Patient\"}")
                .post("/Patient")
                .then()
                .statusCode(415);
        as("application/pdf").body("%PDF").post("/Binary").then().statusCode(415);
    }

    @Test
    void a_patch_that_doubles_what_it_copied_is_stopped() {
        String patient = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        StringBuilder steps = new StringBuilder(
                "[{\"op\":\"add\",\"path\":\"/extension\",\"value\":[[\"" + "x".repeat(100) + "\"]]}");
        for (int i = 0; i < 60; i++) {
            steps.append(",{\"op\":\"copy\",\"from\":\"/extension\",\"path\":\"/extension/-\"}");
        }
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body(steps + "]")
                .patch("/" + patient)
                .then()
                .statusCode(413)
                .body(CODE, equalTo("too-large"));
    }

    @Test
    void a_patch_path_that_computes_is_refused() {
        Referral referral = Referral.ofNewWoman()
                .resource("Patient", p -> ((com.fasterxml.jackson.databind.node.ObjectNode) p.at("/name/0"))
                        .put("text", "a".repeat(60) + "b"));
        String patient = referral.send(SERVER.as("midwife")).of("Patient");
        for (String path : List.of(
                "Patient.name.where(text.matches('^(a+)+$'))",
                "Patient.name.repeat(children())",
                "Patient.name.where(text.replaceMatches('(a+)+c','') = 'x')",
                "Patient.name[" + "(".repeat(2_000) + "0" + ")".repeat(2_000) + "]")) {
            long begin = System.nanoTime();
            SERVER.as("midwife")
                    .header("If-Match", "W/\"1\"")
                    .body("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                            + "{\"name\":\"type\",\"valueCode\":\"delete\"},{\"name\":\"path\",\"valueString\":\""
                            + path
                            + "\"}]}]}")
                    .patch("/" + patient)
                    .then()
                    .statusCode(422)
                    .body(CODE, equalTo("patch-failed"));
            assertTrue(System.nanoTime() - begin < Duration.ofSeconds(5).toNanos(), path);
        }
    }

    @Test
    void every_answer_says_what_a_browser_may_not_do_with_it_and_not_which_software_it_is() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        List<Response> answers = List.of(
                SERVER.as("midwife").get("/" + sent.of("Patient")),
                SERVER.as("outsider").get("/" + sent.of("Patient")),
                SERVER.nobody().get("/Patient"),
                SERVER.nobody().get("/metadata"),
                given().get(ROOT + "/actuator/health"),
                given().get(ROOT + "/actuator/env"),
                given().get(ROOT + "/nl/index.html"),
                given().get(ROOT + "/nowhere"),
                given().get(ROOT + "/oauth2/jwks"),
                given().urlEncodingEnabled(false).get(ROOT + "/fhir/..;/x"),
                given().request("TRACE", ROOT + "/fhir/metadata"),
                given().get(ROOT + "/fhir/Patient/999900006"));
        for (Response answer : answers) {
            String all = answer.statusLine() + answer.headers();
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), all);
            assertEquals("DENY", answer.header("X-Frame-Options"), all);
            assertEquals("no-referrer", answer.header("Referrer-Policy"), all);
            for (String name : List.of("HAPI", "Tomcat", "Coyote", "Spring", "Java")) {
                assertFalse(all.contains(name), all);
            }
            assertEquals(null, answer.header("Server"), all);
            assertEquals(null, answer.header("Access-Control-Allow-Origin"), all);
        }
        for (Response person : answers.subList(0, 3)) {
            assertTrue(
                    person.header("Cache-Control").contains("no-store"),
                    person.headers().toString());
        }
    }

    @Test
    void no_page_of_an_error_tells_anything_of_the_inside() throws IOException {
        for (String line : List.of(
                "GET /fhir/Patient?name=Geheimnaam<x> HTTP/1.1",
                "GET /fhir/Patient/%00 HTTP/1.1",
                "GET /fhir/Patient/%zz HTTP/1.1",
                "GET /fhir/Patient;x=y HTTP/1.1",
                "GEHEIMNAAM /fhir/Patient HTTP/1.1",
                "GET /" + "Geheimnaam".repeat(3_000) + " HTTP/1.1",
                "GET Geheimnaam",
                "POST /error?x=Geheimnaam HTTP/1.1")) {
            String answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
            // A line without a version is of HTTP/0.9, which has no status line.
            assertTrue(
                    answer.startsWith("HTTP/1.1 4") || line.equals("GET Geheimnaam") && answer.contains("400"),
                    line + ": " + answer);
            String low = answer.toLowerCase(Locale.ROOT);
            for (String inside : List.of("geheimnaam", "exception", "\tat ", "tomcat", "org.", "java.")) {
                assertFalse(low.contains(inside), inside + " in " + answer);
            }
        }
    }

    @Test
    void methods_that_no_door_knows_are_refused() {
        for (String method : List.of("TRACE", "TRACK", "PROPFIND", "CONNECT2")) {
            given().request(method, ROOT + "/fhir/Task")
                    .then()
                    .statusCode(405)
                    .header("Allow", containsString("GET"))
                    .body(CODE, equalTo("method-not-offered"));
        }
    }

    @Test
    void browsers_of_other_origins_get_nothing_unless_named() {
        given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "GET")
                .options(ROOT + "/fhir/Task")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void only_health_is_told_to_an_operator() {
        given().get(ROOT + "/actuator/health").then().statusCode(200).body(not(containsString("PostgreSQL")));
        for (String more : List.of("env", "heapdump", "metrics", "beans", "loggers", "threaddump", "configprops")) {
            given().get(ROOT + "/actuator/" + more).then().statusCode(401);
            given().header("Authorization", "Bearer " + SERVER.token("jgz"))
                    .get(ROOT + "/actuator/" + more)
                    .then()
                    .statusCode(403)
                    .body("resourceType", equalTo("OperationOutcome"));
        }
    }

    private static RequestSpecification as(String contentType) {
        return SERVER.as("midwife")
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(contentType, io.restassured.http.ContentType.TEXT)))
                .contentType(contentType)
                .accept("application/fhir+json");
    }

    private static RequestSpecification gzip(byte[] body, String encoding) {
        return SERVER.as("midwife").header("Content-Encoding", encoding).body(body);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    /** What comes back for these very bytes. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(ROOT.getHost(), ROOT.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(read(socket.getInputStream()), StandardCharsets.UTF_8);
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[8_192];
        int count = in.read(some);
        while (count > 0) {
            all.write(some, 0, count);
            try {
                count = in.read(some);
            } catch (IOException quiet) {
                return all.toByteArray();
            }
        }
        return all.toByteArray();
    }
}
