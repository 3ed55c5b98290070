package nl.ooievaar.subject.contact;

/** In which form somebody wishes to tell her something. */
public enum MessageForm {
    /** Text that reaches her, and that another may find: a text message, an e-mail, a letter. */
    WRITTEN,
    /** From mouth to ear. */
    SPOKEN,
    /** Text that stays where it is until she signs in. */
    APP;

    /** Whether it leaves something that can be read. */
    boolean readable() {
        return this != SPOKEN;
    }
}
