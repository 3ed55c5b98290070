package nl.ooievaar.server.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.server.Referral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix sees a word that leaks, in whatever form; a finder that is blind would find no leak anywhere. */
class LeakFinderTest {
    private static final String WORD = "canary0123456789ab";

    static Stream<String> forms() {
        String json = "{\"text\":\"zij zei " + WORD + " en meer\"}";
        String base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        String url = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("zij zei? " + json).getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                        WORD,
                        "X-Remark: " + WORD,
                        "HTTP/1.1 400 " + WORD,
                        json,
                        json.toUpperCase(Locale.ROOT),
                        WORD.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining()),
                        WORD.chars().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining()),
                        WORD.chars().mapToObj(c -> String.format("%%%02X", c)).collect(Collectors.joining()),
                        URLEncoder.encode("Patient?family=" + WORD, StandardCharsets.UTF_8),
                        "Location: http://127.0.0.1/fhir/Patient?family=" + WORD,
                        base64,
                        "x" + base64,
                        "xy/" + url,
                        url + "q",
                        HexFormat.of().formatHex(json.getBytes(StandardCharsets.UTF_8)),
                        URLEncoder.encode(base64, StandardCharsets.UTF_8),
                        Base64.getEncoder().encodeToString(base64.getBytes(StandardCharsets.UTF_8)),
                        "broken %zz and %",
                        "W/\"" + WORD + "\"")
                .map(form -> form.startsWith("broken") ? form + WORD : form);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_word_is_found_however_it_is_written(String form) {
        assertEquals(Set.of(WORD), LeakFinder.words(form));
    }

    @Test
    void a_bsn_is_found_in_clear_and_encoded_and_a_moment_is_none() {
        String bsn = Referral.ofNewWoman().bsn();
        assertEquals(Set.of(bsn), LeakFinder.words("identifier=" + bsn));
        assertEquals(
                Set.of(bsn),
                LeakFinder.words(Base64.getEncoder()
                        .encodeToString(("{\"value\":\"" + bsn + "\"}").getBytes(StandardCharsets.UTF_8))));
        assertEquals(Set.of(), LeakFinder.words("2026-11-26T14:00:00.999912345Z"));
    }

    @Test
    void every_free_text_of_a_resource_gets_a_word_of_its_own() throws Exception {
        LeakCanaries canaries = new LeakCanaries();
        LeakCanaries.Planted patient = canaries.plant(Referral.example("woman.json"), "test");
        assertEquals(
                patient.words(),
                LeakFinder.words(patient.json()).stream()
                        .filter(word -> word.startsWith(LeakFinder.PREFIX))
                        .collect(Collectors.toSet()));
        Set<String> places = patient.words().stream().map(canaries::placeOf).collect(Collectors.toSet());
        for (String place : List.of(
                "text",
                "meta.tag.display",
                "contained.name",
                "extension.valueString",
                "extension.extension.value[x]",
                "extension.extension.extension.value[x]",
                "identifier",
                "name.family",
                "name.given",
                "name.text",
                "telecom.value",
                "address.line",
                "address.city")) {
            assertTrue(places.contains("test Patient." + place), place + " in " + places);
        }
        LeakCanaries.Planted document = canaries.plant(
                new ObjectMapper()
                        .readTree("{\"resourceType\":\"DocumentReference\",\"status\":\"current\",\"content\":"
                                + "[{\"attachment\":{\"contentType\":\"text/plain\",\"data\":\"AAAA\"}}]}"),
                "test");
        assertTrue(document.words().stream()
                .map(canaries::placeOf)
                .anyMatch("test DocumentReference.content.attachment.data"::equals));
        assertTrue(LeakFinder.words(document.json()).containsAll(document.words()));
    }
}
