package nl.ooievaar.server.promise;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * The leak matrix: every exit, in every state of consent, for every caller. What the rules close comes out nowhere and answers
 * byte for byte as what never was; what they open is shown whole, so that the matrix can fail in both directions.
 *
 * <p>At depth 1 every caller goes through every exit, in one state after the other, and asks for one record of each kind in every
 * sixth state; at 10 in every third, and every exit is tried in every state as well, by one caller; at 100 every cell is tried, with every record.
 */
class LeakMatrixIT {
    private static final int DEPTH = Integer.getInteger("depth", 1);
    private static final TestServer SERVER = TestServer.get();
    private static final Log LOG = Log.listen();
    private static final LeakWorld WORLD = LeakWorld.tell();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** These stand folded in the string index, readable for whoever reads the database (security.md, Open). */
    private static final Pattern INDEXED = Pattern.compile(".* Patient\\.name\\.(family|given|text|prefix|suffix)");

    @Test
    void nothing_comes_out_that_no_rule_opens_and_all_that_one_opens_does() throws SQLException {
        LeakMatrix matrix = new LeakMatrix(WORLD);
        List<LeakExit> exits = LeakExit.all();
        LeakCaller[] callers = LeakCaller.values();
        Set<String> pairs = new HashSet<>();
        int cells = 0;
        for (LeakStory story : WORLD.stories()) {
            int s = story.state().ordinal();
            for (int c = 0; c < callers.length; c++) {
                if (DEPTH >= 100 || (s + c) % (DEPTH >= 10 ? 3 : 6) == 0) {
                    matrix.whole(story, callers[c], DEPTH >= 100);
                }
                for (int e = 0; e < exits.size(); e++) {
                    if (met(e, s, c, callers.length)) {
                        matrix.cell(exits.get(e), story, callers[c], 7 * e + 3 * s + c, DEPTH < 100 ? 1 : 1000);
                        pairs.addAll(List.of(e + " in " + s, e + " by " + c, s + " of " + c));
                        cells++;
                    }
                }
            }
        }
        int states = WORLD.stories().size();
        System.out.printf(
                "leak matrix: %d exits x %d states x %d callers: %d cells, %d requests, %d hidden, %d shown, %d leaks%n",
                exits.size(),
                states,
                callers.length,
                cells,
                matrix.requests(),
                matrix.hidden(),
                matrix.shown(),
                matrix.broken().size());
        assertTrue(matrix.broken().isEmpty(), () -> String.join("\n", matrix.broken()));
        int exitsInStates = DEPTH >= 10 ? exits.size() * states : exits.size() * callers.length;
        assertEquals(
                exitsInStates + exits.size() * callers.length + states * callers.length,
                pairs.size(),
                "every exit meets every caller and as many states, and every state every caller");
        assertTrue(cells > 1000 && matrix.hidden() > 900 && matrix.shown() > 300, "it is as large as it says");
    }

    /** Of each exit every caller is in another state, and over the exits each of them comes into each state. */
    private static boolean met(int exit, int state, int caller, int callers) {
        int states = WORLD.stories().size();
        boolean inTurn = state == Math.floorMod(caller + exit, states);
        boolean byOne = Math.floorMod(caller - exit - state, callers) == 0;
        return DEPTH >= 100 || inTurn || DEPTH >= 10 && byOne;
    }

    /** No measurement of time, which would tell of the machine: the same work is the same time. */
    @Test
    void a_hidden_record_costs_the_statements_and_rows_of_an_absent_one() throws SQLException {
        LeakTargets targets = new LeakTargets(WORLD);
        LeakStory story = WORLD.stories().get(LeakState.WITHDRAWN.ordinal());
        List<String> different = new ArrayList<>();
        int most = 0;
        try (LeakStatements statements = new LeakStatements()) {
            for (LeakExit exit : LeakExit.all()) {
                LeakVersion hidden = story.versions().stream()
                        .filter(v -> v.type().equals(exit.type().isEmpty() ? "ServiceRequest" : exit.type()))
                        .findFirst()
                        .orElseThrow();
                LeakExit.Target there = targets.of(story, hidden);
                for (LeakCaller caller : List.of(LeakCaller.DESK, LeakCaller.ANOTHER_WOMAN)) {
                    LeakExit.Target nowhere = targets.absent(there, caller, story);
                    // Whoever knocks for the first time is looked up once.
                    exit.pass().apply(caller.as(story), nowhere);
                    LeakStatements.Count absent = count(statements, exit, story, caller, nowhere);
                    LeakStatements.Count answer = count(statements, exit, story, caller, there);
                    most = Math.max(most, answer.executed());
                    if (!absent.equals(answer)) {
                        different.add(caller + " " + exit.name() + " absent " + absent + ", hidden " + answer);
                    }
                }
            }
        }
        assertEquals(List.of(), different);
        assertTrue(most > 2, "statements are counted");
    }

    private static LeakStatements.Count count(
            LeakStatements statements, LeakExit exit, LeakStory story, LeakCaller caller, LeakExit.Target target) {
        return statements.during(() -> exit.pass().apply(caller.as(story), target));
    }

    @Test
    void what_an_operator_sees_of_a_node_tells_of_nobody() {
        for (String door : List.of(
                "health",
                "health/readiness",
                "health/db",
                "info",
                "metrics",
                "prometheus",
                "env",
                "loggers",
                "httpexchanges",
                "threaddump",
                "heapdump")) {
            for (String token : List.of("", SERVER.token("outsider"))) {
                Response answer = given().baseUri(SERVER.base().replace("/fhir", ""))
                        .header("Authorization", token.isEmpty() ? "" : "Bearer " + token)
                        .get("/actuator/" + door);
                assertEquals(Set.of(), LeakFinder.words(LeakAnswer.of(answer).all()), door);
                assertTrue(door.startsWith("health") || answer.statusCode() >= 400, door);
            }
        }
    }

    /** Bodies are encrypted and identifiers hashed; only what the string index holds is there to be read. */
    @Test
    void no_file_of_the_node_holds_a_planted_word_but_those_of_the_name_index() throws IOException {
        Set<String> places = new TreeSet<>();
        int files = 0;
        try (Stream<Path> all = Files.walk(SERVER.data())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                for (String word : LeakFinder.plain(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))) {
                    places.add(WORLD.canaries().placeOf(word));
                }
            }
        }
        places.remove("nowhere");
        assertTrue(files > 100, "the database is in this folder");
        assertTrue(places.stream().anyMatch(place -> place.endsWith("Patient.name.family")), "the scan finds names");
        assertEquals(
                List.of(),
                places.stream()
                        .filter(place -> !INDEXED.matcher(place).matches())
                        .toList());
    }

    /** No door shows the meters yet; whoever opens one shows what they are called by. */
    @AfterAll
    static void nothing_that_was_counted_is_called_by_a_planted_word_or_an_id() {
        MeterRegistry registry = SERVER.part(MeterRegistry.class);
        String heard = LeakFinder.PREFIX + "0123456789ab";
        Meter control = registry.counter("leak.matrix", "heard", heard);
        String labels = registry.getMeters().stream()
                .map(meter -> meter.getId().toString())
                .collect(Collectors.joining("\n"));
        registry.remove(control);
        assertEquals(Set.of(heard), LeakFinder.words(labels));
        assertTrue(labels.contains("http.server.requests"), "requests are counted");
        assertFalse(ID.matcher(labels).find(), labels);
    }

    @AfterAll
    static void nothing_that_was_logged_holds_a_planted_word() {
        String heard = LeakFinder.PREFIX + "0123456789ab";
        LoggerFactory.getLogger(LeakMatrixIT.class).warn("Heard: {}", heard);
        LOG.stop();
        assertTrue(LOG.words.remove(heard), "the log was listened to");
        assertEquals(Set.of(), LOG.words.stream().map(WORLD.canaries()::placeOf).collect(Collectors.toSet()));
    }

    /** Everything that the server in this process logs, with the messages of what was thrown. */
    private static final class Log extends AppenderBase<ILoggingEvent> {
        private final Set<String> words = new ConcurrentSkipListSet<>();

        static Log listen() {
            Log made = new Log();
            made.start();
            Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            // A command that another test ran in this process may have silenced them.
            root.setLevel(Level.INFO);
            ((Logger) LoggerFactory.getLogger("nl.ooievaar")).setLevel(null);
            root.addAppender(made);
            return made;
        }

        @Override
        protected synchronized void append(ILoggingEvent event) {
            words.addAll(LeakFinder.words(event.getFormattedMessage()));
            if (event.getThrowableProxy() != null) {
                words.addAll(LeakFinder.words(ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        }
    }
}
