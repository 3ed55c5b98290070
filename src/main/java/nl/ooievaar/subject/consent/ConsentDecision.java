package nl.ooievaar.subject.consent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.ooievaar.subject.consent.Deciding.Voice;
import nl.ooievaar.subject.consent.Matching.Matched;
import nl.ooievaar.subject.consent.StoredRecord.Mark;

/**
 * Decides whether a record may leave: closed unless it is the caller's own, about the caller, delivered before, or opened by a
 * permission in force (PHB guideline, 8.2). Purposes are weighed apart: an objection for one leaves another as it was.
 */
public final class ConsentDecision {

    private ConsentDecision() {}

    /** Answers one question out of all that is known about the person whom the record is about. */
    public static Decision decide(Circumstances circumstances, Question question) {
        return decide(circumstances, question, List.of());
    }

    /**
     * The same of a record that can tell where others come from ({@link DataClass#ORIGIN}). It names those, so it opens only to
     * whom they all are open: who may not know that there is a consent finds it nowhere.
     *
     * @param told the newest versions of all records of which it tells the origin; empty when one of them is not kept
     */
    public static Decision decide(Circumstances circumstances, Question question, Collection<StoredRecord> told) {
        StoredRecord record = question.record();
        boolean author = record.author().equals(question.caller().party());
        if (record.marks().contains(Mark.ENTERED_IN_ERROR) && !author) {
            return Decision.without(Rule.ENTERED_IN_ERROR);
        }
        if (record.custodian().equals(question.caller().party())) {
            return Decision.without(Rule.CUSTODIAN);
        }
        if (author) {
            return Decision.without(Rule.AUTHOR);
        }
        Optional<Rule> sight = sight(circumstances, question);
        boolean safeguarding = record.dataClass() == DataClass.SAFEGUARDING;
        boolean withheld = record.marks().contains(Mark.WITHHELD);
        Decision consented = record.dataClass() == DataClass.ORIGIN
                ? byOrigin(circumstances, question, told)
                : byConsent(circumstances, question);
        if (sight.isPresent() && !withheld && seenBy(sight.get(), record.dataClass(), consented)) {
            return Decision.without(sight.get());
        }
        if (consented.permit()) {
            return consented;
        }
        if (record.deliveredTo().contains(question.caller().party())) {
            return Decision.without(Rule.DELIVERED);
        }
        return sight.isPresent() && withheld && !safeguarding ? Decision.without(Rule.WITHHELD) : consented;
    }

    private static boolean seenBy(Rule sight, DataClass dataClass, Decision consented) {
        return switch (dataClass) {
            case SAFEGUARDING, DRAFT -> false;
            case WITHHELD_ADDRESS -> sight != Rule.REPRESENTATIVE;
            case ORIGIN -> consented.permit();
            default -> true;
        };
    }

    /** Of several that a consent opens, that of one is named; by the id only so that it is always the same one. */
    private static Decision byOrigin(Circumstances circumstances, Question question, Collection<StoredRecord> told) {
        Map<String, Decision> decisions = new TreeMap<>();
        told.forEach(it -> decisions.put(it.id(), decide(circumstances, question.about(it))));
        boolean open = !decisions.isEmpty() && decisions.values().stream().allMatch(Decision::permit);
        if (!open || question.record().marks().contains(Mark.WITHHELD)) {
            return Decision.without(Rule.HIDDEN_ORIGIN);
        }
        return decisions.values().stream()
                .filter(it -> it.consent().isPresent())
                .reduce((one, next) -> next)
                .orElse(Decision.without(Rule.ORIGIN));
    }

    private static Optional<Rule> sight(Circumstances circumstances, Question question) {
        Optional<String> caller = question.caller().person();
        if (caller.filter(circumstances.person().id()::equals).isPresent()) {
            return Optional.of(Rule.SUBJECT);
        }
        boolean represents = circumstances.representations().stream()
                // A party's word that somebody represents her shows what that party keeps.
                .anyMatch(it -> caller.filter(it.by()::equals).isPresent()
                        && it.statedBy().equals(question.record().custodian())
                        && circumstances.person().seenBy(it, question.now()));
        return represents ? Optional.of(Rule.REPRESENTATIVE) : Optional.empty();
    }

    private static Decision byConsent(Circumstances circumstances, Question question) {
        DataClass dataClass = question.record().dataClass();
        if (dataClass == DataClass.SAFEGUARDING) {
            return Decision.without(Rule.SAFEGUARDING);
        }
        if (dataClass != DataClass.CONSENT
                && Arrays.stream(Purpose.values()).noneMatch(it -> it.opens().contains(dataClass))) {
            return Decision.without(Rule.CLOSED_CLASS);
        }
        Deciding deciding = circumstances.person().decidingAt(question.now());
        List<Matched> permits = new ArrayList<>();
        List<Decision> refusals = new ArrayList<>();
        for (Purpose purpose : question.purpose().map(List::of).orElse(List.of(Purpose.values()))) {
            Weighing first = weigh(circumstances, question, purpose, deciding, Voice.FIRST);
            Weighing second = weigh(circumstances, question, purpose, deciding, Voice.SECOND);
            boolean agreed = deciding != Deciding.TOGETHER || second.permitted();
            if (first.permitted() && agreed) {
                permits.add(first.permit().orElseThrow());
            } else {
                refusal(first, second).ifPresent(refusals::add);
            }
        }
        return Weighing.prevailing(permits)
                .map(Decision::by)
                .or(() -> refusals.stream().findFirst())
                .orElse(Decision.without(Rule.NO_CONSENT));
    }

    private static Optional<Decision> refusal(Weighing first, Weighing second) {
        Optional<Decision> objection = Stream.of(first, second)
                .flatMap(it -> it.objection().stream())
                .map(Decision::by)
                .findFirst();
        boolean oneOfTwo = first.permitted() || second.permitted();
        return objection.or(() -> oneOfTwo ? Optional.of(Decision.without(Rule.SECOND_CONSENT)) : Optional.empty());
    }

    private static Weighing weigh(
            Circumstances circumstances, Question question, Purpose purpose, Deciding deciding, Voice voice) {
        return Weighing.of(circumstances.statements().stream()
                .filter(it -> it.purpose() == purpose)
                .filter(it -> deciding.voiceOf(it.giver()).filter(voice::equals).isPresent())
                .flatMap(it -> Matching.match(it, circumstances, question))
                .toList());
    }
}
