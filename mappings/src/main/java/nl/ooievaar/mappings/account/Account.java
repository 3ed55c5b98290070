package nl.ooievaar.mappings.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of every leaf of one source: as many lines as it has leaves. Not thread safe while it is written. */
public final class Account {
    private final List<Line> lines = new ArrayList<>();

    public void add(Line line) {
        lines.add(line);
    }

    /** In the order of the source. */
    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    public int leaves() {
        return lines.size();
    }

    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** Every outcome has its number, also when it is 0. */
    public Map<Outcome, Long> counts() {
        return Arrays.stream(Outcome.values())
                .collect(Collectors.toMap(
                        one -> one, this::count, (one, other) -> one, () -> new EnumMap<>(Outcome.class)));
    }
}
