package nl.ooievaar.subject.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.referral.CarriedItem.Matter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteContentTest {

    private static final CarriedItem FACTOR =
            new CarriedItem("Bundle.entry[4].resource", "Observation", Matter.RESOURCE);
    private static final CarriedItem WHY =
            new CarriedItem("Bundle.entry[2].resource.reasonCode", "ServiceRequest", Matter.REASON);

    @ParameterizedTest
    @ValueSource(strings = {"Patient", "ServiceRequest", "Task", "Consent", "Provenance", "HealthcareService"})
    void contact_details_travel_with_the_loop_her_yes_and_the_address(String type) {
        assertTrue(RouteContent.check(
                        Route.CONTACT_DETAILS,
                        List.of(new CarriedItem("Bundle.entry[0].resource", type, Matter.RESOURCE)))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation",
                "Condition",
                "QuestionnaireResponse",
                "RelatedPerson",
                "DocumentReference",
                "Basic"
            })
    void any_other_record_is_more_than_she_said_yes_to(String type) {
        CarriedItem item = new CarriedItem("Bundle.entry[3].resource", type, Matter.RESOURCE);
        assertEquals(List.of(item), RouteContent.unwanted(Route.CONTACT_DETAILS, List.of(item)));
    }

    @ParameterizedTest
    @EnumSource(value = Matter.class, mode = EnumSource.Mode.EXCLUDE, names = "RESOURCE")
    void inside_an_allowed_resource_only_contact_details_may_stand(Matter matter) {
        CarriedItem item = new CarriedItem("Bundle.entry[0].resource", "Patient", matter);
        assertEquals(List.of(item), RouteContent.unwanted(Route.CONTACT_DETAILS, List.of(item)));
    }

    @Test
    void the_refusal_names_every_element_that_is_too_much() {
        Refusal refusal =
                RouteContent.check(Route.CONTACT_DETAILS, List.of(WHY, FACTOR)).orElseThrow();
        assertEquals(Reason.ROUTE3_CONTENT, refusal.reason());
        assertEquals(Optional.of(WHY.expression()), refusal.expression());
        String text = Messages.render(refusal, Locale.ENGLISH);
        assertTrue(text.contains(WHY.expression()) && text.contains(FACTOR.expression()), text);
    }

    @ParameterizedTest
    @EnumSource(value = Route.class, mode = EnumSource.Mode.EXCLUDE, names = "CONTACT_DETAILS")
    void the_other_routes_may_bring_reasons_and_records(Route route) {
        assertTrue(RouteContent.check(route, List.of(WHY, FACTOR)).isEmpty());
    }
}
