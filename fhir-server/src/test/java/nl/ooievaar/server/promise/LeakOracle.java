package nl.ooievaar.server.promise;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.subject.consent.Circumstances;
import nl.ooievaar.subject.consent.ConsentDecision;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Question;
import nl.ooievaar.subject.consent.StoredRecord;
import nl.ooievaar.subject.party.Party;

/**
 * What must be open, by the decision of the subject and not by the SQL: asked with what the test itself sent and was shown,
 * never with what the database holds.
 */
final class LeakOracle {
    private LeakOracle() {}

    /**
     * Whether this caller may see this version, now. Who brings no token, or one that ended, may see nothing.
     *
     * @param asking the story in which the caller stands: whose partner, and which other woman it is
     * @param of the story to which the version belongs
     */
    static boolean open(LeakCaller caller, LeakStory asking, LeakStory of, LeakVersion version) {
        return who(caller, asking)
                .map(who -> new Question(record(of, version), who, caller.purpose(), Instant.now()))
                .filter(question -> ConsentDecision.decide(circumstances(of, version), question, told(of, version))
                        .permit())
                .isPresent();
    }

    private static List<StoredRecord> told(LeakStory of, LeakVersion version) {
        return version.told().stream().map(id -> record(of, of.current(id))).toList();
    }

    private static Optional<Question.Caller> who(LeakCaller caller, LeakStory asking) {
        return caller.person(asking)
                .map(person -> new Question.Caller(
                        new Party(Caller.PERSONS, person, "herself"), Optional.empty(), Optional.of(person)))
                .or(() -> caller.party().map(party -> Question.Caller.of(party, party.service())));
    }

    private static StoredRecord record(LeakStory of, LeakVersion version) {
        Set<Party> kept = Arrays.stream(DemoParty.values())
                .map(DemoParty::party)
                .filter(party -> of.kept(party, version))
                .collect(Collectors.toSet());
        // The one who signalled is the one to whom it is told back.
        Set<String> addressees = version.dataClass() == DataClass.FEEDBACK
                ? Set.of(DemoParty.MIDWIFE.party().service())
                : Set.of();
        return new StoredRecord(
                version.id(),
                version.custodian(),
                version.author(),
                version.dataClass(),
                addressees,
                version.marks(),
                kept);
    }

    private static Circumstances circumstances(LeakStory of, LeakVersion version) {
        return new Circumstances(
                of.person(version.person()),
                List.copyOf(of.statements(version.person()).values()),
                List.of(),
                of.representations(version.person()));
    }
}
