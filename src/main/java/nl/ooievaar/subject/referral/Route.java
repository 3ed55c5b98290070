package nl.ooievaar.subject.referral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four ways in which a request for a visit reaches the youth health care service (PHB guideline, step 2). */
public enum Route {
    /** The woman asks for it herself. */
    SELF,
    /** She and the professional fill in the request together. */
    TOGETHER,
    /** She agrees that her name and contact details are passed on, and nothing more. */
    CONTACT_DETAILS,
    /** A conversation in which the professional hands over, preferably with her. */
    WARM_HANDOVER;

    /** The code in phb-route. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The route with this code, if there is one. */
    public static Optional<Route> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
