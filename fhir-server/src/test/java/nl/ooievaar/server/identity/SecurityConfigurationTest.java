package nl.ooievaar.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The first door of a request is as strict as Spring's own. */
class SecurityConfigurationTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fhir/Task");
    private final HttpServletRequest walled = new StrictHttpFirewall().getFirewalledRequest(request);

    @Test
    void a_header_value_may_hold_what_springs_firewall_allows_and_nothing_else() throws Exception {
        // The firewall refuses most by an exception, and a thread of its own has few places to tell in each.
        CompletableFuture.runAsync(this::compare).get();
        assertTrue(SecurityConfiguration.printable(""));
        assertFalse(SecurityConfiguration.printable("Bearer x\ny"));
    }

    private void compare() {
        for (int at = 0; at <= Character.MAX_CODE_POINT; at++) {
            if (at < 0xD800 || at > 0xDFFF) {
                String value = "a" + Character.toString(at);
                int shown = at;
                assertEquals(
                        allows(value), SecurityConfiguration.printable(value), () -> "U+" + Integer.toHexString(shown));
            }
        }
    }

    private boolean allows(String value) {
        request.removeHeader("X-Tried");
        request.addHeader("X-Tried", value);
        try {
            return value.equals(walled.getHeader("X-Tried"));
        } catch (RequestRejectedException e) {
            return false;
        }
    }
}
