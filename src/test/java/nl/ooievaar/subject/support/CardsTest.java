package nl.ooievaar.subject.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CardsTest {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final String BUNDLE = "nl.ooievaar.subject.support.words";

    @Test
    void a_plan_that_fits_is_something_to_talk_about_with_its_reasons() {
        Card card = card(Reader.PROFESSIONAL, DUTCH, Answer.MET, Answer.MET);
        assertEquals("Bespreek VoorZorg met haar.", card.summary());
        assertEquals(List.of("Zij is minder dan 28 weken zwanger.", "Dit wordt haar eerste kind."), card.reasons());
        assertEquals(List.of(), card.missing());
        assertTrue(card.closing().contains("geen besluit"));
    }

    @Test
    void what_is_not_known_is_named_apart() {
        Card card = card(Reader.PROFESSIONAL, Locale.ENGLISH, Answer.MISSING, Answer.MET);
        assertEquals("VoorZorg: something is not known yet.", card.summary());
        assertEquals(List.of("This will be her first child."), card.reasons());
        assertEquals(List.of("The due date is not known."), card.missing());
    }

    @Test
    void what_does_not_fit_has_no_card() {
        Entry no = entry(Answer.NOT_MET, Answer.MET);
        assertEquals(List.of(), new Cards(Reader.PROFESSIONAL, DUTCH).of(List.of(no), new Situation(0, 0)));
    }

    @Test
    void she_is_spoken_to_herself() {
        Card card = card(Reader.HERSELF, DUTCH, Answer.MET, Answer.MISSING);
        assertEquals(List.of("U bent minder dan 28 weken zwanger."), card.reasons());
        assertEquals(List.of("Niet bekend is of dit uw eerste kind wordt."), card.missing());
        assertFalse((card.summary() + card.closing()).contains("haar"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, ''", "0, 1, ''", "1, 1, ''", "1, 0, strengths", "2, 0, accumulation", "2, 1, accumulation"})
    void burdens_alone_or_more_than_one_are_pointed_out_once(int burdens, int strengths, String topic) {
        List<Card> cards = new Cards(Reader.PROFESSIONAL, DUTCH).of(List.of(), new Situation(burdens, strengths));
        assertEquals(topic, String.join(",", cards.stream().map(Card::topic).toList()));
        cards.forEach(card -> {
            assertEquals(
                    strengths == 0, card.missing().equals(List.of("Er is nog niets bekend over wat haar steunt.")));
            assertTrue(card.summary().contains("wat goed gaat"), card.summary());
        });
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void no_sentence_calls_her_names_and_every_one_is_short(Reader reader) {
        for (Locale locale : List.of(DUTCH, Locale.ENGLISH)) {
            SupportWords words = new SupportWords(reader, locale);
            keys(locale).stream()
                    .filter(key -> !key.equals("service.description"))
                    .forEach(key -> {
                        String text = words.of(key, "Stevig Ouderschap");
                        assertFalse(text.matches("(?is).*(risico|kwetsba|probleem|\\brisk|vulnerab|problem).*"), text);
                        assertTrue(text.length() < 140, text);
                        for (String sentence : text.split("[.:] ")) {
                            assertTrue(sentence.split(" ").length <= 16, sentence);
                        }
                        if (reader == Reader.HERSELF && !key.startsWith("service")) {
                            assertFalse(text.matches("(?is).*\\b(haar|zij|she|her)\\b.*"), key + ": " + text);
                        }
                    });
        }
    }

    @Test
    void both_languages_have_the_same_sentences() {
        assertEquals(keys(Locale.ENGLISH), keys(DUTCH));
    }

    private static TreeSet<String> keys(Locale locale) {
        TreeSet<String> keys = new TreeSet<>();
        Enumeration<String> all = ResourceBundle.getBundle(
                        BUNDLE,
                        locale.equals(DUTCH) ? DUTCH : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getKeys();
        // A sentence to herself is asked by the key it stands in for.
        all.asIterator().forEachRemaining(key -> keys.add(key));
        return keys;
    }

    private static Card card(Reader reader, Locale locale, Answer weeks, Answer first) {
        return new Cards(reader, locale).of(entry(weeks, first));
    }

    private static Entry entry(Answer weeks, Answer first) {
        return new Entry(
                "phb-voorzorg",
                "VoorZorg",
                "4.2",
                List.of(new Criterion("before28Weeks", weeks), new Criterion("firstChild", first)));
    }
}
