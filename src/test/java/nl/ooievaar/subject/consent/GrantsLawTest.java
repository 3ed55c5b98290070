package nl.ooievaar.subject.consent;

import static nl.ooievaar.subject.consent.People.DESK;
import static nl.ooievaar.subject.consent.People.MATERNITY;
import static nl.ooievaar.subject.consent.People.MIDWIFE;
import static nl.ooievaar.subject.consent.People.OUTSIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.party.Party;

/**
 * The rows a query joins and the decision the rule takes are the same thing, whatever was said by whom at which age. Here the
 * rows are weighed on paper; that PostgreSQL weighs them so too is tested where it runs.
 */
class GrantsLawTest {
    private static final List<Party> PARTIES = List.of(MIDWIFE, MATERNITY, DESK, OUTSIDER);
    private static final List<String> IDS = List.of("r1", "r2", "the referral");
    private static final Instant DAY_ZERO = Instant.parse("2026-11-02T00:00:00Z");

    @Property(tries = 400)
    void a_row_exists_exactly_where_the_rule_permits(@ForAll("known") Circumstances known) {
        List<Grant> rows = Grants.compile(known);
        for (Question question : questions(known)) {
            Decision decision = ConsentDecision.decide(known, question);
            Optional<Grant> opening = opening(rows, question);
            assertEquals(decision.permit(), opening.isPresent(), question::toString);
            assertEquals(
                    decision.consent().filter(it -> decision.permit()).map(Decision.ConsentVersion::id),
                    opening.map(Grant::consentId));
        }
    }

    @Property(tries = 200)
    void the_order_in_which_things_were_said_does_not_matter(
            @ForAll("known") Circumstances known, @ForAll Random random) {
        List<ConsentStatement> shuffled = new ArrayList<>(known.statements());
        Collections.shuffle(shuffled, random);
        Circumstances other = new Circumstances(known.person(), shuffled, known.relations(), known.representations());
        assertEquals(new HashSet<>(Grants.compile(known)), new HashSet<>(Grants.compile(other)));
    }

    @Property(tries = 200)
    void no_row_is_empty_or_opens_more_than_its_purpose(@ForAll("known") Circumstances known) {
        for (Grant grant : Grants.compile(known)) {
            assertFalse(grant.period().empty());
            assertFalse(grant.dataClass() == DataClass.SAFEGUARDING);
            assertTrue(grant.purpose().opens().contains(grant.dataClass()) || grant.dataClass() == DataClass.CONSENT);
        }
    }

    @Property(tries = 200)
    void an_objection_more_never_opens_anything(
            @ForAll("known") Circumstances known, @ForAll("statement") ConsentStatement extra) {
        List<ConsentStatement> more = new ArrayList<>(known.statements());
        more.add(new ConsentStatement(
                "extra",
                1,
                true,
                Effect.DENY,
                extra.purpose(),
                extra.recorder(),
                extra.source(),
                extra.recipients(),
                extra.scope(),
                extra.giver(),
                extra.signedIn(),
                extra.period()));
        Circumstances after = new Circumstances(known.person(), more, known.relations(), List.of());
        for (Question question : questions(known)) {
            if (ConsentDecision.decide(after, question).permit()) {
                assertTrue(ConsentDecision.decide(known, question).permit());
            }
        }
    }

    /** What a query does with the rows. */
    private static Optional<Grant> opening(List<Grant> rows, Question question) {
        List<Grant> speaking = rows.stream().filter(it -> speaks(it, question)).toList();
        return speaking.stream()
                .filter(Grant::isPermit)
                .filter(permit -> speaking.stream()
                        .filter(it -> !it.isPermit() && it.purpose() == permit.purpose())
                        .allMatch(denial -> speaking.stream()
                                .anyMatch(
                                        it -> it.isPermit() && it.purpose() == denial.purpose() && beats(it, denial))))
                .max(java.util.Comparator.<Grant>comparingInt(it -> it.weight().orElseThrow())
                        .thenComparing(Grant::consentId));
    }

    private static boolean speaks(Grant grant, Question question) {
        StoredRecord record = question.record();
        return grant.source().map(record.custodian()::equals).orElse(true)
                && grant.recipient().equals(question.caller().party())
                && grant.period().holds(question.now())
                && grant.dataClass() == record.dataClass()
                && grant.resource().map(record.id()::equals).orElse(true)
                && (grant.contexts().isEmpty() || grant.contexts().stream().anyMatch(record::standsIn))
                && (!grant.isPermit()
                        || !grant.purpose().leavesWithheld()
                        || !record.marks().contains(StoredRecord.Mark.WITHHELD))
                && (!grant.isPermit()
                        || !grant.purpose().addresseeOnly()
                        || record.dataClass() != DataClass.FEEDBACK
                        || record.refersTo()
                                .contains(question.caller().service().orElseThrow()))
                && (grant.secondContexts().isEmpty()
                        || grant.secondContexts().stream().anyMatch(record::standsIn));
    }

    private static boolean beats(Grant permit, Grant denial) {
        return beats(permit.weight(), denial.weight()) || beats(permit.secondWeight(), denial.secondWeight());
    }

    private static boolean beats(OptionalInt permit, OptionalInt denial) {
        return permit.isPresent()
                && denial.isPresent()
                && new Specificity(permit.getAsInt()).beats(new Specificity(denial.getAsInt()));
    }

    private static List<Question> questions(Circumstances known) {
        List<Question> questions = new ArrayList<>();
        List<StoredRecord> records = new ArrayList<>();
        for (Party custodian : List.of(MIDWIFE, MATERNITY)) {
            for (DataClass dataClass : DataClass.values()) {
                records.add(new StoredRecord(
                        "r1",
                        custodian,
                        custodian,
                        dataClass,
                        Set.of("the referral", People.service(DESK)),
                        Set.of(),
                        Set.of()));
            }
        }
        known.statements()
                .forEach(it -> records.add(new StoredRecord(
                        it.id(), it.recorder(), it.recorder(), DataClass.CONSENT, Set.of(), Set.of(), Set.of())));
        for (StoredRecord record : records) {
            for (Party caller : List.of(MATERNITY, DESK, OUTSIDER)) {
                if (!caller.equals(record.custodian())) {
                    for (int day = 0; day <= 6; day += 2) {
                        questions.add(new Question(
                                record,
                                Question.Caller.of(caller, People.service(caller)),
                                Optional.empty(),
                                day(day)));
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
    Arbitrary<Circumstances> known() {
        Arbitrary<CareRelation> relation = Combinators.combine(
                        Arbitraries.of(MIDWIFE, MATERNITY),
                        Arbitraries.of(CareRole.GP, CareRole.MATERNITY_CARE),
                        Arbitraries.of(PARTIES),
                        period())
                .as(CareRelation::new);
        return Combinators.combine(
                        person(),
                        statement().list().ofMaxSize(7),
                        relation.list().ofMaxSize(3))
                .as((who, said, relations) -> new Circumstances(who, said, relations, List.of()));
    }

    private Arbitrary<Person> person() {
        // Birthdays fall within the days asked about.
        Arbitrary<Optional<BirthDate>> birth = Combinators.combine(
                        Arbitraries.of(30, 16, 14, 12, 11),
                        Arbitraries.integers().between(1, 8))
                .as((years, day) -> BirthDate.of(LocalDate.of(2026 - years, 11, day)))
                .optional(0.7);
        return Combinators.combine(birth, period().list().ofMaxSize(1))
                .as((when, alone) -> new Person("her", when, alone));
    }

    private static Arbitrary<Period> period() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 6))
                .as((from, length) -> new Period(day(from), day(from + length)));
    }

    @Provide
    Arbitrary<ConsentStatement> statement() {
        Arbitrary<Recipient> recipient = Arbitraries.oneOf(
                Arbitraries.of(MATERNITY, DESK, OUTSIDER).map(Recipient.Named::new),
                Arbitraries.of(CareRole.GP, CareRole.MATERNITY_CARE).map(Recipient.InRole::new));
        Arbitrary<Scope> scope = Combinators.combine(
                        Arbitraries.of(DataClass.CONTACT, DataClass.REFERRAL, DataClass.FEEDBACK)
                                .set()
                                .ofMaxSize(2),
                        Arbitraries.of(IDS).set().ofMaxSize(1),
                        Arbitraries.of(IDS).set().ofMaxSize(1))
                .as(Scope::new);
        Arbitrary<Boolean> active = Arbitraries.frequency(Tuple.of(6, true), Tuple.of(1, false));
        Arbitrary<Purpose> purpose =
                Arbitraries.of(Purpose.REFERRAL, Purpose.FEEDBACK, Purpose.CASE_CONFERENCE, Purpose.TRANSFER);
        Arbitrary<Optional<Party>> source = Arbitraries.of(MIDWIFE, MATERNITY).optional(0.8);
        Arbitrary<String> id = Arbitraries.strings().withCharRange('a', 'z').ofLength(6);
        return Combinators.combine(
                        id,
                        active,
                        Arbitraries.frequency(Tuple.of(2, Effect.PERMIT), Tuple.of(1, Effect.DENY)),
                        purpose,
                        source,
                        recipient.set().ofMinSize(1).ofMaxSize(2),
                        Combinators.combine(scope, period()).as(Tuple::of),
                        Arbitraries.of(Giver.class))
                .as((i, a, e, p, s, r, where, g) -> new ConsentStatement(
                        i, 1, a, e, p, MIDWIFE, s, r, where.get1(), g, i.hashCode() % 2 == 0, where.get2()));
    }
}
