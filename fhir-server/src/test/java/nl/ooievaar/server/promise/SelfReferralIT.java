package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.subject.person.Bsn;
import org.junit.jupiter.api.Test;

/** She asks for the visit herself, with a token of her own, and no professional but the desk sees that she did. */
class SelfReferralIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String SCOPE =
            "patient/*.rs patient/Consent.cu patient/Patient.c patient/ServiceRequest.c patient/Task.c";
    private static final List<String> BSN =
            Bsn.testNumbers().map(Bsn::value).skip(8000).limit(30).toList();
    private static final AtomicInteger WOMEN = new AtomicInteger();

    private final String bsn = BSN.get(WOMEN.getAndIncrement());

    @Test
    void she_refers_herself_in_one_transaction_and_only_the_desk_sees_it() {
        ObjectNode referral = referral();
        Response answer = her().body(referral.toString()).post();
        assertEquals(200, answer.statusCode(), answer.asString());
        List<String> places = places(answer);
        for (String place : places) {
            her().get("/" + place).then().statusCode(200);
            SERVER.as("jgz").get("/" + place).then().statusCode(200);
            for (String other : List.of("midwife", "maternity", "outsider", "veilig-thuis", "debt-service")) {
                SERVER.as(other).get("/" + place).then().statusCode(404);
            }
        }
        Response again = her().body(referral.toString()).post();
        assertEquals(places, places(again));
        again.then()
                .body("entry.find { it.response.outcome }.response.outcome.issue[0].severity", equalTo("information"));
        String task = place(places, "Task");
        SERVER.as("jgz")
                .header("If-Match", "W/\"1\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"accepted\"}]")
                .patch("/" + task)
                .then()
                .statusCode(200);
        her().get("/" + task).then().body("status", equalTo("accepted"));
        SERVER.as("jgz")
                .get("/Task?based-on=" + place(places, "ServiceRequest"))
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void a_midwife_who_has_a_file_about_her_is_not_told() {
        String known = Referral.ofNewWoman()
                .resource("Patient", p -> ((ObjectNode) p.at("/identifier/0")).put("value", bsn))
                .send(SERVER.as("midwife"))
                .of("Patient");
        String place = place(places(her().body(referral().toString()).post()), "ServiceRequest");
        SERVER.as("midwife").get("/" + place).then().statusCode(404);
        SERVER.as("midwife")
                .get("/" + known + "/$everything?_count=500")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.not(containsString(place)));
    }

    @Test
    void she_takes_it_back_and_the_desk_sees_nothing_more() {
        List<String> places = places(her().body(referral().toString()).post());
        her().post("/" + place(places, "Consent") + "/$withdraw").then().statusCode(200);
        SERVER.as("jgz").get("/" + place(places, "ServiceRequest")).then().statusCode(404);
        SERVER.as("jgz").get("/" + place(places, "Patient")).then().statusCode(404);
    }

    @Test
    void with_her_own_token_she_refers_nobody_else_and_writes_nothing_else() {
        refused("self-referral-only", bundle -> route(bundle, "together"));
        refused("self-referral-only", bundle -> resource(bundle, "ServiceRequest")
                .putObject("requester")
                .put("reference", "Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura|90000201"));
        refused("forbidden-operation", bundle -> {
            ObjectNode more = bundle.withArray("entry").addObject();
            more.putObject("resource").put("resourceType", "Observation").put("status", "final");
            more.putObject("request").put("method", "POST").put("url", "Observation");
        });
        assertEquals(
                403,
                SERVER.asPerson(bsn).body(referral().toString()).post().statusCode(),
                "an app that asked for less may not");
    }

    @Test
    void without_a_consent_for_the_desk_it_would_reach_nobody_and_is_refused() {
        ObjectNode bundle = referral();
        for (int i = bundle.get("entry").size() - 1; i >= 0; i--) {
            String type = bundle.at("/entry/" + i + "/resource/resourceType").asText();
            if (List.of("Consent", "Provenance").contains(type)) {
                bundle.withArray("entry").remove(i);
            }
        }
        resource(bundle, "ServiceRequest").remove("supportingInfo");
        her().body(bundle.toString())
                .post()
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("referral-without-consent"));
        her().get("/Patient").then().body("total", equalTo(0));
    }

    private void refused(String code, Consumer<ObjectNode> change) {
        ObjectNode bundle = referral();
        change.accept(bundle);
        Response answer = her().body(bundle.toString()).post();
        assertEquals(code, answer.jsonPath().getString("issue[0].details.coding[0].code"), answer.asString());
        assertEquals(403, answer.statusCode());
        her().get("/ServiceRequest").then().body("total", equalTo(0));
    }

    private RequestSpecification her() {
        return SERVER.asPerson(bsn, SCOPE);
    }

    /** Case 8 of the guideline, as she would send it: no number of hers, for her token says who she is. */
    private static ObjectNode referral() {
        ObjectNode bundle = (ObjectNode) Referral.example("case-8-referral.json");
        resource(bundle, "Patient").remove("identifier");
        ((ObjectNode) resource(bundle, "ServiceRequest").at("/identifier/0"))
                .put("system", "urn:ietf:rfc:3986")
                .put("value", "urn:uuid:" + UUID.randomUUID());
        ((ObjectNode) resource(bundle, "Consent").at("/extension/0")).put("valueCode", "portal");
        return bundle;
    }

    private static void route(ObjectNode bundle, String route) {
        ((ObjectNode) resource(bundle, "ServiceRequest").at("/category/0/coding/0")).put("code", route);
    }

    private static ObjectNode resource(ObjectNode bundle, String type) {
        for (var entry : bundle.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return (ObjectNode) entry.get("resource");
            }
        }
        throw new IllegalArgumentException(type);
    }

    private static List<String> places(Response answer) {
        return answer.jsonPath().<String>getList("entry.response.location").stream()
                .map(one -> one.replaceAll(".*/fhir/([^/]+/[^/]+)/_history/.*", "$1"))
                .toList();
    }

    private static String place(List<String> places, String type) {
        return places.stream()
                .filter(one -> one.startsWith(type + "/"))
                .findFirst()
                .orElseThrow();
    }
}
