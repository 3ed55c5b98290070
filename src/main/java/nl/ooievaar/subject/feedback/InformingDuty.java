package nl.ooievaar.subject.feedback;

import java.util.Locale;
import nl.ooievaar.subject.plan.Lead;

/**
 * Who keeps all involved informed: the youth nurse, until the professional who will lead the case is known; then that duty
 * moves to this professional. A family that leads takes over the plan and not this duty (PHB guideline, chapter 6, step 5).
 * It follows from plan and care team each time it is asked; nothing is kept of it.
 */
public enum InformingDuty {
    YOUTH_NURSE,
    CASE_LEAD;

    public static InformingDuty of(Lead lead) {
        return lead.holder() == Lead.Holder.PROFESSIONAL ? CASE_LEAD : YOUTH_NURSE;
    }

    /** In lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
