package nl.ooievaar.subject.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.ooievaar.subject.support.Entry.Fit;

/**
 * Turns what the criteria say into cards, to a professional or to her. Short words (B1), and none that names her by what is
 * wrong: whoever sits beside the screen may read along.
 */
public final class Cards {
    private static final String FACTORS = "5.2";

    private final SupportWords words;

    /** @param asked the language: Dutch when asked for, English otherwise */
    public Cards(Reader reader, Locale asked) {
        this.words = new SupportWords(reader, asked);
    }

    /** What there is to talk about; an intervention that does not fit has no card. */
    public List<Card> of(List<Entry> entries, Situation situation) {
        List<Card> cards = new ArrayList<>();
        entries.stream().filter(one -> one.fit() != Fit.NO).map(this::of).forEach(cards::add);
        if (situation.accumulates()) {
            cards.add(plain(
                    Card.ACCUMULATION, situation.onlyBurdens() ? List.of(words.of("strengths.missing")) : List.of()));
        } else if (situation.onlyBurdens()) {
            cards.add(plain(Card.STRENGTHS, List.of(words.of("strengths.missing"))));
        }
        return List.copyOf(cards);
    }

    /** The card of one intervention, also of one that does not fit. */
    public Card of(Entry entry) {
        String summary =
                switch (entry.fit()) {
                    case YES -> "plan.yes";
                    case UNKNOWN -> "plan.unknown";
                    case NO -> "plan.no";
                };
        return new Card(
                entry.plan(),
                words.of(summary, entry.title()),
                sentences(entry, false),
                sentences(entry, true),
                words.of("plan.closing"),
                entry.paragraph());
    }

    private List<String> sentences(Entry entry, boolean missing) {
        return entry.criteria().stream()
                .filter(one -> (one.answer() == Answer.MISSING) == missing)
                .map(words::of)
                .toList();
    }

    private Card plain(String topic, List<String> missing) {
        return new Card(
                topic,
                words.of(topic + ".summary"),
                List.of(words.of(topic + ".reason")),
                missing,
                words.of("plan.closing"),
                FACTORS);
    }
}
