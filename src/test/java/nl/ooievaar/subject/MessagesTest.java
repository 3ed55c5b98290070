package nl.ooievaar.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ooievaar.subject.consent.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Properties EN = load("messages.properties");
    private static final Properties NL = load("messages_nl.properties");

    @Test
    void both_languages_have_the_same_keys() {
        assertEquals(new TreeSet<>(EN.stringPropertyNames()), new TreeSet<>(NL.stringPropertyNames()));
    }

    @Test
    void every_key_belongs_to_a_reason_or_a_rule() {
        Set<String> used = new TreeSet<>();
        for (Reason reason : Reason.values()) {
            used.add(reason.key());
        }
        for (Rule rule : Rule.values()) {
            used.add(rule.sentenceKey());
        }
        assertEquals(used, new TreeSet<>(EN.stringPropertyNames()));
    }

    @Test
    void both_languages_fill_the_same_places() {
        for (String key : EN.stringPropertyNames()) {
            assertEquals(places(EN.getProperty(key)), places(NL.getProperty(key)), key);
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_refusal_reads_as_sentences_with_its_arguments_in_place(Reason reason) {
        int count = places(EN.getProperty(reason.key())).size();
        String[] arguments = Collections.nCopies(count, "Task/status").toArray(String[]::new);
        for (Locale locale : List.of(Locale.ENGLISH, DUTCH)) {
            String text = Messages.render(Refusal.of(reason, arguments), locale);
            assertTrue(Character.isUpperCase(text.charAt(0)) && text.endsWith("."), text);
            assertTrue(text.contains("; ") || text.contains(", "), "says what would be right: " + text);
            assertFalse(text.contains("{") || text.contains("''"), text);
            assertEquals(count > 0, text.contains("Task/status"), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_nl.properties"})
    void quotes_are_doubled_as_the_format_wants_them(String file) {
        load(file)
                .forEach((key, text) ->
                        assertFalse(text.toString().replace("''", "").contains("'"), key.toString()));
    }

    @Test
    void dutch_is_given_only_to_who_asks_for_dutch() {
        Refusal refusal = Refusal.of(Reason.TOO_LARGE, "5 MiB");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(DUTCH);
            assertEquals(
                    "The request is larger than 5 MiB; send it in parts.", Messages.render(refusal, Locale.ENGLISH));
            assertEquals(
                    "The request is larger than 5 MiB; send it in parts.", Messages.render(refusal, Locale.FRENCH));
            assertEquals("Het verzoek is groter dan 5 MiB; stuur het in delen.", Messages.render(refusal, DUTCH));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void dutch_accents_arrive_whole() {
        assertTrue(Messages.render(Refusal.of(Reason.SEVERAL_MATCHES, "Patient"), DUTCH)
                .contains("één"));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String file) {
        Properties properties = new Properties();
        try (InputStreamReader reader =
                new InputStreamReader(Messages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
