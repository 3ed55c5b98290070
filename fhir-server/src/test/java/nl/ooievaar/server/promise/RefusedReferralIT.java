package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** A referral that can't be right is refused with what is wrong, where, and what would be right, and leaves nothing behind. */
class RefusedReferralIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void of_somebody_who_agreed_to_nothing() {
        Referral referral = Referral.ofNewWoman();
        ArrayNode entries = (ArrayNode) referral.bundle().get("entry");
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (Set.of("Consent", "Provenance")
                    .contains(entries.at("/" + i + "/resource/resourceType").asText())) {
                entries.remove(i);
            }
        }
        referral.resource("ServiceRequest", request -> request.remove("supportingInfo"));
        refused(referral, "referral-without-consent", "supportingInfo", "consent of hers", "toestemming van haar");
    }

    @Test
    void of_somebody_whose_consent_ended_it_is_kept_and_said_that_nobody_sees_it() {
        Referral referral = Referral.ofNewWoman().resource("Consent", consent -> {
            if (consent.at("/provision/purpose/0/code").asText().equals("referral")) {
                ((ObjectNode) consent.get("provision"))
                        .putObject("period")
                        .put("start", "2025-01-01")
                        .put("end", "2025-06-30");
            }
        });
        Response answer = SERVER.as("midwife").body(referral.json()).post();
        assertEquals(200, answer.statusCode(), answer.asString());
        answer.then()
                .body(
                        "entry.response.outcome.issue.flatten().details.coding.flatten().code",
                        org.hamcrest.Matchers.hasItem("referral-unseen"));
        String place = answer.jsonPath()
                .getString("entry.find { it.response.location.contains('/ServiceRequest/') }.response.location")
                .replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1");
        SERVER.as("jgz").get("/" + place).then().statusCode(404);
    }

    @Test
    void with_the_consent_of_another_person() {
        String other = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        Referral referral = Referral.ofNewWoman()
                .resource("Consent", consent -> ((ObjectNode) consent.at("/performer/0")).put("reference", other));
        refused(referral, "consent-other-person", "performer[0]", "", "");
    }

    @Test
    void with_a_due_date_more_than_three_weeks_ago() {
        LocalDate day = LocalDate.now(java.time.ZoneId.of("Europe/Amsterdam")).minusDays(22);
        Referral referral = Referral.ofNewWoman().resource("Observation", observation -> {
            if (observation.has("valueDateTime")) {
                observation.put("valueDateTime", day.toString());
            }
        });
        refused(referral, "overdue-pregnancy", "", "", "");
    }

    @Test
    void after_the_birth_with_the_advice_of_a_visit_after_it() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Amsterdam"));
        Referral referral = Referral.ofNewWoman().resource("Observation", o -> {
            if (o.has("valueDateTime")) {
                o.put("valueDateTime", today.plusDays(3).toString());
            }
        });
        ObjectNode entry = ((ArrayNode) referral.bundle().get("entry")).addObject();
        ObjectNode child = entry.putObject("resource").put("resourceType", "Patient");
        child.putObject("meta").putArray("profile").add("http://ooievaar.example/fhir/StructureDefinition/phb-child");
        child.putArray("name").addObject().put("family", "Morales");
        child.put("gender", "female");
        child.put("birthDate", today.toString());
        entry.putObject("request").put("method", "POST").put("url", "Patient");
        refused(referral, "after-birth", "", "", "");
    }

    @Test
    void with_a_factor_where_only_contact_details_may_go() {
        Referral referral = Referral.contactDetailsOnly();
        String her = referral.bundle().at("/entry/0/fullUrl").asText();
        ObjectNode factor =
                (ObjectNode) Referral.example("case-1-referral.json").at("/entry/5");
        ((ObjectNode) factor.at("/resource")).putObject("subject").put("reference", her);
        ((ObjectNode) factor.at("/resource")).remove("performer");
        ((ArrayNode) referral.bundle().get("entry")).add(factor);
        refused(
                referral,
                "route3-content",
                "Bundle.entry[" + (referral.bundle().get("entry").size() - 1) + "]",
                "",
                "");
    }

    private static void refused(Referral referral, String code, String place, String english, String dutch) {
        for (String language : List.of("en", "nl")) {
            Response answer = SERVER.as("midwife")
                    .header("Accept-Language", language)
                    .body(referral.json())
                    .post();
            assertEquals(422, answer.statusCode(), answer.asString());
            answer.then()
                    .body("issue[0].details.coding[0].code", equalTo(code))
                    .body("issue[0].details.text", containsString(language.equals("en") ? english : dutch));
            if (!place.isEmpty()) {
                answer.then().body("issue[0].expression[0]", containsString(place));
            }
        }
        SERVER.as("midwife")
                .get("/ServiceRequest?identifier=" + referral.identifierSystem() + "|" + referral.identifier())
                .then()
                .body("total", equalTo(0));
    }
}
