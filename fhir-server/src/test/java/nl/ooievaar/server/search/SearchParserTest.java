package nl.ooievaar.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search is honoured in full or refused by name. */
class SearchParserTest {
    private final TestStore store = TestStore.get();

    private RefusedException refused(String query, boolean inBody) {
        return catchThrowableOfType(RefusedException.class, () -> store.parse(query, inBody));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?telecom=0612345678",
                "Patient?_has:Observation:patient:code=1",
                "Patient?_profile=http://x",
                "Patient?_tag=x",
                "Patient?_content=x",
                "Patient?_filter=x",
                "Patient?family:phonetic=x",
                "Patient?family:not=x",
                "Patient?gender:text=x",
                "Patient?gender:in=x",
                "Patient?birthdate:exact=2000",
                "Patient?_id:not=x",
                "Task?owner:Observation=x",
                "Task?owner.owner=x",
                "Task?status.code=x",
                "Task?patient.identifier.x=1",
                "Task?patient:Group.identifier=1",
                "Task?focus:missing:x=true",
                "Task?_include:iterate=Task:focus",
                "Task?_revinclude:iterate=Task:focus",
            })
    void what_is_not_declared_is_refused_naming_what_is(String query) {
        RefusedException refused = refused(query, true);
        assertThat(refused).isNotNull();
        assertThat(refused.refusal().reason()).isEqualTo(Reason.UNDECLARED_PARAMETER);
        assertThat(refused.refusal().status()).isEqualTo(400);
        assertThat(refused.refusal().arguments().get(0))
                .isEqualTo(query.substring(query.indexOf('?') + 1, query.indexOf('=')));
        assertThat(refused.refusal().arguments().get(1)).isNotBlank();
    }

    @Test
    void the_declared_ones_are_named_in_order() {
        assertThat(refused("Patient?telecom=x", true).refusal().arguments().get(1))
                .startsWith("identifier, family, given, name, birthdate, gender, address-postalcode, _id");
        assertThat(refused("Patient?family:phonetic=x", true)
                        .refusal()
                        .arguments()
                        .get(1))
                .isEqualTo("family, family:missing, family:exact, family:contains");
        assertThat(refused("Task?patient.telecom=x", true).refusal().arguments().get(1))
                .startsWith("patient.identifier, patient.family");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?gender=",
                "Patient?gender=female,,male",
                "Patient?gender:missing=yes",
                "Patient?identifier=a|b|c",
                "Patient?identifier=|",
                "Patient?birthdate=yesterday",
                "Patient?birthdate=2000-13",
                "Patient?birthdate=ap2000",
                "Patient?birthdate=2000-01-01T10",
                "Patient?_lastUpdated=x",
                "Patient?_count=-1",
                "Patient?_count=many",
                "Patient?_count=1&_count=2",
                "Patient?_total=some",
                "Patient?_summary=little",
                "Patient?_sort=gender",
                "Patient?_sort=identifier",
                "Patient?_sort=birthdate,",
                "Patient?_sort=telecom",
                "Task?subject=Patient/a/b",
                "Task?owner=Observation/1",
                "Task?subject:identifier=1",
                "Task?_include=*",
                "Task?_include=Task:status",
                "Task?_include=ServiceRequest:subject",
                "Task?_include=Task:focus:Nothing",
                "Task?_revinclude=Observation:subject",
                "Patient?_revinclude=Medication:subject",
                "Patient?_revinclude=Observation:code",
            })
    void what_is_malformed_is_refused_with_the_form_expected(String query) {
        RefusedException refused = refused(query, true);
        assertThat(refused).isNotNull();
        assertThat(refused.refusal().reason()).isEqualTo(Reason.PARAMETER_VALUE);
        assertThat(refused.refusal().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?identifier=http://fhir.nl/fhir/NamingSystem/bsn|999900006",
                "Patient?identifier=urn:oid:2.16.840.1.113883.2.4.6.3|999900006",
                "Patient?identifier=999900006",
                "Patient?identifier=x,999900006",
                "Patient?identifier=|999900006",
                "Observation?subject.identifier=http://fhir.nl/fhir/NamingSystem/bsn|999900006",
                "Task?patient:identifier=http://fhir.nl/fhir/NamingSystem/bsn|999900006",
                "Patient?telecom=999900006",
            })
    void a_bsn_is_taken_in_a_body_only(String query) {
        RefusedException refused = refused(query, false);
        assertThat(refused).isNotNull();
        assertThat(refused.refusal().reason()).isEqualTo(Reason.BSN_IN_URL);
        assertThat(refused.refusal().toString()).doesNotContain("999900006");
        if (!query.contains("telecom")) {
            assertThatCode(() -> store.parse(query, true)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_refusal_repeats_no_value_and_no_name_that_may_hold_one() {
        assertThat(refused("Patient?birthdate=Sanne", true).refusal().toString())
                .doesNotContain("Sanne");
        assertThat(refused("Patient?bsn-999900006=x", true).refusal().toString())
                .doesNotContain("999900006");
        assertThat(refused("Patient?family:Sanne Bakker=x", true).refusal().toString())
                .doesNotContain("Sanne");
    }

    @Test
    void what_says_how_the_answer_is_written_is_left_to_the_protocol() {
        SearchRequest read = store.parse("Patient?_format=json&_pretty=true&_summary=false&_elements=name", false);
        assertThat(read.criteria()).isEmpty();
        assertThat(read.count()).isEqualTo(50);
        assertThat(store.parse("Patient?_count=100000", false).count()).isEqualTo(500);
    }

    @Test
    void types_without_search_are_refused() {
        assertThat(refused("Binary?_id=1", true).refusal().reason()).isEqualTo(Reason.FORBIDDEN_OPERATION);
        assertThat(refused("Medication?_id=1", true).refusal().reason()).isEqualTo(Reason.UNKNOWN_TYPE);
    }
}
