package nl.ooievaar.server.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.server.gate.Seen;

/**
 * A line of an account with the version its field stands in.
 *
 * @param line with its place within that record
 */
public record SourceLine(Seen seen, Line line) {
    private static final Pattern ENTRY = Pattern.compile("entry\\[(\\d+)]\\.resource\\.(.*)", Pattern.DOTALL);

    /** What stands in the records; the collection they were put in has no lines. */
    static List<SourceLine> of(Account account, List<Seen> entries) {
        List<SourceLine> lines = new ArrayList<>();
        for (Line line : account.lines()) {
            Matcher place = ENTRY.matcher(line.place().path());
            if (place.matches()) {
                Line.Place within = new Line.Place(place.group(2), 0, 0);
                lines.add(new SourceLine(
                        entries.get(Integer.parseInt(place.group(1))),
                        new Line(within, line.element(), line.outcome(), line.target(), line.why())));
            }
        }
        return lines;
    }

    /** {@code Type/id/_history/version}. */
    public String source() {
        return seen.reference() + "/_history/" + seen.version();
    }

    /** Whether this party may know of it: that something is marked as withheld is known to who keeps it. */
    boolean known(int party) {
        return line.why().filter(Why.MARKED::equals).isEmpty() || seen.custodian() == party;
    }
}
