package nl.ooievaar.subject.support;

import java.util.List;

/**
 * The entry criteria of one intervention, held against what is known.
 *
 * @param plan id of the PlanDefinition
 * @param title as the intervention is called
 * @param paragraph of the guideline that names the criteria, such as {@code 4.2}
 */
public record Entry(String plan, String title, String paragraph, List<Criterion> criteria) {
    public Entry {
        criteria = List.copyOf(criteria);
    }

    /**
     * What may be said of it. One criterion that is not met closes the subject, whatever else is missing: nobody is asked for
     * what makes no difference.
     */
    public Fit fit() {
        if (has(Answer.NOT_MET)) {
            return Fit.NO;
        }
        return has(Answer.MISSING) ? Fit.UNKNOWN : Fit.YES;
    }

    private boolean has(Answer answer) {
        return criteria.stream().anyMatch(one -> one.answer() == answer);
    }

    /** How an intervention fits what is known; never a decision. */
    public enum Fit {
        /** Every criterion is met: something to talk about. */
        YES,
        /** No criterion says no, and not all is known. */
        UNKNOWN,
        NO
    }
}
