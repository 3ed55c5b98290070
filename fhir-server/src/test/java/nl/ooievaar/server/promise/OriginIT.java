package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.util.Arrays;
import java.util.stream.Collectors;
import nl.ooievaar.server.Consents;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** Where records come from is told to whom they are all open (decision 0025). */
class OriginIT {
    private static final TestServer SERVER = TestServer.get();

    private final Referral referral = Referral.ofNewWoman();
    private final Referral.Sent sent = referral.send(SERVER.as("midwife"));
    private final String request = sent.of("ServiceRequest");
    private final String outside = post(
            "Observation",
            "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"gewicht\"},\"subject\":{\"reference\":\""
                    + sent.of("Patient") + "\"}}");
    private final String ofBoth = origin(request, outside);

    @Test
    void a_provenance_that_names_a_closed_record_is_not_there() {
        String ofRequest = origin(request);
        SERVER.as("jgz").get("/" + ofRequest).then().statusCode(200);
        SERVER.as("jgz").get("/" + ofBoth).then().statusCode(404);
        SERVER.as("jgz")
                .get("/Provenance?target=" + request)
                .then()
                .statusCode(200)
                .body("entry.resource.id", hasItem(id(ofRequest)))
                .body("entry.resource.id", not(hasItem(id(ofBoth))));
        SERVER.asPerson(referral.bsn(), "patient/*.rs")
                .get("/Provenance?target=" + request)
                .then()
                .statusCode(200)
                .body("entry.resource.id", hasItems(id(ofRequest), id(ofBoth)));
    }

    @Test
    void it_opens_with_the_last_of_them_and_closes_with_the_first() {
        String yes = Consents.give(SERVER.as("midwife"), sent.of("Patient"), "birth-care-data", consent -> {});
        SERVER.as("jgz").get("/" + ofBoth).then().statusCode(200);
        SERVER.asPerson(referral.bsn(), "patient/*.cruds")
                .post("/" + yes + "/$withdraw")
                .then()
                .statusCode(200);
        SERVER.as("jgz").get("/" + ofBoth).then().statusCode(404);
        SERVER.as("midwife").get("/" + ofBoth).then().statusCode(200);
    }

    private static String origin(String... targets) {
        String named = Arrays.stream(targets)
                .map(it -> "{\"reference\":\"" + it + "\"}")
                .collect(Collectors.joining(","));
        return post(
                "Provenance",
                "{\"resourceType\":\"Provenance\",\"target\":[" + named + "],\"recorded\":\"2026-11-26T10:00:00Z\","
                        + "\"agent\":[{\"who\":{\"display\":\"verloskundige\"}}]}");
    }

    private static String post(String type, String body) {
        return SERVER.as("midwife")
                .body(body)
                .post("/" + type)
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceAll(".*(" + type + "/[^/]+).*", "$1");
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
