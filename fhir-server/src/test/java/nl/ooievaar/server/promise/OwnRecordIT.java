package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.subject.person.Bsn;
import org.junit.jupiter.api.Test;

/** The woman sees what is kept about her, and nothing about anybody else. */
class OwnRecordIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void she_sees_what_is_kept_about_her_by_whomever() {
        Referral referral = Referral.ofNewWoman();
        Referral.Sent sent = referral.send(SERVER.as("midwife"));
        SERVER.asPerson(referral.bsn()).get("/" + sent.of("Patient")).then().statusCode(200);
        SERVER.asPerson(referral.bsn())
                .get("/ServiceRequest")
                .then()
                .statusCode(200)
                .body("total", greaterThan(0));
    }

    @Test
    void another_woman_and_one_about_whom_nothing_is_kept_see_nothing_of_her() {
        Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
        Referral other = Referral.ofNewWoman();
        other.send(SERVER.as("midwife"));
        String unknown = Bsn.testNumbers().skip(150).findFirst().orElseThrow().value();
        for (String bsn : new String[] {other.bsn(), unknown}) {
            SERVER.asPerson(bsn).get("/" + sent.of("Patient")).then().statusCode(404);
            SERVER.asPerson(bsn)
                    .get("/Patient?_id=" + sent.of("Patient").substring(8))
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0));
        }
    }
}
