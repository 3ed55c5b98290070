package nl.ooievaar.subject.referral;

/**
 * How the request of a signaller ends when the work has: completed when the visit took place, else revoked. That difference is
 * an outcome, so only who is told the outcome sees it; to others the request was handled, and no more (PHB guideline, step 5).
 */
public enum RequestEnd {
    COMPLETED,
    REVOKED;

    /**
     * @param visited whether the visit took place
     * @param told whether this signaller may be told the outcome, with her consent
     */
    public static RequestEnd of(boolean visited, boolean told) {
        return visited || !told ? COMPLETED : REVOKED;
    }

    /** The code in ServiceRequest.status. */
    public String code() {
        return this == COMPLETED ? "completed" : "revoked";
    }
}
