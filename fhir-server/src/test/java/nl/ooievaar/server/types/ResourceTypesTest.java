package nl.ooievaar.server.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ooievaar.profiles.PhbPackage;
import org.hl7.fhir.r4.model.SearchParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTypesTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final PhbPackage PHB = PhbPackage.load();
    private static final ResourceTypes TYPES = ResourceTypes.load();
    private static final String HEAD =
            """
            | Type | Class | Interactions | Profiles | Search parameters | Principal reference | Principal date |
            |---|---|---|---|---|---|---|
            """;

    static Stream<ResourceType> types() {
        return TYPES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_declared_parameter_is_defined_by_r4_or_the_package_in_a_kind_we_index(ResourceType type) {
        assertThat(type.parameters()).allSatisfy(name -> assertThat(kind(type.name(), name))
                .as(type.name() + "." + name)
                .isPresent()
                .get()
                .isIn("token", "string", "date", "reference", "uri"));
    }

    private static Optional<String> kind(String type, String name) {
        return Optional.ofNullable(FHIR.getResourceDefinition(type).getSearchParam(name))
                .map(found -> found.getParamType().getCode())
                .or(() -> PHB.definitions().stream()
                        .filter(SearchParameter.class::isInstance)
                        .map(SearchParameter.class::cast)
                        .filter(one -> one.getCode().equals(name) && one.hasBase(type))
                        .map(one -> one.getType().toCode())
                        .findFirst());
    }

    @ParameterizedTest
    @MethodSource("types")
    void principal_parameters_are_a_reference_and_a_date(ResourceType type) {
        var definition = FHIR.getResourceDefinition(type.name());
        type.principalReference()
                .ifPresent(name -> assertThat(definition.getSearchParam(name).getParamType())
                        .isEqualTo(RestSearchParameterTypeEnum.REFERENCE));
        type.principalDate()
                .ifPresent(name -> assertThat(definition.getSearchParam(name).getParamType())
                        .isEqualTo(RestSearchParameterTypeEnum.DATE));
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_can_be_searched_declares_parameters(ResourceType type) {
        assertThat(type.offers(Interaction.READ)).isTrue();
        assertThat(type.offers(Interaction.SEARCH)).isEqualTo(!type.parameters().isEmpty());
    }

    @Test
    void a_row_keeps_what_the_page_says() {
        ResourceType task = TYPES.get("Task");
        assertThat(task.typeClass()).isEqualTo(TypeClass.PERSON);
        assertThat(task.profiles())
                .containsExactly("phb-referral-task", "phb-work-task", "phb-cancellation-task", "phb-emergency-notice");
        assertThat(task.parameters()).startsWith("identifier", "patient", "subject", "status");
        assertThat(task.principalReference()).contains("owner");
        assertThat(task.principalDate()).contains("authored-on");
        assertThat(task.offers(Interaction.HISTORY_INSTANCE)).isTrue();
    }

    @Test
    void person_data_and_conformance_have_their_class() {
        assertThat(TYPES.get("Patient").typeClass()).isEqualTo(TypeClass.PERSON);
        assertThat(TYPES.get("Practitioner").typeClass()).isEqualTo(TypeClass.STAFF);
        assertThat(TYPES.get("Organization").typeClass()).isEqualTo(TypeClass.DIRECTORY);
        assertThat(TYPES.get("Organization").offers(Interaction.CREATE)).isFalse();
        assertThat(TYPES.get("Questionnaire").typeClass()).isEqualTo(TypeClass.CONFORMANCE);
        assertThat(TYPES.get("AuditEvent").typeClass()).isEqualTo(TypeClass.SYSTEM);
        assertThat(TYPES.find("Medication")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| Patient | people | r | - | - | - | - |",
                "| Patient | person | x | - | - | - | - |",
                "| Patient | person | rr | - | - | - | - |",
                "| Patient | person | r | - | name, name | - | - |",
                "| Patient | person | r | - | name, | - | - |",
                "| Patient | person | r | - | name | - |",
                "| Patient | person | r |  | name | - | - |",
                "| Patient | person | r | - | name | - | birthdate |",
                "| Patient | person | r | - | - | - | - |\n| Patient | person | r | - | - | - | - |",
            })
    void a_malformed_row_stops_the_start(String row) {
        assertThatThrownBy(() -> ResourceTypes.parse(HEAD + row)).isInstanceOf(IllegalArgumentException.class);
    }
}
