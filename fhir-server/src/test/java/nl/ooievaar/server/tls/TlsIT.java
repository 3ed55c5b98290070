package nl.ooievaar.server.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.command.ClientAssertionCommand;
import nl.ooievaar.server.command.SandboxCa;
import org.junit.jupiter.api.Test;

/** Over TLS a token is worth nothing without the certificate with which it was asked for. */
class TlsIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String ROOT = SERVER.tlsRoot();
    private static final Path AUTHORITY = SERVER.authority();
    private static final Path CLIENTS = AUTHORITY.resolve("clients");

    @Test
    void a_token_is_bound_to_the_certificate_with_which_it_was_asked_for() throws Exception {
        String token = token("midwife", party("midwife"));
        X509Certificate own =
                Pem.certificates(CLIENTS.resolve("midwife/client.pem")).get(0);
        assertEquals(
                Map.of("x5t#S256", Thumbprint.of(own)),
                SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("cnf"));
        assertEquals(200, read(party("midwife"), token).statusCode());
        for (int i = 0; i < 2; i++) {
            // A token that was verified a moment ago is asked for its certificate all the same.
            refused("token-of-other-certificate", read(party("jgz"), token));
            refused("token-of-other-certificate", read(TlsClient.withoutCertificate(AUTHORITY), token));
            assertEquals(200, read(party("midwife"), token).statusCode());
        }
        SERVER.with(token).get("/Task").then().statusCode(401);
    }

    @Test
    void a_certificate_must_name_the_organisation_of_the_token() throws Exception {
        refused("certificate-of-other-organization", read(party("jgz"), SERVER.token("midwife")));
        refused("certificate-of-other-organization", read(party("midwife"), SERVER.token("municipality")));
        assertEquals(200, read(party("midwife"), SERVER.token("midwife")).statusCode());
        HttpResponse<String> asked = ask("midwife", party("jgz"));
        assertEquals(400, asked.statusCode());
        assertEquals("invalid_client", json(asked).path("error").asText());
    }

    @Test
    void a_revoked_certificate_and_one_of_an_unknown_issuer_get_no_connection() throws Exception {
        TlsClient revoked = TlsClient.with(AUTHORITY, AUTHORITY.resolve("revoked"));
        assertThrows(IOException.class, () -> revoked.get(ROOT + "/fhir/metadata"));
        SandboxCa.Issued stranger = SandboxCa.make(Clock.systemUTC().instant()).client("x", Optional.empty());
        TlsClient unknown = TlsClient.with(AUTHORITY, stranger.certificate(), stranger.key());
        assertThrows(IOException.class, () -> unknown.get(ROOT + "/fhir/metadata"));
    }

    @Test
    void a_published_secret_opens_nothing_over_tls() throws Exception {
        String basic = "Basic "
                + Base64.getEncoder().encodeToString("midwife:midwife-secret".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> no = party("midwife")
                .post(ROOT + "/oauth2/token", Map.of("grant_type", "client_credentials"), "Authorization", basic);
        assertEquals(401, no.statusCode());
        assertEquals("invalid_client", json(no).path("error").asText());
    }

    @Test
    void a_certificate_in_a_header_means_nothing_from_who_is_no_proxy_of_ours() throws Exception {
        String token = token("midwife", party("midwife"));
        String header = ':'
                + Base64.getEncoder()
                        .encodeToString(Pem.certificates(CLIENTS.resolve("midwife/client.pem"))
                                .get(0)
                                .getEncoded())
                + ':';
        for (TlsClient thief : List.of(party("jgz"), TlsClient.withoutCertificate(AUTHORITY))) {
            HttpResponse<String> no =
                    thief.get(ROOT + "/fhir/Task", "Authorization", "Bearer " + token, "Client-Cert", header);
            refused("token-of-other-certificate", no);
        }
    }

    @Test
    void a_refused_certificate_is_on_record_with_the_client_of_the_token() throws Exception {
        String count = "select count(*) from audit where interaction = 'authenticate' and client = 'midwife'"
                + " and basis = 'certificate-of-other-organization'";
        long before = Long.parseLong(SERVER.query(count).get(0));
        read(party("jgz"), SERVER.token("midwife"));
        assertEquals(before + 1, Long.parseLong(SERVER.query(count).get(0)));
    }

    private static void refused(String code, HttpResponse<String> answer) throws IOException {
        assertEquals(401, answer.statusCode(), answer.body());
        assertEquals(code, json(answer).at("/issue/0/details/coding/0/code").asText());
        assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").contains("invalid_token"));
    }

    private static HttpResponse<String> read(TlsClient client, String token) throws Exception {
        return client.get(ROOT + "/fhir/Task", "Authorization", "Bearer " + token);
    }

    private static String token(String party, TlsClient client) throws Exception {
        return json(ask(party, client)).path("access_token").asText();
    }

    private static HttpResponse<String> ask(String party, TlsClient client) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new ClientAssertionCommand(out, out, Clock.systemUTC())
                .run(List.of(AUTHORITY.toString(), party, ROOT + "/oauth2/token"));
        return client.post(
                ROOT + "/oauth2/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                                printed.toString(StandardCharsets.UTF_8).strip()));
    }

    private static TlsClient party(String name) throws Exception {
        return TlsClient.with(AUTHORITY, CLIENTS.resolve(name).resolve("client"));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
