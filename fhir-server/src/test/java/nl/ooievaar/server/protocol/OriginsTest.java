package nl.ooievaar.server.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.ooievaar.server.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    @Test
    void none_is_the_default_and_exact_ones_are_taken() {
        assertEquals(List.of(), new Origins(List.of()).checked());
        List<String> some = List.of("https://app.example", "https://app.example:8443", "http://localhost:5173");
        assertEquals(some, new Origins(some).checked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "http://app.example",
                "https://app.example/",
                "https://app.example/path",
                "https://*.example",
                "app.example",
                "https://",
                "ftp://app.example",
                "https://a b"
            })
    void what_would_open_more_than_one_origin_stops_the_start(String wrong) {
        StartRefused no = assertThrows(StartRefused.class, () -> new Origins(List.of(wrong)).checked());
        assertTrue(no.getMessage().contains("ooievaar.cors.origins"));
    }
}
