package nl.ooievaar.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.ooievaar.judge.Judge.Finding;

/**
 * The warnings we live with, each with the reason a person gave it: accepted.csv has a row for each file, message and reason, with
 * the places in the file where it is said; reasons.csv says the reasons in full.
 */
final class Accepted {
    static final Path FILE = Table.file("accepted.csv");

    /** One warning at one place of one file. */
    record Place(String file, String place, String text) {
        static Place of(Finding finding) {
            return new Place(finding.file(), finding.place(), finding.text());
        }
    }

    private final Map<Place, String> reasons = new LinkedHashMap<>();

    /** Four columns: file; places, between spaces; id of the reason; message. */
    static Accepted read() throws IOException {
        Accepted accepted = new Accepted();
        for (List<String> row : Table.read(FILE, 4)) {
            for (String place : row.get(1).split(" +")) {
                accepted.reasons.put(new Place(row.get(0), place, row.get(3)), row.get(2));
            }
        }
        return accepted;
    }

    Map<Place, String> reasons() {
        return reasons;
    }

    /** Writes the table anew for what was found: a reason that was given stays, what is new has none yet. */
    void write(Collection<Place> found) throws IOException {
        Map<List<String>, TreeSet<String>> rows = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparing(Place::file).thenComparing(Place::text))
                .forEach(one -> rows.computeIfAbsent(
                                List.of(one.file(), reasons.getOrDefault(one, ""), one.text()), key -> new TreeSet<>())
                        .add(one.place()));
        List<List<String>> lines = new ArrayList<>();
        rows.forEach((key, places) -> lines.add(List.of(key.get(0), String.join(" ", places), key.get(1), key.get(2))));
        Table.write(FILE, lines);
    }
}
