package nl.ooievaar.server.promise;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Goes through the exits as every caller, in every state of consent, and holds each answer against the rules. */
final class LeakMatrix {
    private final LeakWorld world;
    private final LeakTargets targets;
    private final List<String> broken = new ArrayList<>();
    private int requests;
    private int shown;
    private int hidden;

    LeakMatrix(LeakWorld world) throws SQLException {
        this.world = world;
        this.targets = new LeakTargets(world);
    }

    /** What came out that must not, or did not come out that must. */
    List<String> broken() {
        return broken;
    }

    int requests() {
        return requests;
    }

    /** How many times a record that is open was shown whole. */
    int shown() {
        return shown;
    }

    /** How many times a record that is closed answered as what never was. */
    int hidden() {
        return hidden;
    }

    /**
     * One cell: the records that are closed answer as what never was, those that are open are shown.
     *
     * @param from where to begin, so that each cell takes others
     * @param most how many of either
     */
    void cell(LeakExit exit, LeakStory story, LeakCaller caller, int from, int most) {
        Map<Boolean, List<LeakVersion>> byClosed = story.versions().stream()
                .filter(v -> v.current() && (exit.type().isEmpty() || v.type().equals(exit.type())))
                .collect(Collectors.partitioningBy(v -> closed(caller, story, v)));
        some(byClosed.get(true), from, most).forEach(version -> hidden(exit, story, caller, version));
        if (exit.reads()) {
            some(byClosed.get(false), from, most).forEach(version -> open(exit, story, caller, version));
        }
    }

    /**
     * What there is of one woman, asked for one by one in a batch: rules and answers agree about each version.
     *
     * @param everything or one of each kind of data in each file
     */
    void whole(LeakStory story, LeakCaller caller, boolean everything) {
        Set<String> kinds = new HashSet<>();
        List<LeakVersion> all = story.versions().stream()
                .filter(v -> everything
                        || kinds.add(v.custodian() + " " + v.person() + " " + v.dataClass() + " " + v.current() + " "
                                + v.author() + " " + v.marks() + " " + story.named(v.id())))
                .toList();
        String entries = all.stream()
                .map(v -> "{\"request\":{\"method\":\"GET\",\"url\":\"" + v.reference() + "/_history/" + v.number()
                        + "\"}}")
                .collect(Collectors.joining(","));
        LeakAnswer answer = LeakAnswer.of(caller.as(story)
                .body("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[" + entries + "]}")
                .post());
        JsonNode told = answer.status() == 200 ? LeakScribe.read(answer.body()).get("entry") : LeakScribe.read("[]");
        for (int i = 0; i < all.size(); i++) {
            requests++;
            JsonNode one = told.path(i);
            if (one.at("/response/status").asText().startsWith("5")) {
                broken.add(caller + " breaks the server on " + name(story, all.get(i)));
            }
            boolean isShown = one.at("/response/status").asText().startsWith("200")
                    && LeakFinder.words(one.toString()).containsAll(all.get(i).words());
            boolean isOpen = LeakOracle.open(caller, story, story, all.get(i));
            if (isOpen != isShown) {
                broken.add(caller + (isShown ? " is shown " : " is not shown ") + name(story, all.get(i)));
            }
            shown += isShown ? 1 : 0;
        }
    }

    private void hidden(LeakExit exit, LeakStory story, LeakCaller caller, LeakVersion version) {
        LeakExit.Target there = targets.of(story, version);
        LeakExit.Target nowhere = targets.absent(there, caller, story);
        String absent = exit.plain(pass(exit, story, caller, nowhere), nowhere);
        String answer = exit.plain(pass(exit, story, caller, there), there);
        // Her trail is hers to read, and grows by being read; one line of it speaks of several records.
        boolean herTrail = exit.trail() && nowhere.patient().equals(there.patient());
        if (!herTrail && !absent.equals(answer)) {
            broken.add(caller + " through " + exit.name() + " can tell that there is " + name(story, version) + ":\n"
                    + difference(absent, answer));
        }
        hidden++;
    }

    private void open(LeakExit exit, LeakStory story, LeakCaller caller, LeakVersion version) {
        LeakAnswer answer = pass(exit, story, caller, targets.of(story, version));
        if (exit.shows() && LeakOracle.open(caller, story, story, version)) {
            Set<String> missing = new TreeSet<>(version.words());
            missing.removeAll(LeakFinder.words(answer.all()));
            if (!missing.isEmpty()) {
                broken.add(caller + " through " + exit.name() + " is not shown all of " + name(story, version) + ": "
                        + answer.status() + " without "
                        + missing.stream().map(world.canaries()::placeOf).toList());
            }
            shown++;
        }
    }

    /** Whatever the door: no word comes out that does not stand in something open to this caller. */
    private LeakAnswer pass(LeakExit exit, LeakStory story, LeakCaller caller, LeakExit.Target target) {
        LeakAnswer answer = LeakAnswer.of(exit.pass().apply(caller.as(story), target));
        requests++;
        if (answer.status() >= 500) {
            broken.add(caller + " through " + exit.name() + " to " + target.reference() + " of " + story.state()
                    + " breaks the server: " + answer.status());
        }
        answer.words(target).stream()
                .filter(word -> !world.mayKnow(caller, story, word))
                .forEach(word -> broken.add(caller + " through " + exit.name() + " to " + target.reference() + " of "
                        + story.state() + " got " + world.canaries().placeOf(word)));
        return answer;
    }

    /** No version of it is open. */
    private static boolean closed(LeakCaller caller, LeakStory story, LeakVersion version) {
        return story.versions().stream()
                .filter(v -> v.id().equals(version.id()))
                .noneMatch(v -> LeakOracle.open(caller, story, story, v));
    }

    private static List<LeakVersion> some(List<LeakVersion> of, int from, int most) {
        List<LeakVersion> some = new ArrayList<>();
        for (int i = 0; i < Math.min(most, of.size()); i++) {
            some.add(of.get((from + i) % of.size()));
        }
        return some;
    }

    private static String difference(String absent, String answer) {
        List<String> before = absent.lines().toList();
        List<String> after = answer.lines().toList();
        return "  absent "
                + before.stream().filter(line -> !after.contains(line)).toList() + "\n  hidden "
                + after.stream().filter(line -> !before.contains(line)).toList() + "\n";
    }

    private static String name(LeakStory story, LeakVersion version) {
        return version.reference() + "/_history/" + version.number() + " (" + version.dataClass() + " of "
                + version.custodian().service() + " in " + story.state() + ")";
    }
}
