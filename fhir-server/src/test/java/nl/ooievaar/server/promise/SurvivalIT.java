package nl.ooievaar.server.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.ServerProcess;
import org.junit.jupiter.api.Test;

/** Nothing acknowledged is ever lost, and nothing is ever half there. */
class SurvivalIT {
    private static final int ACKNOWLEDGED = 20 * Integer.getInteger("depth", 1);

    @Test
    void every_acknowledged_referral_survives_a_kill_whole_and_no_other_is_half_there() throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            Queue<List<String>> acknowledged = new ConcurrentLinkedQueue<>();
            AtomicBoolean killed = new AtomicBoolean();
            ExecutorService senders = Executors.newFixedThreadPool(4);
            server.as("midwife");
            for (int i = 0; i < 4; i++) {
                senders.submit(() -> {
                    while (!killed.get()) {
                        Response answer = server.as("midwife")
                                .body(Referral.ofNewWoman().json())
                                .post();
                        if (answer.statusCode() == 200) {
                            acknowledged.add(answer.jsonPath().getList("entry.response.location"));
                        }
                    }
                });
            }
            for (int i = 0; i < 60 * ACKNOWLEDGED && acknowledged.size() < ACKNOWLEDGED; i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            server.kill();
            killed.set(true);
            senders.shutdown();
            assertTrue(senders.awaitTermination(60, TimeUnit.SECONDS));
            List<List<String>> before = new ArrayList<>(acknowledged);
            assertTrue(before.size() >= ACKNOWLEDGED);

            server.launch();

            for (List<String> referral : before) {
                for (String location : referral) {
                    String place = location.substring(location.indexOf("/fhir/") + 5);
                    assertEquals(200, server.as("midwife").get(place).statusCode(), place);
                }
            }
            assertEquals(count(server, "ServiceRequest"), count(server, "Task"));
            assertEquals(count(server, "ServiceRequest"), count(server, "Provenance"));
        }
    }

    private static int count(ServerProcess server, String type) {
        return server.as("midwife")
                .get("/" + type + "?_summary=count")
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }
}
