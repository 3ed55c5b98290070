package nl.ooievaar.server;

import static io.restassured.RestAssured.given;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.ooievaar.server.command.SandboxCaCommand;
import nl.ooievaar.server.identity.PersonKey;
import nl.ooievaar.server.start.DataFolder;
import nl.ooievaar.server.start.Database;
import nl.ooievaar.subject.person.Bsn;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** One server for all tests of a run: the real application on its embedded PostgreSQL, on a port of its own. */
public final class TestServer {
    static {
        ParsedOnce.install();
    }

    /** For how long a token of a person is used again: each costs two uses of a private key, to sign it and to open it. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final TestServer ONE = start();

    private final ConfigurableApplicationContext application;
    private final String root;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    /** A token of a person, which lives for ten minutes. */
    private record Token(String value, Instant made) {}

    private TestServer(ConfigurableApplicationContext application) {
        this.application = application;
        this.root = "http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) application)
                        .getWebServer()
                        .getPort();
    }

    public static TestServer get() {
        return ONE;
    }

    public String base() {
        return root + "/fhir";
    }

    /** The address of the issuer of the sandbox. */
    public String root() {
        return root;
    }

    /** The address of the same server over TLS. */
    public String tlsRoot() {
        TomcatWebServer server = (TomcatWebServer) ((ServletWebServerApplicationContext) application).getWebServer();
        return Stream.of(server.getTomcat().getService().findConnectors())
                .filter(Connector::getSecure)
                .map(one -> "https://127.0.0.1:" + one.getLocalPort())
                .findFirst()
                .orElseThrow();
    }

    /** The folder with certificates and keys of the demo parties. */
    public Path authority() {
        return Path.of(application.getEnvironment().getRequiredProperty("ooievaar.sandbox-ca"));
    }

    /** The folder in which it keeps its keys and its database. */
    public Path data() {
        return application.getBean(DataFolder.class).path();
    }

    public DataSource database() {
        return application.getBean(DataSource.class);
    }

    /** A part of the running server, for what no door shows. */
    public <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    /** A request of one of the demo parties. */
    public RequestSpecification as(String client) {
        return given().baseUri(root)
                .basePath("/fhir")
                .header("Authorization", "Bearer " + token(client))
                .contentType("application/fhir+json");
    }

    /** A request of a person who signed in herself; her token is signed by the issuer of the sandbox. */
    public RequestSpecification asPerson(String bsn) {
        return asPerson(bsn, "patient/*.rs patient/Consent.cu");
    }

    public RequestSpecification asPerson(String bsn, String scope) {
        return with(kept.compute(
                        bsn + " " + scope,
                        (of, last) -> last == null
                                        || last.made().isBefore(Instant.now().minus(KEPT))
                                ? new Token(personToken(bsn, scope), Instant.now())
                                : last)
                .value());
    }

    public String personToken(String bsn, String scope) {
        return signed(claims -> claims.subject(UUID.nameUUIDFromBytes(bsn.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .claim("client_id", "app-of-the-woman")
                .claim(
                        "person",
                        application.getBean(PersonKey.class).seal(Bsn.parse(bsn).orElseThrow()))
                .claim("scope", scope));
    }

    /** A token as the issuer of the sandbox signs it: of this issuer, for this server, for ten minutes, but for the changes. */
    public String signed(Consumer<JwtClaimsSet.Builder> changes) {
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(root)
                .audience(List.of(base()))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(600));
        changes.accept(claims);
        @SuppressWarnings("unchecked")
        JWKSource<SecurityContext> key = application.getBean(JWKSource.class);
        return new NimbusJwtEncoder(key)
                .encode(JwtEncoderParameters.from(claims.build()))
                .getTokenValue();
    }

    /** The token endpoint's answer to a demo party that asks in its own words. */
    public Response askToken(String client, Map<String, String> form) {
        return given().baseUri(root)
                .auth()
                .preemptive()
                .basic(client, client + "-secret")
                .formParam("grant_type", "client_credentials")
                .formParams(form)
                .post("/oauth2/token");
    }

    public String tokenOf(String client, Map<String, String> form) {
        return askToken(client, form).then().statusCode(200).extract().path("access_token");
    }

    /** A token of ten minutes with these claims, signed by the issuer of the sandbox. */
    public String token(String subject, Map<String, String> claims, Instant from) {
        return signed(said -> {
            said.subject(subject).issuedAt(from).expiresAt(from.plusSeconds(600));
            claims.forEach(said::claim);
        });
    }

    /** A request with this token. */
    public RequestSpecification with(String token) {
        return nobody().header("Authorization", "Bearer " + token);
    }

    public String token(String client) {
        return tokens.computeIfAbsent(client, c -> token(root, c));
    }

    /** A request of nobody. */
    public RequestSpecification nobody() {
        return given().baseUri(root).basePath("/fhir").contentType("application/fhir+json");
    }

    static String token(String root, String client) {
        return given().baseUri(root)
                .auth()
                .preemptive()
                .basic(client, client + "-secret")
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** A server of a test of its own, such as one on a database that the test breaks; the test ends it. */
    public static TestServer own(String... settings) {
        return start(settings);
    }

    /** Ends a server of a test of its own. */
    public void end() {
        application.close();
    }

    private static TestServer start(String... settings) {
        try {
            List<String> all = new ArrayList<>(List.of(settings));
            Path data = all.stream()
                    .filter(one -> one.startsWith("--ooievaar.data="))
                    .map(one -> Path.of(one.substring("--ooievaar.data=".length())))
                    .findFirst()
                    .orElseGet(TestServer::folder);
            Path authority = data.resolve("sandbox-ca");
            SandboxKeys.into(data);
            UnpackedPostgreSql.into(data);
            new SandboxCaCommand(System.out, System.err, Clock.systemUTC()).make(authority);
            // Given twice it would be two folders.
            all.removeIf(one -> one.startsWith("--ooievaar.data="));
            all.addAll(List.of(
                    "--server.port=0",
                    "--ooievaar.data=" + data,
                    "--ooievaar.sandbox-ca=" + authority,
                    "--ooievaar.tls-port=0",
                    "--ooievaar.signature.trust=" + SigningAuthority.get().pem(),
                    "--ooievaar.signature.crl=" + SigningAuthority.get().crl(),
                    "--ooievaar.emergency.enabled=true",
                    "--ooievaar.emergency.services=90000501-acute-verloskunde",
                    "--ooievaar.emergency.most-open=1000"));
            TestServer made =
                    new TestServer(new SpringApplicationBuilder(Ooievaar.class).run(all.toArray(String[]::new)));
            ServerProcess.awaitReady(made.root);
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            return TestFolders.make("ooievaar-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another node on the same database, whose own clock is this far off; ends with its context. */
    public Neighbour neighbour(Duration off) {
        Database at = application.getBean(Database.class);
        ConfigurableApplicationContext node = new SpringApplicationBuilder(Ooievaar.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return name.equals("clock") ? Clock.offset((Clock) bean, off) : bean;
                    }
                }))
                .run(
                        "--server.port=0",
                        "--ooievaar.mode=sandbox",
                        "--ooievaar.pool-size=4",
                        "--ooievaar.data="
                                + application.getBean(DataFolder.class).path(),
                        "--spring.datasource.url=" + at.url(),
                        "--spring.datasource.username=" + at.runtime().user(),
                        "--spring.datasource.password=" + at.runtime().password(),
                        "--spring.flyway.user=" + at.owner().user(),
                        "--spring.flyway.password=" + at.owner().password());
        return new Neighbour(
                node,
                "http://127.0.0.1:"
                        + ((ServletWebServerApplicationContext) node)
                                .getWebServer()
                                .getPort());
    }

    /** A second node. */
    public record Neighbour(ConfigurableApplicationContext node, String root) implements AutoCloseable {
        /** With a token that neither clock takes for ended or not begun. */
        public RequestSpecification as(String client) {
            Map<String, Object> same = claims(ONE.token(client));
            String token = ONE.signed(claims -> {
                same.forEach(claims::claim);
                claims.issuer(root)
                        .audience(List.of(root + "/fhir"))
                        .notBefore(Instant.now().minus(Duration.ofDays(4)))
                        .issuedAt(Instant.now().minus(Duration.ofDays(4)))
                        .expiresAt(Instant.now().plus(Duration.ofDays(4)));
            });
            return given().baseUri(root)
                    .basePath("/fhir")
                    .header("Authorization", "Bearer " + token)
                    .contentType("application/fhir+json");
        }

        private static Map<String, Object> claims(String token) {
            String json = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
            Map<String, Object> all = new HashMap<>(JsonPath.from(json).getMap(""));
            all.keySet().removeAll(Set.of("iss", "aud", "iat", "exp", "nbf"));
            return all;
        }

        @Override
        public void close() {
            node.close();
        }
    }

    /** Changes a row as time or somebody else would, by the owner of the database. */
    public void change(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    /** The rows of a query on the database behind the server, cells joined by a bar. */
    public List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(row.getString(i));
                }
                rows.add(String.join("|", cells));
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
        return rows;
    }
}
