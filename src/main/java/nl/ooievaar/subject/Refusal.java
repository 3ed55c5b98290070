package nl.ooievaar.subject;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says no to a request: why, where in it, and with which words filled in. Arguments name elements, codes and states; never
 * a value that belongs to a person.
 *
 * @param reason why, out of a closed list
 * @param at the FHIRPath expression of the element refused; empty when the request as a whole is refused
 * @param arguments what fills the places of the sentence, in order
 */
public record Refusal(Reason reason, String at, List<String> arguments) {

    public Refusal {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(at);
        arguments = List.copyOf(arguments);
    }

    /** Refuses the request as a whole. */
    public static Refusal of(Reason reason, String... arguments) {
        return new Refusal(reason, "", List.of(arguments));
    }

    /** The same refusal, pointing at one element. */
    public Refusal at(String expression) {
        return new Refusal(reason, expression, arguments);
    }

    /** Where the request is wrong, when one element is to blame. */
    public Optional<String> expression() {
        return at.isEmpty() ? Optional.empty() : Optional.of(at);
    }

    /** What kind of answer this is. */
    public Kind kind() {
        return reason.kind();
    }

    /** The HTTP status that tells it. */
    public int status() {
        return reason.kind().status();
    }

    /** The stable code, which is also the key of the sentence. */
    public String key() {
        return reason.key();
    }

    /** To leave through code that has no way to return a refusal. */
    public RefusedException exception() {
        return new RefusedException(this);
    }

    /** The kinds of refusal and the HTTP status of each (FHIR R4, RESTful API, 3.1.0.1.3 to 3.1.0.11). */
    public enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        PRECONDITION_FAILED(412),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        INVALID(422),
        PRECONDITION_REQUIRED(428),
        TOO_MANY(429),
        FAULT(500),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
