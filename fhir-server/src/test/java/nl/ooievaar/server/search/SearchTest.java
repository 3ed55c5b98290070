package nl.ooievaar.server.search;

import static nl.ooievaar.server.search.People.BSN;
import static nl.ooievaar.server.search.People.born;
import static nl.ooievaar.server.search.People.known;
import static nl.ooievaar.server.search.People.observed;
import static nl.ooievaar.server.search.People.referral;
import static nl.ooievaar.server.search.People.task;
import static nl.ooievaar.server.search.People.woman;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.search.TestStore.Party;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each parameter, modifier and prefix finds, on a real database. */
class SearchTest {
    private final TestStore store = TestStore.get();
    private Party jgz;

    @BeforeEach
    void own_party() {
        jgz = store.party(true);
    }

    @Test
    void a_token_is_found_by_code_by_system_and_by_both() {
        String sanne = store.write(jgz, known("urn:a", "one"));
        String maryam = store.write(jgz, known("urn:b", "one"));
        String without = store.write(jgz, known(null, "one"));
        assertThat(store.ids(jgz, "Patient?identifier=one")).containsExactlyInAnyOrder(sanne, maryam, without);
        assertThat(store.ids(jgz, "Patient?identifier=urn:a|one")).containsExactly(sanne);
        assertThat(store.ids(jgz, "Patient?identifier=urn:b|")).containsExactly(maryam);
        assertThat(store.ids(jgz, "Patient?identifier=|one")).containsExactly(without);
        assertThat(store.ids(jgz, "Patient?identifier=urn:a|two")).isEmpty();
        assertThat(store.ids(jgz, "Patient?identifier:not=urn:a|one,urn:b|one")).containsExactly(without);
    }

    @Test
    void not_also_finds_what_has_no_value() {
        String female = store.write(jgz, woman("Bakker", "Sanne"));
        String unknown = store.write(jgz, new Patient());
        assertThat(store.ids(jgz, "Patient?gender:not=female")).containsExactly(unknown);
        assertThat(store.ids(jgz, "Patient?gender:missing=true")).containsExactly(unknown);
        assertThat(store.ids(jgz, "Patient?gender:missing=false")).containsExactly(female);
    }

    @Test
    void missing_answers_for_every_kind() {
        String full = store.write(jgz, born("1999-05-01"));
        String empty = store.write(jgz, new Patient());
        String seen = store.write(jgz, observed(full, "161714006", "2026-11-01"));
        String unseen = store.write(jgz, new org.hl7.fhir.r4.model.Observation());
        assertThat(store.ids(jgz, "Patient?family:missing=true")).containsExactly(empty);
        assertThat(store.ids(jgz, "Patient?birthdate:missing=false")).containsExactly(full);
        assertThat(store.ids(jgz, "Observation?subject:missing=true")).containsExactly(unseen);
        assertThat(store.ids(jgz, "Observation?patient:missing=false")).containsExactly(seen);
        assertThat(store.ids(jgz, "Observation?date:missing=true")).containsExactly(unseen);
    }

    @Test
    void strings_begin_alike_without_case_and_accents_unless_asked_otherwise() {
        String nunez = store.write(jgz, woman("Núñez-Bakker", "Chloë"));
        String bakker = store.write(jgz, woman("Bakker", "Sanne"));
        assertThat(store.ids(jgz, "Patient?family=nunez")).containsExactly(nunez);
        assertThat(store.ids(jgz, "Patient?family=NÚÑ")).containsExactly(nunez);
        assertThat(store.ids(jgz, "Patient?family=bakker")).containsExactly(bakker);
        assertThat(store.ids(jgz, "Patient?family:contains=bakker")).containsExactlyInAnyOrder(nunez, bakker);
        assertThat(store.ids(jgz, "Patient?family:exact=bakker")).isEmpty();
        assertThat(store.ids(jgz, "Patient?family:exact=Bakker")).containsExactly(bakker);
        assertThat(store.ids(jgz, "Patient?name=chlo,san")).containsExactlyInAnyOrder(nunez, bakker);
        assertThat(store.ids(jgz, "Patient?name=bak&name=sanne")).containsExactly(bakker);
        assertThat(store.ids(jgz, "Patient?family:contains=%25")).isEmpty();
    }

    @Test
    void a_backslash_takes_the_meaning_from_commas_and_bars() {
        String odd = store.write(jgz, woman("Bakker, de", "Sanne"));
        String barred = store.write(jgz, known("urn:a", "x|y"));
        store.write(jgz, woman("Bakker", "de"));
        assertThat(store.ids(jgz, "Patient?family=bakker\\, de")).containsExactly(odd);
        assertThat(store.ids(jgz, "Patient?identifier=urn:a|x\\|y")).containsExactly(barred);
    }

    @ParameterizedTest
    @CsvSource({
        // Recorded: 2026-03-10, a whole Dutch day.
        "2026-03-10, true",
        "2026-03, true",
        "2026-03-10T10:00:00%2B01:00, false",
        "ne2026-03-10, false",
        "ne2026-03-11, true",
        "gt2026-03-09, true",
        "gt2026-03-10, false",
        "gt2026-03-10T10:00:00Z, true",
        "lt2026-03-11, true",
        "lt2026-03-10, false",
        "ge2026-03-10, true",
        "ge2026-03-11, false",
        "le2026-03-10, true",
        "le2026-03-09, false",
        "le2026-03-10T10:00:00Z, true",
        "sa2026-03-09, true",
        "sa2026-03-10, false",
        "eb2026-03-11, true",
        "eb2026-03-10, false",
        "eb2026-03-10T23:00:00Z, true",
        "'2025,2026-03-10', true",
        "'2025,2027', false",
    })
    void every_prefix_compares_stretches_of_time(String asked, boolean found) {
        String observation = store.write(jgz, observed(UUID.randomUUID().toString(), "1", "2026-03-10"));
        assertThat(store.ids(jgz, "Observation?date=" + asked)).isEqualTo(found ? List.of(observation) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        // Recorded: from 2026-03-10 to 2026-03-20.
        "2026-03-10, false",
        "2026-03, true",
        "ge2026-03-15, true",
        "le2026-03-15, true",
        "gt2026-03-15, true",
        "lt2026-03-15, true",
        "ne2026-03-15, true",
        "sa2026-03-15, false",
        "eb2026-03-15, false",
        "sa2026-03-09, true",
        "eb2026-03-21, true",
    })
    void every_prefix_compares_periods(String asked, boolean found) {
        Period period = new Period();
        period.getStartElement().setValueAsString("2026-03-10");
        period.getEndElement().setValueAsString("2026-03-20");
        String observation = store.write(
                jgz, observed(UUID.randomUUID().toString(), "1", null).setEffective(period));
        assertThat(store.ids(jgz, "Observation?date=" + asked)).isEqualTo(found ? List.of(observation) : List.of());
    }

    @Test
    void repeated_dates_make_a_range() {
        store.write(jgz, born("1998-12-31"));
        String inside = store.write(jgz, born("1999-06-01"));
        store.write(jgz, born("2000-01-01"));
        assertThat(store.ids(jgz, "Patient?birthdate=ge1999-01-01&birthdate=lt2000"))
                .containsExactly(inside);
    }

    @Test
    void last_updated_takes_prefixes() {
        String id = store.write(jgz, woman("Bakker", "Sanne"));
        assertThat(store.ids(jgz, "Patient?_lastUpdated=2026-11-23")).containsExactly(id);
        assertThat(store.ids(jgz, "Patient?_lastUpdated=gt2026-11-23")).isEmpty();
        assertThat(store.ids(jgz, "Patient?_lastUpdated=ge2026-11-23T09:00:00Z&_lastUpdated=le2026-11-23T12:00Z"))
                .containsExactly(id);
        assertThat(store.ids(jgz, "Patient?_lastUpdated=lt2026-11-23T09:00:00Z"))
                .isEmpty();
        assertThat(store.ids(jgz, "Patient?_lastUpdated=ne2026-11-23")).isEmpty();
        assertThat(store.ids(jgz, "Patient?_lastUpdated=sa2026-11-22")).containsExactly(id);
        assertThat(store.ids(jgz, "Patient?_lastUpdated=eb2026-11-24")).containsExactly(id);
    }

    @Test
    void an_id_is_found_and_a_foreign_one_is_no_error() {
        String id = store.write(jgz, woman("Bakker", "Sanne"));
        store.write(jgz, woman("Bakker", "Maryam"));
        assertThat(store.ids(jgz, "Patient?_id=" + id)).containsExactly(id);
        assertThat(store.ids(jgz, "Patient?_id=p1," + id)).containsExactly(id);
        assertThat(store.ids(jgz, "Patient?_id=p1")).isEmpty();
        assertThat(store.ids(jgz, "Observation?_id=" + id)).isEmpty();
    }

    @Test
    void a_reference_is_found_in_all_its_forms() {
        String sanne = store.write(jgz, woman("Bakker", "Sanne"));
        String observation = store.write(jgz, observed(sanne, "1", null));
        store.write(jgz, observed(UUID.randomUUID().toString(), "1", null));
        for (String form : List.of(
                "subject=Patient/" + sanne,
                "subject=" + sanne,
                "subject=" + TestStore.BASE + "/Patient/" + sanne,
                "subject:Patient=" + sanne,
                "subject:Patient=Patient/" + sanne,
                "subject=Patient/" + sanne + "/_history/1",
                "patient=" + sanne,
                "patient=Patient/" + sanne,
                "patient:Patient=" + sanne,
                "patient=Patient/" + UUID.randomUUID() + ",Patient/" + sanne)) {
            assertThat(store.ids(jgz, "Observation?" + form)).as(form).containsExactly(observation);
        }
        assertThat(store.ids(jgz, "Observation?subject:Location=" + sanne)).isEmpty();
        assertThat(store.ids(jgz, "Observation?subject=http://elsewhere.example/fhir/Patient/" + sanne))
                .isEmpty();
    }

    @Test
    void a_reference_elsewhere_a_canonical_and_an_identifier_are_found() {
        Task elsewhere = new Task().setFor(new Reference("http://elsewhere.example/fhir/Patient/1"));
        String absolute = store.write(jgz, elsewhere);
        Reference logical = new Reference().setType("Patient");
        logical.getIdentifier().setSystem(BSN).setValue("999900006");
        String byIdentifier = store.write(jgz, new Task().setFor(logical));
        String url = "http://ooievaar.example/fhir/Questionnaire/phb-findings";
        String findings = store.write(jgz, new QuestionnaireResponse().setQuestionnaire(url + "|0.1.0"));
        assertThat(store.ids(jgz, "Task?subject=http://elsewhere.example/fhir/Patient/1"))
                .containsExactly(absolute);
        assertThat(store.ids(jgz, "Task?subject:identifier=" + BSN + "|999900006"))
                .containsExactly(byIdentifier);
        assertThat(store.ids(jgz, "Task?patient:identifier=" + BSN + "|999900006"))
                .containsExactly(byIdentifier);
        assertThat(store.ids(jgz, "Task?patient:identifier=" + BSN + "|999900018"))
                .isEmpty();
        assertThat(store.ids(jgz, "QuestionnaireResponse?questionnaire=" + url)).containsExactly(findings);
        assertThat(store.ids(jgz, "QuestionnaireResponse?questionnaire=" + url + "|0.1.0"))
                .containsExactly(findings);
        assertThat(store.ids(jgz, "QuestionnaireResponse?questionnaire=" + url + "|2"))
                .isEmpty();
    }

    @Test
    void a_chain_asks_for_what_the_reference_points_at() {
        String sanne = store.write(jgz, known(BSN, "999900006").setGender(null));
        String maryam = store.write(jgz, woman("El Amrani", "Maryam"));
        String first = store.write(jgz, observed(sanne, "1", null));
        String second = store.write(jgz, observed(maryam, "1", null));
        assertThat(store.ids(jgz, "Observation?subject.identifier=" + BSN + "|999900006"))
                .containsExactly(first);
        assertThat(store.ids(jgz, "Observation?patient.identifier=999900006")).containsExactly(first);
        assertThat(store.ids(jgz, "Observation?subject:Patient.identifier=" + BSN + "|999900006"))
                .containsExactly(first);
        assertThat(store.ids(jgz, "Observation?patient.family:exact=El Amrani")).containsExactly(second);
        assertThat(store.ids(jgz, "Observation?patient.gender:missing=true")).containsExactly(first);
        assertThat(store.ids(jgz, "Observation?patient.name=nobody")).isEmpty();
    }

    @Test
    void includes_go_forwards_and_backwards_and_repeat_nothing() {
        String sanne = store.write(jgz, woman("Bakker", "Sanne"));
        String request = store.write(jgz, referral(sanne));
        Task asked = task(UUID.randomUUID().toString(), Task.TaskStatus.REQUESTED, null);
        asked.setFor(new Reference("Patient/" + sanne)).setFocus(new Reference("ServiceRequest/" + request));
        String todo = store.write(jgz, asked);
        String observation = store.write(jgz, observed(sanne, "1", null));

        Page tasks = store.run(jgz, "Task?_include=Task:patient&_include=Task:focus&_include=Task:subject");
        assertThat(TestStore.ids(tasks.matches())).containsExactly(todo);
        assertThat(TestStore.ids(tasks.included())).containsExactlyInAnyOrder(sanne, request);

        Page narrowed = store.run(jgz, "Task?_include=Task:focus:Consent");
        assertThat(narrowed.included()).isEmpty();

        Page women = store.run(jgz, "Patient?_revinclude=Observation:subject&_revinclude=Task:patient");
        assertThat(TestStore.ids(women.matches())).containsExactly(sanne);
        assertThat(TestStore.ids(women.included())).containsExactlyInAnyOrder(observation, todo);

        Task part = task(UUID.randomUUID().toString(), Task.TaskStatus.REQUESTED, null);
        part.addPartOf(new Reference("Task/" + todo));
        store.write(jgz, part);
        assertThat(store.run(jgz, "Task?_include=Task:part-of").included()).isEmpty();
    }

    @Test
    void an_update_is_found_by_its_new_values_only() {
        String id = store.write(jgz, woman("Bakker", "Sanne"));
        store.update(jgz, id, woman("De Wit", "Sanne"));
        assertThat(store.ids(jgz, "Patient?family=bakker")).isEmpty();
        assertThat(store.ids(jgz, "Patient?family=de wit")).containsExactly(id);
        assertThat(store.ids(jgz, "Patient")).containsExactly(id);
    }

    @Test
    void sorting_goes_by_dates_texts_ids_and_last_update() {
        String b = store.write(jgz, born("1999-01-01").setActive(true));
        store.update(
                jgz, b, woman("Bakker", "Bo").setBirthDate(born("1999-01-01").getBirthDate()));
        String a = store.write(jgz, woman("Aalders", "Cato"));
        String c = store.write(
                jgz, woman("Çelik", "An").setBirthDate(born("2001-01-01").getBirthDate()));
        assertThat(store.ids(jgz, "Patient?_sort=family")).containsExactly(a, b, c);
        assertThat(store.ids(jgz, "Patient?_sort=-family")).containsExactly(c, b, a);
        assertThat(store.ids(jgz, "Patient?_sort=given")).containsExactly(c, b, a);
        assertThat(store.ids(jgz, "Patient?_sort=birthdate")).containsExactly(b, c, a);
        assertThat(store.ids(jgz, "Patient?_sort=_lastUpdated")).containsExactly(b, a, c);
        assertThat(store.ids(jgz, "Patient")).containsExactly(c, a, b);
        assertThat(store.ids(jgz, "Patient?_sort=_id")).isSorted();
        assertThat(store.ids(jgz, "Patient?_sort=gender,-family".replace("gender,", "")))
                .containsExactly(c, b, a);
    }

    @Test
    void totals_count_all_pages_and_no_page_is_needed_to_count() {
        for (int i = 0; i < 5; i++) {
            store.write(jgz, woman("Bakker", "Sanne"));
        }
        assertThat(store.run(jgz, "Patient").total()).hasValue(5);
        assertThat(store.run(jgz, "Patient?_count=2").total()).isEmpty();
        assertThat(store.run(jgz, "Patient?_count=2&_total=accurate").total()).hasValue(5);
        assertThat(store.run(jgz, "Patient?_count=2&_total=estimate").total()).hasValue(5);
        assertThat(store.run(jgz, "Patient?_count=2&_total=none").total()).isEmpty();
        for (String counted : List.of("_count=0", "_summary=count")) {
            Page page = store.run(jgz, "Patient?" + counted);
            assertThat(page.total()).hasValue(5);
            assertThat(page.matches()).isEmpty();
            assertThat(page.nextToken()).isEmpty();
        }
    }
}
