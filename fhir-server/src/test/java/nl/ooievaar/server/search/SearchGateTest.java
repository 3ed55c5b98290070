package nl.ooievaar.server.search;

import static nl.ooievaar.server.search.People.known;
import static nl.ooievaar.server.search.People.observed;
import static nl.ooievaar.server.search.People.referral;
import static nl.ooievaar.server.search.People.woman;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.ooievaar.server.search.TestStore.Party;
import org.hl7.fhir.r4.model.Practitioner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate withholds shows in no list, number, order, chain or include. */
class SearchGateTest {
    private final TestStore store = TestStore.get();
    private Party midwife;
    private Party jgz;
    private Party outsider;

    @BeforeEach
    void parties() {
        midwife = store.party(true);
        jgz = store.party(true);
        outsider = store.party(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient",
                "Patient?family=bakker",
                "Patient?identifier=urn:a|one",
                "Patient?gender:not=male",
                "Patient?birthdate:missing=true",
                "Patient?_sort=family",
                "Patient?_lastUpdated=gt2000",
            })
    void an_outsider_finds_and_counts_nothing(String query) {
        store.write(midwife, known("urn:a", "one"));
        Page page = store.run(outsider, query);
        assertThat(page.matches()).isEmpty();
        assertThat(page.total()).hasValue(0);
        String counted = query + (query.contains("?") ? "&" : "?") + "_summary=count";
        assertThat(store.run(outsider, counted).total()).hasValue(0);
        assertThat(store.run(midwife, counted).total()).hasValue(1);
    }

    @Test
    void a_known_id_opens_nothing() {
        String sanne = store.write(midwife, woman("Bakker", "Sanne"));
        assertThat(store.ids(outsider, "Patient?_id=" + sanne)).isEmpty();
        assertThat(store.ids(midwife, "Patient?_id=" + sanne)).containsExactly(sanne);
    }

    @Test
    void a_chain_is_no_oracle_for_what_is_withheld() {
        String hidden = store.write(midwife, known("urn:a", "one"));
        String own = store.write(jgz, observed(hidden, "1", null));
        assertThat(store.ids(jgz, "Observation?subject=Patient/" + hidden)).containsExactly(own);
        assertThat(store.ids(jgz, "Observation?subject.identifier=urn:a|one")).isEmpty();
        assertThat(store.ids(jgz, "Observation?patient.family=bakker")).isEmpty();
        assertThat(store.ids(jgz, "Observation?patient.gender:not=male")).isEmpty();
        store.grant(midwife, jgz, "referral");
        assertThat(store.ids(jgz, "Observation?subject.identifier=urn:a|one")).containsExactly(own);
    }

    @Test
    void includes_in_both_directions_bring_only_what_is_open() {
        String hidden = store.write(midwife, woman("Bakker", "Sanne"));
        store.write(jgz, observed(hidden, "1", null));
        assertThat(store.run(jgz, "Observation?_include=Observation:subject").included())
                .isEmpty();

        String own = store.write(jgz, woman("De Wit", "Maryam"));
        store.write(outsider, observed(own, "1", null));
        assertThat(store.run(jgz, "Patient?_revinclude=Observation:subject").included())
                .isEmpty();
    }

    @Test
    void a_consent_opens_its_class_and_nothing_else() {
        String sanne = store.write(midwife, woman("Bakker", "Sanne"));
        String request = store.write(midwife, referral(sanne));
        store.write(midwife, midwife.file(), UUID.randomUUID(), 1, "findings", observed(sanne, "1", null));
        store.grant(midwife, jgz, "referral");
        assertThat(store.ids(jgz, "Patient")).containsExactly(sanne);
        Page page = store.run(jgz, "ServiceRequest?_include=ServiceRequest:subject");
        assertThat(TestStore.ids(page.matches())).containsExactly(request);
        assertThat(TestStore.ids(page.included())).containsExactly(sanne);
        assertThat(page.matches().get(0).basis()).isEqualTo("consent:referral");
        assertThat(page.matches().get(0).consent()).isPresent();
        assertThat(store.run(jgz, "Observation").total()).hasValue(0);
        assertThat(store.ids(outsider, "ServiceRequest")).isEmpty();
    }

    @Test
    void an_old_value_finds_nothing_for_anybody() {
        String sanne = store.write(midwife, known("urn:a", "one"));
        store.update(midwife, sanne, known("urn:a", "two"));
        assertThat(store.ids(midwife, "Patient?identifier=one")).isEmpty();
        assertThat(store.ids(midwife, "Patient?identifier=two")).containsExactly(sanne);
    }

    @Test
    void rows_of_others_do_not_shift_pages_or_totals() {
        for (int i = 0; i < 3; i++) {
            store.write(jgz, woman("Bakker", "Sanne"));
            store.write(midwife, woman("Bakker", "Maryam"));
        }
        Page first = store.run(jgz, "Patient?family=bakker&_count=2&_total=accurate&_sort=given");
        assertThat(first.total()).hasValue(3);
        assertThat(first.matches()).hasSize(2).allMatch(one -> one.custodian() == jgz.id());
        Page second = store.next(jgz, first.nextToken().orElseThrow());
        assertThat(second.matches()).hasSize(1);
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void staff_is_for_care_providers() {
        Party municipality = store.party(false);
        UUID staff = store.file(jgz.id(), "staff", null);
        Practitioner nurse = new Practitioner();
        nurse.addName().setFamily("Verpleeg" + UUID.randomUUID());
        String id = store.write(jgz, staff, nurse);
        String query = "Practitioner?family=" + nurse.getNameFirstRep().getFamily();
        assertThat(store.ids(midwife, query)).containsExactly(id);
        assertThat(store.ids(municipality, query)).isEmpty();
        assertThat(store.run(municipality, query).total()).hasValue(0);
    }

    @Test
    void a_delivered_version_stays_open_to_its_recipient() {
        String sanne = store.write(midwife, woman("Bakker", "Sanne"));
        store.jdbc.update(
                "insert into delivery values (:file, :recipient, :id, 1, now())",
                Map.of("file", midwife.file(), "recipient", jgz.id(), "id", UUID.fromString(sanne)));
        assertThat(store.ids(jgz, "Patient")).isEqualTo(List.of(sanne));
        assertThat(store.run(jgz, "Patient").matches().get(0).basis()).isEqualTo("delivered");
        store.update(midwife, sanne, woman("De Wit", "Sanne"));
        assertThat(store.ids(jgz, "Patient?family=de wit")).isEmpty();
    }
}
