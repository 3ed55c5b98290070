package nl.ooievaar.subject.dossier;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The main items of the record of a visit, in their order (PHB guideline, 8.3), and which resource stands in which. */
public enum DossierPart {
    PERSON("Personalia"),
    FAMILY_PROFILE("Gezinsprofiel"),
    REASON("Reden aanmelding en overdracht"),
    EXECUTION("Uitvoering PHB JGZ"),
    INVOLVED("Contactpersonen en andere relevante betrokkenen"),
    FINDINGS("Bevindingen bij PHB JGZ"),
    CONCLUSION("Samenvattende conclusie"),
    AGREEMENTS("Vervolgafspraken");

    private final String title;

    DossierPart(String title) {
        this.title = title;
    }

    /** The code in phb-dossier-section. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The heading, in Dutch. */
    public String title() {
        return title;
    }

    /**
     * Where a resource stands; empty for what is no part of the record, such as the tasks and the consents themselves.
     *
     * @param profiles ids of the profiles it claims
     */
    public static Optional<DossierPart> of(String type, Set<String> profiles) {
        return switch (type) {
            case "Patient" -> Optional.of(PERSON);
            case "QuestionnaireResponse" ->
                Optional.of(profiles.contains("phb-family-profile") ? FAMILY_PROFILE : FINDINGS);
            case "Observation" -> Optional.of(profiles.contains("phb-vulnerability") ? FINDINGS : REASON);
            case "ServiceRequest", "Condition", "DocumentReference" -> Optional.of(REASON);
            case "Appointment", "Encounter" -> Optional.of(EXECUTION);
            case "RelatedPerson", "CareTeam" -> Optional.of(INVOLVED);
            case "Communication" -> Optional.of(CONCLUSION);
            case "CarePlan", "Goal" -> Optional.of(AGREEMENTS);
            default -> Optional.empty();
        };
    }
}
