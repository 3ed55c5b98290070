package nl.ooievaar.server.validation;

import java.util.Optional;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * What is asked of the judge besides the message (FHIR R4, resource-operation validate).
 *
 * @param profile to judge by, besides those that are claimed
 * @param type the only one that may come, where the address names a type
 */
public record Question(Optional<String> profile, Optional<String> type) {
    /** Is it valid by what it claims? */
    public static final Question PLAIN = new Question(Optional.empty(), Optional.empty());

    /** The same by a profile that was named in the body, where one was. */
    Question orBy(Optional<String> named) {
        return new Question(named.or(this::profile), type);
    }

    /** Why a resource that says it is of this type does not belong at the address; that type is not repeated. */
    Optional<Refusal> refuseType(String told) {
        return type.filter(wanted -> !wanted.equals(told)).map(wanted -> Refusal.of(Reason.OTHER_TYPE, wanted));
    }
}
