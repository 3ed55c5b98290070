package nl.ooievaar.subject.party;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a party does around the family (code system phb-care-role). A consent may name a role instead of a party: whoever holds
 * it at the moment of disclosure is meant. The code "other" names nobody, so it is no role here.
 */
public enum CareRole {
    LEAD,
    JGZ_NURSE,
    COORDINATING_OBSTETRIC_PROVIDER,
    SIGNALLER,
    MATERNITY_CARE,
    GP,
    DISTRICT_TEAM;

    /** The code in phb-care-role. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this code, if there is one. */
    public static Optional<CareRole> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
