package nl.ooievaar.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ooievaar.server.search.TestStore.Party;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The search without tables answers as the one with tables does, so the two check each other. */
class MemorySearchTest {
    private static final List<String> DATES =
            List.of("1990", "1990-02", "1990-02-03", "1991", "1991-12-31", "1992-01-01", "1993-06");
    private static final List<String> NAMES = List.of("Aalders", "aalders-Bos", "Bakker", "Bák", "Çelik", "De Wit");

    private final TestStore store = TestStore.get();

    static Stream<Integer> seeds() {
        return IntStream.range(0, 4 * Integer.getInteger("depth", 1)).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tables_and_memory_give_the_same_answers(int seed) {
        Random random = new Random(seed);
        Party jgz = store.party(true);
        List<Resource> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Patient woman = anyone(random);
            woman.setId(store.write(jgz, woman));
            all.add(woman);
        }
        // The tables gave each a moment of last update, which memory reads from the resource.
        store.run(jgz, "Patient?_count=500").matches().forEach(seen -> all.stream()
                .filter(one -> one.getIdElement().getIdPart().equals(seen.id().toString()))
                .forEach(one -> one.getMeta().setLastUpdated(Date.from(seen.lastUpdated()))));
        MemorySearch memory = new MemorySearch(store.indexer, all);
        for (int i = 0; i < 60; i++) {
            String query = "Patient?" + condition(random) + "&" + condition(random) + order(random);
            assertThat(store.ids(jgz, query))
                    .as(query)
                    .isEqualTo(memory.run(store.parse(query, true)).stream()
                            .map(one -> one.getIdElement().getIdPart())
                            .toList());
        }
    }

    @Test
    void a_questionnaire_is_found_by_url_version_and_id() {
        Questionnaire findings = new Questionnaire()
                .setUrl("http://ooievaar.example/fhir/Questionnaire/phb-findings")
                .setVersion("0.1.0")
                .setStatus(PublicationStatus.ACTIVE);
        findings.setId("phb-findings");
        MemorySearch memory = new MemorySearch(store.indexer, List.of(findings));
        for (String query : List.of(
                "Questionnaire",
                "Questionnaire?url=http://ooievaar.example/fhir/Questionnaire/phb-findings",
                "Questionnaire?version=0.1.0&status=active",
                "Questionnaire?_id=phb-findings")) {
            assertThat(memory.run(store.parse(query, false))).as(query).hasSize(1);
        }
        assertThat(memory.run(store.parse("Questionnaire?status=draft", false))).isEmpty();
    }

    private static Patient anyone(Random random) {
        Patient anyone = new Patient();
        if (random.nextInt(4) > 0) {
            anyone.getBirthDateElement().setValueAsString(pick(random, DATES));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            anyone.addName().setFamily(pick(random, NAMES)).addGiven(pick(random, NAMES));
        }
        if (random.nextInt(3) > 0) {
            anyone.setGender(random.nextBoolean() ? AdministrativeGender.FEMALE : AdministrativeGender.OTHER);
        }
        return anyone;
    }

    private static String condition(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> "family=" + pick(random, NAMES).substring(0, 2);
            case 1 -> "name:contains=" + pick(random, NAMES).substring(1, 3) + "," + pick(random, NAMES);
            case 2 -> "given:exact=" + pick(random, NAMES);
            case 3 -> "gender:not=" + pick(random, List.of("female", "other", "female,other"));
            case 4 -> "gender=" + pick(random, List.of("female", "other,female", "male"));
            case 5 -> pick(random, List.of("family", "birthdate", "gender")) + ":missing=" + random.nextBoolean();
            default ->
                "birthdate="
                        + pick(random, List.of("", "eq", "ne", "gt", "lt", "ge", "le", "sa", "eb"))
                        + pick(random, DATES);
        };
    }

    private static String order(Random random) {
        return pick(
                random,
                List.of("", "&_sort=birthdate,family", "&_sort=-birthdate", "&_sort=-given", "&_sort=_lastUpdated"));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
