package nl.ooievaar.server.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.TestServer;
import nl.ooievaar.subject.referral.Mover;
import nl.ooievaar.subject.referral.Progress;
import nl.ooievaar.subject.referral.ProgressMoves;
import nl.ooievaar.subject.referral.Shadow;
import nl.ooievaar.subject.referral.TaskKind;
import nl.ooievaar.subject.referral.TaskMoves;
import nl.ooievaar.subject.referral.TaskState;
import nl.ooievaar.subject.referral.WorkOutcome;
import org.junit.jupiter.api.Test;

/** Whoever tries whatever, by whichever way in: the tasks of a referral are never where the tables do not lead. */
class RandomMovesIT {
    private static final TestServer SERVER = TestServer.get();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEPTH = Integer.getInteger("depth", 1);
    private static final List<String> ACTORS =
            List.of("jgz", "jgz", "jgz", "midwife", "midwife", "outsider", "veilig-thuis", "maternity");

    @Test
    void random_moves_by_random_actors_never_reach_what_the_tables_do_not_allow() throws Exception {
        Random random = new Random(20261126);
        int legal = 0;
        int refused = 0;
        for (int story = 0; story < 6 * DEPTH; story++) {
            Referral.Sent sent = Referral.ofNewWoman().send(SERVER.as("midwife"));
            List<String> tasks = new ArrayList<>(List.of(sent.of("Task")));
            for (int step = 0; step < 18; step++) {
                String task = tasks.get(random.nextInt(tasks.size()));
                boolean work = !task.equals(sent.of("Task"));
                ObjectNode before = read(work ? "jgz" : "midwife", task);
                Attempt attempt = Attempt.random(random, before, work);
                Response answer = attempt.send(task, before, work);
                boolean allowed = attempt.allowed(before, work);
                assertEquals(
                        allowed,
                        answer.statusCode() == 200,
                        () -> attempt + " on " + before + ": " + answer.statusCode() + answer.asString());
                if (allowed) {
                    legal++;
                } else {
                    refused++;
                    attempt.namesTheLegal(answer, before, work);
                    assertEquals(before, read(work ? "jgz" : "midwife", task), "nothing half-written");
                }
                if (tasks.size() == 1) {
                    workTask(sent).ifPresent(tasks::add);
                }
                shadowHolds(tasks);
            }
        }
        System.out.printf("random moves: %d made, %d refused%n", legal, refused);
        assertTrue(legal > 20 && refused > 40, "both are met: " + legal + " and " + refused);
    }

    /** The signaller never sees more than the shadow of the work, and never less than where it stood. */
    private static void shadowHolds(List<String> tasks) throws Exception {
        if (tasks.size() < 2) {
            return;
        }
        TaskState work = state(read("jgz", tasks.get(1)));
        TaskState shown = state(read("midwife", tasks.get(0)));
        assertTrue(Shadow.next(work, shown).isEmpty(), "work is " + work + ", shown is " + shown);
    }

    private static Optional<String> workTask(Referral.Sent sent) {
        Response found = SERVER.as("jgz").get("/Task?based-on=" + sent.of("ServiceRequest"));
        return found.<Integer>path("total") == 0
                ? Optional.empty()
                : Optional.of("Task/" + found.path("entry[0].resource.id"));
    }

    private static TaskState state(ObjectNode task) {
        return TaskState.of(task.get("status").asText()).orElseThrow();
    }

    private static ObjectNode read(String client, String task) throws Exception {
        return (ObjectNode) JSON.readTree(SERVER.as(client).get("/" + task).asString());
    }

    /** Who tries which move, and how it is sent. */
    private record Attempt(String actor, TaskState to, Progress progress, int way) {
        /** Every other one is legal, where its actor has a legal one: else hardly any would be. */
        static Attempt random(Random random, ObjectNode before, boolean work) {
            String actor = ACTORS.get(random.nextInt(ACTORS.size()));
            List<Attempt> all = new ArrayList<>();
            for (TaskState to : TaskState.values()) {
                for (Progress progress : Progress.values()) {
                    all.add(new Attempt(actor, to, progress, random.nextInt(3)));
                }
            }
            List<Attempt> legal =
                    all.stream().filter(one -> one.allowed(before, work)).toList();
            List<Attempt> from = legal.isEmpty() || random.nextBoolean() ? all : legal;
            return from.get(random.nextInt(from.size()));
        }

        Response send(String task, ObjectNode before, boolean work) {
            ObjectNode after = before.deepCopy();
            after.put("status", to.code());
            if (work) {
                ((ObjectNode) after.at("/businessStatus/coding/0")).put("code", progress.code());
            }
            String version = "W/\"" + before.at("/meta/versionId").asText() + "\"";
            RequestSpecification as = SERVER.as(actor).header("Accept-Language", "en");
            return switch (way) {
                case 0 -> as.header("If-Match", version).body(after.toString()).put("/" + task);
                case 1 ->
                    as.header("If-Match", version)
                            .contentType("application/json-patch+json")
                            .body("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + to.code() + "\"}"
                                    + (work
                                            ? ",{\"op\":\"replace\",\"path\":\"/businessStatus/coding/0/code\",\"value\":\""
                                                    + progress.code() + "\"}"
                                            : "")
                                    + "]")
                            .patch("/" + task);
                default ->
                    as.body("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + after
                                    + ",\"request\":{\"method\":\"PUT\",\"url\":\"" + task + "\",\"ifMatch\":"
                                    + "\"" + version.replace("\"", "\\\"") + "\"}}]}")
                            .post();
            };
        }

        boolean allowed(ObjectNode before, boolean work) {
            return sees(work)
                    && TaskMoves.check(work ? TaskKind.WORK : TaskKind.REFERRAL, state(before), to, mover())
                            .isEmpty()
                    && (!work || fits(before));
        }

        private boolean sees(boolean work) {
            return actor.equals("jgz") || actor.equals("midwife") && !work;
        }

        private Mover mover() {
            return actor.equals("midwife") ? Mover.REQUESTER : Mover.FULFILLER;
        }

        private boolean fits(ObjectNode before) {
            Progress from = Progress.of(
                            before.at("/businessStatus/coding/0/code").asText())
                    .orElseThrow();
            return ProgressMoves.check(from, progress).isEmpty()
                    && ProgressMoves.check(to, progress).isEmpty()
                    && WorkOutcome.check(
                                    to,
                                    progress,
                                    before.has("statusReason"),
                                    before.at("/restriction/period").has("start"))
                            .isEmpty();
        }

        /** Who sees the task is told where it may go; who does not is told what he is told of one that never was. */
        void namesTheLegal(Response answer, ObjectNode before, boolean work) {
            if (!sees(work)) {
                assertEquals(404, answer.statusCode(), answer.asString());
                return;
            }
            assertEquals(422, answer.statusCode(), answer.asString());
            String code = answer.path("issue[0].details.coding[0].code");
            if (code.equals("illegal-move")) {
                Set<String> legal =
                        TaskMoves.legalMoves(work ? TaskKind.WORK : TaskKind.REFERRAL, state(before), mover()).stream()
                                .map(TaskState::code)
                                .collect(Collectors.toCollection(TreeSet::new));
                String text = answer.path("issue[0].details.text");
                assertTrue(legal.stream().allMatch(text::contains), text + " names " + legal);
            } else {
                assertTrue(
                        Set.of(
                                        "no-legal-move",
                                        "progress-in-state",
                                        "illegal-progress",
                                        "progress-ended",
                                        "outcome-reason",
                                        "ask-again-on")
                                .contains(code),
                        answer.asString());
            }
        }
    }
}
