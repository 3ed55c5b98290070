package nl.ooievaar.subject.support;

/**
 * How much is known that makes it hard for her, and how much that helps (PHB guideline, 5.2.1 and 5.2.2). Counts for one
 * answer, never kept.
 *
 * @param burdens distinct risk factors
 * @param strengths distinct protective factors
 */
public record Situation(int burdens, int strengths) {
    /** Whether more than one thing weighs at once. The guideline gives no number; this is the least that can accumulate. */
    public boolean accumulates() {
        return burdens > 1;
    }

    /** Whether only the hard things are known. */
    public boolean onlyBurdens() {
        return burdens > 0 && strengths == 0;
    }
}
