package nl.ooievaar.server.search;

import static nl.ooievaar.server.search.People.born;
import static nl.ooievaar.server.search.People.woman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.search.TestStore.Party;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.RefusedException;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages joined are what the search would have answered in one piece when it began. */
class PagingTest {
    private static final List<String> ORDERS = List.of(
            "",
            "&_sort=_lastUpdated",
            "&_sort=-birthdate",
            "&_sort=birthdate",
            "&_sort=family",
            "&_sort=-family",
            "&_sort=family,-birthdate",
            "&_sort=-birthdate,given",
            "&_sort=-given,-_lastUpdated",
            "&_sort=_id",
            "&_sort=-_id");
    private static final List<String> NAMES = List.of("Aalders", "Bakker", "Çelik", "De Wit");

    private final TestStore store = TestStore.get();

    static Stream<Integer> seeds() {
        return IntStream.range(0, 12 * Integer.getInteger("depth", 1)).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pages_joined_are_the_whole_while_others_write(int seed) {
        Random random = new Random(seed);
        Party jgz = store.party(true);
        List<String> ids = new ArrayList<>();
        int size = 5 + random.nextInt(20);
        for (int i = 0; i < size; i++) {
            ids.add(store.write(jgz, anyone(random)));
        }
        String query = "Patient?gender=female" + ORDERS.get(seed % ORDERS.size());
        List<String> whole = versions(store.run(jgz, query + "&_count=500").matches());

        Page page = store.run(jgz, query + "&_count=" + (1 + random.nextInt(6)));
        List<String> joined = new ArrayList<>(versions(page.matches()));
        while (page.nextToken().isPresent()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                change(random, jgz, ids);
            }
            page = store.next(jgz, page.nextToken().get());
            assertThat(page.matches()).isNotEmpty();
            joined.addAll(versions(page.matches()));
        }
        assertThat(joined).isEqualTo(whole);
    }

    @Test
    void a_page_that_was_being_written_goes_on_with_what_it_wrote() {
        Party jgz = store.party(true);
        List<String> written = new ArrayList<>();
        SearchRequest request = store.parse("Patient?_sort=_lastUpdated&_count=2", true);
        Page first = store.inTransaction(() -> {
            for (int i = 0; i < 3; i++) {
                written.add(store.write(jgz, woman("Bakker", "Sanne")));
            }
            return store.search.run(request, jgz.viewer());
        });
        store.update(jgz, written.get(2), woman("De Wit", "Sanne"));
        Page second = store.next(jgz, first.nextToken().orElseThrow());
        assertThat(TestStore.ids(first.matches())).isEqualTo(written.subList(0, 2));
        assertThat(versions(second.matches())).containsExactly(written.get(2) + "/1");
    }

    @Test
    void what_was_not_committed_when_the_search_began_is_on_no_page() throws InterruptedException {
        Party jgz = store.party(true);
        for (int i = 0; i < 3; i++) {
            store.write(jgz, woman("Bakker", "Sanne"));
        }
        Page[] first = new Page[1];
        store.inTransaction(() -> {
            String late = store.write(jgz, woman("Late", "Sanne"));
            // Another connection searches while this write is still open.
            Thread reader = new Thread(() -> first[0] = store.run(jgz, "Patient?_sort=_lastUpdated&_count=2"));
            reader.start();
            try {
                reader.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return late;
        });
        Page second = store.next(jgz, first[0].nextToken().orElseThrow());
        assertThat(second.matches()).hasSize(1);
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void includes_of_a_later_page_are_as_old_as_the_search() {
        Party jgz = store.party(true);
        String sanne = store.write(jgz, woman("Bakker", "Sanne"));
        store.write(jgz, People.observed(sanne, "1", null));
        store.write(jgz, People.observed(sanne, "2", null));
        Page first = store.run(jgz, "Observation?_count=1&_include=Observation:subject");
        store.update(jgz, sanne, woman("De Wit", "Sanne"));
        Page second = store.next(jgz, first.nextToken().orElseThrow());
        assertThat(versions(second.included())).containsExactly(sanne + "/1");
    }

    @Test
    void a_withdrawn_consent_stops_the_next_page() {
        Party midwife = store.party(true);
        Party jgz = store.party(true);
        store.grant(midwife, jgz, "referral");
        for (int i = 0; i < 4; i++) {
            store.write(midwife, woman("Bakker", "Sanne"));
        }
        Page first = store.run(jgz, "Patient?_count=2");
        assertThat(first.matches()).hasSize(2);
        store.withdraw(midwife, jgz);
        Page second = store.next(jgz, first.nextToken().orElseThrow());
        assertThat(second.matches()).isEmpty();
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void a_link_is_for_one_party_and_one_hour() {
        Party jgz = store.party(true);
        Party other = store.party(true);
        for (int i = 0; i < 3; i++) {
            store.write(jgz, woman("Bakker", "Sanne"));
        }
        String token = store.run(jgz, "Patient?_count=1").nextToken().orElseThrow();
        Viewer late = jgz.viewerAt(TestStore.NOW.plus(Duration.ofHours(1)));
        Viewer inTime = jgz.viewerAt(TestStore.NOW.plus(Duration.ofMinutes(59)));
        assertThat(refused(token, other.viewer())).isEqualTo(Reason.PAGE_LINK_UNKNOWN);
        assertThat(refused(token, late)).isEqualTo(Reason.PAGE_LINK_UNKNOWN);
        assertThat(store.inTransaction(() -> store.search.next(token, inTime)).matches())
                .hasSize(1);
        assertThat(store.search.requestOf(token, jgz.viewer()).type()).isEqualTo("Patient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "no base64 !", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_link_that_is_none_is_refused(String token) {
        assertThat(refused(token, store.party(true).viewer())).isEqualTo(Reason.PAGE_LINK_UNKNOWN);
    }

    @Test
    void one_changed_bit_breaks_a_link_and_no_bit_shows_the_search() {
        Party jgz = store.party(true);
        store.write(jgz, People.known(People.BSN, "999900006"));
        store.write(jgz, People.known(People.BSN, "999900006"));
        String token = store.run(jgz, "Patient?identifier=" + People.BSN + "|999900006&_count=1")
                .nextToken()
                .orElseThrow();
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("9999", "bsn");
        bytes[bytes.length / 2] ^= 1;
        String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThat(refused(changed, jgz.viewer())).isEqualTo(Reason.PAGE_LINK_UNKNOWN);
        assertThat(store.next(jgz, token).matches()).hasSize(1);
    }

    private Reason refused(String token, Viewer viewer) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> store.inTransaction(() -> store.search.next(token, viewer)));
        return refused == null ? null : refused.refusal().reason();
    }

    private void change(Random random, Party by, List<String> ids) {
        if (random.nextBoolean()) {
            ids.add(store.write(by, anyone(random)));
        } else {
            store.update(by, ids.get(random.nextInt(ids.size())), anyone(random));
        }
    }

    /** Some without birth date, name or gender, so that orders meet what has no value. */
    private static Patient anyone(Random random) {
        Patient anyone = random.nextInt(4) == 0 ? new Patient() : born("199" + random.nextInt(3));
        anyone.getName().clear();
        if (random.nextInt(4) > 0) {
            anyone.addName()
                    .setFamily(NAMES.get(random.nextInt(NAMES.size())))
                    .addGiven(NAMES.get(random.nextInt(NAMES.size())));
        }
        if (random.nextInt(5) > 0) {
            anyone.setGender(org.hl7.fhir.r4.model.Enumerations.AdministrativeGender.FEMALE);
        }
        return anyone;
    }

    private static List<String> versions(List<Seen> seen) {
        return seen.stream().map(one -> one.id() + "/" + one.version()).toList();
    }
}
