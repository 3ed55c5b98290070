package nl.ooievaar.subject.referral;

import java.util.Optional;
import java.util.Set;

/**
 * Whether a referral comes from outside birth care. Then her obstetric provider does not know of it, and she is asked whether she
 * or he may be told (PHB guideline, step 2); that she has none yet, or none that is known, is an answer too.
 */
public final class BirthCareQuestion {
    /** Who signals within birth care (codes of phb-signaller). */
    private static final Set<String> BIRTH_CARE = Set.of(
            "midwife",
            "hospital-midwife",
            "gynaecologist",
            "hospital-nurse",
            "maternity-care-intake",
            "maternity-care-assistant");

    private BirthCareQuestion() {}

    /**
     * @param signaller code of phb-signaller, where the referral says who signalled
     * @param careProvider whether the sender is a care provider; one that says no more counts as birth care
     */
    public static boolean isAsked(Optional<Route> route, Optional<String> signaller, boolean careProvider) {
        return signaller
                .map(code -> !BIRTH_CARE.contains(code))
                .orElse(!careProvider || route.filter(Route.SELF::equals).isPresent());
    }
}
