package nl.ooievaar.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.ServerProcess;
import org.junit.jupiter.api.Test;

/** The server stands on a PostgreSQL that others run: the settings alone send it there. */
class ExternalDatabaseIT {
    @Test
    void a_referral_is_kept_in_an_external_database_and_is_there_after_a_restart() throws Exception {
        ExternalPostgreSql.One database = ExternalPostgreSql.get().database("kept");
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("OOIEVAAR_MODE", "sandbox");
        try (ServerProcess server = ServerProcess.start(settings)) {
            Referral referral = Referral.ofNewWoman();
            Referral.Sent sent = referral.send(server.as("midwife"));
            String task = server.as("midwife").get("/" + sent.of("Task")).asString();
            assertTrue(database.count("select count(*) from version") > 0, "its rows are there, not elsewhere");
            assertFalse(Files.exists(server.data().resolve("postgresql")), "no embedded database was made");

            server.stop();
            server.launch();

            assertEquals(task, server.as("midwife").get("/" + sent.of("Task")).asString());
            assertEquals(
                    sent.locations(),
                    referral.send(server.as("midwife")).locations(),
                    "the same referral again is the one that was kept");
        }
    }
}
