package nl.ooievaar.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.Referral;
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
