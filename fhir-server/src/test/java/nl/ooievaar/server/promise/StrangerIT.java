package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/**
 * A developer who has only the site writes a message of his own: a woman who asks for the visit herself (guideline annex 5,
 * case 8), with the five resources of the page on sending and what their profiles ask, and nothing else.
 */
class StrangerIT {
    private static final TestServer SERVER = TestServer.get();

    private static final String PROFILE = "http://ooievaar.example/fhir/StructureDefinition/";
    private static final String CODES = "http://ooievaar.example/fhir/CodeSystem/";

    private static final String WOMAN =
            """
            {"resourceType":"Patient","meta":{"profile":["%1$sphb-woman"]},
             "name":[{"text":"Bibi Bos"}],"telecom":[{"system":"phone","value":"+31600009801"}]}
            """;
    private static final String CONSENT =
            """
            {"resourceType":"Consent","meta":{"profile":["%1$sphb-consent"]},
             "extension":[{"url":"%1$sphb-consent-obtained","valueCode":"oral"}],"status":"active",
             "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"patient-privacy"}]},
             "category":[{"coding":[{"system":"http://loinc.org","code":"59284-0"}]}],
             "patient":{"reference":"urn:uuid:5b9f0c6e-0000-4000-8000-000000000001"},"dateTime":"2026-11-23T09:00:00+01:00",
             "performer":[{"reference":"urn:uuid:5b9f0c6e-0000-4000-8000-000000000001"}],
             "policyRule":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"OPTIN"}]},
             "provision":{"type":"permit","period":{"start":"2026-11-23","end":"2027-10-01"},
              "purpose":[{"system":"%2$sphb-purpose","code":"referral"}],
              "actor":[{"role":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ParticipationType","code":"IRCP"}]},
               "reference":{"identifier":{"system":"http://ooievaar.example/fhir/NamingSystem/service","value":"90000201-phb"}}}]}}
            """;
    private static final String PROVENANCE =
            """
            {"resourceType":"Provenance","meta":{"profile":["%1$sphb-consent-provenance"]},
             "target":[{"reference":"urn:uuid:5b9f0c6e-0000-4000-8000-000000000002"}],"recorded":"2026-11-23T09:05:00+01:00",
             "agent":[{"who":{"reference":"urn:uuid:5b9f0c6e-0000-4000-8000-000000000001"}}]}
            """;
    private static final String REFERRAL =
            """
            {"resourceType":"ServiceRequest","meta":{"profile":["%1$sphb-referral"]},
             "identifier":[{"system":"http://stranger.example/referrals","value":"1"}],"status":"active","intent":"order",
             "category":[{"coding":[{"system":"%2$sphb-route","code":"self"}]}],
             "code":{"coding":[{"system":"%2$sphb-activity","code":"prenataal-huisbezoek-jgz"}]},
             "subject":{"reference":"urn:uuid:5b9f0c6e-0000-4000-8000-000000000001"},"authoredOn":"2026-11-23T09:10:00+01:00",
             "requester":{"reference":"urn:uuid:5b9f0c6e-0000-4000-8000-000000000001"},
             "performer":[{"reference":"HealthcareService?identifier=90000201-phb"}],
             "supportingInfo":[{"reference":"urn:uuid:5b9f0c6e-0000-4000-8000-000000000002"}],
             "note":[{"text":"Mijn buurvrouw had bezoek van een jeugdverpleegkundige en dat wil ik ook."}]}
            """;
    private static final String TASK =
            """
            {"resourceType":"Task","meta":{"profile":["%1$sphb-referral-task"]},"status":"requested","intent":"order",
             "code":{"coding":[{"system":"%2$sphb-task-code","code":"referral"}]},
             "focus":{"reference":"urn:uuid:5b9f0c6e-0000-4000-8000-000000000004"},
             "for":{"reference":"urn:uuid:5b9f0c6e-0000-4000-8000-000000000001"},"authoredOn":"2026-11-23T09:10:00+01:00",
             "requester":{"reference":"urn:uuid:5b9f0c6e-0000-4000-8000-000000000001"},
             "owner":{"reference":"HealthcareService?identifier=90000201-phb"}}
            """;

    @Test
    void a_woman_asks_for_the_visit_herself_with_a_message_made_from_the_site_alone() {
        SERVER.as("midwife")
                .body(bundle(WOMAN, CONSENT, PROVENANCE, REFERRAL, TASK))
                .post()
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("entry", hasSize(5));
        SERVER.as("jgz")
                .get("/ServiceRequest?category=" + CODES
                        + "phb-route|self&identifier=http://stranger.example/referrals|1")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("entry[0].resource.note[0].text", containsString("buurvrouw"));
    }

    private static String bundle(String... resources) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < resources.length; i++) {
            String resource = resources[i].formatted(PROFILE, CODES);
            String type = resource.replaceAll("(?s).*?\"resourceType\":\"(\\w+)\".*", "$1");
            entries.append(i == 0 ? "" : ",")
                    .append("{\"fullUrl\":\"urn:uuid:5b9f0c6e-0000-4000-8000-00000000000")
                    .append(i + 1)
                    .append("\",\"resource\":")
                    .append(resource)
                    .append(",\"request\":{\"method\":\"POST\",\"url\":\"")
                    .append(type)
                    .append("\"}}");
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
    }
}
