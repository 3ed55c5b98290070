package nl.ooievaar.subject.desk;

import java.util.List;
import java.util.Optional;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * Judges the desk of a referral: it is found by the municipality where she stays. Where nobody knows that, or no desk serves it,
 * the sender's choice stands; so it does when it says why.
 */
public final class RightDesk {
    /** Why a referral goes elsewhere, if the sender says so. */
    public enum Explained {
        NO,
        BY_A_REASON
    }

    private RightDesk() {}

    /**
     * @param chosen the desk to which the referral goes
     * @param municipality where she stays
     * @param serving the desks that serve it today
     * @param named what a person calls the first of them, and how to address it
     */
    public static Optional<Refusal> check(
            String chosen, Municipality municipality, List<String> serving, String named, Explained explained) {
        boolean right = serving.isEmpty() || serving.contains(chosen) || explained == Explained.BY_A_REASON;
        return right ? Optional.empty() : Optional.of(Refusal.of(Reason.DESK_ELSEWHERE, municipality.name(), named));
    }
}
