package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.DataClass.CONTACT;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What data are wanted for (code system phb-purpose); each purpose opens only its own stage (PHB guideline, 8.2: consent for
 * every form of transfer, sharing or linking). A purpose that opens nothing yet can be recorded and discloses nothing.
 */
public enum Purpose {
    REFERRAL(CONTACT, DataClass.REFERRAL),
    CONTACT_DETAILS(CONTACT),
    BIRTH_CARE_DATA(),
    FEEDBACK(DataClass.FEEDBACK),
    FEEDBACK_COORDINATING_PROVIDER(),
    CASE_CONFERENCE(),
    CHILD_DOSSIER(),
    MONITORING();

    private final Set<DataClass> opens;

    Purpose(DataClass... opens) {
        this.opens = Set.of(opens);
    }

    /** The classes a consent for this purpose can open at most. */
    public Set<DataClass> opens() {
        return opens;
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
