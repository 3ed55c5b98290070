package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import nl.ooievaar.server.Consents;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a professional notes about safety at home stays with her (guideline 5.4.1), whatever else the woman opens. */
class SafeguardingIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String MARK =
            "\"meta\":{\"security\":[{\"system\":\"http://ooievaar.example/fhir/CodeSystem/phb-data-class\",\"code\":\"safeguarding\"}]},";

    private final String patient =
            Referral.ofNewWoman().send(SERVER.as("midwife")).of("Patient");

    /** She opened all that birth care records, so that only the mark can close it. */
    @BeforeEach
    void birth_care_is_open() {
        Consents.give(SERVER.as("midwife"), patient, "birth-care-data", consent -> {});
    }

    @Test
    void a_note_so_marked_opens_to_nobody_but_its_author_through_no_door() {
        String plain = place(note(""));
        String marked = place(note(MARK));
        SERVER.as("jgz").get("/" + plain).then().statusCode(200);

        SERVER.as("midwife").get("/" + marked).then().statusCode(200);
        SERVER.as("jgz").get("/" + marked).then().statusCode(404);
        SERVER.as("jgz").get("/" + marked + "/_history").then().statusCode(404);
        SERVER.as("veilig-thuis").get("/" + marked).then().statusCode(404);
        SERVER.as("jgz")
                .get("/Observation?subject=" + patient)
                .then()
                .statusCode(200)
                .body("entry.resource.id", hasItem(id(plain)))
                .body("entry.resource.id", not(hasItem(id(marked))));
        SERVER.as("jgz")
                .get("/" + patient + "/$everything")
                .then()
                .statusCode(200)
                .body("entry.resource.id", hasItem(id(plain)))
                .body("entry.resource.id", not(hasItem(id(marked))));
    }

    @Test
    void a_later_version_that_lost_its_mark_stays_closed() {
        String marked = place(note(MARK));
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body(body("").replaceFirst("\\{", "{\"id\":\"" + id(marked) + "\","))
                .put("/" + marked)
                .then()
                .statusCode(200)
                .body("meta.versionId", equalTo("2"));
        SERVER.as("jgz").get("/" + marked).then().statusCode(404);
    }

    private Response note(String meta) {
        return SERVER.as("midwife").body(body(meta)).post("/Observation");
    }

    private String body(String meta) {
        return "{\"resourceType\":\"Observation\"," + meta
                + "\"status\":\"final\",\"code\":{\"text\":\"aantekening\"},\"subject\":{\"reference\":\"" + patient
                + "\"},\"valueString\":\"in eigen woorden\"}";
    }

    private static String place(Response made) {
        made.then().statusCode(201);
        return made.header("Location").replaceAll(".*(Observation/[^/]+).*", "$1");
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
