package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.ConsentStatement.Effect.DENY;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import nl.ooievaar.subject.party.Party;

/**
 * Which of several statements about the same purpose prevails: the more specific one, and on a tie the objection (conflict
 * rules of the Dutch generic consent function). Among equals the newest start counts, so that the log names one.
 */
final class Weighing {

    private static final Comparator<ConsentStatement> WEIGHT = Comparator.comparing(ConsentStatement::namesClasses)
            .thenComparing(statement -> statement.effect() == DENY)
            .thenComparing(ConsentStatement::start)
            .thenComparing(ConsentStatement::id)
            .thenComparing(ConsentStatement::version);

    private Weighing() {}

    /** Whether a statement speaks about these parties and this class at all, whenever. */
    static boolean concerns(ConsentStatement statement, Party source, Party recipient, DataClass dataClass) {
        return statement.recipients().contains(recipient)
                && statement.covers(dataClass)
                && statement.source().map(source::equals).orElse(statement.effect() == DENY);
    }

    /** The statement that prevails among those in force. */
    static Optional<ConsentStatement> prevailing(Collection<ConsentStatement> inForce) {
        return inForce.stream().max(WEIGHT);
    }
}
