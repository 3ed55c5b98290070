package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** The same referral sent twice is one referral. */
class DuplicateReferralIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void a_repeat_gets_the_first_answer_again() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent first = referral.send(SERVER.as("midwife"));

        Response again = SERVER.as("midwife").body(referral.json()).post();

        again.then().statusCode(200);
        assertEquals(first.locations(), again.jsonPath().<String>getList("entry.response.location"));
        assertEquals("200 OK", again.jsonPath().getString("entry[0].response.status"));
        assertEquals(1, referralsWith(referral));
    }

    @Test
    void the_second_answer_says_that_it_was_known_in_both_languages() {
        Referral referral = Referral.ofNewWoman();
        SERVER.as("midwife").body(referral.json()).post().then().body("entry.response.outcome", everyItem(nullValue()));
        for (Map.Entry<String, String> said :
                Map.of("en", "received before", "nl", "al ontvangen").entrySet()) {
            SERVER.as("midwife")
                    .header("Accept-Language", said.getKey())
                    .body(referral.json())
                    .post()
                    .then()
                    .statusCode(200)
                    .body("entry.findAll { it.response.outcome }.size()", equalTo(1))
                    .body("entry.find { it.response.outcome }.response.location", containsString("/ServiceRequest/"))
                    .body("entry.response.outcome.issue.flatten().severity", hasItem("information"))
                    .body(
                            "entry.response.outcome.issue.flatten().details.text",
                            hasItem(containsString(said.getValue())));
        }
    }

    @Test
    void other_content_under_the_same_identifier_is_a_conflict() {
        Referral referral = Referral.ofNewWoman();
        referral.send(SERVER.as("midwife"));

        referral.resource("Task", task -> task.put("description", "something else"));

        SERVER.as("midwife")
                .body(referral.json())
                .post()
                .then()
                .statusCode(409)
                .body("issue[0].details.coding[0].code", equalTo("duplicate-referral"));
    }

    @Test
    void a_hundred_parallel_submissions_make_one_referral() throws Exception {
        Referral referral = Referral.ofNewWoman();
        String json = referral.json();
        ExecutorService senders = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(senders.submit(() -> SERVER.as("midwife").body(json).post()));
        }
        List<String> locations = null;
        for (Future<Response> answer : answers) {
            Response response = answer.get();
            assertEquals(200, response.statusCode(), response.asString());
            List<String> here = response.jsonPath().getList("entry.response.location");
            locations = locations == null ? here : locations;
            assertEquals(locations, here);
        }
        senders.shutdown();
        assertEquals(1, referralsWith(referral));
    }

    private static int referralsWith(Referral referral) {
        return SERVER.as("midwife")
                .queryParam("identifier", referral.identifierSystem() + "|" + referral.identifier())
                .get("/ServiceRequest")
                .then()
                .statusCode(200)
                .body("resourceType", containsString("Bundle"))
                .extract()
                .path("total");
    }
}
