package nl.ooievaar.subject.referral;

import java.util.Objects;

/**
 * Something a transaction brings along with a referral.
 *
 * @param expression where it stands, such as {@code Bundle.entry[3].resource}
 * @param type the FHIR type of the resource it is, or stands in
 * @param matter what it tells
 */
public record CarriedItem(String expression, String type, Matter matter) {

    public CarriedItem {
        Objects.requireNonNull(expression);
        Objects.requireNonNull(type);
        Objects.requireNonNull(matter);
    }

    /** What an item tells. */
    public enum Matter {
        /** A resource of its own. */
        RESOURCE,
        /** A Patient with more than contact details. */
        FULL_PERSON,
        /** A reason for the referral, as code, text or reference. */
        REASON,
        /** A pointer into a record. */
        RECORD_REFERENCE,
        /** Text that nobody can bound. */
        FREE_TEXT
    }
}
