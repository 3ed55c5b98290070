package nl.ooievaar.server.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.ooievaar.server.Receiver;
import nl.ooievaar.server.Receiver.Told;
import nl.ooievaar.server.Receiver.Told.Event;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.ServerProcess;
import nl.ooievaar.server.Subscribing;
import org.junit.jupiter.api.Test;

/** A node is killed while an endpoint is down: when both are back, all is told, in order, under the same numbers. */
class DeliverySurvivalIT {
    @Test
    void nothing_is_lost_and_no_number_means_two_things_over_a_killed_node() throws Exception {
        SortedMap<Long, String> told = new TreeMap<>();
        List<String> tasks = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start();
                Receiver receiver = Receiver.start()) {
            server.as("jgz")
                    .body(Subscribing.to("task-changed", receiver.address()).toString())
                    .post("/Subscription")
                    .then()
                    .statusCode(201);
            assertEquals("handshake", receiver.next().type());
            tasks.add(Referral.ofNewWoman().send(server.as("midwife")).of("Task"));
            take(receiver.next(), told);
            receiver.answering(503);
            tasks.add(Referral.ofNewWoman().send(server.as("midwife")).of("Task"));
            take(receiver.next(), told);
            for (int i = 0; i < 3; i++) {
                tasks.add(Referral.ofNewWoman().send(server.as("midwife")).of("Task"));
            }
            server.kill();
            receiver.answering(200);
            server.launch();
            while (told.size() < tasks.size()) {
                take(receiver.next(), told);
            }
        }
        assertEquals(tasks, List.copyOf(told.values()));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), List.copyOf(told.keySet()));
    }

    /** At least once: what comes again is the same under the same number, and none comes before its turn. */
    private static void take(Told one, SortedMap<Long, String> told) {
        for (Event event : one.events()) {
            long next = told.isEmpty() ? 1 : told.lastKey() + 1;
            String focus = event.focus().orElseThrow();
            if (event.number() == next) {
                told.put(next, focus);
            } else {
                assertEquals(told.get(event.number()), focus);
            }
        }
    }
}
