package nl.ooievaar.server.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The otherName of a certificate of the UZI register names the organisation, or nobody. */
class UziNumberTest {
    private static final String OF_A_SYSTEM = "2.16.528.1.1007.99.2110-1-900025039-S-90000382-00.000-00000000";

    @Test
    void a_system_certificate_tells_its_organisation() {
        UziNumber read = UziNumber.parse(OF_A_SYSTEM).orElseThrow();
        assertEquals("90000382", read.ura());
        assertEquals("900025039", read.number());
        assertEquals('S', read.cardType());
        assertEquals("00.000", read.role());
        assertEquals(OF_A_SYSTEM, read.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2.16.528.1.1007.99.2110-1-900025039-S-90000382-00.000",
                "2.16.528.1.1007.99.2110-1-900025039-S-90000382-00.000-00000000-",
                "2.16.528.1.1007.99.2110-1-900025039-X-90000382-00.000-00000000",
                "2.16.528.1.1007.99.2110-1-900025039-S-9000038-00.000-00000000",
                "2.16.528.1.1007.99.2110-1-900025039-S-90000382-00000-00000000",
                " 2.16.528.1.1007.99.2110-1-900025039-S-90000382-00.000-00000000",
                "1-900025039-S-90000382-00.000-00000000",
                "2.16.528.1.1007.99.2110-1-900025039-S-٩0000382-00.000-00000000",
                "2.16.528.1.1007.99.2110-1-900025039-S-90000382-00.000-00000000\n"
            })
    void another_form_names_nobody(String text) {
        assertTrue(UziNumber.parse(text).isEmpty(), text);
    }
}
