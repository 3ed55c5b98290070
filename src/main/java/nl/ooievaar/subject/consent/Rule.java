package nl.ooievaar.subject.consent;

import java.util.Locale;

/** The rule that decided about a disclosure, as the access log names it. */
public enum Rule {
    /** Permitted by a consent for everything the purpose opens. */
    CONSENT,
    /** Permitted by a consent that names the class. */
    SPECIFIC_CONSENT,
    /** Closed by an objection to everything the purpose opens. */
    OBJECTION,
    /** Closed by an objection that names the class. */
    SPECIFIC_OBJECTION,
    /** Closed because no statement in force speaks about it. */
    NO_CONSENT,
    /** Closed because no purpose opens the class. */
    CLOSED_CLASS,
    /** Closed because safeguarding notes never open. */
    SAFEGUARDING;

    /** The stable id of the rule. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of the sentence that explains it. */
    public String sentenceKey() {
        return "decision." + id();
    }

    boolean permits() {
        return this == CONSENT || this == SPECIFIC_CONSENT;
    }

    static Rule of(ConsentStatement statement) {
        return switch (statement.effect()) {
            case PERMIT -> statement.namesClasses() ? SPECIFIC_CONSENT : CONSENT;
            case DENY -> statement.namesClasses() ? SPECIFIC_OBJECTION : OBJECTION;
        };
    }
}
