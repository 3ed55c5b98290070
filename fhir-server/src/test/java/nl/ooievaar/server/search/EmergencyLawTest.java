package nl.ooievaar.server.search;

import static nl.ooievaar.server.search.People.observed;
import static nl.ooievaar.server.search.People.woman;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import nl.ooievaar.server.search.TestStore.Party;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Period;
import nl.ooievaar.subject.emergency.EmergencyAccess;
import nl.ooievaar.subject.emergency.EmergencyBasis;
import nl.ooievaar.subject.emergency.EmergencyDecision;
import nl.ooievaar.subject.emergency.EmergencyQuestion;
import nl.ooievaar.subject.emergency.StandingObjection;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** What an emergency access opens in SQL is what the rule in plain Java decides, whatever was opened and objected to. */
class EmergencyLawTest {
    private static final Instant NOW = TestStore.NOW;
    private static final List<DataClass> OPENABLE = List.copyOf(EmergencyDecision.OPENABLE);

    private static final AtomicLong SEEDS = new AtomicLong();

    private final TestStore store = TestStore.get();
    private final Random random = new Random(SEEDS.incrementAndGet());

    @RepeatedTest(40)
    void the_rows_that_are_visible_are_those_the_rule_opens() {
        Party source = store.party(true);
        Party ward = store.party(true);
        Party other = store.party(true);
        String patient = store.write(source, source.file(), UUID.randomUUID(), 1, "work", woman("Bakker", "Sanne"));
        List<EmergencyAccess> opened = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            opened.add(open(source, one(ward, ward, other), one(Set.of(source), Set.of(source), Set.of(other))));
        }
        List<StandingObjection> objections = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            objections.add(object(source, one(ward, other), one(source, other)));
        }
        Map<String, Set<String>> expected = new TreeMap<>();
        for (DataClass dataClass : DataClass.values()) {
            String id = store.write(
                    source, source.file(), UUID.randomUUID(), 1, dataClass.code(), observed(patient, "1", null));
            EmergencyQuestion asked = new EmergencyQuestion(subject(source), subject(ward), dataClass, NOW);
            if (EmergencyDecision.decide(opened, objections, asked).isPresent()) {
                expected.put(id, bases(opened, objections, asked));
            }
        }
        Map<String, String> visible = new TreeMap<>();
        store.run(ward, "Observation")
                .matches()
                .forEach(seen -> visible.put(seen.id().toString(), seen.basis()));
        assertThat(visible.keySet()).isEqualTo(expected.keySet());
        visible.forEach((id, basis) -> assertThat(expected.get(id)).contains(basis));
    }

    /** Of each that opens it by itself. */
    private static Set<String> bases(
            List<EmergencyAccess> opened, List<StandingObjection> objections, EmergencyQuestion asked) {
        return opened.stream()
                .flatMap(one -> EmergencyDecision.decide(List.of(one), objections, asked).stream())
                .map(by -> "emergency:" + by.basis().code() + " emergency-access:" + by.id())
                .collect(Collectors.toSet());
    }

    private EmergencyAccess open(Party source, Party by, Set<Party> sources) {
        Set<DataClass> classes = new java.util.HashSet<>(
                List.of(one(OPENABLE.toArray(DataClass[]::new)), one(OPENABLE.toArray(DataClass[]::new))));
        Instant start = NOW.minus(Duration.ofHours(one(-1, 1, 2)));
        EmergencyAccess made = new EmergencyAccess(
                UUID.randomUUID().toString(),
                subject(by),
                sources.stream().map(this::subject).collect(Collectors.toSet()),
                classes,
                one(EmergencyBasis.values()),
                start,
                start.plus(Duration.ofHours(one(1, 4))));
        store.jdbc.update(
                "insert into emergency_access (person_id, emergency_id, party, sources, classes, basis, starts, ends) values"
                        + " (:person, :id, :party, :sources, :classes, :basis, :starts, :ends)",
                new MapSqlParameterSource("person", source.person())
                        .addValue("id", UUID.fromString(made.id()))
                        .addValue("party", by.id())
                        .addValue("sources", sources.stream().map(Party::id).toArray(Integer[]::new))
                        .addValue(
                                "classes", classes.stream().map(DataClass::code).toArray(String[]::new))
                        .addValue("basis", made.basis().code())
                        .addValue("starts", at(made.start()))
                        .addValue("ends", at(made.end())));
        return made;
    }

    private StandingObjection object(Party source, Party recipient, Party from) {
        int about = random.nextInt(3);
        StandingObjection made = new StandingObjection(
                about == 0 ? Optional.of(subject(recipient)) : Optional.empty(),
                about == 1 ? Optional.of("urn:test|" + subject(recipient).organizationValue()) : Optional.empty(),
                random.nextBoolean() ? Optional.of(subject(from)) : Optional.empty(),
                random.nextInt(3) > 0 ? Optional.of(one(OPENABLE.toArray(DataClass[]::new))) : Optional.empty(),
                NOW.minus(Duration.ofHours(one(-1, 2))),
                one(NOW, Period.OPEN_END));
        store.jdbc.update(
                "insert into emergency_bar (person_id, recipient, organization, source, data_class, starts, ends) values"
                        + " (:person, :recipient, :organization, :source, :class, :starts, :ends)",
                new MapSqlParameterSource("person", source.person())
                        .addValue(
                                "recipient",
                                made.recipient().map(r -> recipient.id()).orElse(null))
                        .addValue("organization", made.organization().orElse(null))
                        .addValue("source", made.source().map(s -> from.id()).orElse(null))
                        .addValue("class", made.dataClass().map(DataClass::code).orElse(null))
                        .addValue("starts", at(made.start()))
                        .addValue("ends", at(made.end())));
        return made;
    }

    private nl.ooievaar.subject.party.Party subject(Party party) {
        return store.jdbc.queryForObject(
                "select organization_system, organization_value, service from party where party_id = :id",
                Map.of("id", party.id()),
                (row, i) -> new nl.ooievaar.subject.party.Party(row.getString(1), row.getString(2), row.getString(3)));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
