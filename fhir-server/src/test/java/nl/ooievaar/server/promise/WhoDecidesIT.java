package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.ooievaar.server.Asking;
import nl.ooievaar.server.Consents;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.subject.person.Bsn;
import org.junit.jupiter.api.Test;

/** By whom a consent counts, for whom, and who sees with her; told to the server as its users tell it. */
class WhoDecidesIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String STRUCTURES = "http://ooievaar.example/fhir/StructureDefinition/";
    private static final List<String> MOTHERS =
            Bsn.testNumbers().map(Bsn::value).skip(120).limit(20).toList();

    @Test
    void a_girl_of_fourteen_and_her_mother_consent_together_until_she_decides_alone() {
        Referral.Sent sent = girl();
        String patient = sent.of("Patient");
        SERVER.as("jgz").get("/" + patient).then().statusCode(404);
        SERVER.asPerson(MOTHERS.get(0)).get("/" + patient).then().statusCode(404);

        String mother = place(post("RelatedPerson", representative(patient, MOTHERS.get(0))));
        SERVER.asPerson(MOTHERS.get(0)).get("/" + patient).then().statusCode(200);
        SERVER.asPerson(MOTHERS.get(1)).get("/" + patient).then().statusCode(404);
        Consents.give(SERVER.as("midwife"), patient, "referral", givenBy(mother));
        SERVER.as("jgz").get("/" + patient).then().statusCode(200);

        String json = SERVER.as("midwife").get("/" + patient).asString();
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body(json.replaceFirst(
                        "\"extension\":\\[",
                        "\"extension\":[{\"url\":\"" + STRUCTURES + "phb-decides-alone\",\"valuePeriod\":{\"start\":\""
                                + LocalDate.now().minusDays(1) + "\"}},"))
                .put("/" + patient)
                .then()
                .statusCode(200);
        SERVER.asPerson(MOTHERS.get(0)).get("/" + patient).then().statusCode(404);
        SERVER.as("jgz").get("/" + patient).then().statusCode(200);
    }

    @Test
    void an_objection_of_her_mother_outlives_the_file_that_told_who_her_mother_is() {
        Referral referral = girlOfFourteen();
        String patient = referral.send(SERVER.as("midwife")).of("Patient");
        String mother = place(post("RelatedPerson", representative(patient, MOTHERS.get(2))));
        Consents.give(SERVER.as("midwife"), patient, "referral", givenBy(mother).andThen(c -> c.withObject("/provision")
                .put("type", "deny")));
        SERVER.as("midwife")
                .body(Asking.codes(Map.of("ground", "her-request")))
                .post("/" + patient + "/$destroy")
                .then()
                .statusCode(200);

        referral.resource(
                "ServiceRequest", s -> ((ObjectNode) s.at("/identifier/0")).put("value", "ref-" + UUID.randomUUID()));
        String again = referral.send(SERVER.as("midwife")).of("Patient");
        String known = place(post("RelatedPerson", representative(again, MOTHERS.get(2))));
        Consents.give(SERVER.as("midwife"), again, "referral", givenBy(known));
        SERVER.as("jgz").get("/" + again).then().statusCode(404);

        Response kept = SERVER.asPerson(referral.bsn()).get("/Consent?patient=" + patient);
        kept.then().body("total", equalTo(1)).body(not(containsString(MOTHERS.get(2))));
        SERVER.asPerson(referral.bsn())
                .post("/Consent/" + kept.path("entry[0].resource.id") + "/$withdraw")
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + again).then().statusCode(200);
    }

    @Test
    void somebody_who_does_not_represent_her_gives_no_consent() {
        Referral.Sent sent = girl();
        refused(sent.of("Patient"), givenBy(sent.of("RelatedPerson")), "proof");
    }

    @Test
    void what_is_withheld_to_protect_another_is_closed_to_her_and_stays_so() {
        Referral referral = Referral.ofNewWoman();
        String patient = referral.send(SERVER.as("midwife")).of("Patient");
        String mark = "\"meta\":{\"security\":[{\"system\":\"http://ooievaar.example/fhir/CodeSystem/phb-withheld\","
                + "\"code\":\"informant\"}]},";
        String open = place(post("Observation", observation(patient, "")));
        String withheld = place(post("Observation", observation(patient, mark)));
        SERVER.asPerson(referral.bsn()).get("/" + open).then().statusCode(200);
        SERVER.asPerson(referral.bsn()).get("/" + withheld).then().statusCode(404);
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body(observation(patient, "\"id\":\"" + withheld.substring(12) + "\","))
                .put("/" + withheld)
                .then()
                .statusCode(200);
        SERVER.asPerson(referral.bsn()).get("/" + withheld).then().statusCode(404);
    }

    @Test
    void a_role_means_whoever_holds_it_in_the_care_team_of_who_discloses() {
        String patient = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        String note = place(post("Observation", observation(patient, "")));
        Consents.give(SERVER.as("midwife"), patient, "birth-care-data", consent -> identifier(consent)
                .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-care-role")
                .put("value", "maternity-care"));
        SERVER.as("maternity").get("/" + note).then().statusCode(404);
        String team = place(post("CareTeam", team(patient, "active", "")));
        SERVER.as("maternity").get("/" + note).then().statusCode(200);
        SERVER.as("jgz").get("/" + note).then().statusCode(404);
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body(team(patient, "inactive", "\"id\":\"" + team.substring(9) + "\","))
                .put("/" + team)
                .then()
                .statusCode(200);
        SERVER.as("maternity").get("/" + note).then().statusCode(404);
    }

    @Test
    void a_consent_that_would_mean_nothing_is_refused_with_a_sentence() {
        String patient = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");
        String other = Referral.ofNewWoman().send(SERVER.as("midwife")).of("Observation");
        refused(patient, c -> identifier(c).put("value", "nobody-here"), "directory");
        refused(patient, c -> identifier(c).put("value", "90000101-verloskunde"), "recipient");
        refused(
                patient,
                c -> c.withObject("/provision")
                        .putArray("class")
                        .addObject()
                        .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-data-class")
                        .put("code", "findings"),
                "contact, referral");
        refused(
                patient,
                c -> c.withObject("/provision")
                        .putArray("data")
                        .addObject()
                        .put("meaning", "instance")
                        .putObject("reference")
                        .put("reference", other),
                "another");
        refused(
                patient,
                c -> c.withObject("/provision/period")
                        .put("start", "2026-11-23")
                        .put("end", "2026-11-22"),
                "");
    }

    private static void refused(String patient, Consumer<ObjectNode> change, String words) {
        Consents.send(SERVER.as("midwife"), patient, "referral", change)
                .then()
                .statusCode(422)
                .body("issue[0].details.text", containsString(words))
                .body("issue[0].expression[0]", containsString("Bundle.entry[0].resource"));
    }

    private static Referral.Sent girl() {
        return girlOfFourteen().send(SERVER.as("midwife"));
    }

    private static Referral girlOfFourteen() {
        return Referral.ofNewWoman()
                .resource(
                        "Patient",
                        p -> p.put(
                                "birthDate",
                                LocalDate.now().minusYears(14).minusDays(40).toString()));
    }

    private static Consumer<ObjectNode> givenBy(String giver) {
        return consent -> ((ObjectNode) consent.at("/performer/0")).put("reference", giver);
    }

    private static ObjectNode identifier(ObjectNode consent) {
        return (ObjectNode) consent.at("/provision/actor/0/reference/identifier");
    }

    private static String representative(String patient, String bsn) {
        return Referral.example("representative.json")
                .toString()
                .replace("Patient/example", patient)
                .replace("999900092", bsn)
                .replace(
                        "\"start\":\"2026-11-24\"",
                        "\"start\":\"" + LocalDate.now().minusDays(9) + "\"");
    }

    private static String observation(String patient, String more) {
        return "{\"resourceType\":\"Observation\"," + more
                + "\"status\":\"final\",\"code\":{\"text\":\"aantekening\"},\"subject\":{\"reference\":\"" + patient
                + "\"},\"valueString\":\"in eigen woorden\"}";
    }

    private static String team(String patient, String status, String more) {
        return "{\"resourceType\":\"CareTeam\"," + more + "\"meta\":{\"profile\":[\"" + STRUCTURES
                + "phb-care-team\"]},\"status\":\"" + status + "\",\"subject\":{\"reference\":\"" + patient
                + "\"},\"participant\":[{\"role\":[{\"coding\":[{\"system\":"
                + "\"http://ooievaar.example/fhir/CodeSystem/phb-care-role\",\"code\":\"maternity-care\"}]}],"
                + "\"member\":{\"identifier\":{\"system\":\"http://ooievaar.example/fhir/NamingSystem/service\","
                + "\"value\":\"90000301-kraamzorg\"}}}]}";
    }

    private static Response post(String type, String json) {
        return SERVER.as("midwife").body(json).post("/" + type);
    }

    private static String place(Response made) {
        made.then().statusCode(201);
        return made.header("Location").replaceAll("(?:.*/)?([A-Z][A-Za-z]+/[^/]+)/_history/.*", "$1");
    }
}
