package nl.ooievaar.oracle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a search gave over all its pages.
 *
 * @param status of the first page, or of the page that was refused
 * @param matches {@code Type/id}, in order
 * @param included {@code Type/id} of what came along
 */
record Answer(int status, List<String> matches, Set<String> included) {

    /** One after the other, each match once. */
    Answer then(Answer next) {
        Set<String> both = new LinkedHashSet<>(matches);
        both.addAll(next.matches);
        Set<String> along = new TreeSet<>(included);
        along.addAll(next.included);
        return new Answer(Math.max(status, next.status), List.copyOf(both), along);
    }

    boolean same(Answer other, boolean ordered) {
        return ordered
                ? equals(other)
                : status == other.status
                        && Set.copyOf(matches).equals(Set.copyOf(other.matches))
                        && included.equals(other.included);
    }
}
