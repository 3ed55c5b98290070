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

    /** When it is worth trying the same again, for the header Retry-After (RFC 9110, 10.2.3); empty when never. */
    public Optional<Integer> secondsToWait() {
        return switch (reason) {
            case TOO_MANY_REQUESTS, OVERLOADED -> Optional.of(Integer.valueOf(arguments.get(0)));
            case VALIDATOR_NOT_READY, AUDIT_UNAVAILABLE -> Optional.of(5);
            case SIGNATURE_REVOCATION_UNKNOWN -> Optional.of(60);
            default -> Optional.empty();
        };
    }

    /** To leave through code that has no way to return a refusal. */
    public RefusedException exception() {
        return new RefusedException(this);
    }

    /**
     * The kinds of refusal, with the HTTP status (FHIR R4, RESTful API, 3.1.0.1.3 to 3.1.0.11) and the code of the issue (value
     * set issue-type) of each.
     */
    public enum Kind {
        MALFORMED(400, "invalid"),
        UNAUTHENTICATED(401, "login"),
        FORBIDDEN(403, "forbidden"),
        NOT_FOUND(404, "not-found"),
        METHOD(405, "not-supported"),
        TIMED_OUT(408, "timeout"),
        CONFLICT(409, "conflict"),
        PRECONDITION_FAILED(412, "conflict"),
        TOO_LARGE(413, "too-long"),
        UNSUPPORTED(415, "not-supported"),
        INVALID(422, "business-rule"),
        PRECONDITION_REQUIRED(428, "conflict"),
        TOO_MANY(429, "throttled"),
        FAULT(500, "exception"),
        UNAVAILABLE(503, "transient");

        private final int status;
        private final String issueType;

        Kind(int status, String issueType) {
            this.status = status;
            this.issueType = issueType;
        }

        public int status() {
            return status;
        }

        public String issueType() {
            return issueType;
        }
    }
}
