package nl.ooievaar.server.gate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.ooievaar.subject.consent.BirthDate;
import nl.ooievaar.subject.consent.CareRelation;
import nl.ooievaar.subject.consent.Circumstances;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Giver;
import nl.ooievaar.subject.consent.Period;
import nl.ooievaar.subject.consent.Person;
import nl.ooievaar.subject.consent.Purpose;
import nl.ooievaar.subject.consent.Recipient;
import nl.ooievaar.subject.consent.Representation;
import nl.ooievaar.subject.consent.Scope;
import nl.ooievaar.subject.consent.StoredRecord;
import nl.ooievaar.subject.party.CareRole;
import nl.ooievaar.subject.party.Party;

/** What may be known and kept about one person, made up: all that bears on a decision, close together so that it meets. */
final class RandomFile {
    static final Instant DAY_ZERO = Instant.parse("2026-11-10T12:00:00Z");
    private static final List<Purpose> WEIGHED = List.of(
            Purpose.REFERRAL,
            Purpose.FEEDBACK,
            Purpose.FEEDBACK_COORDINATING_PROVIDER,
            Purpose.CASE_CONFERENCE,
            Purpose.TRANSFER);
    private static final List<CareRole> ROLES = List.of(CareRole.COORDINATING_OBSTETRIC_PROVIDER, CareRole.GP);

    private static final List<DataClass> OPENED = List.of(
            DataClass.CONTACT,
            DataClass.WITHHELD_ADDRESS,
            DataClass.REFERRAL,
            DataClass.BIRTH_CARE,
            DataClass.FEEDBACK,
            DataClass.PLAN);

    private final Random random;
    private final List<Party> custodians;
    private final List<Party> parties;
    // Few of each, so that what is said meets.
    private final List<Party> named;
    /** Fourteen, with people who have authority over her. */
    private final boolean girl;

    private final List<Purpose> purposes;
    final UUID person = UUID.randomUUID();
    final List<StoredRecord> records = new ArrayList<>();
    /** The records of which one tells the origin, by its id; none where one of them is lost. */
    final Map<String, List<StoredRecord>> told = new HashMap<>();
    /** The ids that it names as those. */
    final Map<String, Set<String>> targets = new HashMap<>();

    final Circumstances known;

    /**
     * @param custodians who keeps records about her
     * @param others who may be named, besides
     * @param representative stands for who may represent her
     */
    RandomFile(long seed, List<Party> custodians, List<Party> others, String representative) {
        this.random = new Random(seed);
        this.custodians = custodians;
        this.parties = Stream.of(custodians, others).flatMap(Collection::stream).toList();
        this.girl = random.nextInt(3) == 0;
        this.named = List.of(pick(parties), pick(parties), pick(parties));
        this.purposes = List.of(pick(WEIGHED), pick(WEIGHED));
        List<String> ids = Stream.generate(this::id).limit(8).toList();
        List<ConsentStatement> statements = new ArrayList<>();
        int said = random.nextInt(girl ? 30 : 18);
        while (statements.size() < said) {
            // Statements about quite different things never meet, so most vary one that was made before.
            statements.add(
                    statements.isEmpty() || rarely() ? statement(ids) : varied(pick(statements), statement(ids), ids));
        }
        for (String id : ids) {
            DataClass dataClass = rarely() ? pick(List.of(DataClass.values())) : pick(OPENED);
            records.add(record(id, pick(custodians), dataClass, ids));
        }
        statements.forEach(it -> records.add(record(it.id(), it.recorder(), DataClass.CONSENT, ids)));
        List<StoredRecord> all = List.copyOf(records);
        Stream.generate(() -> origin(all)).limit(6).forEach(records::add);
        List<Representation> representations = rarely()
                ? List.of()
                : List.of(new Representation(
                        representative, pick(custodians), pick(List.of(Representation.Ground.values())), period()));
        this.known = new Circumstances(
                whom(),
                statements,
                some(4, () -> new CareRelation(pick(custodians), pick(ROLES), pick(parties), period())),
                representations);
    }

    /** The id by which records name a party. */
    static String service(Party party) {
        return UUID.nameUUIDFromBytes(party.service().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Person whom() {
        int years = girl ? 14 : pick(List.of(30, 30, 30, 16, 14, 12, 11));
        LocalDate day = LocalDate.of(2026 - years, 11, 8 + random.nextInt(8));
        Optional<BirthDate> birth = rarely()
                ? Optional.empty()
                : Optional.of(rarely() ? new BirthDate(day.minusDays(3), day) : BirthDate.of(day));
        return new Person(person.toString(), birth, rarely() ? List.of(period()) : List.of());
    }

    private StoredRecord record(String id, Party custodian, DataClass dataClass, List<String> ids) {
        Set<StoredRecord.Mark> marks = new HashSet<>();
        if (random.nextInt(10) == 0) {
            marks.add(StoredRecord.Mark.WITHHELD);
        }
        if (random.nextInt(15) == 0) {
            marks.add(StoredRecord.Mark.ENTERED_IN_ERROR);
        }
        Party author = random.nextInt(8) == 0 ? pick(parties) : custodian;
        Set<Party> deliveredTo = random.nextInt(8) == 0 ? Set.of(pick(parties)) : Set.of();
        Set<String> refersTo = new HashSet<>(some(3, () -> pick(ids)));
        if (random.nextInt(3) > 0) {
            refersTo.add(service(pick(parties)));
            refersTo.add(service(pick(named)));
        }
        return new StoredRecord(id, custodian, author, dataClass, refersTo, marks, deliveredTo);
    }

    /** Of one or more records of one custodian, as it stands in his file; of one that is not there now and then. */
    private StoredRecord origin(List<StoredRecord> all) {
        StoredRecord first = pick(all);
        Set<StoredRecord> of = new HashSet<>(some(2, () -> pick(all)));
        of.removeIf(it -> !it.custodian().equals(first.custodian()));
        of.add(first);
        List<String> ids = of.stream().map(StoredRecord::id).toList();
        StoredRecord made = record(id(), first.custodian(), DataClass.ORIGIN, List.of(id()));
        boolean lost = random.nextInt(10) == 0;
        Set<String> refersTo = new HashSet<>(made.refersTo());
        refersTo.addAll(ids);
        targets.put(made.id(), new HashSet<>(ids));
        if (lost) {
            String nowhere = id();
            refersTo.add(nowhere);
            targets.get(made.id()).add(nowhere);
        }
        told.put(made.id(), lost ? List.of() : List.copyOf(of));
        return new StoredRecord(
                made.id(),
                made.custodian(),
                made.author(),
                made.dataClass(),
                refersTo,
                made.marks(),
                made.deliveredTo());
    }

    private ConsentStatement statement(List<String> ids) {
        Supplier<Recipient> recipient =
                () -> random.nextInt(3) == 0 ? new Recipient.InRole(pick(ROLES)) : new Recipient.Named(pick(named));
        Set<Recipient> recipients = new HashSet<>(some(4, recipient));
        recipients.add(recipient.get());
        Purpose purpose = rarely() ? pick(List.of(Purpose.values())) : pick(purposes);
        Party recorder = pick(custodians);
        return new ConsentStatement(
                id(),
                1 + random.nextInt(3),
                random.nextInt(8) > 0,
                random.nextInt(3) == 0 ? Effect.DENY : Effect.PERMIT,
                purpose,
                recorder,
                rarely() ? Optional.empty() : Optional.of(random.nextInt(4) > 0 ? recorder : pick(custodians)),
                recipients,
                scope(purpose, ids),
                giver(),
                random.nextInt(4) > 0,
                period());
    }

    private Giver giver() {
        if (girl) {
            return random.nextBoolean() ? Giver.HERSELF : Giver.AUTHORITY_HOLDER;
        }
        return rarely() ? pick(List.of(Giver.values())) : Giver.HERSELF;
    }

    private Scope scope(Purpose purpose, List<String> ids) {
        Set<DataClass> classes = new HashSet<>();
        if (random.nextInt(3) == 0) {
            purpose.opens().stream().sorted().filter(it -> random.nextBoolean()).forEach(classes::add);
            classes.addAll(some(1, () -> pick(List.of(DataClass.values()))));
        }
        Set<String> named = rarely() ? new HashSet<>(some(6, () -> pick(ids))) : Set.of();
        Set<String> contexts = rarely() ? new HashSet<>(some(4, () -> pick(ids))) : Set.of();
        return new Scope(classes, named, contexts);
    }

    /** The same as one before but for some of what another says. */
    private ConsentStatement varied(ConsentStatement before, ConsentStatement other, List<String> ids) {
        boolean elsewhere = rarely();
        if (girl && random.nextInt(3) == 0) {
            return inTheOtherVoice(before, other);
        }
        if (girl && rarely()) {
            return broadly(before, other);
        }
        return new ConsentStatement(
                other.id(),
                other.version(),
                other.active(),
                random.nextBoolean() ? Effect.DENY : Effect.PERMIT,
                before.purpose(),
                elsewhere ? other.recorder() : before.recorder(),
                elsewhere ? other.source() : before.source(),
                random.nextBoolean() ? before.recipients() : other.recipients(),
                random.nextInt(3) == 0 ? before.scope() : scope(before.purpose(), ids),
                girl || random.nextInt(3) == 0 ? other.giver() : before.giver(),
                random.nextInt(4) > 0,
                rarely() ? other.period() : before.period());
    }

    /** A no to all that the purpose opens, which a permission of the same voice for less can beat. */
    private static ConsentStatement broadly(ConsentStatement before, ConsentStatement other) {
        return new ConsentStatement(
                other.id(),
                other.version(),
                true,
                Effect.DENY,
                before.purpose(),
                before.recorder(),
                before.source(),
                before.recipients(),
                Scope.ALL,
                Giver.AUTHORITY_HOLDER,
                other.signedIn(),
                before.period());
    }

    /** What the second of two who decide together must say as well. */
    private static ConsentStatement inTheOtherVoice(ConsentStatement before, ConsentStatement other) {
        return new ConsentStatement(
                other.id(),
                other.version(),
                true,
                Effect.PERMIT,
                before.purpose(),
                before.recorder(),
                before.source(),
                before.recipients(),
                before.scope(),
                before.giver() == Giver.HERSELF ? Giver.AUTHORITY_HOLDER : Giver.HERSELF,
                other.signedIn(),
                before.period());
    }

    private Period period() {
        Instant start = DAY_ZERO.plus(random.nextInt(6) - 5L, ChronoUnit.DAYS);
        return new Period(
                start, random.nextInt(4) == 0 ? Period.OPEN_END : start.plus(random.nextInt(14), ChronoUnit.DAYS));
    }

    private boolean rarely() {
        return random.nextInt(4) == 0;
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
    }
}
