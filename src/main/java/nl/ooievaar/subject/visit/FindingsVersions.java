package nl.ooievaar.subject.visit;

import java.util.Optional;
import java.util.Set;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * Findings are amended and never overwritten: what was completed stays in the history with its author and her words, and what
 * comes after says of itself that it amends (FHIR R4, QuestionnaireResponse.status; PHB guideline, 8.3).
 */
public final class FindingsVersions {
    private static final Set<String> WRITTEN = Set.of("completed", "amended");
    private static final Set<String> AFTER = Set.of("amended", "entered-in-error");

    private FindingsVersions() {}

    /**
     * @param before status of the version before
     * @param after status of the new version
     */
    public static Optional<Refusal> check(String before, String after) {
        return WRITTEN.contains(before) && !AFTER.contains(after)
                ? Optional.of(Refusal.of(Reason.FINDINGS_OVERWRITTEN, after))
                : Optional.empty();
    }
}
