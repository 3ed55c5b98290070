package nl.ooievaar.subject.consent;

import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.party.Party;

/** Whether a statement in force speaks about the question, and how precisely. */
final class Matching {

    private Matching() {}

    /** A statement that speaks about the question. */
    record Matched(ConsentStatement statement, Specificity specificity) {}

    static Stream<Matched> match(ConsentStatement statement, Circumstances circumstances, Question question) {
        if (!statement.holdsAt(question.now())) {
            return Stream.empty();
        }
        StoredRecord record = question.record();
        boolean withheld = record.marks().contains(StoredRecord.Mark.WITHHELD);
        if (withheld && statement.isPermit() && statement.purpose().leavesWithheld()) {
            return Stream.empty();
        }
        Party party = question.caller().party();
        if (isItself(statement, record)) {
            Stream<Recipient> asSource =
                    statement.source().filter(party::equals).stream().map(Recipient.Named::new);
            return specificities(
                    statement,
                    Stream.concat(
                            asSource, reached(statement, statement.source().orElseThrow(), circumstances, question)));
        }
        boolean about = statement.source().map(record.custodian()::equals).orElse(true)
                && statement.reaches().contains(record.dataClass())
                && statement.scope().fits(record)
                && (!addressed(statement, record) || question.caller().named(record));
        return about
                ? specificities(statement, reached(statement, record.custodian(), circumstances, question))
                : Stream.empty();
    }

    // Those a permission speaks of must be able to show what they act on.
    private static boolean isItself(ConsentStatement statement, StoredRecord record) {
        return statement.isPermit()
                && record.dataClass() == DataClass.CONSENT
                && record.id().equals(statement.id());
    }

    // Of a permission only: an objection stands against all that its purpose could tell.
    private static boolean addressed(ConsentStatement statement, StoredRecord record) {
        return statement.isPermit() && statement.purpose().addresseeOnly() && record.dataClass() == DataClass.FEEDBACK;
    }

    private static Stream<Recipient> reached(
            ConsentStatement statement, Party discloser, Circumstances circumstances, Question question) {
        return statement.recipients().stream().filter(recipient -> {
            if (recipient instanceof Recipient.InRole inRole) {
                return takesRoles(statement) && holds(inRole.role(), discloser, circumstances, question);
            }
            return recipient.equals(new Recipient.Named(question.caller().party()));
        });
    }

    static boolean takesRoles(ConsentStatement statement) {
        return !statement.isPermit() || !statement.purpose().namedPartiesOnly();
    }

    private static boolean holds(CareRole role, Party statedBy, Circumstances circumstances, Question question) {
        return circumstances.relations().stream()
                .anyMatch(it -> it.statedBy().equals(statedBy)
                        && it.role() == role
                        && it.holder().equals(question.caller().party())
                        && it.period().holds(question.now()));
    }

    private static Stream<Matched> specificities(ConsentStatement statement, Stream<Recipient> recipients) {
        Optional<Specificity> most =
                recipients.map(it -> Specificity.of(it, statement.scope())).max(Specificity::compareTo);
        return most.map(it -> new Matched(statement, it)).stream();
    }
}
