package nl.ooievaar.server.signature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.ooievaar.server.SigningAuthority;
import nl.ooievaar.server.start.Mode;
import nl.ooievaar.server.start.StartRefused;
import org.junit.jupiter.api.Test;

/** Settings of signatures that may not be combined stop the start, with the name of what is missing. */
class SignatureConfigurationTest {
    private static final String TRUST = SigningAuthority.get().pem().toString();
    private static final String LISTS = SigningAuthority.get().crl().toString();

    @Test
    void production_trusts_no_authority_without_its_revocation_lists() {
        refused("ooievaar.signature.crl", TRUST, "", false, Mode.PRODUCTION);
        assertDoesNotThrow(() -> made(TRUST, LISTS, true, Mode.PRODUCTION));
        assertDoesNotThrow(() -> made("", "", false, Mode.PRODUCTION));
        assertDoesNotThrow(() -> made(TRUST, "", true, Mode.SANDBOX));
    }

    @Test
    void files_that_are_none_and_a_demand_that_nobody_could_meet_are_refused() {
        refused("ooievaar.signature.trust", "", "", true, Mode.SANDBOX);
        refused("ooievaar.signature.trust", TRUST + ".none", LISTS, false, Mode.SANDBOX);
        refused("ooievaar.signature.crl", TRUST, LISTS + ".none", false, Mode.SANDBOX);
    }

    private static void refused(String naming, String trust, String lists, boolean required, Mode mode) {
        StartRefused no = assertThrows(StartRefused.class, () -> made(trust, lists, required, mode));
        assertTrue(no.getMessage().contains(naming), no.getMessage());
    }

    private static void made(String trust, String lists, boolean required, Mode mode) {
        new SignatureConfiguration().documentSignature(trust, lists, required, mode);
    }
}
