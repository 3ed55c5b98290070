package nl.ooievaar.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Receiver;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.Subscribing;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.subject.referral.Deadline;
import org.junit.jupiter.api.Test;

/** What is due is announced to the desk once, from the day itself, and nothing of it changes a record. */
class DueTasksIT {
    private static final TestServer SERVER = TestServer.get();
    private static final DueTasks DUE = SERVER.part(DueTasks.class);

    @Test
    void the_last_day_is_announced_once_when_it_begins_and_once_when_it_is_over() throws SQLException {
        String work = accepted();
        LocalDate last = last(work);
        DUE.announce(morning(last.minusDays(1)));
        assertEquals("", told(work));
        DUE.announce(morning(last));
        DUE.announce(morning(last).plusSeconds(60));
        assertEquals("due", told(work));
        DUE.announce(morning(last.plusDays(1)));
        DUE.announce(morning(last.plusDays(2)));
        assertEquals("due overdue", told(work));
        SERVER.as("jgz").get("/" + work + "/_history").then().statusCode(200);
        assertEquals("1", version(work), "nothing is changed or marked by it");
    }

    @Test
    void contact_stops_the_clock() throws SQLException {
        String work = accepted();
        LocalDate last = last(work);
        move(work, "1", "in-progress", "contact-gelegd", "");
        DUE.announce(morning(last.plusDays(1)));
        assertEquals("", told(work));
    }

    @Test
    void a_pause_runs_until_the_day_on_which_she_is_asked_again() throws SQLException {
        String work = accepted();
        LocalDate last = last(work);
        move(work, "1", "in-progress", "contact-gelegd", "");
        LocalDate again = last.plusDays(30);
        move(
                work,
                "2",
                "on-hold",
                "contact-gelegd",
                ",{\"op\":\"replace\",\"path\":\"/restriction/period\",\"value\":{\"start\":\"" + again
                        + "\",\"end\":\"" + again + "\"}}");
        DUE.announce(morning(last.plusDays(2)));
        assertEquals("", told(work));
        DUE.announce(morning(again));
        assertEquals("due", told(work));
    }

    @Test
    void a_change_that_leaves_the_day_does_not_announce_it_again() throws SQLException {
        String work = accepted();
        LocalDate last = last(work);
        DUE.announce(morning(last.plusDays(1)));
        move(work, "1", "in-progress", "aangemeld", "");
        DUE.announce(morning(last.plusDays(1)).plusSeconds(60));
        assertEquals("overdue", told(work));
    }

    @Test
    void of_nodes_that_look_at_once_one_announces() throws Exception {
        List<String> works = IntStream.range(0, 5).mapToObj(i -> accepted()).toList();
        Instant now = morning(last(works.get(0)).plusDays(1));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> rounds = IntStream.range(0, 4)
                    .mapToObj(i -> nodes.submit(() -> DUE.announce(now)))
                    .toList();
            for (Future<Integer> round : rounds) {
                assertTrue(round.get() >= 0);
            }
        } finally {
            nodes.shutdown();
        }
        for (String work : works) {
            assertEquals("overdue", told(work));
        }
    }

    @Test
    void the_desk_is_told_of_it_once_where_it_asked_to_be() throws Exception {
        String work = accepted();
        LocalDate last = last(work);
        try (Receiver due = Receiver.start();
                Receiver overdue = Receiver.start()) {
            for (Receiver one : List.of(due, overdue)) {
                SERVER.as("jgz")
                        .body(Subscribing.to(one == due ? "task-due" : "task-overdue", one.address())
                                .toString())
                        .post("/Subscription")
                        .then()
                        .statusCode(201);
            }
            assertEquals("handshake", due.next().type());
            assertEquals("handshake", overdue.next().type());
            DUE.announce(morning(last));
            DUE.announce(morning(last).plusSeconds(60));
            assertEquals(1, times(due, work));
            DUE.announce(morning(last.plusDays(1)));
            assertEquals(1, times(overdue, work));
            for (Receiver one : List.of(due, overdue)) {
                assertEquals(
                        1,
                        one.all().stream().mapToLong(told -> times(told, work)).sum());
            }
        } finally {
            Subscribing.endAll(SERVER);
        }
    }

    /** Other tests may have work that is due too. */
    private static long times(Receiver receiver, String work) throws InterruptedException {
        long times = 0;
        while (times == 0) {
            times = times(receiver.next(), work);
        }
        return times;
    }

    private static long times(Receiver.Told told, String work) {
        return told.events().stream()
                .filter(event -> event.focus().equals(Optional.of(work)))
                .count();
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(8, 0).atZone(Deadline.ZONE).toInstant();
    }

    private static LocalDate last(String work) {
        String end = SERVER.as("jgz").get("/" + work).path("restriction.period.end");
        return LocalDate.parse(end.substring(0, 10));
    }

    private static String version(String work) {
        return SERVER.as("jgz").get("/" + work).path("meta.versionId");
    }

    private static String told(String work) throws SQLException {
        return String.join(
                " ",
                SERVER.query("select event from outbox where id = '" + work.substring(5)
                        + "' and event in ('due', 'overdue') order by seq"));
    }

    private static String accepted() {
        return Loop.accept(Referral.ofNewWoman().send(SERVER.as("midwife")));
    }

    private static void move(String work, String version, String status, String progress, String more) {
        SERVER.as("jgz")
                .header("If-Match", "W/\"" + version + "\"")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + status
                        + "\"},{\"op\":\"replace\",\"path\":\"/businessStatus/coding/0/code\",\"value\":\"" + progress
                        + "\"}" + more + "]")
                .patch("/" + work)
                .then()
                .statusCode(200);
    }
}
