package nl.ooievaar.server.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.ooievaar.server.TestServer;

/**
 * Who sees what at one moment of a story, as a small table that is asked of the server: a row a place, a column a party, {@code
 * +} for what it can read and {@code -} for what answers as what never was. {@code herself} is she, signed in by her BSN.
 */
final class StoryTable {
    private static final String HERSELF = "herself";
    /** Stands for every Communication of this referral. */
    private static final String FEEDBACK = "feedback";

    private final TestServer server;
    private final CaseStory story;

    StoryTable(TestServer server, CaseStory story) {
        this.server = server;
        this.story = story;
    }

    /** @param table a line with the parties, then a line for each place */
    void after(String step, String table) {
        List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
        List<String> parties = cells(lines.get(0));
        List<String> seen = new ArrayList<>(List.of(row("place", parties)));
        List<String> told = new ArrayList<>(seen);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            String place = cells.get(0);
            told.add(row(place, cells.subList(1, cells.size())));
            seen.add(row(
                    place,
                    parties.stream()
                            .map(party -> sees(party, place) ? "+" : "-")
                            .toList()));
        }
        assertEquals(String.join("\n", told), String.join("\n", seen), "after " + step);
    }

    private boolean sees(String party, String place) {
        RequestSpecification as = party.equals(HERSELF) ? server.asPerson(story.bsn()) : server.as(party);
        if (place.equals(FEEDBACK)) {
            int found = as.get("/Communication?based-on=" + story.at("ServiceRequest/example"))
                    .jsonPath()
                    .getInt("total");
            return found > 0;
        }
        int status = as.get("/" + story.at(place)).statusCode();
        assertEquals(true, status == 200 || status == 404, party + " at " + place + ": " + status);
        return status == 200;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.trim().split("\\s+"));
    }

    private static String row(String place, List<String> cells) {
        return place + " " + String.join(" ", cells);
    }
}
