package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import nl.ooievaar.server.Consents;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** An address that she keeps secret leaves only under a consent that names it (design of the gate, reaching her safely). */
class WithheldAddressIT {
    private static final TestServer SERVER = TestServer.get();

    private final Referral referral = Referral.ofNewWoman();
    private final String patient = referral.send(SERVER.as("midwife")).of("Patient");

    @Test
    void it_stands_in_no_patient_and_the_refusal_says_where_it_belongs() {
        ObjectNode woman = (ObjectNode) Referral.example("woman.json");
        ((ObjectNode) woman.at("/identifier/0")).put("value", referral.bsn());
        ((ObjectNode) woman.at("/address/0"))
                .putArray("extension")
                .addObject()
                .put("url", "http://hl7.org/fhir/StructureDefinition/iso21090-AD-use")
                .put("valueCode", "CONF");
        SERVER.as("maternity")
                .header("Accept-Language", "nl")
                .body(woman.toString())
                .post("/Patient")
                .then()
                .statusCode(422)
                .body("issue.expression[0]", hasItem("Patient.address[0]"))
                .body("issue.details.text", hasItem(containsString("phb-withheld-address")));
    }

    @Test
    void a_consent_to_all_of_the_referral_leaves_it_closed_and_one_that_names_it_opens_it() {
        String address = recorded();
        SERVER.as("jgz").get("/" + patient).then().statusCode(200);
        closedToTheDesk(address);
        name(false);
        SERVER.as("jgz").get("/" + address).then().statusCode(200);
        everything().body("entry.resource.id", hasItem(id(address)));
        name(true);
        closedToTheDesk(address);
    }

    @Test
    void a_consent_that_names_the_record_opens_it_alone() {
        String address = recorded();
        String other = recorded();
        Consents.give(SERVER.as("midwife"), patient, "contact-details", consent -> {
            ObjectNode provision = (ObjectNode) consent.get("provision");
            provision
                    .putArray("data")
                    .addObject()
                    .put("meaning", "instance")
                    .putObject("reference")
                    .put("reference", address);
        });
        SERVER.as("jgz").get("/" + address).then().statusCode(200);
        closedToTheDesk(other);
    }

    @Test
    void a_later_version_that_lost_its_profile_stays_closed() {
        String address = recorded();
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body("{\"resourceType\":\"Observation\",\"id\":\"" + id(address)
                        + "\",\"status\":\"final\",\"code\":{\"text\":\"adres\"},\"subject\":{\"reference\":\""
                        + patient
                        + "\"},\"valueString\":\"Voorbeeldhof 9\"}")
                .put("/" + address)
                .then()
                .statusCode(200);
        Consents.give(SERVER.as("midwife"), patient, "birth-care-data", consent -> {});
        closedToTheDesk(address);
    }

    @Test
    void she_sees_it_herself_and_an_emergency_does_not_open_it() {
        String address = recorded();
        SERVER.asPerson(referral.bsn()).get("/" + address).then().statusCode(200);
        SERVER.as("ward")
                .body(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"patient\",\"valueReference\":{\"reference\":\""
                                + patient
                                + "\"}},{\"name\":\"class\",\"valueCode\":\"contact\"},{\"name\":\"class\",\"valueCode\":\"referral\"},{\"name\":\"reason\",\"valueString\":\"Buiten bewustzijn binnengebracht\"},{\"name\":\"basis\",\"valueCode\":\"vital-interest\"}]}")
                .post("/Patient/$emergency-access")
                .then()
                .statusCode(200);
        SERVER.as("ward").get("/" + patient).then().statusCode(200);
        SERVER.as("ward").get("/" + address).then().statusCode(404);
    }

    private String recorded() {
        ObjectNode address = (ObjectNode) Referral.example("withheld-address.json");
        address.putObject("subject").put("reference", patient);
        address.remove("performer");
        Response made = SERVER.as("midwife").body(address.toString()).post("/Observation");
        made.then().statusCode(201);
        return made.header("Location").replaceAll(".*(Observation/[^/]+).*", "$1");
    }

    private void closedToTheDesk(String address) {
        SERVER.as("jgz").get("/" + address).then().statusCode(404);
        SERVER.as("jgz").get("/" + address + "/_history").then().statusCode(404);
        everything().body("entry.resource.id", not(hasItem(id(address))));
        SERVER.as("jgz")
                .get("/Observation?code=withheld-address&subject=" + patient + "&_id=" + id(address))
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    private io.restassured.response.ValidatableResponse everything() {
        return SERVER.as("jgz").get("/" + patient + "/$everything").then().statusCode(200);
    }

    private void name(boolean deny) {
        Consents.give(SERVER.as("midwife"), patient, "referral", consent -> {
            ObjectNode provision = (ObjectNode) consent.get("provision");
            provision.put("type", deny ? "deny" : "permit");
            provision
                    .putArray("class")
                    .addObject()
                    .put("system", "http://ooievaar.example/fhir/CodeSystem/phb-data-class")
                    .put("code", "withheld-address");
        });
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
