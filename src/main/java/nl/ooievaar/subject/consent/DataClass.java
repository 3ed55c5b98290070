package nl.ooievaar.subject.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of data a consent can open apart from each other (code system phb-data-class). */
public enum DataClass {
    /** Name, contact details, language and interpreter, safe ways to reach her. */
    CONTACT,
    /** An address that she keeps secret; only a consent that names it opens it. */
    WITHHELD_ADDRESS,
    /** The reason for referral and what comes with it. */
    REFERRAL,
    /** What birth care records about the pregnancy outside a referral. */
    BIRTH_CARE,
    /** What the visit found. */
    FINDINGS,
    /** The plan and its goals. */
    PLAN,
    /** What is told back. */
    FEEDBACK,
    /** The youth health care service's own work: outcome, planning, contacts. */
    WORK,
    /** The consents themselves. */
    CONSENT,
    /** Where other records come from; it opens with all of those, and no purpose names it. */
    ORIGIN,
    /** A referral that nobody agreed to yet; nothing opens it but that its author sends it. */
    DRAFT,
    /** Own notes of the author about safety at home; nothing can open them. */
    SAFEGUARDING;

    /** Whether a yes to all that a purpose opens leaves it closed: she must have named it. */
    public boolean onlyWhenNamed() {
        return this == WITHHELD_ADDRESS;
    }

    /** The code in phb-data-class. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The class with this code, if there is one. */
    public static Optional<DataClass> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
