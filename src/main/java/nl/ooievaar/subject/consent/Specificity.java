package nl.ooievaar.subject.consent;

/**
 * How precisely a statement speaks, in three dimensions: to whom (a party by name beats a role), of which data (named data
 * beats a class, a class beats all) and in which context (one beats none). Precision is a partial order: one statement beats
 * another only if it is nowhere less precise and somewhere more. Kept as a set of bits, one for each step in a dimension, so
 * that "nowhere less precise" is "contains all its bits" for the rule and for SQL alike.
 *
 * @param bits the steps taken
 */
public record Specificity(int bits) implements Comparable<Specificity> {
    private static final int PARTY = 1;
    private static final int CLASS = 2;
    // A named resource is one step beyond a class, so it has that bit as well.
    private static final int NAMED = 4 | CLASS;
    private static final int CONTEXT = 8;

    static Specificity of(Recipient recipient, Scope scope) {
        int data = !scope.named().isEmpty() ? NAMED : !scope.classes().isEmpty() ? CLASS : 0;
        return new Specificity((recipient instanceof Recipient.Named ? PARTY : 0)
                | data
                | (scope.contexts().isEmpty() ? 0 : CONTEXT));
    }

    /** Whether it is at least as precise in every dimension and more precise in one. */
    public boolean beats(Specificity other) {
        return (bits & other.bits) == other.bits && bits != other.bits;
    }

    boolean namesParty() {
        return (bits & PARTY) != 0;
    }

    boolean narrowsData() {
        return (bits & ~PARTY) != 0;
    }

    /** A total order in which whatever beats another comes after it; only to choose which consent the log names. */
    @Override
    public int compareTo(Specificity other) {
        return Integer.compare(bits, other.bits);
    }
}
