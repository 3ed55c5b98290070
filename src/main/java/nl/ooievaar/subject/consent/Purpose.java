package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.DataClass.CONTACT;
import static nl.ooievaar.subject.consent.DataClass.PLAN;
import static nl.ooievaar.subject.consent.DataClass.WITHHELD_ADDRESS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What data are wanted for (code system phb-purpose); each purpose opens only its own stage (PHB guideline, 8.2: consent for
 * every form of transfer, sharing or linking). A consent for a purpose that opens nothing can be recorded and discloses nothing.
 */
public enum Purpose {
    REFERRAL(CONTACT, DataClass.REFERRAL, WITHHELD_ADDRESS),
    CONTACT_DETAILS(CONTACT, WITHHELD_ADDRESS),
    BIRTH_CARE_DATA(DataClass.BIRTH_CARE),
    FEEDBACK(DataClass.FEEDBACK),
    FEEDBACK_COORDINATING_PROVIDER(DataClass.FEEDBACK),
    /** What is talked over with parties she named one by one; a role is not enough. */
    CASE_CONFERENCE(PLAN, DataClass.FEEDBACK),
    /** Opens nothing by itself: what goes to the child's record goes item by item, by an act after birth. */
    CHILD_DOSSIER(),
    /** To the JGZ of where she moves: the whole file but the work, the consents, and an address that she keeps secret. */
    TRANSFER(CONTACT, DataClass.REFERRAL, DataClass.FINDINGS, PLAN, DataClass.FEEDBACK),
    /** Opens nothing by itself: a monitor gets what is made for it, never a record. */
    MONITORING();

    private final Set<DataClass> opens;

    Purpose(DataClass... opens) {
        this.opens = Set.of(opens);
    }

    /** The classes a consent for this purpose can open at most. */
    public Set<DataClass> opens() {
        return opens;
    }

    /** Whether a permission must name each party; then a role in it opens nothing. */
    public boolean namedPartiesOnly() {
        return this == CASE_CONFERENCE || this == TRANSFER;
    }

    /** Whether what it opens goes to whom it is addressed: two who get feedback do not read each other's (step 5). */
    public boolean addresseeOnly() {
        return this == FEEDBACK || this == FEEDBACK_COORDINATING_PROVIDER;
    }

    /** Whether it leaves closed what is withheld from her: she can't send along what she does not know of. */
    public boolean leavesWithheld() {
        return this == TRANSFER;
    }

    /** Whether a referral stands on it, and ends with it (PHB guideline, 8.2: she may withdraw at any moment). */
    public boolean carriesReferral() {
        return this == REFERRAL || this == CONTACT_DETAILS;
    }

    /** The code in phb-purpose. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The purpose with this code, if there is one. */
    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
