package nl.ooievaar.subject.emergency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The legal bases of emergency access (code system phb-emergency-basis). */
public enum EmergencyBasis {
    /** Her vital interest, while she cannot give consent (GDPR 6(1)(d) and 9(2)(c)). */
    VITAL_INTEREST,
    /** That of the child, while she cannot give consent (the same articles). */
    VITAL_INTEREST_CHILD,
    /** Treatment that cannot wait for consent without serious harm to her (Dutch Civil Code 7:466). */
    URGENT_TREATMENT;

    /** The code in phb-emergency-basis. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The basis with this code, if there is one. */
    public static Optional<EmergencyBasis> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
