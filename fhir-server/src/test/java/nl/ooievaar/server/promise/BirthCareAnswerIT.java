package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** Who refers from outside birth care asks her whether her obstetric provider may be told; the referral goes on in every case. */
class BirthCareAnswerIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String EXTENSION = "http://ooievaar.example/fhir/StructureDefinition/";
    private static final String TOLD =
            "entry.find { it.response.location.contains('/ServiceRequest/') }.response.outcome";

    @Test
    void a_referral_from_outside_birth_care_is_told_when_it_does_not_say_whether_her_provider_may_be_told() {
        for (Map.Entry<String, String> said :
                Map.of("en", "may be told", "nl", "geïnformeerd mag worden").entrySet()) {
            Response answer = SERVER.as("midwife")
                    .header("Accept-Language", said.getKey())
                    .body(signalledBy("gp").json())
                    .post();
            assertEquals(200, answer.statusCode(), answer.asString());
            answer.then()
                    .body(TOLD + ".issue[0].severity", equalTo("information"))
                    .body(TOLD + ".issue[0].details.coding[0].code", equalTo("birth-care-not-asked"))
                    .body(TOLD + ".issue[0].details.text", containsString(said.getValue()));
        }
    }

    @Test
    void her_yes_her_no_and_that_none_is_known_are_answers() {
        Referral yes = signalledBy("youth-nurse");
        feedback(yes, "permit");
        Referral no = signalledBy("youth-nurse");
        feedback(no, "deny");
        Referral unknown = signalledBy("youth-nurse")
                .resource("ServiceRequest", request -> request.withArray("extension")
                        .addObject()
                        .put("url", EXTENSION + "phb-no-birth-care-provider")
                        .put("valueBoolean", true));
        for (Referral answered : List.of(yes, no, unknown)) {
            nothingTold(answered);
        }
    }

    @Test
    void of_birth_care_itself_it_is_not_asked() {
        nothingTold(signalledBy("midwife"));
        nothingTold(Referral.ofNewWoman());
    }

    private static void nothingTold(Referral referral) {
        Response answer = SERVER.as("midwife").body(referral.json()).post();
        assertEquals(200, answer.statusCode(), answer.asString());
        assertFalse(answer.asString().contains("birth-care-not-asked"), answer.asString());
    }

    private static Referral signalledBy(String code) {
        return Referral.ofNewWoman().resource("ServiceRequest", request -> {
            ObjectNode extension = request.withArray("extension").addObject().put("url", EXTENSION + "phb-signaller");
            extension
                    .putObject("valueCodeableConcept")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-signaller")
                    .put("code", code);
        });
    }

    /** Her answer, in place of her consent to feedback. */
    private static void feedback(Referral referral, String type) {
        for (JsonNode entry : referral.bundle().get("entry")) {
            if (entry.at("/resource/provision/purpose/0/code").asText().equals("feedback")) {
                ObjectNode provision = (ObjectNode) entry.at("/resource/provision");
                provision.put("type", type);
                ((ObjectNode) provision.at("/purpose/0")).put("code", "feedback-coordinating-provider");
            }
        }
    }
}
