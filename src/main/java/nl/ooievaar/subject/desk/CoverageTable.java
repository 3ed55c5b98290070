package nl.ooievaar.subject.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;

/**
 * Which desk serves which municipality on which days. One desk at a time: with two nobody knows where a referral goes, and with
 * none it goes nowhere.
 */
public final class CoverageTable {
    private final List<Coverage> rows;

    public CoverageTable(List<Coverage> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Every two desks that serve one municipality on one day, today or later; told at the later row of the two. */
    public List<Refusal> overlaps(LocalDate today) {
        List<Refusal> found = new ArrayList<>();
        for (int later = 1; later < rows.size(); later++) {
            for (int before = 0; before < later; before++) {
                Coverage one = rows.get(before);
                Coverage other = rows.get(later);
                boolean same = one.municipality().equals(other.municipality());
                boolean matters = one.days().meets(other.days())
                        && !one.days().last().isBefore(today)
                        && !other.days().last().isBefore(today);
                if (same && matters && !one.desk().equals(other.desk())) {
                    LocalDate from = latest(
                            today, latest(one.days().first(), other.days().first()));
                    found.add(Refusal.of(Reason.COVERAGE_OVERLAP, other.municipality(), from.toString(), one.at())
                            .at(other.at()));
                }
            }
        }
        return found;
    }

    /**
     * The days from today on which a municipality has no desk.
     *
     * @param at where the municipality is listed
     */
    public List<Refusal> gaps(String municipality, String at, LocalDate today) {
        List<Refusal> found = new ArrayList<>();
        LocalDate uncovered = today;
        for (Coverage one : of(municipality)) {
            if (one.days().last().isBefore(uncovered)) {
                continue;
            }
            if (one.days().first().isAfter(uncovered)) {
                found.add(gap(municipality, at, uncovered, one.days().first().minusDays(1)));
            }
            if (one.days().last().equals(Days.END)) {
                return found;
            }
            uncovered = one.days().last().plusDays(1);
        }
        found.add(Refusal.of(Reason.COVERAGE_END, municipality, uncovered.toString())
                .at(at));
        return found;
    }

    private List<Coverage> of(String municipality) {
        return rows.stream()
                .filter(one -> one.municipality().equals(municipality))
                .sorted(Comparator.comparing(one -> one.days().first()))
                .toList();
    }

    private static Refusal gap(String municipality, String at, LocalDate from, LocalDate until) {
        return Refusal.of(Reason.COVERAGE_GAP, municipality, from.toString(), until.toString())
                .at(at);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
