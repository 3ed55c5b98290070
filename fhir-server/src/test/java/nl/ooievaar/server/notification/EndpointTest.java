package nl.ooievaar.server.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "https://epd.example/meldingen,false,true",
        "https://epd.example:8443/,false,true",
        "http://epd.example/meldingen,true,false",
        "http://127.0.0.1:8080/meldingen,true,true",
        "http://localhost/,true,true",
        "http://127.0.0.1:8080/meldingen,false,false",
        "http://127.0.0.1.example/,true,false",
        "https://user:secret@epd.example/,true,false",
        "https://epd.example/?token=secret,true,false",
        "https://epd.example/#part,true,false",
        "https://epd.example/999900006,true,false",
        "ftp://epd.example/,true,false",
        "file:///etc/passwd,true,false",
        "not an address,true,false",
        "https:epd.example,true,false"
    })
    void is_an_address_with_nothing_in_it_to_keep_secret(String address, boolean sandbox, boolean fine) {
        assertEquals(fine, Endpoint.of(address, sandbox).isPresent());
    }

    @Test
    void its_host_counts_and_is_a_whole_one() {
        Endpoint endpoint = Endpoint.of("https://EPD.example:8443/x", false).orElseThrow();
        assertTrue(endpoint.isAmong(List.of("nonsense here", "https://epd.example/fhir")));
        assertFalse(endpoint.isAmong(List.of("https://other.epd.example/", "https://epd.example.org", "epd.example")));
        assertFalse(endpoint.isAmong(List.of()));
    }
}
