package nl.ooievaar.subject.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.ooievaar.subject.consent.ConsentStatement.Effect;
import nl.ooievaar.subject.party.Party;

/**
 * Compiles all statements of one person into rows without conflicts: a row exists exactly where and when
 * {@link ConsentDecision} permits, so a query needs no rule, only a join.
 */
public final class Grants {

    private Grants() {}

    /** All that these statements open, in a stable order. */
    public static List<Grant> compile(Collection<ConsentStatement> statements) {
        List<ConsentStatement> active =
                statements.stream().filter(ConsentStatement::active).toList();
        return cells(active).stream().flatMap(cell -> cell.rows(active)).toList();
    }

    // Only a permission can open a cell, so objections never make one.
    private static Set<Cell> cells(List<ConsentStatement> active) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (ConsentStatement permit : active) {
            if (permit.effect() == Effect.PERMIT && permit.source().isPresent()) {
                for (Party recipient : permit.recipients()) {
                    for (DataClass dataClass : DataClass.values()) {
                        if (permit.covers(dataClass)) {
                            cells.add(new Cell(permit.purpose(), permit.source().get(), recipient, dataClass));
                        }
                    }
                }
            }
        }
        return cells;
    }

    /** One purpose, source, recipient and class: the space in which statements can contradict each other. */
    private record Cell(Purpose purpose, Party source, Party recipient, DataClass dataClass) {

        Stream<Grant> rows(List<ConsentStatement> active) {
            List<ConsentStatement> relevant = active.stream()
                    .filter(it -> it.purpose() == purpose)
                    .filter(it -> Weighing.concerns(it, source, recipient, dataClass))
                    .toList();
            List<Grant> rows = new ArrayList<>();
            // Between two neighbouring boundaries no statement begins or ends, so one weighing holds for all of it.
            List<Instant> boundaries = boundaries(relevant);
            for (int i = 1; i < boundaries.size(); i++) {
                Instant from = boundaries.get(i - 1);
                Instant to = boundaries.get(i);
                List<ConsentStatement> inForce =
                        relevant.stream().filter(it -> it.holdsAt(from)).toList();
                Weighing.prevailing(inForce)
                        .filter(it -> it.effect() == Effect.PERMIT)
                        .map(it -> new Grant(source, recipient, dataClass, purpose, it.id(), it.version(), from, to))
                        .ifPresent(row -> append(rows, row));
            }
            return rows.stream();
        }

        private static List<Instant> boundaries(List<ConsentStatement> relevant) {
            Set<Instant> boundaries = new TreeSet<>();
            for (ConsentStatement statement : relevant) {
                boundaries.add(statement.start());
                boundaries.add(statement.end());
            }
            return List.copyOf(boundaries);
        }

        private static void append(List<Grant> rows, Grant row) {
            int last = rows.size() - 1;
            if (last >= 0 && rows.get(last).continuedBy(row)) {
                rows.set(last, rows.get(last).until(row.end()));
            } else {
                rows.add(row);
            }
        }
    }
}
