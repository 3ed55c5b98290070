package nl.ooievaar.subject.plan;

import java.util.Objects;
import nl.ooievaar.subject.consent.Period;

/**
 * Somebody around the family who was given the lead.
 *
 * @param side where this person stands
 * @param name as it may be told to a professional; empty when there is none
 * @param period when the lead is theirs
 */
public record TeamMember(Side side, String name, Period period) {

    public TeamMember {
        Objects.requireNonNull(side);
        Objects.requireNonNull(name);
        Objects.requireNonNull(period);
    }

    /** On which side of the table somebody sits. */
    public enum Side {
        /** She herself, her partner, or who else is close to her. */
        FAMILY,
        PROFESSIONAL
    }
}
