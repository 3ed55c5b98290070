package nl.ooievaar.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.ooievaar.server.search.TestStore;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Parties;
import nl.ooievaar.server.store.People;
import nl.ooievaar.subject.consent.Circumstances;
import nl.ooievaar.subject.consent.ConsentDecision;
import nl.ooievaar.subject.consent.ConsentStatement;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.consent.DataClass;
import nl.ooievaar.subject.consent.Decision;
import nl.ooievaar.subject.consent.Purpose;
import nl.ooievaar.subject.consent.Question;
import nl.ooievaar.subject.consent.Rule;
import nl.ooievaar.subject.consent.StoredRecord;
import nl.ooievaar.subject.consent.StoredRecord.Mark;
import nl.ooievaar.subject.party.Party;
import nl.ooievaar.subject.person.Bsn;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * What PostgreSQL lets through is what the rule permits, and it names the consent that the rule names: random people with
 * random consents, asked for by everybody at several moments.
 */
class GateLawTest {
    private static final int FILES = 90 * Integer.getInteger("depth", 1);
    private static final String URA = "http://fhir.nl/fhir/NamingSystem/ura";
    private static final List<Party> CUSTODIANS = List.of(party("1", "verloskunde"), party("2", "phb"));
    private static final List<Party> OTHERS =
            List.of(party("1", "echo"), party("2", "veilig-thuis"), party("3", "kraamzorg"), party("9", "phb"));
    private static final GateSql PLAIN = GateSql.of("Observation");

    private static final String REPRESENTATIVE = new UUID(7, 7).toString();

    private final TestStore store = TestStore.get();
    private final JdbcTemplate jdbc = store.jdbc.getJdbcTemplate();
    private final Keys keys = TestStore.KEYS;
    private final Parties parties = new Parties(jdbc, new DataSourceTransactionManager(jdbc.getDataSource()));
    private final GrantRows rows = new GrantRows(jdbc, parties, keys);
    private final Subjects subjects = new Subjects(null, keys, new People(jdbc), jdbc);
    private int beaten;
    private int withstood;
    private final Map<Rule, Integer> decided = new EnumMap<>(Rule.class);

    /** Who asks: in whose name, and with which BSN she signed in. */
    private record Asking(Party party, Optional<Bsn> bsn, Optional<String> person) {}

    private record Answer(String basis, String consent) {}

    @Test
    void the_database_decides_what_the_rule_decides() {
        nameServices();
        List<Bsn> bsn = Bsn.testNumbers().limit(3).toList();
        for (int i = 0; i < FILES; i++) {
            RandomFile file = new RandomFile(20261126L + i, CUSTODIANS, OTHERS, REPRESENTATIVE);
            keep(file, bsn.get(0), bsn.get(1));
            asking(file, bsn).forEach(who -> compare(file, who));
            jdbc.update("update person set bsn_index = null where person_id = ?", file.person);
            jdbc.update("delete from representation where person_id = ?", file.person);
        }
        int compared = decided.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(
                "Compared " + compared + " decisions of rule and database about " + FILES + " people: " + decided);
        System.out.println("Of these, objections beaten: " + beaten + ", and not: " + withstood);
        assertThat(List.of(beaten, withstood))
                .as("permissions and objections met")
                .allMatch(it -> it > 100);
        assertThat(compared).isGreaterThan(10_000);
        assertThat(decided).as("every rule decided something").containsKeys(Rule.values());
    }

    private void compare(RandomFile file, Asking who) {
        Optional<Purpose> purpose = file.known.statements().stream()
                .map(it -> it.purpose())
                .findFirst()
                .filter(it -> who.party().service().hashCode() % 2 == 0);
        for (int day = -2; day <= 4; day += 2) {
            Instant now = RandomFile.DAY_ZERO.plus(day, ChronoUnit.DAYS);
            Map<String, Answer> seen = seen(GateSql.ANY, file, who, purpose, now);
            Map<String, Answer> plain = seen(PLAIN, file, who, purpose, now);
            for (StoredRecord record : file.records) {
                Question question = new Question(
                        record, new Question.Caller(who.party(), service(who.party()), who.person()), purpose, now);
                Decision decision =
                        ConsentDecision.decide(file.known, question, file.told.getOrDefault(record.id(), List.of()));
                assertThat(Optional.ofNullable(seen.get(record.id())))
                        .as(() -> decision + " for " + question + " of " + file.known)
                        .isEqualTo(expected(decision));
                boolean toldApart = record.dataClass() == DataClass.ORIGIN;
                assertThat(plain.get(record.id()))
                        .as(() -> "not asked for origin, for " + question)
                        .matches(it -> toldApart
                                ? it == null || seen.containsKey(record.id())
                                : Objects.equals(it, seen.get(record.id())));
                decided.merge(decision.rule(), 1, Integer::sum);
                if (only(file.known, Effect.DENY, question).consent().isPresent()) {
                    if (decision.consent().isPresent() && decision.permit()) {
                        beaten++;
                    } else if (only(file.known, Effect.PERMIT, question)
                            .consent()
                            .isPresent()) {
                        withstood++;
                    }
                }
            }
        }
    }

    /** What would be decided if nothing else had been said. */
    private static Decision only(Circumstances known, Effect effect, Question question) {
        List<ConsentStatement> said =
                known.statements().stream().filter(it -> it.effect() == effect).toList();
        return ConsentDecision.decide(
                new Circumstances(known.person(), said, known.relations(), known.representations()), question);
    }

    private static Optional<Answer> expected(Decision decision) {
        return switch (decision.rule()) {
            case CUSTODIAN -> Optional.of(new Answer("custodian", null));
            case AUTHOR -> Optional.of(new Answer("author", null));
            case SUBJECT, REPRESENTATIVE -> Optional.of(new Answer("subject", null));
            case DELIVERED -> Optional.of(new Answer("delivered", null));
            case ORIGIN -> Optional.of(new Answer("origin", null));
            case CONSENT, SPECIFIC_CONSENT, ROLE_CONSENT ->
                decision.consent().map(it -> new Answer("consent", it.id() + "/_history/" + it.version()));
            default -> Optional.empty();
        };
    }

    private Map<String, Answer> seen(
            GateSql gate, RandomFile file, Asking who, Optional<Purpose> purpose, Instant now) {
        Sight sight = who.bsn()
                .map(it -> subjects.of(keys.blind("bsn", it.value()), now))
                .orElse(Sight.NONE);
        Viewer viewer = new Viewer(parties.number(who.party()), false, sight, purpose.map(Purpose::code), now);
        MapSqlParameterSource values = viewer.bind(new MapSqlParameterSource()).addValue("person", file.person);
        Map<String, Answer> seen = new HashMap<>();
        store.jdbc.query(sql(gate), values, row -> {
            String basis = row.getString("basis");
            boolean consented = basis.startsWith("consent:");
            seen.put(
                    row.getString("id"),
                    consented ? new Answer("consent", row.getString("consent")) : new Answer(basis, null));
        });
        return seen;
    }

    private static List<Asking> asking(RandomFile file, List<Bsn> bsn) {
        List<Asking> asking = new java.util.ArrayList<>();
        CUSTODIANS.forEach(it -> asking.add(new Asking(it, Optional.empty(), Optional.empty())));
        OTHERS.forEach(it -> asking.add(new Asking(it, Optional.empty(), Optional.empty())));
        asking.add(signedIn(bsn.get(0), file.person.toString()));
        asking.add(signedIn(bsn.get(1), REPRESENTATIVE));
        asking.add(signedIn(bsn.get(2), "partner"));
        return asking;
    }

    private static Asking signedIn(Bsn bsn, String person) {
        return new Asking(new Party("urn:person", person, "herself"), Optional.of(bsn), Optional.of(person));
    }

    /** Those who signed in as themselves are no service. */
    private static Optional<String> service(Party party) {
        return party.organizationSystem().equals(URA) ? Optional.of(RandomFile.service(party)) : Optional.empty();
    }

    /** As the import of the directory does. */
    private void nameServices() {
        Stream.of(CUSTODIANS, OTHERS)
                .flatMap(List::stream)
                .forEach(it -> jdbc.update(
                        "update party set service_id = cast(? as uuid) where party_id = ?",
                        RandomFile.service(it),
                        parties.number(it)));
    }

    private void keep(RandomFile file, Bsn hers, Bsn representative) {
        jdbc.update(
                "insert into person (person_id, bsn_index) values (?, ?)",
                file.person,
                keys.blind("bsn", hers.value()));
        Map<Party, UUID> files = new HashMap<>();
        for (Party custodian : CUSTODIANS) {
            files.put(custodian, store.file(parties.number(custodian), "person", file.person));
        }
        jdbc.batchUpdate(
                """
                insert into version (file_id, id, version, type, data_class, author, last_updated, package, keys,
                  ref_params, ref_targets, body, withheld, closed)
                values (?, ?, 1, 'Basic', ?, ?, ?, '0', '{}', ?, cast(? as uuid[]), '\\x00', ?, ?)
                """,
                file.records.stream()
                        .map(it -> new Object[] {
                            files.get(it.custodian()),
                            UUID.fromString(it.id()),
                            it.dataClass().code(),
                            parties.number(it.author()),
                            RandomFile.DAY_ZERO.atOffset(ZoneOffset.UTC),
                            it.refersTo().stream()
                                    .map(to -> file.targets
                                                    .getOrDefault(it.id(), Set.of())
                                                    .contains(to)
                                            ? "target"
                                            : "agent")
                                    .toArray(String[]::new),
                            it.refersTo().toArray(String[]::new),
                            it.marks().contains(Mark.WITHHELD),
                            it.marks().contains(Mark.ENTERED_IN_ERROR)
                        })
                        .toList());
        for (StoredRecord record : file.records) {
            for (Party recipient : record.deliveredTo()) {
                jdbc.update(
                        "insert into delivery values (?, ?, ?, 1, ?)",
                        files.get(record.custodian()),
                        parties.number(recipient),
                        UUID.fromString(record.id()),
                        RandomFile.DAY_ZERO.atOffset(ZoneOffset.UTC));
            }
        }
        RelatedPerson related = new RelatedPerson();
        related.setId(REPRESENTATIVE);
        related.addIdentifier()
                .setSystem("http://fhir.nl/fhir/NamingSystem/bsn")
                .setValue(representative.value());
        rows.replace(file.person, file.known, List.of(related));
    }

    private static String sql(GateSql gate) {
        return "select v.id, " + tail(gate.columns()) + " from " + gate.from() + " where f.person_id = :person and "
                + gate.visible();
    }

    private static String tail(String columns) {
        return columns.substring(columns.indexOf("case when"));
    }

    private static Party party(String number, String service) {
        return new Party(URA, "gate-law-" + number, "gate-law-" + number + "-" + service);
    }
}
