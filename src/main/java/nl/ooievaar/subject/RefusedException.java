package nl.ooievaar.subject;

/** Carries one refusal up through a call stack; it is an answer, not an accident, so it records no stack trace. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.key(), null, false, false);
        this.refusal = refusal;
    }

    /** The answer to give. */
    public Refusal refusal() {
        return refusal;
    }
}
