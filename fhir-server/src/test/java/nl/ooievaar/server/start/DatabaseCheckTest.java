package nl.ooievaar.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** A database that can't carry this server is told by its version, or by why it does not answer. */
class DatabaseCheckTest {
    @Test
    void a_postgresql_older_than_15_is_refused_naming_both_versions() {
        StartRefused refused =
                assertThrows(StartRefused.class, () -> DatabaseCheck.version(14, "14.13 (Debian 14.13-1)"));
        assertThat(refused).hasMessageContaining("14.13").hasMessageContaining("15 or newer");
        assertThatCode(() -> DatabaseCheck.version(15, "15.0")).doesNotThrowAnyException();
    }

    @Test
    void a_database_that_does_not_answer_is_refused_naming_the_setting_and_not_the_password() {
        // Port 1 of loopback: nobody listens there.
        Database.Role role = new Database.Role("ooievaar", "geheim-woord");
        Database.External nobody = new Database.External("jdbc:postgresql://127.0.0.1:1/x", role, role);
        StartRefused refused = assertThrows(StartRefused.class, () -> DatabaseCheck.checked(nobody));
        assertThat(refused)
                .hasMessageContaining("spring.datasource.url")
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageNotContaining("geheim-woord");
    }
}
