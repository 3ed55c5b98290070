package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Set;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** She decides: what a consent opens, and what closes when she takes it back. */
class ConsentIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void a_withdrawal_closes_at_the_next_request_for_a_desk_that_did_not_accept() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(200);

        withdraw(sent, "referral");

        for (String type : List.of("Patient", "ServiceRequest", "Observation", "RelatedPerson")) {
            SERVER.as("jgz").get("/" + sent.of(type)).then().statusCode(404);
        }
        SERVER.as("jgz").get("/" + sent.of("Task") + "/_history/1").then().statusCode(404);
        SERVER.as("midwife").get("/" + sent.of("Patient")).then().statusCode(200);
    }

    @Test
    void the_next_page_of_an_open_search_no_longer_shows_a_woman_who_withdrew() {
        Referral.Sent first = Referral.ofNewWoman().send(SERVER.as("midwife"));
        for (int i = 0; i < 3; i++) {
            Referral.ofNewWoman().send(SERVER.as("midwife"));
        }
        JsonPath page = SERVER.as("jgz")
                .get("/Task?status=requested&_sort=-authored-on,-_lastUpdated&_count=1")
                .jsonPath();
        String shown = page.getString("entry[0].resource.id");
        String hidden = first.of("Task").substring("Task/".length());
        assertTrue(!shown.equals(hidden));

        withdraw(first, "referral");

        String next = link(page);
        while (next != null) {
            JsonPath more =
                    SERVER.as("jgz").get(next).then().statusCode(200).extract().jsonPath();
            assertTrue(!more.<String>getList("entry.resource.id").contains(hidden));
            next = link(more);
        }
    }

    @Test
    void a_desk_that_accepted_keeps_the_versions_it_was_shown_and_its_own_records_and_no_later_one() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Patient") + "/$everything").then().statusCode(200);
        Loop.accept(sent);

        withdraw(sent, "referral");
        String patient = SERVER.as("midwife").get("/" + sent.of("Patient")).asString();
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body(patient.replace("Voorbeeldstraat 12", "Nieuwe straat 9"))
                .put("/" + sent.of("Patient"))
                .then()
                .statusCode(200);

        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(200).header("ETag", equalTo("W/\"1\""));
        SERVER.as("jgz").get("/" + sent.of("Patient") + "/_history/2").then().statusCode(404);
        SERVER.as("jgz")
                .get("/Task?based-on=" + sent.of("ServiceRequest"))
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void a_consent_for_another_recipient_opens_nothing_to_the_desk() {
        Referral.Sent sent = Referral.ofNewWoman()
                .resource("Consent", c -> {
                    if (c.at("/provision/purpose/0/code").asText().equals("referral")) {
                        String other = c.toString().replace("90000201-phb", "90000501-acute-verloskunde");
                        c.setAll((com.fasterxml.jackson.databind.node.ObjectNode) read(other));
                    }
                })
                .send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(404);
        SERVER.as("jgz").get("/" + sent.of("Task")).then().statusCode(404);
        SERVER.as("ward").get("/" + sent.of("Patient")).then().statusCode(200);
    }

    @Test
    void an_expired_consent_opens_nothing() {
        Referral.Sent sent = Referral.ofNewWoman()
                .resource("Consent", c -> c.withObject("/provision/period")
                        .put("start", "2025-01-01")
                        .put("end", "2025-06-30"))
                .send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(404);
    }

    @Test
    void an_objection_closes_what_a_permission_opened() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(200);
        String consent = consent(sent, "referral");
        String json = SERVER.as("midwife").get("/" + consent).asString();
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body(json.replace("\"type\":\"permit\"", "\"type\":\"deny\""))
                .put("/" + consent)
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + sent.of("Patient")).then().statusCode(404);
    }

    @Test
    void route_contact_details_opens_name_contact_language_and_safe_contact_and_nothing_else() {
        Referral.Sent sent = Referral.contactDetailsOnly().send(SERVER.as("midwife"));
        JsonPath shown = SERVER.as("jgz")
                .get("/" + sent.of("Patient") + "/$everything")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(
                Set.of("Patient", "ServiceRequest", "Task", "Consent", "Provenance"),
                Set.copyOf(shown.<String>getList("entry.resource.resourceType")));
        SERVER.as("jgz")
                .get("/" + sent.of("Patient"))
                .then()
                .body("$", not(hasItem("birthDate")))
                .body("name.size()", equalTo(1));

        String own = sent.of("Patient");
        SERVER.as("midwife")
                .body("{\"resourceType\":\"RelatedPerson\",\"patient\":{\"reference\":\"" + own
                        + "\"},\"name\":[{\"text\":\"partner\"}]}")
                .post("/RelatedPerson")
                .then()
                .statusCode(201);
        SERVER.as("jgz").get("/RelatedPerson?patient=" + own).then().body("total", equalTo(0));
    }

    private static void withdraw(Referral.Sent sent, String purpose) {
        String consent = consent(sent, purpose);
        String json = SERVER.as("midwife").get("/" + consent).asString();
        SERVER.as("midwife")
                .header("If-Match", "W/\"1\"")
                .body(json.replace("\"status\":\"active\"", "\"status\":\"inactive\""))
                .put("/" + consent)
                .then()
                .statusCode(200);
    }

    private static String consent(Referral.Sent sent, String purpose) {
        return sent.all("Consent").stream()
                .filter(c -> SERVER.as("midwife")
                        .get("/" + c)
                        .jsonPath()
                        .getString("provision.purpose[0].code")
                        .equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    private static String link(JsonPath page) {
        return page.getString("link.find { it.relation == 'next' }?.url");
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String json) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(json);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
