package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.ooievaar.server.Born;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** A birth: each child a person with a file of its own, nothing of the mother in it, and six weeks to the evaluation. */
class BirthIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void a_birth_gives_the_child_a_file_of_its_own_and_moves_the_evaluation() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String work = Loop.accept(sent);
        Loop.move(work, "in-progress", "uitgevoerd");
        Loop.move(work, "in-progress", "evaluatie-gepland");
        String mother = Loop.patient(work);
        Born child = Born.on("2026-11-02").at("2026-11-02T00:30:00+01:00");

        ValidatableResponse first = birth(mother, false, child)
                .body("parameter.find { it.name == 'evaluation' }.valueDate", equalTo("2026-12-14"))
                .body("parameter.find { it.name == 'repeated' }.valueBoolean", equalTo(false));
        String patient = first.extract().path("parameter[0].valueReference.reference");
        SERVER.as("jgz").get("/" + work).then().body("restriction.period.end", equalTo("2026-12-14"));
        SERVER.as("jgz").get("/" + patient).then().body("birthDate", equalTo("2026-11-02"));
        String everything = SERVER.as("jgz").get("/" + patient + "/$everything").asString();
        for (String hers : List.of("Morales", referral.bsn(), "Voorbeeldstraat", "+31600000101")) {
            assertEquals(-1, everything.indexOf(hers), hers);
        }
        SERVER.as("jgz")
                .get("/RelatedPerson?patient=" + patient)
                .then()
                .body("total", equalTo(1))
                .body("entry[0].resource.relationship[0].coding[0].code", equalTo("MTH"))
                .body(
                        "entry[0].resource.identifier[0].value",
                        equalTo("urn:uuid:" + mother.substring("Patient/".length())));
    }

    @Test
    void the_same_birth_twice_is_one_and_a_twin_is_added_only_where_that_is_said() {
        String mother = mother();
        Born first = Born.on("2026-11-02").at("2026-11-02T04:10:00+01:00");
        String one = birth(mother, false, first).extract().path("parameter[0].valueReference.reference");
        birth(mother, false, first)
                .body("parameter[0].valueReference.reference", equalTo(one))
                .body("parameter.find { it.name == 'repeated' }.valueBoolean", equalTo(true));
        Born second = Born.on("2026-11-02").at("2026-11-02T04:25:00+01:00");
        ask(mother, false, second)
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("birth-known"))
                .body("issue[0].expression[0]", equalTo("Parameters.parameter[0].resource"));
        String other = birth(mother, true, second).extract().path("parameter[0].valueReference.reference");
        birth(mother, true, second)
                .body("parameter[0].valueReference.reference", equalTo(other))
                .body("parameter.find { it.name == 'repeated' }.valueBoolean", equalTo(true));
        SERVER.as("jgz")
                .get("/Observation?patient=" + mother + "&code=birth")
                .then()
                .body("total", equalTo(2));
        birth(mother, false, first, second)
                .body("parameter[0].valueReference.reference", equalTo(one))
                .body("parameter[1].valueReference.reference", equalTo(other));
    }

    @Test
    void the_same_birth_told_at_once_is_one() {
        String mother = mother();
        String body = Born.parameters(false, Born.on("2026-11-02"));
        String token = SERVER.token("jgz");
        List<String> children = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> SERVER.with(token)
                        .body(body)
                        .post("/" + mother + "/$birth")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("parameter[0].valueReference.reference"))
                .distinct()
                .toList();
        assertEquals(1, children.size());
    }

    @Test
    void what_ties_the_child_to_the_mother_opens_nothing_of_hers() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        String mother = Loop.patient(Loop.accept(sent));
        String bsn = Referral.ofNewWoman().bsn();
        String child = birth(mother, false, Born.on("2026-11-02").bsn(bsn))
                .extract()
                .path("parameter[0].valueReference.reference");
        SERVER.asPerson(bsn).get("/" + child).then().statusCode(200);
        for (String hers : List.of(mother, sent.of("Patient"), sent.of("Observation"), sent.of("ServiceRequest"))) {
            SERVER.asPerson(bsn).get("/" + hers).then().statusCode(404);
        }
        SERVER.asPerson(referral.bsn()).get("/" + child).then().statusCode(404);
        for (String other : List.of("midwife", "outsider", "veilig-thuis")) {
            SERVER.as(other).get("/" + child).then().statusCode(404);
            SERVER.as(other).get("/" + mother).then().statusCode(404);
        }
    }

    @Test
    void a_number_that_comes_later_makes_it_the_child_of_that_number() {
        String mother = mother();
        String child =
                birth(mother, false, Born.on("2026-11-02")).extract().path("parameter[0].valueReference.reference");
        String bsn = Referral.ofNewWoman().bsn();
        SERVER.asPerson(bsn).get("/" + child).then().statusCode(404);
        identify(child, bsn);
        SERVER.asPerson(bsn).get("/" + child).then().statusCode(200);
    }

    @Test
    void after_birth_no_prenatal_referral_is_taken_where_the_birth_is_kept() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        birth("midwife", sent.of("Patient"), false, Born.on("2026-11-20"));
        referral.resource("Observation", o -> {
            if (o.has("valueDateTime")) {
                o.put("valueDateTime", "2026-11-25");
            }
        });
        SERVER.as("midwife")
                .body(Loop.again(referral).json())
                .post()
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("after-birth"));
        // Another who refers is not told of it.
        SERVER.as("maternity").body(Loop.again(referral).json()).post().then().body(not(containsString("after-birth")));
    }

    @Test
    void a_child_that_is_not_valid_or_not_yet_born_is_refused_and_nothing_is_written() {
        String mother = mother();
        ask(mother, false, Born.on("2099-01-01"))
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Parameters.parameter[0].resource.birthDate"));
        ask(mother, false, Born.on("2026-11"))
                .statusCode(400)
                .body("issue[0].expression[0]", equalTo("Parameters.parameter[0].resource.birthDate"));
        ask(mother, false, Born.on("2026-11-02").bsn("999999999")).statusCode(422);
        ObjectNode wrong = Born.on("2026-11-02").json();
        wrong.put("gender", "girl");
        SERVER.as("jgz")
                .body(Born.parameters(false, wrong))
                .post("/" + mother + "/$birth")
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", containsString("Parameters.parameter[0].resource"));
        SERVER.as("jgz")
                .get("/Observation?patient=" + mother + "&code=birth")
                .then()
                .body("total", equalTo(0));
        SERVER.as("jgz")
                .body(Born.parameters(false, Born.on("2026-11-02").json()))
                .post("/Patient/" + UUID.randomUUID() + "/$birth")
                .then()
                .statusCode(404);
    }

    static void identify(String patient, String bsn) {
        var now = SERVER.as("jgz").get("/" + patient);
        SERVER.as("jgz")
                .header("If-Match", now.header("ETag"))
                .contentType("application/json-patch+json")
                .body(
                        "[{\"op\":\"add\",\"path\":\"/identifier\",\"value\":[{\"system\":\"http://fhir.nl/fhir/NamingSystem/bsn\",\"value\":\""
                                + bsn + "\"}]}]")
                .patch("/" + patient)
                .then()
                .statusCode(200);
    }

    private static String mother() {
        return Loop.patient(Loop.accept(Referral.ofNewWoman().send(SERVER.as("midwife"))));
    }

    private static ValidatableResponse birth(String mother, boolean additional, Born... children) {
        return birth("jgz", mother, additional, children);
    }

    private static ValidatableResponse birth(String who, String mother, boolean additional, Born... children) {
        return SERVER.as(who)
                .body(Born.parameters(additional, children))
                .post("/" + mother + "/$birth")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse ask(String mother, boolean additional, Born... children) {
        return SERVER.as("jgz")
                .body(Born.parameters(additional, children))
                .post("/" + mother + "/$birth")
                .then();
    }
}
