package nl.ooievaar.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.types.TypeClass;
import nl.ooievaar.subject.consent.Purpose;
import org.junit.jupiter.api.Test;

/** The access log has a word in both languages for all it can speak of, and none that she should never meet. */
class AccessWordsTest {
    private static final List<ResourceBundle> BUNDLES = Stream.of(Locale.ROOT, Locale.forLanguageTag("nl"))
            .map(locale -> ResourceBundle.getBundle(
                    "nl.ooievaar.server.audit.access",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
            .toList();

    @Test
    void both_languages_have_the_same_words() {
        assertThat(keys(0)).isEqualTo(keys(1));
    }

    @Test
    void every_type_of_a_file_every_purpose_and_every_rule_has_a_word() {
        Set<String> expected = new TreeSet<>();
        ResourceTypes.load().all().stream()
                .filter(type -> type.typeClass() == TypeClass.PERSON)
                .forEach(type -> expected.add("type." + type.name()));
        Arrays.stream(Purpose.values()).forEach(purpose -> expected.add("purpose." + purpose.code()));
        for (String rule : List.of("custodian", "author", "subject", "consent", "delivered")) {
            expected.add("why." + rule);
            expected.add("law." + rule);
        }
        assertThat(keys(0)).containsAll(expected);
    }

    @Test
    void she_meets_no_word_of_the_trade() {
        for (ResourceBundle words : BUNDLES) {
            words.keySet().stream()
                    .filter(key -> !key.startsWith("law."))
                    .map(words::getString)
                    .forEach(text -> assertThat(text.toLowerCase(Locale.ROOT))
                            .doesNotContain("phb")
                            .doesNotContain("risico")
                            .doesNotContain("risk")
                            .doesNotContain("kwetsbaar")
                            .doesNotContain("vulnerable"));
        }
    }

    private static Set<String> keys(int bundle) {
        return new TreeSet<>(BUNDLES.get(bundle).keySet());
    }
}
