package nl.ooievaar.subject.consent;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import nl.ooievaar.subject.party.Party;

/**
 * Decides whether data may leave, out of the statements of the person they are about: closed unless a permission in force
 * opens it (PHB guideline, 8.2). Purposes are weighed apart: an objection for one leaves another as it was.
 */
public final class ConsentDecision {

    private ConsentDecision() {}

    /** Answers one question. */
    public static Decision decide(Collection<ConsentStatement> statements, Question question) {
        if (question.dataClass() == DataClass.SAFEGUARDING) {
            return Decision.without(Rule.SAFEGUARDING);
        }
        if (Arrays.stream(Purpose.values()).noneMatch(it -> it.opens().contains(question.dataClass()))) {
            return Decision.without(Rule.CLOSED_CLASS);
        }
        List<Decision> perPurpose = Arrays.stream(Purpose.values())
                .flatMap(purpose -> Weighing.prevailing(inForce(statements, purpose, question)).stream())
                .map(Decision::by)
                .toList();
        return perPurpose.stream()
                .filter(Decision::permit)
                .findFirst()
                .or(() -> perPurpose.stream().findFirst())
                .orElse(Decision.without(Rule.NO_CONSENT));
    }

    private static List<ConsentStatement> inForce(
            Collection<ConsentStatement> statements, Purpose purpose, Question question) {
        Party source = question.source();
        return statements.stream()
                .filter(it -> it.purpose() == purpose && it.holdsAt(question.now()))
                .filter(it -> Weighing.concerns(it, source, question.recipient(), question.dataClass()))
                .toList();
    }
}
