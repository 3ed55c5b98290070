package nl.ooievaar.subject.support;

/** To whom a card speaks. */
public enum Reader {
    PROFESSIONAL,
    HERSELF;

    /** What the key of a sentence to this reader ends with. */
    String suffix() {
        return this == HERSELF ? ".herself" : "";
    }
}
