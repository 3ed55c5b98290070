package nl.ooievaar.subject.referral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the work inside the JGZ is; never shown to the requester, for it tells of her (PHB guideline, steps 3 to 6). */
public enum Progress {
    AANGEMELD,
    WACHT_OP_TOESTEMMING,
    CONTACT_GELEGD,
    AFSPRAAK_GEPLAND,
    NIET_VERSCHENEN,
    AFGEZEGD,
    UITGEVOERD,
    GERICHTE_INTERVENTIE,
    TERUGKOPPELING_VERZONDEN,
    EVALUATIE_GEPLAND,
    GEEVALUEERD,
    AFGESLOTEN,
    GEEN_GEHOOR,
    GEWEIGERD_DOOR_ZWANGERE,
    INGETROKKEN;

    /** The code in phb-business-status. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether this says that the visit took place; the first talk of a specific intervention counts as one (PHB guideline, 7.1
     * d).
     */
    public boolean visited() {
        return switch (this) {
            case UITGEVOERD, GERICHTE_INTERVENTIE, TERUGKOPPELING_VERZONDEN, EVALUATIE_GEPLAND, GEEVALUEERD -> true;
            default -> false;
        };
    }

    /** The progress with this code, if there is one. */
    public static Optional<Progress> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
