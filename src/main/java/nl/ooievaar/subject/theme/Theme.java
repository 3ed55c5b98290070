package nl.ooievaar.subject.theme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The eleven domains of the findings, in the guideline's order (PHB guideline, 8.3). Each is optional in a visit. */
public enum Theme {
    HECHTING_EN_OUDERSCHAP("Hechting en ouderschap", "Attachment and parenthood"),
    GEZONDHEID_OUDERS("Gezondheid van de moeder en de vader", "Health of the mother and the father"),
    ONTWIKKELING_KIND("Ontwikkeling van het kind", "Development of the child"),
    LEVENSLOOP(
            "Levensloopontwikkeling van de moeder en eventueel de vader",
            "Life course of the mother and, where it applies, the father"),
    VEILIGHEID("Veiligheid", "Safety"),
    FINANCIEN_HUISVESTING("Financiën (en huisvesting)", "Finances (and housing)"),
    COMMUNICATIE("Communicatie", "Communication"),
    INFORMELE_STEUN("Informele steun en netwerk", "Informal support and network"),
    FORMELE_VOORZIENINGEN("Gebruik van formele gemeenschapsvoorzieningen", "Use of formal community services"),
    PROBLEEMOPLOSSEND_VERMOGEN("Probleemoplossend vermogen", "Ability to solve problems"),
    MOTIVATIE("Motivatie", "Motivation");

    private final String dutch;
    private final String english;

    Theme(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** The code, which is also the link id of its group in the findings questionnaire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its place in the guideline's list, from 1. */
    public int number() {
        return ordinal() + 1;
    }

    public String dutch() {
        return dutch;
    }

    public String english() {
        return english;
    }

    /** Whether the guideline looks at each parent apart, so that a partner may have an account of his own. */
    public boolean perParent() {
        return this == GEZONDHEID_OUDERS || this == LEVENSLOOP;
    }

    /** The theme with this code, if there is one. */
    public static Optional<Theme> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
