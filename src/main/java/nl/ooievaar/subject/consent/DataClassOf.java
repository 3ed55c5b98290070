package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.DataClass.BIRTH_CARE;
import static nl.ooievaar.subject.consent.DataClass.CONSENT;
import static nl.ooievaar.subject.consent.DataClass.CONTACT;
import static nl.ooievaar.subject.consent.DataClass.DRAFT;
import static nl.ooievaar.subject.consent.DataClass.FEEDBACK;
import static nl.ooievaar.subject.consent.DataClass.FINDINGS;
import static nl.ooievaar.subject.consent.DataClass.ORIGIN;
import static nl.ooievaar.subject.consent.DataClass.PLAN;
import static nl.ooievaar.subject.consent.DataClass.REFERRAL;
import static nl.ooievaar.subject.consent.DataClass.SAFEGUARDING;
import static nl.ooievaar.subject.consent.DataClass.WITHHELD_ADDRESS;
import static nl.ooievaar.subject.consent.DataClass.WORK;

import nl.ooievaar.subject.referral.Route;

/** Tells to which data class a stored resource belongs; in doubt it is the class that opens less. */
public final class DataClassOf {

    private DataClassOf() {}

    /** The one data class of a resource; what its author marked as safeguarding is that, whatever its type (guideline 5.4.1). */
    public static DataClass of(RecordFacts facts) {
        return facts.safeguarding() ? SAFEGUARDING : byContent(facts);
    }

    private static DataClass byContent(RecordFacts facts) {
        return switch (facts.type()) {
            case "Patient" -> contactOnly(facts) ? CONTACT : REFERRAL;
            case "ServiceRequest" -> facts.follows("phb-referral-proposal") ? DRAFT : byRoute(facts);
            case "Task" -> sharedTask(facts) ? byRoute(facts) : WORK;
            case "Observation", "Condition" -> observed(facts);
            case "RelatedPerson" -> facts.follows("phb-representative") ? CONSENT : REFERRAL;
            case "DocumentReference" -> REFERRAL;
            // The meeting of a warm handover is part of what she agreed to pass on (guideline, step 2.4).
            case "Appointment", "Encounter" -> facts.inReferral() ? REFERRAL : WORK;
            case "Consent" -> CONSENT;
            case "Provenance" -> ORIGIN;
            case "QuestionnaireResponse" -> visited(facts) ? FINDINGS : WORK;
            case "CarePlan", "Goal", "CareTeam" -> PLAN;
            case "Communication" -> facts.follows("phb-feedback") ? FEEDBACK : WORK;
            default -> WORK;
        };
    }

    // A Patient that claims both profiles can carry the full record, so it is not contact details.
    private static boolean contactOnly(RecordFacts facts) {
        return facts.follows("phb-contact-details") && !facts.follows("phb-woman");
    }

    // What goes with a referral was agreed with her for it; what else birth care records has a purpose of its own.
    private static DataClass observed(RecordFacts facts) {
        if (facts.follows("phb-withheld-address")) {
            return WITHHELD_ADDRESS;
        }
        if (facts.inReferral() || facts.follows("phb-risk-factor") || facts.follows("phb-protective-factor")) {
            return REFERRAL;
        }
        return facts.follows("phb-vulnerability") ? FINDINGS : BIRTH_CARE;
    }

    // The family profile is taken down at the visit, with the findings (guideline 8.3).
    private static boolean visited(RecordFacts facts) {
        return facts.follows("phb-findings") || facts.follows("phb-family-profile");
    }

    private static boolean sharedTask(RecordFacts facts) {
        return (facts.follows("phb-referral-task") || facts.follows("phb-cancellation-task"))
                && !facts.follows("phb-work-task");
    }

    private static DataClass byRoute(RecordFacts facts) {
        return facts.route().filter(Route.CONTACT_DETAILS::equals).isPresent() ? CONTACT : REFERRAL;
    }
}
