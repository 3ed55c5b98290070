package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.People.DESK;
import static nl.ooievaar.subject.consent.People.MATERNITY;
import static nl.ooievaar.subject.consent.People.MIDWIFE;
import static nl.ooievaar.subject.consent.People.OUTSIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.party.Party;

/** The rows a query joins and the decision the rule takes are the same thing, whatever she said. */
class GrantsLawTest {

    private static final List<Party> SOURCES = List.of(MIDWIFE, MATERNITY);
    private static final List<Party> RECIPIENTS = List.of(DESK, MATERNITY, OUTSIDER);
    private static final Instant DAY_ZERO = Instant.parse("2026-11-02T00:00:00Z");

    @Property
    void a_row_exists_exactly_where_the_rule_permits(@ForAll("statements") List<ConsentStatement> statements) {
        List<Grant> grants = Grants.compile(statements);
        for (Question question : questions()) {
            Decision decision = ConsentDecision.decide(statements, question);
            boolean covered = grants.stream().anyMatch(it -> it.covers(question));
            assertEquals(decision.permit(), covered, question::toString);
        }
    }

    @Property
    void the_consent_in_the_log_is_the_consent_in_a_row(@ForAll("statements") List<ConsentStatement> statements) {
        List<Grant> grants = Grants.compile(statements);
        for (Question question : questions()) {
            Decision decision = ConsentDecision.decide(statements, question);
            if (decision.permit()) {
                String id = decision.consent().orElseThrow().id();
                assertTrue(grants.stream()
                        .anyMatch(it -> it.covers(question) && it.consentId().equals(id)));
            }
        }
    }

    @Property
    void the_order_in_which_she_said_things_does_not_matter(
            @ForAll("statements") List<ConsentStatement> statements, @ForAll Random random) {
        List<ConsentStatement> shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, random);
        assertEquals(new HashSet<>(Grants.compile(statements)), new HashSet<>(Grants.compile(shuffled)));
    }

    @Property
    void rows_never_overlap_within_one_purpose(@ForAll("statements") List<ConsentStatement> statements) {
        List<Grant> grants = Grants.compile(statements);
        for (Question question : questions()) {
            for (Purpose purpose : Purpose.values()) {
                assertTrue(grants.stream()
                                .filter(it -> it.purpose() == purpose && it.covers(question))
                                .count()
                        <= 1);
            }
        }
    }

    @Property
    void no_row_is_empty_or_opens_more_than_its_purpose(@ForAll("statements") List<ConsentStatement> statements) {
        for (Grant grant : Grants.compile(statements)) {
            assertTrue(grant.start().isBefore(grant.end()));
            assertTrue(grant.purpose().opens().contains(grant.dataClass()));
            assertFalse(grant.dataClass() == DataClass.SAFEGUARDING);
        }
    }

    @Property
    void an_objection_more_never_opens_anything(
            @ForAll("statements") List<ConsentStatement> statements, @ForAll("statement") ConsentStatement extra) {
        List<ConsentStatement> more = new ArrayList<>(statements);
        more.add(new ConsentStatement(
                "extra",
                1,
                true,
                Effect.DENY,
                extra.purpose(),
                extra.source(),
                extra.recipients(),
                extra.classes(),
                extra.start(),
                extra.end()));
        for (Question question : questions()) {
            if (ConsentDecision.decide(more, question).permit()) {
                assertTrue(ConsentDecision.decide(statements, question).permit());
            }
        }
    }

    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Party source : SOURCES) {
            for (Party recipient : RECIPIENTS) {
                for (DataClass dataClass : DataClass.values()) {
                    for (int day = -1; day <= 7; day++) {
                        questions.add(new Question(source, recipient, dataClass, day(day)));
                    }
                }
            }
        }
        return questions;
    }

    private static Instant day(int day) {
        return DAY_ZERO.plus(day, ChronoUnit.DAYS);
    }

    @Provide
    Arbitrary<List<ConsentStatement>> statements() {
        return statement().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<ConsentStatement> statement() {
        Arbitrary<Optional<Party>> source =
                Arbitraries.frequencyOf(tuple(9, Arbitraries.of(SOURCES).map(Optional::of)), tuple(1, nobody()));
        Arbitrary<Set<Party>> recipients =
                Arbitraries.of(RECIPIENTS).set().ofMinSize(1).ofMaxSize(2);
        Arbitrary<Set<DataClass>> classes =
                Arbitraries.of(DataClass.class).set().ofMaxSize(2);
        Arbitrary<Purpose> purpose =
                Arbitraries.of(Purpose.REFERRAL, Purpose.CONTACT_DETAILS, Purpose.FEEDBACK, Purpose.CHILD_DOSSIER);
        Arbitrary<Integer> from = Arbitraries.integers().between(0, 5);
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 4);
        Arbitrary<Boolean> active = Arbitraries.frequency(tuple(5, true), tuple(1, false));
        Arbitrary<String> id = Arbitraries.strings().withCharRange('a', 'z').ofLength(6);
        return Combinators.combine(id, active, Arbitraries.of(Effect.class), purpose, source, recipients, classes, from)
                .as((i, a, e, p, s, r, c, f) -> new ConsentStatement(i, 1, a, e, p, s, r, c, day(f), day(f)))
                .flatMap(it -> length.map(days -> new ConsentStatement(
                        it.id(),
                        1,
                        it.active(),
                        it.effect(),
                        it.purpose(),
                        it.source(),
                        it.recipients(),
                        it.classes(),
                        it.start(),
                        it.start().plus(days, ChronoUnit.DAYS))));
    }

    private static <T> Tuple2<Integer, T> tuple(int weight, T value) {
        return Tuple.of(weight, value);
    }

    private static Arbitrary<Optional<Party>> nobody() {
        return Arbitraries.just(Optional.empty());
    }
}
