package nl.ooievaar.subject.feedback;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.subject.feedback.Finding.Kind;
import nl.ooievaar.subject.feedback.Finding.Voice;

/**
 * What is told back unless more is picked with her: that contact took place, and what was agreed (PHB guideline, step 5). Its
 * fields are all it can carry, so no score, no finding and none of her words can slip in.
 *
 * @param contactTookPlace whether there was contact
 * @param advice codes of the advice given
 * @param chosenSupport the support that was chosen
 * @param agreements what was agreed for later
 * @param lead who coordinates, when settled
 * @param evaluationDate when it is looked back upon, as precise as it was written
 */
public record Feedback(
        boolean contactTookPlace,
        List<String> advice,
        List<String> chosenSupport,
        List<String> agreements,
        Optional<String> lead,
        Optional<String> evaluationDate) {

    public Feedback {
        advice = List.copyOf(advice);
        chosenSupport = List.copyOf(chosenSupport);
        agreements = List.copyOf(agreements);
    }

    /** The default feedback out of the answers of one visit. */
    public static Feedback from(boolean contactTookPlace, Collection<Finding> findings) {
        return new Feedback(
                contactTookPlace,
                all(findings, Kind.ADVICE),
                all(findings, Kind.CHOSEN_SUPPORT),
                all(findings, Kind.AGREEMENT),
                all(findings, Kind.LEAD).stream().findFirst(),
                all(findings, Kind.EVALUATION_DATE).stream().findFirst());
    }

    /** The same, with who leads and when is evaluated as plan and care team say it. */
    public Feedback settled(Optional<String> nowLeads, Optional<String> nowEvaluates) {
        return new Feedback(
                contactTookPlace,
                advice,
                chosenSupport,
                agreements,
                nowLeads.or(() -> lead),
                nowEvaluates.or(() -> evaluationDate));
    }

    private static List<String> all(Collection<Finding> findings, Kind kind) {
        return findings.stream()
                .filter(it -> it.kind() == kind && it.voice() == Voice.PROFESSIONAL)
                .map(Finding::value)
                .distinct()
                .toList();
    }
}
