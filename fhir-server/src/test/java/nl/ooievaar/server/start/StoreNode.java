package nl.ooievaar.server.start;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.ooievaar.server.Ooievaar;
import nl.ooievaar.server.SandboxKeys;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Servers in this process on one database that others run, one after another, each with the master key it is given. */
record StoreNode(ExternalPostgreSql.One database, Path folder) {
    ConfigurableApplicationContext start(String key) throws IOException {
        SandboxKeys.into(folder);
        // As a container hands over secrets: a file of that name, and nothing in the environment.
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("ooievaar.master-key"), key);
        List<String> settings = new ArrayList<>(settings(""));
        settings.removeIf(one -> one.contains("master-key"));
        settings.add("--spring.config.import=configtree:" + secrets + "/");
        return new SpringApplicationBuilder(Ooievaar.class).run(settings.toArray(String[]::new));
    }

    /** Why one does not start. */
    String refused(String key) {
        Throwable no = assertThrows(Exception.class, () -> start(key).close());
        while (no.getCause() != null && !(no instanceof StartRefused)) {
            no = no.getCause();
        }
        return no.getMessage();
    }

    /** The same settings for a command. */
    List<String> settings(String key) {
        List<String> settings = new ArrayList<>(List.of(database.arguments()));
        settings.addAll(List.of(
                "--server.port=0",
                "--ooievaar.mode=sandbox",
                "--ooievaar.data=" + folder,
                "--ooievaar.master-key=" + key));
        return settings;
    }

    static RequestSpecification as(ConfigurableApplicationContext node, String client) {
        String root = "http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) node).getWebServer().getPort();
        String token = given().auth()
                .preemptive()
                .basic(client, client + "-secret")
                .formParam("grant_type", "client_credentials")
                .post(root + "/oauth2/token")
                .path("access_token");
        return given().baseUri(root)
                .basePath("/fhir")
                .header("Authorization", "Bearer " + token)
                .contentType("application/fhir+json");
    }

    static String key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
