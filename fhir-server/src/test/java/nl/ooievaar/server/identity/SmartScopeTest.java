package nl.ooievaar.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.party.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scope opens what it says, and nothing that merely looks like it. */
class SmartScopeTest {
    private static final Party PARTY = new Party("http://fhir.nl/fhir/NamingSystem/ura", "90000101", "x");

    @ParameterizedTest
    @CsvSource({
        "system/Task.rs, Task, rs",
        "system/Task.cruds, Task, cruds",
        "system/*.rs, Task, rs",
        "system/Task.read, Task, rs",
        "system/Task.write, Task, cud",
        "system/Task.*, Task, cruds",
        "system/Task.rs, Patient, ''",
    })
    void a_scope_opens_its_letters_for_its_type_and_no_other(String scope, String type, String letters) {
        for (char letter : "cruds".toCharArray()) {
            assertEquals(letters.indexOf(letter) >= 0, system(scope).mayAsk(type, letter), scope + " " + letter);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/Task.sr",
                "system/Task.rr",
                "system/Task.",
                "system/Task",
                "system/Task.rsx",
                "system/Task.xrs",
                "system/Task.rs?code=x",
                "system/*.rs?_security=y",
                "system/*/Task.rs",
                "system/**.rs",
                "system/task.rs",
                "System/Task.rs",
                "system/.rs",
                "systemd/Task.rs",
                "/Task.rs",
                "user/Task.rs",
                "patient/Task.rs",
                "launch/patient",
                "openid",
                "system/Task.cruds.rs",
                "system/Task.Read",
                "",
                "system/Task.rs\u00a0"
            })
    void what_is_not_a_scope_of_a_system_opens_nothing_to_one(String scope) {
        for (char letter : "cruds".toCharArray()) {
            assertFalse(system(scope).mayAsk("Task", letter), scope);
        }
    }

    @Test
    void scopes_of_a_professional_count_only_where_the_token_names_one() {
        assertFalse(caller("user/Task.rs", Optional.empty(), Optional.empty()).mayAsk("Task", 'r'));
        assertTrue(caller("user/Task.rs", Optional.of("900010101"), Optional.empty())
                .mayAsk("Task", 'r'));
    }

    @Test
    void a_person_has_only_what_is_asked_about_herself() {
        assertTrue(
                caller("patient/*.rs", Optional.empty(), Optional.of("sealed")).mayAsk("Task", 's'));
        assertFalse(caller("system/*.rs user/*.rs", Optional.of("x"), Optional.of("sealed"))
                .mayAsk("Task", 's'));
    }

    @ParameterizedTest
    @CsvSource({
        "system/*.cruds, system/Task.rs, true",
        "system/*.cruds, system/*.cruds, true",
        "system/*.rs, system/Task.r, true",
        "system/*.rs, system/Task.cr, false",
        "system/Task.rs, system/*.rs, false",
        "system/Task.rs, system/Patient.rs, false",
        "system/*.cruds, user/Task.rs, false",
        "system/*.cruds, patient/Task.rs, false",
        "system/*.cruds, system/Task.rs?code=x, false",
        "system/*.cruds, openid, false",
        "openid, openid, true",
    })
    void an_issuer_grants_what_is_registered_or_narrower(String registered, String asked, boolean granted) {
        assertEquals(granted, SmartScope.granted(Set.of(registered), asked));
    }

    private static Caller system(String scope) {
        return caller(scope, Optional.empty(), Optional.empty());
    }

    private static Caller caller(String scope, Optional<String> user, Optional<String> person) {
        return new Caller(PARTY, "role", user, "client", SmartScope.split(scope), person, Optional.empty());
    }
}
