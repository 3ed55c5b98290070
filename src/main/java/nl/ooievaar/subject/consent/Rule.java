package nl.ooievaar.subject.consent;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import nl.ooievaar.subject.consent.Matching.Matched;

/** The rule that decided about a disclosure, as the access log names it. */
public enum Rule {
    /** Permitted: the caller keeps the record. */
    CUSTODIAN,
    /** Permitted: the caller wrote this version. */
    AUTHOR,
    /** Permitted: the record is about the caller. */
    SUBJECT,
    /** Permitted: the record is about somebody whom the caller represents. */
    REPRESENTATIVE,
    /** Permitted by a consent for everything the purpose opens. */
    CONSENT,
    /** Permitted by a consent that narrows the data it is about. */
    SPECIFIC_CONSENT,
    /** Permitted by a consent that names the role which the caller holds now. */
    ROLE_CONSENT,
    /** Permitted: the caller has all the records of which it tells the origin, none of them by a consent. */
    ORIGIN,
    /** Permitted: this very version was delivered to the caller before. */
    DELIVERED,
    /** Closed by an objection to everything the purpose opens. */
    OBJECTION,
    /** Closed by an objection that narrows the data it is about. */
    SPECIFIC_OBJECTION,
    /** Closed because two must consent and one did. */
    SECOND_CONSENT,
    /** Closed because no statement in force speaks about it. */
    NO_CONSENT,
    /** Closed because no purpose opens the class. */
    CLOSED_CLASS,
    /** Closed because it tells the origin of a record that is closed. */
    HIDDEN_ORIGIN,
    /** Closed because safeguarding notes never open. */
    SAFEGUARDING,
    /** Closed to her because it would harm another person. */
    WITHHELD,
    /** Closed because it was recorded for the wrong person. */
    ENTERED_IN_ERROR;

    private static final Set<Rule> PERMITTING = EnumSet.of(
            CUSTODIAN, AUTHOR, SUBJECT, REPRESENTATIVE, CONSENT, SPECIFIC_CONSENT, ROLE_CONSENT, ORIGIN, DELIVERED);

    /** The stable id of the rule. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of the sentence that explains it. */
    public String sentenceKey() {
        return "decision." + id();
    }

    /** Whether it is a rule that permits. */
    public boolean permits() {
        return PERMITTING.contains(this);
    }

    static Rule of(Matched matched) {
        boolean narrow = matched.specificity().narrowsData();
        return switch (matched.statement().effect()) {
            case PERMIT -> narrow ? SPECIFIC_CONSENT : matched.specificity().namesParty() ? CONSENT : ROLE_CONSENT;
            case DENY -> narrow ? SPECIFIC_OBJECTION : OBJECTION;
        };
    }
}
