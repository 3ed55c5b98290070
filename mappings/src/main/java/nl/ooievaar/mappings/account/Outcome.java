package nl.ooievaar.mappings.account;

/** What became of one leaf of a source. */
public enum Outcome {
    /** Carried whole: the way back gives the same leaf. */
    MAPPED("mapped"),
    /** Carried, but the way back gives the stated normal form only; the line says what was lost. */
    LOSSY("mapped-with-loss"),
    /** Left where it was; the line says why. */
    NOT_MAPPED("not-mapped"),
    /** Could not be read as what its field is; the line says why. */
    REJECTED("rejected");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
