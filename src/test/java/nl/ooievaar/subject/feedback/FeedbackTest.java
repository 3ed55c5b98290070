package nl.ooievaar.subject.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.ooievaar.subject.feedback.Finding.Kind;
import nl.ooievaar.subject.feedback.Finding.Voice;
import org.junit.jupiter.api.Test;

class FeedbackTest {

    private static final Set<Kind> TOLD =
            EnumSet.of(Kind.ADVICE, Kind.CHOSEN_SUPPORT, Kind.AGREEMENT, Kind.LEAD, Kind.EVALUATION_DATE);

    @Test
    void tells_the_midwife_what_was_agreed_with_sanne() {
        Feedback feedback = Feedback.from(
                true,
                List.of(
                        said(Kind.SCORE, Voice.WOMAN, "4"),
                        said(Kind.EXPERIENCE, Voice.WOMAN, "Ik voel me vaak alleen"),
                        said(Kind.VIEW, Voice.PROFESSIONAL, "Klein netwerk"),
                        said(Kind.ADVICE, Voice.PROFESSIONAL, "sociale-contacten"),
                        said(Kind.CHOSEN_SUPPORT, Voice.PROFESSIONAL, "Centering in het buurthuis"),
                        said(Kind.AGREEMENT, Voice.PROFESSIONAL, "Over twee weken bellen"),
                        said(Kind.LEAD, Voice.PROFESSIONAL, "gezin"),
                        said(Kind.EVALUATION_DATE, Voice.PROFESSIONAL, "2027-06")));
        assertEquals(
                new Feedback(
                        true,
                        List.of("sociale-contacten"),
                        List.of("Centering in het buurthuis"),
                        List.of("Over twee weken bellen"),
                        Optional.of("gezin"),
                        Optional.of("2027-06")),
                feedback);
    }

    @Property
    void never_her_words_a_score_or_a_finding(@ForAll("findings") List<Finding> findings) {
        String told = Feedback.from(true, findings).toString();
        for (Finding finding : findings) {
            boolean mayBeTold = TOLD.contains(finding.kind()) && finding.voice() == Voice.PROFESSIONAL;
            assertTrue(mayBeTold || !told.contains(finding.value()), finding::toString);
        }
    }

    @Test
    void no_contact_is_told_as_no_contact_and_nothing_more() {
        Feedback feedback = Feedback.from(false, List.of());
        assertFalse(feedback.contactTookPlace());
        assertTrue(feedback.advice().isEmpty() && feedback.lead().isEmpty());
    }

    private static Finding said(Kind kind, Voice voice, String value) {
        return new Finding(kind, voice, value);
    }

    // Each value is unique, so that finding it back means that it was told.
    @Provide
    Arbitrary<List<Finding>> findings() {
        Arbitrary<String> value = Arbitraries.strings().withCharRange('a', 'z').ofLength(14);
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.of(Voice.class), value)
                .as(Finding::new)
                .list()
                .uniqueElements(Finding::value)
                .ofMaxSize(20);
    }
}
