package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.subject.consent.Purpose;
import org.junit.jupiter.api.Test;

/** A party's word that she agreed opens that party's own records; what another keeps only she herself opens to it. */
class SelfGrantIT {
    private static final TestServer SERVER = TestServer.get();
    private static final String CONSENT = "urn:uuid:00000000-0000-4000-8000-000100000002";

    private final Referral referral = Referral.ofNewWoman();
    private final String hidden = referral.send(SERVER.as("midwife")).of("Patient");
    private final String own = SERVER.as("ward")
            .body(LeakRecords.woman(referral.bsn()).toString())
            .post("/Patient")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");

    @Test
    void nobody_can_record_that_she_opened_to_him_what_another_keeps() {
        consent(SERVER.as("ward"))
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", equalTo("consent-of-another"));
        SERVER.as("ward").get("/" + hidden).then().statusCode(404);
    }

    @Test
    void she_can_wherever_the_consent_is_kept() {
        consent(SERVER.asPerson(referral.bsn())).then().statusCode(200);
        SERVER.as("ward").get("/" + hidden).then().statusCode(200);
    }

    private Response consent(RequestSpecification by) {
        ObjectNode bundle =
                (ObjectNode) LeakScribe.read("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[]}");
        ArrayNode entries = (ArrayNode) bundle.get("entry");
        add(
                entries,
                "Consent",
                LeakSaying.permit(Purpose.REFERRAL, DemoParty.MIDWIFE, DemoParty.WARD)
                        .consent(Map.of("Patient", "Patient/" + own)));
        ObjectNode origin = LeakRecords.provenance(DemoParty.WARD.party(), List.of(CONSENT));
        ((ObjectNode) origin.at("/agent/0")).putObject("who").put("reference", "Patient/" + own);
        add(entries, "Provenance", origin);
        return by.body(bundle.toString()).post();
    }

    private static void add(ArrayNode entries, String type, ObjectNode resource) {
        ObjectNode entry = entries.addObject();
        if (type.equals("Consent")) {
            entry.put("fullUrl", CONSENT);
        }
        entry.set("resource", resource);
        entry.putObject("request").put("method", "POST").put("url", type);
    }
}
