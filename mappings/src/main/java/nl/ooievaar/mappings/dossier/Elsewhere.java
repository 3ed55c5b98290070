package nl.ooievaar.mappings.dossier;

import nl.ooievaar.mappings.account.Why;

/** Why a resource that is no part of the dossier stays where it is. */
final class Elsewhere {
    private Elsewhere() {}

    static Why why(Incoming one) {
        return switch (one.type()) {
            case "Consent" -> Why.CONSENT;
            case "Composition", "Provenance" -> Why.ENVELOPE;
            case "Task", "Appointment", "EpisodeOfCare", "Communication", "HealthcareService" -> Why.WORK;
            case "Patient" ->
                one.profile().filter(it -> it.endsWith("/phb-child")).isPresent() ? Why.CHILD : Why.OTHER_PERSON;
            case "RelatedPerson" -> Why.OTHER_PERSON;
            default -> Why.NO_PLACE;
        };
    }
}
