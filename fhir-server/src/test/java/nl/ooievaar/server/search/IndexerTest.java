package nl.ooievaar.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import nl.ooievaar.profiles.BaseDefinitions;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.search.Indexed.DateValue;
import nl.ooievaar.server.search.Indexed.StringValue;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.types.ResourceTypes;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

class IndexerTest {
    private static final Keys KEYS = new Keys(new byte[32]);
    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    private static final Indexer INDEXER = indexer();
    private static final String WOMAN = "11111111-1111-4111-8111-111111111111";

    private static Indexer indexer() {
        FhirContext fhir = FhirContext.forR4();
        fhir.setValidationSupport(BaseDefinitions.r4());
        return new Indexer(fhir, new Parameters(fhir, ResourceTypes.load(), PhbPackage.load()), KEYS);
    }

    private static boolean has(Indexed indexed, long key) {
        return Arrays.stream(indexed.keys()).anyMatch(one -> one == key);
    }

    @Test
    void an_identifier_stands_in_the_index_only_as_hash() {
        Patient woman = new Patient();
        woman.addIdentifier().setSystem(BSN).setValue("999900006");
        Indexed indexed = INDEXER.index(woman);
        assertThat(has(indexed, KEYS.token("Patient", "identifier", BSN, "999900006")))
                .isTrue();
        assertThat(has(indexed, KEYS.code("Patient", "identifier", "999900006")))
                .isTrue();
        assertThat(has(indexed, KEYS.system("Patient", "identifier", BSN))).isTrue();
        assertThat(has(indexed, KEYS.present("Patient", "identifier"))).isTrue();
        assertThat(has(indexed, KEYS.present("Patient", "gender"))).isFalse();
        assertThat(indexed.strings()).isEmpty();
        assertThat(indexed.toString()).doesNotContain("999900006");
    }

    @Test
    void names_are_folded_and_kept_exactly_and_undeclared_values_are_left_out() {
        Patient woman = new Patient();
        woman.addName().setFamily("Bakker-Núñez").addGiven("Chloë");
        woman.setGender(AdministrativeGender.FEMALE);
        woman.addTelecom().setValue("0612345678");
        Indexed indexed = INDEXER.index(woman);
        assertThat(indexed.strings())
                .contains(
                        new StringValue("family", "bakker-nunez", "Bakker-Núñez"),
                        new StringValue("name", "bakker-nunez", "Bakker-Núñez"),
                        new StringValue("given", "chloe", "Chloë"))
                .noneMatch(one -> one.param().equals("phonetic"));
        assertThat(has(indexed, KEYS.code("Patient", "gender", "female"))).isTrue();
        assertThat(has(indexed, KEYS.code("Patient", "telecom", "0612345678"))).isFalse();
    }

    @Test
    void a_day_is_a_dutch_day_also_when_the_clock_changes() {
        Observation due = new Observation();
        due.setEffective(new DateTimeType("2026-03-29"));
        assertThat(INDEXER.index(due).dates())
                .containsExactly(new DateValue(
                        "date", Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
    }

    @Test
    void a_period_reaches_to_the_end_of_its_last_day_and_an_open_one_to_the_end_of_time() {
        Period closed = new Period();
        closed.getStartElement().setValueAsString("2026-01");
        closed.getEndElement().setValueAsString("2026-02-03");
        Period open = new Period();
        open.getStartElement().setValueAsString("2026");
        assertThat(INDEXER.index(new Observation().setEffective(closed)).dates())
                .containsExactly(new DateValue(
                        "date", Instant.parse("2025-12-31T23:00:00Z"), Instant.parse("2026-02-03T23:00:00Z")));
        assertThat(INDEXER.index(new Observation().setEffective(open)).dates())
                .containsExactly(new DateValue("date", Instant.parse("2025-12-31T23:00:00Z"), Span.END));
    }

    @Test
    void a_literal_reference_is_found_under_subject_and_patient_and_kept_for_includes() {
        ServiceRequest referral = new ServiceRequest();
        referral.setSubject(new Reference("Patient/" + WOMAN));
        referral.setAuthoredOnElement(new DateTimeType("2026-01-02T10:00:00+01:00"));
        Indexed indexed = INDEXER.index(referral);
        assertThat(has(indexed, KEYS.reference("ServiceRequest", "subject", "Patient/" + WOMAN)))
                .isTrue();
        assertThat(has(indexed, KEYS.reference("ServiceRequest", "patient", "Patient/" + WOMAN)))
                .isTrue();
        assertThat(indexed.refParams()).containsExactly("subject", "patient");
        assertThat(indexed.refTargets()).containsOnly(UUID.fromString(WOMAN));
        assertThat(indexed.mainKey()).isEqualTo(KEYS.reference("ServiceRequest", "subject", "Patient/" + WOMAN));
        assertThat(indexed.mainAt()).isEqualTo("2026-01-02T09:00:00Z");
    }

    @Test
    void a_logical_reference_is_found_by_identifier_and_under_patient_only_with_its_type() {
        Reference untyped = new Reference();
        untyped.getIdentifier().setSystem(BSN).setValue("999900006");
        Indexed without = INDEXER.index(new Task().setFor(untyped));
        assertThat(has(without, KEYS.referenceIdentifier("Task", "subject", BSN, "999900006")))
                .isTrue();
        assertThat(has(without, KEYS.present("Task", "patient"))).isFalse();
        Indexed with = INDEXER.index(new Task().setFor(untyped.copy().setType("Patient")));
        assertThat(has(with, KEYS.referenceIdentifier("Task", "patient", BSN, "999900006")))
                .isTrue();
        assertThat(with.refTargets()).isEmpty();
    }

    @Test
    void only_patients_among_participants_count_as_patient() {
        Appointment visit = new Appointment();
        visit.addParticipant().setActor(new Reference("Practitioner/22222222-2222-4222-8222-222222222222"));
        visit.addParticipant().setActor(new Reference("Patient/" + WOMAN));
        Indexed indexed = INDEXER.index(visit);
        assertThat(indexed.refParams()).containsExactly("patient", "actor", "actor");
        assertThat(indexed.mainKey()).isEqualTo(KEYS.reference("Appointment", "patient", "Patient/" + WOMAN));
    }

    @Test
    void a_canonical_is_found_with_and_without_version() {
        QuestionnaireResponse findings = new QuestionnaireResponse()
                .setQuestionnaire("http://ooievaar.example/fhir/Questionnaire/phb-findings|1");
        Indexed indexed = INDEXER.index(findings);
        String url = "http://ooievaar.example/fhir/Questionnaire/phb-findings";
        assertThat(has(indexed, KEYS.uri("QuestionnaireResponse", "questionnaire", url)))
                .isTrue();
        assertThat(has(indexed, KEYS.uri("QuestionnaireResponse", "questionnaire", url + "|1")))
                .isTrue();
    }
}
