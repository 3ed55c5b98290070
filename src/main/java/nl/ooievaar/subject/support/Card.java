package nl.ooievaar.subject.support;

import java.util.List;

/**
 * Something to talk about, in words.
 *
 * @param topic id of the plan it is about, {@code accumulation} or {@code strengths}
 * @param summary one sentence, shorter than 140 characters (CDS Hooks 2.0, card attributes)
 * @param reasons why it is said, a sentence each
 * @param missing what is not known, a sentence each
 * @param closing that it is a reason to talk and no decision
 * @param paragraph of the guideline
 */
public record Card(
        String topic, String summary, List<String> reasons, List<String> missing, String closing, String paragraph) {
    public static final String ACCUMULATION = "accumulation";
    public static final String STRENGTHS = "strengths";

    public Card {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }

    /** Whether it is about a plan, and not about the situation. */
    public boolean ofPlan() {
        return !topic.equals(ACCUMULATION) && !topic.equals(STRENGTHS);
    }
}
