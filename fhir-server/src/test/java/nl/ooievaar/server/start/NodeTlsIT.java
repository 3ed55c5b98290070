package nl.ooievaar.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.ooievaar.server.ServerProcess;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.command.ClientAssertionCommand;
import nl.ooievaar.server.tls.Thumbprint;
import nl.ooievaar.server.tls.TlsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged jar in production with TLS of its own: no token without its certificate, also behind a proxy. */
class NodeTlsIT {
    /** To this node just an issuer, whose authority it trusts. */
    private static final TestServer ISSUER = TestServer.get();

    private static final Path AUTHORITY = ISSUER.authority();
    private static final Path CLIENTS = AUTHORITY.resolve("clients");

    private static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        TlsClient anybody = TlsClient.withoutCertificate(AUTHORITY);
        server = ServerProcess.startTls(settings(), root -> {
            try {
                return anybody.get(root + "/actuator/health/readiness").statusCode() == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    private static Map<String, String> settings() throws Exception {
        Map<String, String> settings =
                new HashMap<>(ExternalPostgreSql.get().database("tls").settings());
        settings.put("OOIEVAAR_MODE", "production");
        settings.put("OOIEVAAR_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", ISSUER.root());
        // The issuer, asked over TLS, names itself so.
        settings.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES",
                ISSUER.base() + "," + ISSUER.tlsRoot() + "/fhir");
        settings.put("OOIEVAAR_TLS_CERTIFICATE", AUTHORITY.resolve("server.pem").toString());
        settings.put("OOIEVAAR_TLS_KEY", AUTHORITY.resolve("server.key").toString());
        settings.put("OOIEVAAR_TLS_TRUST", AUTHORITY.resolve("ca.pem").toString());
        settings.put("OOIEVAAR_TLS_CRL", AUTHORITY.resolve("ca.crl").toString());
        settings.put("OOIEVAAR_TLS_PROXY", Thumbprint.of(certificate(CLIENTS.resolve("municipality/client.pem"))));
        return settings;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void an_unbound_token_is_refused_and_one_that_is_bound_needs_its_certificate() throws Exception {
        assertEquals("token-unbound", code(read(party("midwife"), ISSUER.token("midwife"))));
        String bound = bound();
        assertEquals(200, read(party("midwife"), bound).statusCode());
        assertEquals("token-of-other-certificate", code(read(party("jgz"), bound)));
        assertEquals("token-of-other-certificate", code(read(TlsClient.withoutCertificate(AUTHORITY), bound)));
        TlsClient revoked = TlsClient.with(AUTHORITY, AUTHORITY.resolve("revoked"));
        assertThrows(IOException.class, () -> read(revoked, bound));
    }

    @Test
    void what_is_open_is_open_without_a_certificate() throws Exception {
        assertEquals(
                200,
                TlsClient.withoutCertificate(AUTHORITY)
                        .get(server.tlsRoot() + "/fhir/metadata")
                        .statusCode());
    }

    @Test
    void a_proxy_that_is_named_hands_on_the_certificate_of_its_client_and_nobody_else_does() throws Exception {
        String bound = bound();
        String own = header(certificate(CLIENTS.resolve("midwife/client.pem")));
        TlsClient proxy = party("municipality");
        assertEquals(200, read(proxy, bound, own).statusCode());
        assertEquals("token-of-other-certificate", code(read(proxy, bound)));
        assertEquals("token-of-other-certificate", code(read(party("jgz"), bound, own)));
        String revoked = header(certificate(AUTHORITY.resolve("revoked.pem")));
        assertEquals("certificate-refused", code(read(proxy, bound, revoked)));
        assertEquals(400, read(proxy, bound, ":broken:").statusCode());
    }

    @Test
    void the_command_makes_all_that_is_needed_and_overwrites_nothing() throws Exception {
        Path folder = server.data().resolve("ca");
        ServerProcess.Refused made = ServerProcess.command("sandbox-ca", folder.toString());
        assertEquals(0, made.exitCode(), made.printed());
        assertTrue(made.printed().contains("curl -s --cacert " + folder + "/ca.pem"), made.printed());
        for (String file : List.of("ca.pem", "ca.crl", "server.key", "revoked.pem", "clients/jgz/jwks.json")) {
            assertTrue(Files.size(folder.resolve(file)) > 0, file);
        }
        byte[] before = Files.readAllBytes(folder.resolve("ca.pem"));
        assertEquals(2, ServerProcess.command("sandbox-ca", folder.toString()).exitCode());
        assertEquals(2, ServerProcess.command("sandbox-ca").exitCode());
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(folder.resolve("ca.pem"))));
        ServerProcess.Refused assertion = ServerProcess.command("client-assertion", folder.toString(), "jgz");
        assertEquals(0, assertion.exitCode(), assertion.printed());
        assertEquals(3, assertion.printed().strip().split("\\.").length, assertion.printed());
        assertEquals(
                2,
                ServerProcess.command("client-assertion", folder.toString(), "nobody")
                        .exitCode());
    }

    private static String bound() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        String endpoint = ISSUER.tlsRoot() + "/oauth2/token";
        new ClientAssertionCommand(out, out, Clock.systemUTC()).run(List.of(AUTHORITY.toString(), "midwife", endpoint));
        HttpResponse<String> answer = party("midwife")
                .post(
                        endpoint,
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                "client_assertion",
                                        printed.toString(StandardCharsets.UTF_8).strip()));
        String token =
                new ObjectMapper().readTree(answer.body()).path("access_token").asText();
        // The issuer that this node trusts is named by its address without TLS.
        return ISSUER.signed(claims -> {
            try {
                com.nimbusds.jwt.SignedJWT.parse(token)
                        .getJWTClaimsSet()
                        .getClaims()
                        .forEach((name, value) -> {
                            if (!List.of("iss", "aud", "exp", "iat", "nbf").contains(name)) {
                                claims.claim(name, value);
                            }
                        });
            } catch (java.text.ParseException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static HttpResponse<String> read(TlsClient client, String token) throws Exception {
        return client.get(server.tlsRoot() + "/fhir/Task", "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> read(TlsClient client, String token, String certificate) throws Exception {
        return client.get(
                server.tlsRoot() + "/fhir/Task", "Authorization", "Bearer " + token, "Client-Cert", certificate);
    }

    private static String code(HttpResponse<String> answer) throws IOException {
        assertEquals(401, answer.statusCode(), answer.body());
        return new ObjectMapper()
                .readTree(answer.body())
                .at("/issue/0/details/coding/0/code")
                .asText();
    }

    private static String header(X509Certificate certificate) throws Exception {
        return ':' + Base64.getEncoder().encodeToString(certificate.getEncoded()) + ':';
    }

    private static X509Certificate certificate(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static TlsClient party(String name) throws Exception {
        return TlsClient.with(AUTHORITY, CLIENTS.resolve(name).resolve("client"));
    }
}
