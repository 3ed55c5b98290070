package nl.ooievaar.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Published secrets never listen to a network, and production never starts on a default. */
class ModeTest {
    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
    private static final String AUDIENCES = "spring.security.oauth2.resourceserver.jwt.audiences";

    @Test
    void unset_is_sandbox_only_with_the_embedded_database_and_a_loopback_address() {
        assertEquals(Mode.SANDBOX, Mode.of(settings(Map.of("server.address", "127.0.0.1"))));
        assertRefused(Map.of("server.address", "0.0.0.0"), "ooievaar.mode");
        assertRefused(
                Map.of("server.address", "127.0.0.1", "spring.datasource.url", "jdbc:postgresql://127.0.0.1/x"),
                "ooievaar.mode");
        assertRefused(Map.of(), "ooievaar.mode");
    }

    @Test
    void the_sandbox_refuses_an_address_that_is_not_loopback() {
        assertRefused(Map.of("ooievaar.mode", "sandbox", "server.address", "0.0.0.0"), "server.address");
    }

    @Test
    void an_unknown_mode_is_refused() {
        assertRefused(Map.of("ooievaar.mode", "demo", "server.address", "127.0.0.1"), "sandbox or production");
    }

    @Test
    void production_needs_a_master_key_of_32_bytes(@TempDir Path folder) {
        DataFolder data = DataFolder.at(folder);
        StartRefused none = assertThrows(StartRefused.class, () -> MasterKey.of(Mode.PRODUCTION, null, data));
        assertTrue(none.getMessage().contains("ooievaar.master-key"));
        assertThrows(StartRefused.class, () -> MasterKey.of(Mode.PRODUCTION, "dG9vIHNob3J0", data));
        assertThrows(StartRefused.class, () -> MasterKey.of(Mode.PRODUCTION, "not base64!", data));
    }

    @Test
    void the_sandbox_keeps_its_key_and_opens_with_no_other(@TempDir Path folder, @TempDir Path other) {
        byte[] secret = "a file key of 32 bytes, padded..".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] wrapped = MasterKey.of(Mode.SANDBOX, null, DataFolder.at(folder)).wrap(secret);
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                secret, MasterKey.of(Mode.SANDBOX, null, DataFolder.at(folder)).unwrap(wrapped));
        MasterKey stranger = MasterKey.of(Mode.SANDBOX, null, DataFolder.at(other));
        assertThrows(IllegalStateException.class, () -> stranger.unwrap(wrapped));
    }

    @Test
    void production_needs_a_database_a_key_and_an_issuer() {
        Map<String, Object> bare = Map.of("ooievaar.mode", "production");
        Map<String, Object> keyless =
                Map.of("ooievaar.mode", "production", "spring.datasource.url", "jdbc:postgresql://x/y");
        Map<String, Object> issuerless = new HashMap<>(keyless);
        issuerless.put("ooievaar.master-key", "x");
        StartRefused database =
                assertThrows(StartRefused.class, () -> StartCheck.check(Mode.PRODUCTION, settings(bare)));
        assertTrue(database.getMessage().contains("spring.datasource.url"));
        StartRefused key = assertThrows(StartRefused.class, () -> StartCheck.check(Mode.PRODUCTION, settings(keyless)));
        assertTrue(key.getMessage().contains("ooievaar.master-key"));
        StartRefused issuer =
                assertThrows(StartRefused.class, () -> StartCheck.check(Mode.PRODUCTION, settings(issuerless)));
        assertTrue(issuer.getMessage().contains("issuer-uri"));
    }

    @Test
    void production_needs_an_owner_of_the_tables_that_is_not_the_server() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "ooievaar.mode",
                "production",
                "spring.datasource.url",
                "jdbc:postgresql://x/y",
                "spring.datasource.username",
                "ooievaar",
                "ooievaar.master-key",
                "x",
                ISSUER,
                "https://issuer.example",
                AUDIENCES,
                "https://node.example/fhir",
                "ooievaar.tls-certificate",
                "node.pem"));
        for (String owner : new String[] {"", "ooievaar"}) {
            settings.put("spring.flyway.user", owner);
            StartRefused refused =
                    assertThrows(StartRefused.class, () -> StartCheck.check(Mode.PRODUCTION, settings(settings)));
            assertTrue(refused.getMessage().contains("spring.flyway.user"), refused.getMessage());
        }
        settings.put("spring.flyway.user", "ooievaar_owner");
        StartCheck.check(Mode.PRODUCTION, settings(settings));
    }

    @Test
    void production_believes_no_issuer_whose_keys_can_be_changed_on_the_way_and_no_token_for_another() {
        Map<String, Object> all = new HashMap<>(Map.of(
                "ooievaar.mode",
                "production",
                "spring.datasource.url",
                "jdbc:postgresql://x/y",
                "ooievaar.master-key",
                "x",
                "spring.flyway.user",
                "ooievaar_owner",
                ISSUER,
                "https://issuer.example",
                AUDIENCES,
                "https://node.example/fhir",
                "ooievaar.tls-certificate",
                "node.pem"));
        StartCheck.check(Mode.PRODUCTION, settings(all));
        for (String issuer :
                new String[] {"http://issuer.example", "issuer.example", "http://127.0.0.1.example", "ftp://x"}) {
            assertUnsafe(all, ISSUER, issuer, "https");
        }
        Map<String, Object> local = new HashMap<>(all);
        local.put(ISSUER, "http://127.0.0.1:9000");
        StartCheck.check(Mode.PRODUCTION, settings(local));
        assertUnsafe(all, AUDIENCES, "", "audience");
        assertUnsafe(all, "ooievaar.tls-certificate", "", "ooievaar.tls-binding");
        Map<String, Object> unbound = new HashMap<>(all);
        unbound.remove("ooievaar.tls-certificate");
        unbound.put("ooievaar.tls-binding", "optional");
        StartCheck.check(Mode.PRODUCTION, settings(unbound));
    }

    private static void assertUnsafe(Map<String, Object> all, String setting, String value, String named) {
        Map<String, Object> changed = new HashMap<>(all);
        changed.put(setting, value);
        StartRefused no = assertThrows(StartRefused.class, () -> StartCheck.check(Mode.PRODUCTION, settings(changed)));
        assertTrue(no.getMessage().contains(named), no.getMessage());
    }

    private static void assertRefused(Map<String, Object> settings, String named) {
        StartRefused no = assertThrows(StartRefused.class, () -> Mode.of(settings(settings)));
        assertTrue(no.getMessage().contains(named), no.getMessage());
    }

    private static StandardEnvironment settings(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }
}
