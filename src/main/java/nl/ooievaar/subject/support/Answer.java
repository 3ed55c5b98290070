package nl.ooievaar.subject.support;

import java.util.Locale;
import java.util.Optional;

/** What is known says about one criterion. */
public enum Answer {
    MET,
    NOT_MET,
    /** What would be needed to tell is not known, or not open to who asks: the two cannot be told apart. */
    MISSING;

    /** Of the outcome of a FHIRPath expression, where empty means that something is missing. */
    public static Answer of(Optional<Boolean> outcome) {
        return outcome.map(yes -> yes ? MET : NOT_MET).orElse(MISSING);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
