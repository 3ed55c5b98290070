package nl.ooievaar.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The first door of a request is as strict as Spring's own. */
class SecurityConfigurationTest {
    @Test
    void a_header_value_may_hold_what_springs_firewall_allows_and_nothing_else() {
        StrictHttpFirewall springs = new StrictHttpFirewall();
        for (int at = 0; at <= Character.MAX_CODE_POINT; at++) {
            if (at < 0xD800 || at > 0xDFFF) {
                String value = "a" + Character.toString(at);
                assertEquals(
                        allows(springs, value), SecurityConfiguration.printable(value), "U+" + Integer.toHexString(at));
            }
        }
        assertTrue(SecurityConfiguration.printable(""));
        assertFalse(SecurityConfiguration.printable("Bearer x\ny"));
    }

    private static boolean allows(StrictHttpFirewall firewall, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fhir/Task");
        request.addHeader("X-Tried", value);
        try {
            return value.equals(firewall.getFirewalledRequest(request).getHeader("X-Tried"));
        } catch (RequestRejectedException e) {
            return false;
        }
    }
}
