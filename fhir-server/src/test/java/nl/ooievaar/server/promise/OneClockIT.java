package nl.ooievaar.server.promise;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** What is open now is the same on every node, whatever its own clock says. */
class OneClockIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void a_node_whose_clock_is_days_off_decides_as_the_others_do() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        Referral.Sent endsSoon = sent(today.minusDays(1), today.plusDays(1));
        Referral.Sent beginsSoon = sent(today.plusDays(1), today.plusDays(60));
        for (Duration off : new Duration[] {Duration.ofDays(3), Duration.ofDays(-3)}) {
            try (TestServer.Neighbour node = SERVER.neighbour(off)) {
                node.as("jgz").get("/" + endsSoon.of("Patient")).then().statusCode(200);
                node.as("jgz").get("/" + beginsSoon.of("Patient")).then().statusCode(404);
            }
        }
        SERVER.as("jgz").get("/" + endsSoon.of("Patient")).then().statusCode(200);
        SERVER.as("jgz").get("/" + beginsSoon.of("Patient")).then().statusCode(404);
    }

    private static Referral.Sent sent(LocalDate start, LocalDate end) {
        return Referral.ofNewWoman()
                .resource("Consent", c -> c.withObject("/provision/period")
                        .put("start", start.toString())
                        .put("end", end.toString()))
                .send(SERVER.as("midwife"));
    }
}
